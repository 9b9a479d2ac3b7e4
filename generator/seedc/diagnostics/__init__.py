"""Codes of problems, how bad each is, and problems as text for people."""
