"""Fixtures of the TypeScript tests."""

from tests.support.node import node

__all__ = ["node"]
