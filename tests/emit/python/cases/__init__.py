"""Catalogs to print."""
