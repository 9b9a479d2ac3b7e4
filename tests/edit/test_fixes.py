"""Which problems have a fix: those with one repair, which raises no other problem."""

import json
from pathlib import Path

import pytest

from seedc.fixing import fix_project, would_fix
from tests.support.command import tree
from tests.support.projects import (
    MINIMAL,
    Files,
    problem_lines,
    problems_in,
    schema,
    seed,
    write_project,
)

STRING = {"type": "string"}
ITEMS = {
    "schemas/items.schema.json": schema({}),
    "seeds/items.json": seed({"id": "sword"}, {"id": "potion"}, {"id": "level_1"}),
}
REFERENCE = {"type": "string", "x-references": "items.id"}


def _left(root: Path, files: Files) -> list[str]:
    """Repair a project, and return the codes of what is left."""
    fix_project(write_project(root, files))
    return [problem.code for problem in problems_in(root)]


def _things(root: Path, properties: dict[str, object], *records: object) -> list[str]:
    """Repair the seeds of a table with a closed schema, and return the codes left."""
    own = {
        "schemas/things.schema.json": schema(properties),
        "seeds/things.json": seed(*records),
    }
    return _left(root, {**ITEMS, **own})


def _text(root: Path, path: str = "seeds/things.json") -> str:
    return (root / path).read_text()


@pytest.mark.parametrize(
    "record",
    [
        '{"id": "a", "colour": "x", "colur": "y"}',  # the right one is there as well
        '{"id": "a", "colur": "x", "coluor": "y"}',  # two that mean the same
        '{"id": "a", "colur": 1}',  # a value that the right one cannot have
        '{"id": "a", "colur": "x", "colur": "y"}',  # twice, with different values
        '{"id": "a", "klr": "x"}',
    ],
)
def test_keys_that_a_person_decides(tmp_path: Path, record: str) -> None:
    """A key is renamed only where that is right for sure, and mends the record."""
    properties: dict[str, object] = {"colour": STRING}
    write_project(tmp_path, {"schemas/things.schema.json": schema(properties)})
    assert _things(tmp_path, properties, record) != []
    assert record in _text(tmp_path)


def test_of_two_keys_near_one(tmp_path: Path) -> None:
    """Between two properties that can have been meant, a person decides."""
    properties: dict[str, object] = {"strength": STRING, "strengths": STRING}
    assert _things(tmp_path, properties, {"id": "a", "strengthh": "x"}) != []


def test_a_key_with_escapes(tmp_path: Path) -> None:
    """A key may be written with escapes; the right one is written plainly."""
    properties: dict[str, object] = {"größe": STRING}
    assert _things(tmp_path, properties, r'{"id": "a", "gr\u00f6\u00dfee": "x"}') == []
    assert '{"id": "a", "größe": "x"}' in _text(tmp_path)


def test_a_name_in_quotes(tmp_path: Path) -> None:
    """A name that JSON has to escape is escaped."""
    properties: dict[str, object] = {
        'say "hello"': {"type": "string", **_column("say")}
    }
    assert _things(tmp_path, properties, r'{"id": "a", "say \"helo\"": "x"}') == []
    assert r'"say \"hello\"": "x"' in _text(tmp_path)


def _column(name: str) -> dict[str, object]:
    return {"x-column": {"name": name}}


def test_a_required_key(tmp_path: Path) -> None:
    """A required key that is misspelt is one problem, with one repair."""
    own = {
        "schemas/things.schema.json": schema(
            {"colour": STRING}, required=["id", "colour"]
        ),
        "seeds/things.json": seed({"id": "a", "coluor": "x"}),
    }
    assert _left(tmp_path, own) == []


def test_a_key_of_the_live_system(tmp_path: Path) -> None:
    """A property that may not stand in a seed is not taken for another."""
    properties: dict[str, object] = {
        "sales": {"type": "integer"},
        "saless": {"type": "integer", "x-column": {"owner": "live"}},
    }
    assert _things(tmp_path, properties, {"id": "a", "saless": 1}) == ["live-property"]


@pytest.mark.parametrize("value", ["fire_ball", "fire", "aqua"])
def test_values_that_a_person_decides(tmp_path: Path, value: str) -> None:
    """A value is replaced only by the one member that it is a slip away from."""
    properties: dict[str, object] = {"kind": {"enum": ["water", "waters", "fireballs"]}}
    assert _things(tmp_path, properties, {"id": "a", "kind": value}) == ["not-in-enum"]


def test_a_value_in_a_key(tmp_path: Path) -> None:
    """What another row may have already is not given to a row."""
    own = {
        "schemas/things.schema.json": schema(
            {"kind": {"enum": ["water", "stone"]}},
            required=["id", "kind"],
            x_table={"unique": [["kind"]]},
        ),
        "seeds/things.json": seed(
            {"id": "a", "kind": "water"}, {"id": "b", "kind": "watre"}
        ),
    }
    assert _left(tmp_path, own) == ["not-in-enum"]


