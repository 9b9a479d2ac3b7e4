"""Tests of plans as people and programs read them."""
