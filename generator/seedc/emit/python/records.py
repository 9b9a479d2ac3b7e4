"""Print the module of Pydantic records, with datamodel-code-generator."""

from collections.abc import Mapping

from seedc.emit.layout import lay_out
from seedc.emit.python.code import call, render
from seedc.emit.python.coded_names import type_name
from seedc.emit.python.custom import Custom, with_types
from seedc.emit.python.enums import Enums
from seedc.emit.python.module import print_module
from seedc.emit.python.record_annotations import quoted_types
from seedc.emit.python.record_body import print_blocks
from seedc.emit.python.record_schema import RecordSchema, record_schema
from seedc.emit.python.record_strict import strict_aliases
from seedc.emit.python.record_types import record_types
from seedc.emit.python.record_words import Words
from seedc.emit.python.symbols import Symbols
from seedc.model.catalog import Catalog

_LAZY = "from __future__ import annotations"
_CHOICES: Mapping[str, str] = {"numeric": "Decimal", "uuid": "UUID"}
"""Types that the project may have others in place of, by its word for them."""


def print_records(
    catalog: Catalog, enums: Enums, custom: Custom, header: str, *, strict: bool
) -> str:
    """Return the text of `records.py`.

    Args:
        catalog: The catalog.
        enums: Its enumerations.
        custom: What the project names and types otherwise.
        header: The module's docstring.
        strict: Whether records take no value of another type.
    """
    imported = {**dict.fromkeys(enums, ".enums"), **custom.modules}
    schema = record_schema(
        with_types(catalog, custom), frozenset(imported), custom.attributes
    )
    if not schema.definitions:
        return print_module("records", header)
    made = record_types(schema.definitions)
    symbols = Symbols(_defined(schema).union(enums), imported)
    words = Words(
        symbols,
        base=symbols.own("Record", "RecordModel"),
        attributes=schema.attributes,
        parts=made.parts,
        decimals=made.decimals,
        mapped=_mapped(custom),
        strict=strict,
    )
    body = lay_out(
        "python/records.py.jinja",
        base=words.base,
        config=_config(words),
        strict=list(strict_aliases(made.used, words)) if strict else [],
        spell=symbols,
        blocks=list(print_blocks(made.tree, words)),
    )
    imports = symbols.imports(body, quoted_types(made.tree, words))
    return print_module("records", header, f"{_LAZY}\n\n{imports}", body)


def _defined(schema: RecordSchema) -> frozenset[str]:
    """Return the names that the module defines, those in its classes too."""
    classes = (type_name(code) for code in schema.definitions)
    return frozenset({*filter(None, classes), *schema.attributes.values()})


def _config(words: Words) -> str:
    settings = ['extra="forbid"', "frozen=True", *["strict=True"] * words.strict]
    return render(call(words.symbols["ConfigDict"], *settings), 4)


def _mapped(custom: Custom) -> Mapping[str, str]:
    return {
        name: str(custom.kinds[kind])
        for kind, name in _CHOICES.items()
        if custom.kinds.get(kind, name) != name
    }