def test_all_that_refers_to_one_row(tmp_path: Path) -> None:
    """Every place that names a missing row is mended, wherever it is."""
    properties: dict[str, object] = {
        "item": REFERENCE,
        "list": {"type": "array", "items": REFERENCE},
        "rows": {"type": "array", "items": REFERENCE, "x-column": {"store": "rows"}},
    }
    record = {"item": "swrod", "list": ["potion", "swrod"], "rows": ["swrod", "swrod"]}
    records = {"id": "a", **record}, {"id": "b", **record}, {"id": "c", "item": "sword"}
    assert _things(tmp_path, properties, *records) == []
    assert "swrod" not in _text(tmp_path)


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ([], []),
        ([{"item": "swrod"}], ["dangling-reference"]),
        ([{"list": ["swrod"]}], ["dangling-reference"]),
        ([{"item": "swrod"}, {"list": ["sword"]}], []),
        ([{"item": "swrod"}, {"item": "sword"}], []),
    ],
)
def test_a_row_that_nothing_refers_to(
    tmp_path: Path, more: list[dict[str, object]], left: list[str]
) -> None:
    """If all that could mean a row writes another id, the row has the typo."""
    properties: dict[str, object] = {
        "item": REFERENCE,
        "list": {"type": "array", "items": REFERENCE},
    }
    others = [{"id": str(i), **record} for i, record in enumerate(more)]
    assert _things(tmp_path, properties, {"id": "a", "item": "swrod"}, *others) == left


def test_a_reference_in_another_form(tmp_path: Path) -> None:
    """Case is a slip; a number is not."""
    properties: dict[str, object] = {"item": REFERENCE}
    records = {"id": "a", "item": "Sword"}, {"id": "b", "item": "level_2"}
    assert _things(tmp_path, properties, *records) == ["dangling-reference"]
    assert '"sword"' in _text(tmp_path)


def test_a_reference_that_its_schema_forbids(tmp_path: Path) -> None:
    """A row that may not be named here is not."""
    properties: dict[str, object] = {"item": {**REFERENCE, "not": {"const": "sword"}}}
    left = _things(tmp_path, properties, {"id": "a", "item": "swrod"})
    assert left == ["dangling-reference"]


def test_a_composite_reference(tmp_path: Path) -> None:
    """Of a key of several columns nobody knows which one is wrong."""
    key = {
        "columns": ["a", "b"],
        "references": {"table": "pairs", "columns": ["a", "b"]},
    }
    both = {"a": STRING, "b": STRING}
    files = {
        "schemas/pairs.schema.json": schema(
            both, required=["a", "b"], x_table={"primaryKey": ["a", "b"]}
        ).replace('"id": {\n      "type": "string"\n    },', ""),
        "seeds/pairs.json": seed({"a": "sword", "b": "shield"}),
        "schemas/things.schema.json": schema(both, x_table={"foreignKeys": [key]}),
        "seeds/things.json": seed({"id": "x", "a": "sword", "b": "shiedl"}),
    }
    assert _left(tmp_path, files) == ["dangling-reference"]


LOOT = {
    "type": "object",
    "x-table": {"primaryKey": ["enemy", "item"]},
    "required": ["enemy", "item"],
    "properties": {"enemy": REFERENCE, "item": REFERENCE},
}


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        ([("potion", "swrod")], 0),
        ([("potion", "swrod"), ("sword", "swrod")], 0),
        ([("potion", "sword"), ("potion", "swrod")], 1),  # that row is there
        ([("potion", "swrod"), ("potion", "swodr")], 1),  # both would be one row
        ([("potin", "swrod"), ("potion", "sword")], 1),
        ([("potin", "swrod"), ("potion", "potion")], 0),
        ([("swrod", "swrod"), ("sword", "potion")], 0),
        ([("swrod", "swrod"), ("sword", "sword")], 1),
    ],
)
def test_references_in_keys(
    tmp_path: Path, rows: list[tuple[str, str]], left: int
) -> None:
    """A reference is mended only where that makes no row a copy of another's key."""
    files = {
        **ITEMS,
        "schemas/loot.schema.json": _json(LOOT),
        "seeds/loot.json": seed(*({"enemy": e, "item": i} for e, i in rows)),
    }
    assert _left(tmp_path, files) == ["dangling-reference"] * left


def _json(value: object) -> str:
    return json.dumps(value, indent=2)


@pytest.mark.parametrize(
    "text",
    [
        '{"id": "a", "n": 1, "n": 2}',
        '{"id": "a", "n": 1, "n": 1.0}',
        '{"id": "a", "n": 1, "n": "1"}',
    ],
)
def test_pairs_that_differ(tmp_path: Path, text: str) -> None:
    """Which of two values counts, a person decides."""
    properties: dict[str, object] = {"n": {"type": ["number", "string"]}}
    assert "duplicate-key" in _things(tmp_path, properties, text)
    assert text in _text(tmp_path)


