"""Find and parse the sources; the only stage that opens them."""
