"""What a schema calls deprecated, editors strike out."""

from pathlib import Path

from seedc.emit.typescript import emit
from seedc.model.project import TypescriptOptions
from tests.support.projects import catalog_of, schema, seed

PROPERTIES = {
    "old": {"type": "string", "deprecated": True, "description": "See `id`."},
    "rows": {
        "type": "array",
        "deprecated": True,
        "x-column": {"store": "rows"},
        "items": {
            "type": "object",
            "properties": {"value": {"type": "string", "deprecated": True}},
        },
    },
    "inside": {
        "type": "object",
        "properties": {"value": {"type": "string", "deprecated": True}},
    },
}
EXPECTED = """\
export interface ThingRow {
  /** @deprecated */
  readonly value?: string;
}

export interface ThingInside {
  /** @deprecated */
  readonly value?: string;
}

export interface Thing {
  readonly id: ThingId;
  /**
   * See `id`.
   * @deprecated
   */
  readonly old?: string;
  /** @deprecated */
  readonly rows?: readonly ThingRow[];
  readonly inside?: ThingInside;
}
"""


def test_deprecated_members(tmp_path: Path) -> None:
    """Columns, child rows and members of objects have the tag."""
    files = {
        "schemas/things.schema.json": schema(PROPERTIES),
        "seeds/things.json": seed(),
    }
    catalog = catalog_of(tmp_path, files)
    made = {f.path: f.content for f in emit(catalog, {}, TypescriptOptions("p"))}
    assert EXPECTED in made["typescript/things.ts"].decode()
