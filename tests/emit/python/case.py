"""The packages that tests look at: made from the cases, kept in `golden`."""

from pathlib import Path

from seedc.emit.python import emit
from seedc.model.project import PythonOptions
from tests.emit.python.cases.dungeon import dungeon
from tests.emit.python.cases.guild import guild
from tests.emit.python.cases.odd import odd

CASES = {"dungeon": dungeon, "guild": guild, "odd": odd}
SCHEMAS = {"guild": "realm"}
"""Schemas of Postgres that tables are in, where it is not `public`."""

GOLDEN = Path(__file__).with_name("golden")


def files_of(case: str) -> dict[str, bytes]:
    """Return the files that a case makes, by path in the golden folder."""
    files = emit(CASES[case](), PythonOptions(case), SCHEMAS.get(case, "public"))
    return {file.path.removeprefix("python/"): file.content for file in files}
