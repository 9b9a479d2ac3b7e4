"""The cases of the well-known public JSON parsing test suite, and what seedc says."""
