"""The packages that are compared byte for byte, compiled and run."""

from collections.abc import Mapping
from dataclasses import replace

from tests.emit.typescript.builders import Case
from tests.emit.typescript.cases.chosen import CHOSEN
from tests.emit.typescript.cases.dungeon import DUNGEON
from tests.emit.typescript.cases.odd import ODD
from tests.emit.typescript.cases.shapes import SHAPES

CASES: Mapping[str, Case] = {
    "chosen": CHOSEN,
    "dungeon": DUNGEON,
    "odd": ODD,
    "shapes": SHAPES,
    "shapes_js": replace(SHAPES, options=replace(SHAPES.options, modules="js")),
}
