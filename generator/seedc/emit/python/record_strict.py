"""Print the types that strict mode needs for what JSON writes as something else.

Pydantic's strict mode takes no text for a date, and no integer for a decimal, unless
it reads the JSON itself. These types take both, and from no other type of JSON.
"""

from collections.abc import Iterator

from seedc.emit.python.code import Code, Group, call, render
from seedc.emit.python.record_words import LENIENT, Words

_CHECKS = {
    "AwareDatetime": "_no_number",
    "Decimal": "_no_text",
    "date": "_no_number",
    "time": "_no_number",
}


def strict_aliases(used: frozenset[str], words: Words) -> Iterator[str]:
    """Yield the definitions of the types.

    Args:
        used: Names that annotations use.
        words: How the module spells what it names.
    """
    symbols = words.symbols
    for name, alias in LENIENT.items():
        if name in used and name not in words.mapped:
            parts: list[Code] = [
                words.plain(name),
                call(symbols["Field"], "strict=False"),
            ]
            if check := _CHECKS.get(name):
                parts.append(call(symbols["BeforeValidator"], check))
            kind = Group(f"{alias} = {symbols['Annotated']}[", tuple(parts), "]")
            yield render(kind)
