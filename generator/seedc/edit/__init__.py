"""Change sources: apply the fixes of problems, and nothing else, file by file."""