def test_pairs_in_pairs(tmp_path: Path) -> None:
    """Pairs that stand twice inside of one that stands twice are all mended."""
    inner = r'"o": {"n": 1 , "\u006e": 1, "n": 1}'
    properties: dict[str, object] = {
        "o": {"type": "object", "properties": {"n": {"type": "number"}}}
    }
    assert _things(tmp_path, properties, f'{{"id": "a", {inner},\n {inner}}}') == []
    assert '{"id": "a", "o": {"n": 1 }}' in _text(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        '{"id": "a",, "n": 1}',
        '{"id": "a", "n": [,]}',
        "{,}",
        '{"id": "a", "n": ,}',
        '{"id": "a", "n": 1 // ,\n}',
    ],
)
def test_commas_that_are_not_trailing(tmp_path: Path, text: str) -> None:
    """What is missing beside a comma, a person knows."""
    assert _things(tmp_path, {"n": {"type": "number"}}, text) == ["invalid-json"]
    assert text in _text(tmp_path)


def test_all_trailing_commas(tmp_path: Path) -> None:
    """A file full of trailing commas is one problem with one repair."""
    record = '{"id": "a%d", "n": [[1, 2,] , "],}",\n],}'
    records = [record % i for i in range(300)]
    properties: dict[str, object] = {"n": {"type": "array"}}
    assert _things(tmp_path, properties, *records) == []
    assert '{"id": "a7", "n": [[1, 2] , "],}"\n]}' in _text(tmp_path)


def test_the_project_file(tmp_path: Path) -> None:
    """Keys of the project file are renamed wherever they are written."""
    wrong = '[targest]\npython = { pakcage = "p" } # [targest]'
    toml = MINIMAL.replace("[targets]", wrong) + "[targest.typescript]\n"
    write_project(tmp_path, {**ITEMS, "seedc.toml": toml})
    assert len(fix_project(tmp_path)) == 2
    right = '[targets]\npython = { package = "p" } # [targest]'
    expected = MINIMAL.replace("[targets]", right) + "[targets.typescript]\n"
    assert _text(tmp_path, "seedc.toml") == expected


@pytest.mark.parametrize(
    "lines",
    [
        "[severity]\nworng-type = 'off'",  # which may not be lowered
        "[severity]\nunexpected-file = 'off'\nunexpected-fiel = 'error'",
        "[severity]\nunexpected-flie = 'off'\nunexpected-fiel = 'error'",
        "[deploy]\nlock_timeuot = 5",
        "[deploy]\nlock_timeuot = '5s'\nlock_timeout = '6s'",
        "[[deplyo]]\nlock_timeout = '5s'",
    ],
)
def test_options_that_a_person_decides(tmp_path: Path, lines: str) -> None:
    """What would be wrong under its right name is left alone."""
    write_project(tmp_path, {**ITEMS, "seedc.toml": MINIMAL + lines})
    assert fix_project(tmp_path) == ()


def test_what_is_off(tmp_path: Path) -> None:
    """A project without problems is not touched, byte for byte and inode for inode."""
    write_project(tmp_path, ITEMS)
    before = {path: path.stat() for path in tmp_path.rglob("*")}
    assert fix_project(tmp_path) == ()
    assert {path: path.stat() for path in tmp_path.rglob("*")} == before


def test_what_would_be_done(tmp_path: Path) -> None:
    """Asking what would be done tells all of it, and changes nothing."""
    mark = "\ufeff"
    text = seed('{"id": "a", "item": "swrod", "item": "swrod",}')
    files = {
        **ITEMS,
        "seedc.toml": mark + MINIMAL,
        "schemas/things.schema.json": mark + schema({"item": REFERENCE}),
        "seeds/things.json": mark + text,
    }
    before = tree(write_project(tmp_path, files))
    asked = would_fix(tmp_path)
    assert tree(tmp_path) == before
    done = fix_project(tmp_path)
    assert [each.problem for each in asked] == [each.problem for each in done]
    assert len(done) == 6
    assert problem_lines(problems_in(tmp_path)) == ""


def test_links(tmp_path: Path) -> None:
    """A file with several names is repaired once, through whichever link."""
    files = {
        "schemas/a.schema.json": schema({}),
        "schemas/b.schema.json": schema({}),
        "shared/rows.json": seed('{"id": "a",}', '{"id": "b",}'),
    }
    write_project(tmp_path, files)
    (tmp_path / "seeds/a.json").symlink_to("../shared/rows.json")
    (tmp_path / "seeds/b.json").symlink_to(tmp_path / "shared/rows.json")
    asked = would_fix(tmp_path)
    assert [each.problem.place.path for each in asked] == [
        "seeds/a.json",
        "seeds/b.json",
    ]
    assert len(fix_project(tmp_path)) == 1
    assert problems_in(tmp_path) == []
    assert (tmp_path / "seeds/a.json").is_symlink()
    assert (tmp_path / "seeds/b.json").is_symlink()
