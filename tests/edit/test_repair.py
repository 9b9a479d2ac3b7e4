"""Applying fixes: what is asked for, to the byte, or nothing."""

import os
from pathlib import Path

import pytest

from seedc.edit.files import discard_drafts
from seedc.edit.repair import edited, repair
from seedc.model.diagnostic import Diagnostic, Edit, Fix
from seedc.model.errors import WorldError
from seedc.model.source import Place

PATH = "seeds/a.json"
TEXT = "\ufeff{ \u00e9: 1,\r\n\tb: 22 }"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a file, as it would not be written on this system."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / PATH).write_bytes(TEXT.encode())
    return tmp_path


def _edit(before: str, text: str, path: str = PATH) -> Edit:
    start = TEXT.index(before)
    return Edit(path, start, start + len(before), text, before)


def _problem(*edits: Edit) -> Diagnostic:
    return Diagnostic("no", "no", Place(PATH), fix=Fix("mend it", edits))


def _content(root: Path) -> str:
    return (root / PATH).read_bytes().decode()


def _names(root: Path) -> list[str]:
    return [path.name for path in (root / "seeds").iterdir()]


def test_an_edit_changes_its_span_and_nothing_else(root: Path) -> None:
    """Mark, line ends, tabs and the missing line end stay."""
    (done,) = repair(root, [_problem(_edit("22", "333"))])
    assert _content(root) == "\ufeff{ \u00e9: 1,\r\n\tb: 333 }"
    assert done.before[PATH].text == TEXT


def test_several_fixes(root: Path) -> None:
    """Fixes of one file are made together, in whatever order they come."""
    problems = [
        _problem(_edit("22", "3")),
        _problem(_edit("\ufeff", ""), _edit(",", "")),
    ]
    assert len(repair(root, problems)) == 2
    assert _content(root) == "{ \u00e9: 1\r\n\tb: 3 }"


def test_fixes_that_touch(root: Path) -> None:
    """Of fixes that share text the first is made, and no part of the second."""
    first, second = _edit("b: 22", "c"), _edit("22", "3")
    done = repair(root, [_problem(first), _problem(second, _edit(",", ""))])
    assert [each.fix.edits for each in done] == [(first,)]
    assert _content(root) == "\ufeff{ \u00e9: 1,\r\n\tc }"


def test_fixes_side_by_side(root: Path) -> None:
    """Fixes that only meet do not touch."""
    assert len(repair(root, [_problem(_edit("b", "")), _problem(_edit(":", ";"))])) == 2


def test_problems_without_fixes(root: Path) -> None:
    """What a person must decide is left alone."""
    assert repair(root, [Diagnostic("no", "no", Place("nowhere"))]) == ()


def test_edited_needs_no_order() -> None:
    """Edits may come in any order."""
    edits = [Edit("", 2, 3, "C", "c"), Edit("", 0, 1, "", "a")]
    assert edited("abc", edits) == edited("abc", edits[::-1]) == "bC"


@pytest.mark.parametrize("text", [" " + TEXT, "", TEXT.replace("22", "23")])
def test_a_file_that_changed(root: Path, text: str) -> None:
    """Where one file no longer holds what was found, none is changed."""
    (root / "seeds/b.json").write_bytes(TEXT.encode())
    (root / PATH).write_bytes(text.encode())
    other = _problem(_edit("22", "3", "seeds/b.json"))
    with pytest.raises(WorldError, match=r"seeds/a\.json: the file changed"):
        repair(root, [other, _problem(_edit("22", "3"))])
    assert (_content(root), (root / "seeds/b.json").read_bytes()) == (
        text,
        TEXT.encode(),
    )


def test_a_file_that_is_no_text_any_more(root: Path) -> None:
    """Bytes that are no UTF-8 are a change like others."""
    (root / PATH).write_bytes(b"\xff" + TEXT.encode())
    with pytest.raises(WorldError, match="changed"):
        repair(root, [_problem(_edit("22", "3"))])


def test_a_change_while_it_is_written(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who saves the file in the last moment loses nothing."""
    sync = os.fsync

    def meanwhile(handle: int) -> None:
        (root / PATH).write_text("mine")
        sync(handle)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(WorldError, match="changed"):
        repair(root, [_problem(_edit("22", "3"))])
    assert _content(root) == "mine"
    assert _names(root) == ["a.json"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o666])
def test_the_mode_stays(root: Path, mode: int) -> None:
    """Who may read, write or run a file stays as it was."""
    (root / PATH).chmod(mode)
    repair(root, [_problem(_edit("22", "3"))])
    assert (root / PATH).stat().st_mode & 0o777 == mode


def test_a_read_only_file(root: Path) -> None:
    """A file that may not be written is not replaced either."""
    (root / PATH).chmod(0o444)
    with pytest.raises(WorldError, match="read-only"):
        repair(root, [_problem(_edit("22", "3"))])
    assert _content(root) == TEXT


def test_a_link_out_of_the_project(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What is not in the project is not changed, however it is reached."""
    outside = tmp_path_factory.mktemp("outside") / "a.json"
    outside.write_bytes(TEXT.encode())
    (root / PATH).unlink()
    (root / PATH).symlink_to(outside)
    with pytest.raises(WorldError, match="leaves the project"):
        repair(root, [_problem(_edit("22", "3"))])
    assert outside.read_bytes() == TEXT.encode()


def test_a_link_inside_the_project(root: Path) -> None:
    """A link stays one; what it leads to is changed."""
    (root / PATH).rename(root / "real.json")
    (root / PATH).symlink_to("../real.json")
    repair(root, [_problem(_edit("22", "3"))])
    assert (root / PATH).is_symlink()
    assert "b: 3 }" in _content(root)


def test_a_folder(root: Path) -> None:
    """What is no file is refused."""
    (root / PATH).unlink()
    (root / PATH).mkdir()
    with pytest.raises(WorldError, match="no regular file"):
        repair(root, [_problem(_edit("22", "3"))])


def test_a_full_disk(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new content cannot be written, the old one stays and no draft does."""

    def refuse(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        repair(root, [_problem(_edit("22", "3"))])
    assert (_content(root), _names(root)) == (TEXT, ["a.json"])


def test_a_draft_that_is_a_link(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A link in the place of the draft is not written through."""
    outside = tmp_path_factory.mktemp("outside") / "precious"
    outside.write_text("mine")
    (root / "seeds/.seedc-draft").symlink_to(outside)
    repair(root, [_problem(_edit("22", "3"))])
    assert outside.read_text() == "mine"
    assert _names(root) == ["a.json"]


def test_drafts_are_discarded(root: Path) -> None:
    """What a run that was killed left behind goes."""
    (root / "seeds/.seedc-draft").write_text("half")
    discard_drafts(root, ["seeds", "nowhere"])
    assert _names(root) == ["a.json"]


def test_drafts_elsewhere_stay(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A folder that leaves the project keeps what is in it, and so does a person's."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / ".seedc-draft").write_text("not ours")
    (root / "linked").symlink_to(outside)
    (root / "seeds/.seedc-draft").mkdir()
    discard_drafts(root, ["linked", "seeds"])
    assert (outside / ".seedc-draft").read_text() == "not ours"
    assert (root / "seeds/.seedc-draft").is_dir()
