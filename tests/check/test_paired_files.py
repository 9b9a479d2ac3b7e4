"""Every table has a schema and a seed file, and no two schemas make one table."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.source import Place
from tests.check.small import in_schema, small
from tests.support.projects import schema, seed


def test_a_schema_and_its_seed_are_a_pair(tmp_path: Path) -> None:
    """A seed file goes by the name of its table, or of the file of its schema."""
    assert small(tmp_path, {}, x_table={"name": "objects"}) == []


def test_a_seed_has_a_schema(tmp_path: Path) -> None:
    """A seed file that goes by no table is a mistake."""
    expected = [
        Diagnostic(
            "seed-without-schema",
            "there is no schema for the table `thing`",
            Place("seeds/thing.json"),
            help="did you mean `things`?",
        ),
    ]
    assert expected == small(tmp_path, {}, files={"seeds/thing.json": seed()})


def test_a_schema_has_a_seed(tmp_path: Path) -> None:
    """A table without a seed file is a mistake."""
    expected = [
        Diagnostic(
            "schema-without-seed",
            "the table `others` has no seed file",
            Place("schemas/others.schema.json", 3, 3, 9),
            help='add a file `others.json` with `"data": []` to the seeds',
        ),
    ]
    assert expected == small(
        tmp_path, {}, files={"schemas/others.schema.json": schema({})}
    )


def test_a_misnamed_file_is_one_mistake(tmp_path: Path) -> None:
    """A seed with a typo in its name is told once, with the table that it is for."""
    files = {"schemas/others.schema.json": schema({}), "seeds/otters.json": seed()}
    there = Place("schemas/others.schema.json", 3, 3, 9)
    expected = [
        Diagnostic(
            "seed-without-schema",
            "there is no schema for the table `otters`",
            Place("seeds/otters.json"),
            notes=(Note("this table has no seed file", there),),
            help="did you mean `others`?",
        ),
    ]
    assert expected == small(tmp_path, {}, files=files)


def test_a_seed_with_a_wrong_ending_is_one_mistake(tmp_path: Path) -> None:
    """A file that is not read and a table without a seed are told together."""
    files = {"schemas/others.schema.json": schema({}), "seeds/others.jsn": seed()}
    expected = [
        Diagnostic(
            "schema-without-seed",
            "the table `others` has no seed file",
            Place("schemas/others.schema.json", 3, 3, 9),
            notes=(Note("this file is not read", Place("seeds/others.jsn")),),
            help="name it `others.json`",
        ),
    ]
    assert expected == small(tmp_path, {}, files=files)


def test_a_schema_with_a_wrong_ending_is_one_mistake(tmp_path: Path) -> None:
    """So are a file that is not read and a seed without a schema."""
    files = {"schemas/others.json": schema({}), "seeds/others.json": seed()}
    expected = [
        Diagnostic(
            "seed-without-schema",
            "there is no schema for the table `others`",
            Place("seeds/others.json"),
            notes=(Note("this file is not read", Place("schemas/others.json")),),
            help="name it `others.schema.json`",
        ),
    ]
    assert expected == small(tmp_path, {}, files=files)


def test_references_to_a_missing_schema_are_no_mistake(tmp_path: Path) -> None:
    """What refers to a table whose schema is missing may be right."""
    keyed = {"other": {"type": "string", "x-references": "others.id"}}
    expected = [
        Diagnostic(
            "seed-without-schema",
            "there is no schema for the table `others`",
            Place("seeds/others.json"),
        ),
    ]
    assert expected == small(tmp_path, keyed, files={"seeds/others.json": seed()})


def test_a_schema_with_problems_keeps_its_seed(tmp_path: Path) -> None:
    """Where `x-table` is misspelt, the seed is not to blame."""
    text = schema({}).replace("x-table", "x-tabel")
    files = {"schemas/others.schema.json": text, "seeds/others.json": seed()}
    found = small(tmp_path, {}, files=files)
    assert [p.code for p in found] == ["unknown-keyword"]


def test_two_schemas_do_not_make_one_table(tmp_path: Path) -> None:
    """A table may not be given the name of another."""
    expected = [
        Diagnostic(
            "name-collision",
            "two tables are named `things`",
            in_schema(3, 3, 9),
            notes=(
                Note("the other one", Place("schemas/others.schema.json", 3, 3, 9)),
            ),
            help="give one of them another `name` in `x-table` or `x-column`",
        ),
    ]
    assert expected == small(
        tmp_path,
        {},
        files={"schemas/others.schema.json": schema({}, x_table={"name": "things"})},
    )
