"""Whatever a schema says, the project compiles or has problems."""

import json
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.profile import fuzz
from tests.fuzz.sound import problems
from tests.fuzz.strategies import Json, text_of, values
from tests.support.command import ROOT
from tests.support.projects import seed

KEYWORDS = (
    *("type", "properties", "required", "items", "prefixItems", "contains", "enum"),
    *("const", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "$ref", "$defs"),
    *("additionalProperties", "patternProperties", "propertyNames", "minProperties"),
    *("minimum", "maximum", "exclusiveMinimum", "multipleOf", "minLength", "maxLength"),
    *("pattern", "format", "minItems", "maxItems", "uniqueItems", "default", "title"),
    *("description", "examples", "deprecated", "$id", "$schema", "$anchor", "$comment"),
    *("dependentRequired", "dependentSchemas", "unevaluatedProperties", "minimun"),
    *("x-table", "x-column", "x-references", "x-colunm", "A", "id"),
)
TABLE_KEYS = (
    *("name", "primaryKey", "unique", "indexes", "foreignKeys", "checks", "removed"),
    *("columns", "column", "order", "method", "where", "references", "table", "prune"),
    *("visibility", "id", "items", "n", "tags", "btree", "desc"),
)
COLUMN_KEYS = (
    *(
        "name",
        "type",
        "owner",
        "store",
        "default",
        "visibility",
        "seed",
        "once",
        "live",
    ),
    *("rows", "json", "server", "by", "targets", "kind", "items.id"),
)
RECORDS = seed({"id": "a", "n": 1, "v": {"x": [1]}, "tags": ["b"]}, {"id": 2})
SEED = "seeds/items.json"
SCHEMA = "schemas/items.schema.json"

schemas = values(KEYWORDS, leaves=25)
types = st.sampled_from(
    ["string", "integer", "number", "boolean", "object", "array", ["string", "null"]]
)
_SCHEMA_KEYS = ("items", "not", "if", "then", "additionalProperties", "contains")
likely = st.recursive(
    st.fixed_dictionaries({"type": types}) | st.booleans() | schemas,
    lambda inner: st.fixed_dictionaries(
        {},
        optional={
            **dict.fromkeys(_SCHEMA_KEYS, inner),
            **dict.fromkeys(("allOf", "anyOf", "oneOf"), st.lists(inner, max_size=3)),
            "properties": st.dictionaries(st.sampled_from("abid"), inner, max_size=3),
            "type": types,
            "$ref": st.sampled_from(["#", "#/$defs/A", "#/properties/v", "b#/$defs/A"]),
            "x-column": values(COLUMN_KEYS, leaves=4),
            "x-references": values(COLUMN_KEYS, leaves=3),
        },
    ),
    max_leaves=12,
)


def _table(properties: Json, **keywords: Json) -> dict[str, Json]:
    plain = {"id": {"type": "string"}, "n": {"type": "integer"}}
    given = {**plain, **properties} if isinstance(properties, dict) else properties
    base = {"type": "object", "x-table": {}, "required": ["id"]}
    return {**base, "properties": given, **keywords}


@fuzz(150)
@given(schemas)
def test_any_value(value: Json) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Any JSON at all in place of a schema."""
    problems({SCHEMA: text_of(value), SEED: RECORDS})


@fuzz(150)
@given(likely, likely)
def test_any_property(one: Json, other: Json) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """A property and a definition of nearly valid schemas."""
    table = _table({"v": one}, **{"$defs": {"A": other}})
    problems({SCHEMA: text_of(table), SEED: RECORDS})


@fuzz(150)
@given(values(TABLE_KEYS), values(TABLE_KEYS))
def test_any_table_keyword(table: Json, items: Json) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Any `x-table`, of a table and of a list that is stored as rows."""
    row = {"type": "object", "properties": {"n": {"type": "integer"}}, "x-table": items}
    tags = {"type": "array", "items": row, "x-column": {"store": "rows"}}
    text = text_of({**_table({"tags": tags}), "x-table": table})
    problems({SCHEMA: text, SEED: RECORDS})


@fuzz(150)
@given(values(COLUMN_KEYS), values(COLUMN_KEYS), types)
def test_any_column_keyword(column: Json, references: Json, kind: Json) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Any `x-column` and any `x-references`."""
    v = {"type": kind, "x-column": column}
    n = {"type": "integer", "x-references": references}
    problems({SCHEMA: text_of(_table({"v": v, "n": n})), SEED: RECORDS})


@cache
def _sample() -> dict[str, str]:
    names = ("schemas/*.json", "seeds/*.json")
    paths = [path for name in names for path in ROOT.glob(name)]
    return {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths
    }


@st.composite
def _changed(draw: st.DrawFn, value: Json) -> Json:
    """Return a value in which one part, at any depth, is another."""
    inside = isinstance(value, dict | list) and value and draw(st.integers(0, 4))
    if isinstance(value, dict) and inside:
        key = draw(st.sampled_from(sorted(value)))
        changed = draw(_changed(value[key]))
        renamed = draw(st.sampled_from([key, key, key, *KEYWORDS]))
        return {**{k: v for k, v in value.items() if k != key}, renamed: changed}
    if isinstance(value, list) and inside:
        at = draw(st.integers(0, len(value) - 1))
        return [*value[:at], draw(_changed(value[at])), *value[at + 1 :]]
    return draw(schemas)


@fuzz(25)
@given(st.data())
def test_changed_schemas_of_the_sample(data: st.DataObject) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """A schema of the sample with one part of it replaced."""
    files = _sample()
    paths = sorted(path for path in files if path.startswith("schemas/"))
    path = data.draw(st.sampled_from(paths))
    changed = data.draw(_changed(json.loads(files[path])))
    problems({**files, path: text_of(changed)})
