"""Credentials among the sources."""

from random import Random

from tests.mutation.mutant import Change, Mutant, changed, kinds, pick, replaced
from tests.mutation.parts import keywords
from tests.mutation.project import Project, Spot, schema_path
from tests.mutation.tables import checks, foreign_keys, keyed
from tests.support.credentials import CREDENTIALS

CODE = "secret-value"
_LAWS = ("enum", "const", "pattern", "format", "maxLength", "x-references", "x-column")


def _written(random: Random) -> str:
    text = random.choice(CREDENTIALS).text
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def secret_in_a_record(project: Project, random: Random) -> Mutant | None:
    """A credential in place of a text."""
    spots = [s for s in project.spots if _takes_any_text(project, s)]
    if (spot := pick(random, spots)) is None:
        return None
    return replaced(project, spot, f'"{_written(random)}"', CODE)


def _takes_any_text(project: Project, spot: Spot) -> bool:
    keys = [{*key} for key in foreign_keys(project, spot.table)]
    schema = project.texts[schema_path(spot.table)]
    return (
        spot.said.sure
        and isinstance(spot.node.value, str)
        and not any(map(spot.said.says, _LAWS))
        and not {*spot.pointer} & keyed(project, spot.table).union(*keys)
        and not checks(project, spot.table)
        and not any(f'"by": "{step}"' in schema for step in spot.pointer)
    )


def secret_in_a_schema(project: Project, random: Random) -> Mutant | None:
    """A credential in a description."""
    found = keywords(project, "description", "title")
    if (pair := pick(random, found)) is None:
        return None
    part, member = pair
    value = member.value
    text = f'"use {_written(random)}"'
    return changed(project, part.path, Change(value.start, value.end, text), CODE)


KINDS = kinds(secret_in_a_record, secret_in_a_schema)
