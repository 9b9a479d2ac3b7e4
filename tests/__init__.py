"""The tests of seedc."""
