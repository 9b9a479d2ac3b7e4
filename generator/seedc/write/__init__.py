"""Compare the made files with those in the output folder, then replace them."""
