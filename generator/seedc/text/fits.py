"""Say whether a value is of the type that an annotation names."""

from collections.abc import Mapping
from types import UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints


def all_fit(value: object) -> bool:
    """Say whether each attribute of a dataclass is of its type, as they are frozen.

    The types are plain ones, dataclasses, and unions, literals, tuples of any length
    and mappings of these. What is inside another dataclass is not looked at.
    """
    hints: Mapping[str, object] = get_type_hints(type(value))
    return all(_fits(getattr(value, name), hint) for name, hint in hints.items())


def _fits(value: object, hint: object) -> bool:
    inner = get_args(hint)
    match get_origin(hint):
        case origin if origin in (Union, UnionType):
            return any(_fits(value, each) for each in inner)
        case origin if origin is Literal:
            return value in inner
        case origin if origin is tuple:
            return type(value) is tuple and all(_fits(each, inner[0]) for each in value)
        case origin if origin is Mapping:
            return isinstance(value, dict) and all(
                _fits(each, kind)
                for pair in value.items()
                for each, kind in zip(pair, inner, strict=True)
            )
        case _:
            return type(value) is hint  # True is no number
