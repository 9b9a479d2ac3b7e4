"""References from rows to rows, by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, final

from seedc.model.json_value import Pointer


@final
@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A FOREIGN KEY constraint.

    Attributes:
        name: Its name.
        columns: The referring columns.
        table: The table referred to; may be the same table.
        target: The columns referred to: its primary key or a unique key.
        on_delete: What the deletion of the target does; the same ON UPDATE.
        pointer: Where it is declared in the table's schema file.
    """

    name: str
    columns: tuple[str, ...]
    table: str
    target: tuple[str, ...]
    on_delete: Literal["cascade", "no action"] = "no action"
    pointer: Pointer = ()


@final
@dataclass(frozen=True, slots=True)
class Lookup:
    """A reference with several possible targets, which only the compiler checks.

    Attributes:
        targets: At least one of these (`items.id`) holds the value.
        by: Sibling property that chooses the target, or None.
        choices: Target for each value of that sibling; empty without `by`.
    """

    targets: tuple[str, ...] = ()
    by: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
