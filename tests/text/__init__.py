"""Tests of names, moments and JSON as text."""
