"""Print the module of brands: `Brand` itself and the branded string formats."""

from collections.abc import Container

from seedc.emit.typescript.block import Block
from seedc.emit.typescript.module_text import NOTHING, module_files
from seedc.emit.typescript.symbol import Symbol
from seedc.emit.typescript.vocabulary import Helper, Vocabulary
from seedc.model.output_file import OutputFile
from seedc.model.project import ModuleForm

_FORMATS: tuple[tuple[Helper, str], ...] = (
    ("uuid", "A UUID, such as `0f8fad5b-d9cb-469f-a165-70867728950e`."),
    ("date", "A day, such as `2026-01-31`."),
    ("date-time", "A moment with its offset, such as `2026-01-31T12:00:00Z`."),
    ("time", "A time of day with its offset, such as `12:00:00Z`."),
)

_BRAND = """\
/** A value of one kind: ids of two tables, say, cannot be mixed up. */
export type {name}<Value, Kind extends string> = Value & {{
  readonly [brand]: {{ readonly [Key in Kind]: true }};
}};"""


def brand_files(
    source: str, used: Container[Symbol], vocabulary: Vocabulary, form: ModuleForm
) -> tuple[OutputFile, ...]:
    """Print the brands that other modules use."""
    brand = vocabulary.helpers["brand"]
    formats = [
        f"/** {description} */\n"
        f'export type {symbol.name} = {brand.name}<string, "{helper}">;'
        for helper, description in _FORMATS
        if (symbol := vocabulary.helpers.get(helper)) in used
        and symbol is not None
        and not symbol.external
    ]
    # Without it a declaration file would export the symbol, too.
    closing = [NOTHING] if form == "js" else []
    blocks = [Block(text) for text in (*_brand(brand.name), *formats, *closing)]
    return module_files(brand.module, source, (), blocks, form)


def _brand(name: str) -> tuple[str, str]:
    # Brands add up: an id that is a UUID is both, where two plain tags would clash.
    return "declare const brand: unique symbol;", _BRAND.format(name=name)
