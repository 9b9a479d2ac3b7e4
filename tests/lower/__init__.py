"""Tests of lowering schemas and records."""
