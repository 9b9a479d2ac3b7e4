"""Schemas of projects that many people use, and some of their own data."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast, final

from seedc.model.json_value import JsonObject, JsonValue
from tests.public.packages import contents

_FEW = 2
_MINECRAFT = "minecraft-data@3.117.0"
_MDN = "mdn-data@2.37.2"


@final
@dataclass(frozen=True, slots=True)
class Published:
    """A published schema.

    Attributes:
        project: Whose it is.
        package: The package that it comes in.
        schema: Path of the schema in it.
        path: Where in the schema that of one record stands.
        key: The property that identifies a record; None: the table gets an `id`;
            `document`: a record is a whole document.
        data: Path of a file with data, in the package.
        inside: Where in that file the records stand.
        sample: A valid document, where the package has none.
    """

    project: str
    package: str
    schema: str
    path: tuple[str, ...] = ()
    key: str | None = "document"
    data: str | None = None
    inside: tuple[str, ...] = ()
    sample: JsonValue = None

    @property
    def file(self) -> str:
        """Name of its file."""
        return self.schema.rpartition("/")[2]


def records(published: Published) -> list[JsonValue]:
    """Return a few records for the table of a published schema."""
    if published.key == "document":
        return list(_documents(published))
    if published.data is None:
        return []
    found = contents(published.package, published.data)
    for step in published.inside:
        found = cast("JsonObject", found)[step]
    if isinstance(found, dict):  # by its key
        some = itertools.islice(found.items(), _FEW)
        return [{"id": key, **cast("JsonObject", value)} for key, value in some]
    few = cast("list[JsonObject]", found)[:_FEW]
    if published.key:
        return [*few]
    return [{"id": f"{i}", **record} for i, record in enumerate(few)]


def _documents(published: Published) -> Iterator[JsonValue]:
    document = published.sample
    if published.data is not None:
        document = contents(published.package, published.data)
    if document is not None:
        yield {"id": "a", "document": _short(document)}


def _short(value: JsonValue) -> JsonValue:
    """Return a document with a few of the members of each large object."""
    if not isinstance(value, dict):
        return value
    large = 100
    count = _FEW if len(value) > large else len(value)
    return {k: _short(v) for k, v in itertools.islice(value.items(), count)}


_CONFIGURATIONS: Mapping[str, tuple[str, JsonValue]] = {
    "azure-pipelines": ("Azure Pipelines", None),
    "bamboo-spec": ("Bamboo", None),
    "bitbucket-pipelines": ("Bitbucket Pipelines", None),
    "buildkite": ("Buildkite", None),
    "changie": (
        "Changie",
        {
            "changesDir": ".changes",
            "unreleasedDir": "unreleased",
            "versionExt": "md",
            "changeFormat": "* {{.Body}}",
        },
    ),
    "circle-ci": ("CircleCI", None),
    "citation-file-format": ("Citation File Format", None),
    "cloudbuild": ("Google Cloud Build", None),
    "codecov": ("Codecov", {"codecov": {"require_ci_to_pass": True}}),
    "compose-spec": ("Compose", None),
    "dependabot": (
        "Dependabot",
        {
            "version": 2,
            "updates": [
                {
                    "package-ecosystem": "npm",
                    "directory": "/",
                    "schedule": {"interval": "weekly"},
                }
            ],
        },
    ),
    "drone-ci": ("Drone", None),
    "github-actions": (
        "GitHub actions",
        {
            "name": "greet",
            "description": "Greets.",
            "runs": {"using": "node20", "main": "index.js"},
        },
    ),
    "github-discussion": (
        "GitHub discussions",
        {"body": [{"type": "textarea", "attributes": {"label": "What do you need?"}}]},
    ),
    "github-issue-config": ("GitHub issues", {"blank_issues_enabled": False}),
    "github-issue-forms": (
        "GitHub issue forms",
        {
            "name": "Bug",
            "description": "A bug.",
            "body": [{"type": "textarea", "attributes": {"label": "What happened?"}}],
        },
    ),
    "github-workflows": (
        "GitHub workflows",
        {
            "on": "push",
            "jobs": {"test": {"runs-on": "ubuntu-latest", "steps": [{"run": "make"}]}},
        },
    ),
    "gitlab-ci": ("GitLab CI", None),
    "meltano": ("Meltano", None),
    "mergify": ("Mergify", None),
    "readthedocs": (
        "Read the Docs",
        {
            "version": 2,
            "build": {"os": "ubuntu-22.04", "tools": {"python": "3.12"}},
        },
    ),
    "renovate": ("Renovate", None),
    "snapcraft": ("Snapcraft", None),
    "taskfile": ("Task", {"version": "3", "tasks": {"build": {"cmds": ["make"]}}}),
    "travis": ("Travis CI", None),
    "woodpecker-ci": ("Woodpecker", None),
}
"""Schemas of files, by name, with their project and a valid file."""

_CODE_LISTS: Mapping[str, str | None] = {
    "15924": "alpha_4",
    "3166-1": "alpha_2",
    "3166-2": "code",
    "3166-3": "alpha_4",
    "4217": "alpha_3",
    "639-2": "alpha_3",
    "639-3": "alpha_3",
    "639-5": "alpha_3",
}
"""Keys of ISO's lists of scripts, countries, currencies and languages."""

