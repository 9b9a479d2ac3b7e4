"""Say what is wrong, and change nothing."""
