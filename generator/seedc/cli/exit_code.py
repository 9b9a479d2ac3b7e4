"""What the exit codes of seedc mean."""

FINE = 0
PROBLEMS = 1
"""Problems in the user's input, a refused apply, or a difference that was asked for."""
USAGE = 2
WORLD = 3
"""The world failed: database, file system."""
DEFECT = 70
"""A defect of seedc."""
