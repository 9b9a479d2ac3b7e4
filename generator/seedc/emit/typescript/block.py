"""A part of a module of types, and what it says in each kind of file.

enemies.ts      export const ENEMY_TIERS = ["fodder", "elite"] as const;
enemies.d.ts    export declare const ENEMY_TIERS: readonly ["fodder", "elite"];
enemies.js      export const ENEMY_TIERS = ["fodder", "elite"];
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias, final

from seedc.emit.typescript.doc_comment import WIDTH

FileKind: TypeAlias = Literal["ts", "d.ts", "js"]


@final
@dataclass(frozen=True, slots=True)
class ConstArray:
    """An array whose items keep their literal types.

    Attributes:
        name: Its name.
        items: Its items, printed.
    """

    name: str
    items: tuple[str, ...]


@final
@dataclass(frozen=True, slots=True)
class Block:
    """A declaration of a module.

    Attributes:
        types: What is left in no JavaScript; one text in all other files.
        values: The array that is left, if there is one.
    """

    types: str
    values: ConstArray | None = None


def block_text(block: Block, kind: FileKind) -> str:
    """Print a block; empty where nothing of it belongs into a file of this kind."""
    types = [] if kind == "js" else [block.types]
    values = [] if block.values is None else [_array_text(block.values, kind)]
    return "\n".join([*types, *values])


def _array_text(array: ConstArray, kind: FileKind) -> str:
    start, end = _around(array.name, kind)
    line = f"{start}{', '.join(array.items)}{end}"
    if len(line) <= WIDTH:
        return line
    lines = "".join(f"  {item},\n" for item in array.items)
    return f"{start}\n{lines}{end}"


def _around(name: str, kind: FileKind) -> tuple[str, str]:
    match kind:
        case "ts":
            return f"export const {name} = [", "] as const;"
        case "d.ts":
            return f"export declare const {name}: readonly [", "];"
        case "js":
            return f"export const {name} = [", "];"
