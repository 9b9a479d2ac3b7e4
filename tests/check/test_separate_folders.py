"""The folder of the output is none of the sources', and none of these is in another."""

from pathlib import Path

import pytest

from tests.check.shown import text_at
from tests.check.small import small


def _toml(**folders: str) -> dict[str, str]:
    lines = [f'{key} = "{folder}"' for key, folder in folders.items()]
    return {"seedc.toml": "\n".join(["[project]", 'name = "game"', *lines, ""])}


@pytest.mark.parametrize(
    "folders",
    [
        {"out": "seeds"},
        {"out": "Schemas"},
        {"out": "rules/made"},
        {"seeds": "data", "out": "data/out"},
        {"schemas": "out/schemas"},
        {"seeds": "schemas"},
    ],
)
def test_two_folders_are_one(tmp_path: Path, folders: dict[str, str]) -> None:
    """What is built there would be read, or what is read there be taken away."""
    (problem,) = small(tmp_path, {}, files=_toml(**folders))
    assert problem.code == "invalid-option"
    assert text_at(tmp_path, problem.place) in folders


def test_names_may_begin_alike(tmp_path: Path) -> None:
    """`out-seeds` is not in `out`."""
    assert small(tmp_path, {}, files=_toml(out="seeds-out")) == []


@pytest.mark.parametrize(
    "folder", ["out/templates", "schemas", "Rules", "seeds/python"]
)
def test_templates_have_a_folder_of_their_own(tmp_path: Path, folder: str) -> None:
    """Those of a target are sources too, told where they are named."""
    toml = f'{_toml()["seedc.toml"]}[targets.python]\ntemplates = "{folder}"\n'
    (problem,) = small(tmp_path, {}, files={"seedc.toml": toml})
    assert problem.code == "invalid-option"
    assert text_at(tmp_path, problem.place) == "templates"
    assert "`targets.python.templates`" in problem.message
