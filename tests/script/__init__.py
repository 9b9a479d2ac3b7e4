"""Tests of `seedc.script`."""
