"""The laws: one in each file, named for what is true, with a test of that name."""
