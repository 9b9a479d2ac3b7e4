"""Written out in full, a schema is neither deep nor large."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, small


def _doubling(count: int) -> dict[str, object]:
    """Return definitions of which each uses the next one twice."""
    twice = {
        f"D{i}": {"allOf": [{"$ref": f"#/$defs/D{i + 1}"}] * 2} for i in range(count)
    }
    return {**twice, f"D{count}": {"type": "string"}}


def _chain(count: int) -> dict[str, object]:
    """Return definitions of which each is a list of the next one."""
    lists = {
        f"D{i}": {"type": "array", "items": {"$ref": f"#/$defs/D{i + 1}"}}
        for i in range(count)
    }
    return {**lists, f"D{count}": {"type": "string"}}


def test_a_definition_may_be_used_more_than_once(tmp_path: Path) -> None:
    """A schema that uses a definition here and there stays small."""
    assert small(tmp_path, {"a": {"$ref": "#/$defs/D0"}}, defs=_doubling(5)) == []


def test_definitions_that_double_are_too_large(tmp_path: Path) -> None:
    """Twenty definitions that each use the next one twice have too many parts."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "written out, the schema has over 20000 parts or 100 levels",
            in_schema(16, 5, 4),
            help=("refer less often, or to objects below `$defs`, which code can name"),
        ),
    ]
    assert expected == small(
        tmp_path, {"a": {"$ref": "#/$defs/D0"}}, defs=_doubling(20)
    )


def test_definitions_in_a_chain_are_too_deep(tmp_path: Path) -> None:
    """A chain of definitions has too many levels where a value has as many."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "written out, the schema has over 20000 parts or 100 levels",
            in_schema(16, 5, 4),
            help=("refer less often, or to objects below `$defs`, which code can name"),
        ),
    ]
    assert expected == small(tmp_path, {"a": {"$ref": "#/$defs/D0"}}, defs=_chain(120))
