"""Tests of the Python output."""
