"""Semantic versions in their order (semver.org 2.0.0, section 11)."""

from typing import TypeAlias

Precedence: TypeAlias = tuple[tuple[int, ...], bool, tuple[tuple[bool, int, str], ...]]


def precedence(version: str) -> Precedence:
    """Return what versions compare by: `1.0.0-rc.2` < `1.0.0-rc.10` < `1.0.0`."""
    core, _, before = version.partition("+")[0].partition("-")
    numbers = tuple(int(part) for part in core.split("."))
    return numbers, not before, tuple(map(_part, before.split("."))) if before else ()


def _part(text: str) -> tuple[bool, int, str]:
    return (False, int(text), "") if text.isdecimal() else (True, 0, text)
