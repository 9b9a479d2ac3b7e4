"""Laws of the output folder."""
