"""Tests of the laws: one file each, named as the law."""
