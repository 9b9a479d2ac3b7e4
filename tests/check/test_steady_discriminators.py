"""What tells the types of a union apart has one name in all of them."""

from pathlib import Path

import pytest

from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place
from tests.check.small import small


def arms(*titles: str) -> dict[str, object]:
    """Return the schema of a union of objects that `kind` tells apart."""
    return {
        "oneOf": [
            {
                "title": title,
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"const": title.lower()}},
            }
            for title in titles
        ]
    }


def problems(root: Path, target: str, *options: str) -> list[Diagnostic]:
    """Return what is wrong with options of a project that has a union."""
    lines = ['[project]\nname = "small"\n', f"[targets.{target}]", *options]
    toml = "\n".join([*lines, ""])
    return small(root, {"arm": arms("Ball", "Cube")}, files={"seedc.toml": toml})


TARGETS = pytest.mark.parametrize("target", ["python", "typescript"])


@TARGETS
def test_one_of_several_is_renamed(target: str, tmp_path: Path) -> None:
    """It is one problem at the option, and its help names the others."""
    language = {"python": "Python", "typescript": "TypeScript"}[target]
    assert problems(tmp_path, target, 'names = { "Ball.kind" = "sort" }') == [
        Diagnostic(
            "invalid-option",
            "`kind` tells `Ball` and `Cube` apart, and would have several names in"
            f" {language}: `sort` and `kind`",
            Place("seedc.toml", 5, 11, 11),
            help='give it the same name in all: `"Cube.kind" = "sort"`',
        )
    ]


@TARGETS
@pytest.mark.parametrize(
    "names",
    [
        '{ "Ball.kind" = "sort", "Cube.kind" = "sort" }',
        '{ "Ball.kind" = "kind" }',
        '{ Ball = "Sphere" }',
    ],
)
def test_one_name_in_all(target: str, names: str, tmp_path: Path) -> None:
    """All may be renamed alike, and types may have any name."""
    assert problems(tmp_path, target, f"names = {names}") == []


def test_a_case_is_a_name(tmp_path: Path) -> None:
    """What another case makes of the key is what a name is compared with."""
    for name, codes in (("Kind", []), ("kind", ["invalid-option"])):
        names = f'names = {{ "Ball.kind" = "{name}" }}'
        found = problems(tmp_path, "typescript", 'case = "PascalCase"', names)
        assert [p.code for p in found] == codes


def test_unions_that_share_a_type(tmp_path: Path) -> None:
    """They are one problem, whose help says all that there is to do."""
    toml = '[targets.python]\nnames = { "ThingBall.kind" = "sort" }\n'
    members = {
        name: {key: value for key, value in arm.items() if key != "title"}
        for name in ("Ball", "Cube", "Cone")
        for arm in arms(name)["oneOf"]  # type: ignore[attr-defined]  # it is a list
    }
    pairs = {
        key: {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in names]}
        for key, names in (("one", ("Ball", "Cube")), ("two", ("Ball", "Cone")))
    }
    files = {"seedc.toml": f'[project]\nname = "small"\n{toml}'}
    (problem,) = small(tmp_path, pairs, files=files, defs=members)
    assert problem.code == "invalid-option"
    assert problem.help is not None
    assert '"ThingCube.kind"' in problem.help
    assert '"ThingCone.kind"' in problem.help
