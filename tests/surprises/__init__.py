"""Names and texts that mean something else to one of the targets."""
