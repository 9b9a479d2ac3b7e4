"""Schemas that others have published, as tables of seedc."""