_GAME: Mapping[str, tuple[str, str]] = {
    "attributes": ("name", "1.17"),
    "biomes": ("id", "1.20"),
    "blockLoot": ("block", "1.20"),
    "blocks": ("id", "1.20"),
    "effects": ("id", "1.20"),
    "enchantments": ("id", "1.20"),
    "entities": ("id", "1.20"),
    "entityLoot": ("entity", "1.20"),
    "foods": ("id", "1.20"),
    "instruments": ("id", "1.20"),
    "items": ("id", "1.20"),
    "mapIcons": ("id", "1.20.2"),
    "particles": ("id", "1.20"),
    "windows": ("id", "1.16.1"),
}
"""The lists of a game, with their key and the version of the game."""

_CSS = ("properties", "syntaxes")

PUBLISHED: tuple[Published, ...] = (
    *(
        Published(
            "iso-codes",
            "iso-codes",
            f"schema-{standard}.json",
            ("properties", standard, "items"),
            key,
            f"iso_{standard}.json",
            (standard,),
        )
        for standard, key in _CODE_LISTS.items()
    ),
    *(
        Published(
            "minecraft-data",
            _MINECRAFT,
            f"minecraft-data/schemas/{name}_schema.json",
            ("items",),
            key,
            f"minecraft-data/data/pc/{version}/{name}.json",
        )
        for name, (key, version) in _GAME.items()
    ),
    *(
        Published(
            "mdn-data",
            _MDN,
            f"css/{name}.schema.json",
            ("additionalProperties",),
            None,
            f"css/{name}.json",
        )
        for name in _CSS
    ),
    Published(
        "mdn-data",
        _MDN,
        "api/inheritance.schema.json",
        ("additionalProperties",),
        None,
        "api/inheritance.json",
    ),
    Published(
        "web-features", "web-features@3.40.0", "data.schema.json", data="data.json"
    ),
    Published(
        "JSON Resume",
        "@jsonresume/schema@1.3.1",
        "schema.json",
        data="sample.resume.json",
    ),
    Published(
        "JSON Resume",
        "@jsonresume/schema@1.3.1",
        "job-schema.json",
        data="sample.job.json",
    ),
    Published("GeoJSON", "geojson-schema@1.0.5", "Feature.json"),
    Published("Knip", "knip@6.44.2", "schema.json"),
    Published("Lerna", "lerna@9.0.7", "schemas/lerna-schema.json"),
    Published(
        "markdownlint",
        "markdownlint@0.40.0",
        "schema/markdownlint-config-schema.json",
    ),
    Published("OpenUI5", "@ui5/manifest@1.89.0", "schema.json"),
    *(
        Published(project, "check-jsonschema", f"{name}.json", sample=sample)
        for name, (project, sample) in _CONFIGURATIONS.items()
    ),
)
"""All of them."""
