"""The packages that are compared byte for byte, compiled and run."""

from collections.abc import Mapping

from tests.emit.typescript.builders import Case
from tests.emit.typescript.cases.dungeon import DUNGEON
from tests.emit.typescript.cases.odd import ODD
from tests.emit.typescript.cases.shapes import SHAPES

CASES: Mapping[str, Case] = {"dungeon": DUNGEON, "odd": ODD, "shapes": SHAPES}
