"""Tests of the TypeScript output."""
