"""Tests of the rules: what they may say, and whom they find."""
