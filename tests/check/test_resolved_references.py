"""Every `$ref` leads to a schema in the schemas folder, and none leads to itself."""

from pathlib import Path

import pytest

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, small


def test_a_reference_leads_to_a_schema(tmp_path: Path) -> None:
    """A definition may be used by its name."""
    assert (
        small(
            tmp_path,
            {"a": {"$ref": "#/$defs/Power"}},
            defs={"Power": {"type": "integer"}},
        )
        == []
    )


def test_a_reference_leads_nowhere(tmp_path: Path) -> None:
    """A file has what is referred to."""
    expected = [
        Diagnostic(
            "unresolved-ref",
            "the schema file has nothing at `#/$defs/Powr`",
            in_schema(12, 15, 14),
            help="did you mean `#/$defs/Power`?",
        ),
        Diagnostic(
            "unresolved-ref",
            "there is no schema file `other.schema.json`",
            in_schema(15, 15, 19),
            help="did you mean `things.schema.json`?",
        ),
    ]
    assert expected == small(
        tmp_path,
        {"a": {"$ref": "#/$defs/Powr"}, "b": {"$ref": "other.schema.json"}},
        defs={"Power": {"type": "integer"}},
    )


def test_a_reference_leads_out_of_the_folder(tmp_path: Path) -> None:
    """Nothing outside of the schemas folder is read."""
    expected = [
        Diagnostic(
            "outside-ref",
            ("`https://example.com/a.schema.json` is outside the schemas folder"),
            in_schema(12, 15, 35),
            help="copy the schema into the folder",
        ),
    ]
    assert expected == small(
        tmp_path, {"a": {"$ref": "https://example.com/a.schema.json"}}
    )


def test_a_reference_leads_to_itself(tmp_path: Path) -> None:
    """A schema that is itself says nothing."""
    expected = [
        Diagnostic(
            "circular-ref",
            "the schema is itself: its `$ref` leads back here",
            in_schema(17, 15, 11),
        ),
    ]
    assert expected == small(
        tmp_path,
        {"a": {"$ref": "#/$defs/A"}},
        defs={"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/A"}},
    )


@pytest.mark.parametrize(
    ("library", "code"),
    [
        ('{"$defs": {"A": {"type" "string"}}}', "invalid-json"),
        ("[]", "invalid-schema"),
        ('{"$defs": []}', "invalid-schema"),
    ],
)
def test_a_reference_leads_to_a_file_that_is_broken(
    tmp_path: Path, library: str, code: str
) -> None:
    """The file is what is wrong; what it would have is not known."""
    used = {"$ref": "library.schema.json#/$defs/A"}
    files = {"schemas/library.schema.json": library}
    problems = small(tmp_path, {"a": used, "b": used}, {"id": "x"}, files=files)
    assert [problem.code for problem in problems] == [code]
