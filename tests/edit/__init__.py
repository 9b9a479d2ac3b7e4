"""Laws of repairing sources."""
