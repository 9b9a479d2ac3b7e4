"""Tests of the SQL expressions of checks."""
