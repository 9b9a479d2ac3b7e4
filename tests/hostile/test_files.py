"""Links, pipes and folders in place of files, odd names, and files that change."""

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.bounded import ANY, SCHEMA, SEED, check, codes, run
from tests.support.projects import seed, write_project

FILES = {SCHEMA: ANY, SEED: seed({"id": "a"})}
RULES = {"rules/none.sql": "-- no item\nSELECT id FROM items WHERE false\n"}
SOURCES = (SCHEMA, SEED, "rules/none.sql")
FOLDERS = ("schemas", "seeds", "rules")

Replace = Callable[[Path], None]


def _replaced(root: Path, path: str, replace: Replace) -> Path:
    """Write the project, with something else in place of one of its files."""
    # A rule that can be run would start a database.
    write_project(root, FILES | RULES if path.startswith("rules") else FILES)
    if (root / path).is_dir():
        shutil.rmtree(root / path)
    (root / path).unlink(missing_ok=True)
    replace(root / path)
    return root


def _link(to: str | Path) -> Replace:
    return lambda path: path.symlink_to(to)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(path.parent)  # the path of a socket is short
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)


@pytest.mark.parametrize("to", ["/etc/passwd", "/dev/zero", "/dev/stdin", ".."])
@pytest.mark.parametrize("path", SOURCES)
def test_links_out_of_the_project(tmp_path: Path, path: str, to: str) -> None:
    """A file that is one is refused unread, be it endless."""
    target = str(tmp_path) if to == ".." else to
    root = _replaced(tmp_path / "project", path, _link(target))
    if to == "..":
        (tmp_path / "secret.json").write_text("secret", "utf-8")
    done = run(root)
    assert "root:" not in done.err
    assert "secret" not in done.err
    assert done.code == 1 or to == ".."


@pytest.mark.parametrize("path", [*FOLDERS, "seeds/items"])
def test_folders_that_lead_out(tmp_path: Path, path: str) -> None:
    """Nothing of another folder is listed, and its lack has no other consequence."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "secret.json").write_text("{}", "utf-8")
    root = _replaced(tmp_path / "project", path, _link(other))
    if path == "seeds/items":
        (root / SEED).unlink()
    done = run(root)
    assert codes(done) == {"outside-project"}
    assert "secret" not in done.err


@pytest.mark.parametrize("path", SOURCES)
def test_links_that_lead_nowhere(tmp_path: Path, path: str) -> None:
    """A file that is not there, or only in a circle, is a failing world."""
    for number, to in enumerate(("nowhere", Path(path).name)):
        root = _replaced(tmp_path / str(number), path, _link(to))
        done = run(root)
        assert (done.code, done.err.count("\n")) == (3, 1)


def test_folders_in_a_circle(tmp_path: Path) -> None:
    """A folder of seeds that is the folder of all seeds ends somewhere."""
    root = _replaced(tmp_path, "seeds/more", _link("."))
    assert codes(run(root)) == {"seed-without-schema"}


@pytest.mark.parametrize("make", [os.mkfifo, _socket], ids=["pipe", "socket"])
@pytest.mark.parametrize("path", [*SOURCES, "seeds/notes"])
def test_what_is_no_file(tmp_path: Path, path: str, make: Replace) -> None:
    """A pipe is not waited for."""
    done = run(_replaced(tmp_path, path, make))
    assert done.code == (0 if path == "seeds/notes" else 3)


@pytest.mark.parametrize("path", SOURCES)
def test_folders_in_place_of_files(tmp_path: Path, path: str) -> None:
    """They are told."""
    done = run(_replaced(tmp_path, path, Path.mkdir))
    assert (
        "seed-without-schema" in done.err
        or "unexpected-file" in done.err
        or codes(done)
    )


@pytest.mark.parametrize(
    "name", ["a\nb", "a\x1b[31mb", "a\u202eb", "a\rb", "\u200b", "a\udcff", "x" * 200]
)
@pytest.mark.parametrize("path", ["seeds/{}.json", "schemas/{}.schema.json"])
def test_odd_names_of_files(tmp_path: Path, path: str, name: str) -> None:
    """A name that no terminal should see is told with escapes."""
    write_project(tmp_path, FILES)
    content = seed() if path.startswith("seeds") else ANY
    with open(os.fsencode(tmp_path / path.format(name)), "w") as file:  # noqa: PTH123, no text
        file.write(content)
    done = run(tmp_path)
    assert codes(done)


@pytest.mark.parametrize(
    ("one", "other"), [("item", "Item"), ("caf\u00e9", "cafe\u0301")]
)
def test_names_that_are_one_elsewhere(tmp_path: Path, one: str, other: str) -> None:
    """Two files of one table that Windows or macOS would take for one are told."""
    files = {f"seeds/items/{name}.json": seed({"id": name}) for name in (one, other)}
    write_project(tmp_path, {SCHEMA: ANY, **files})
    assert codes(run(tmp_path)) == {"name-collision"}


def test_thousands_of_seed_files(tmp_path: Path) -> None:
    """A table may have them."""
    files = {f"seeds/items/{i}.json": seed({"id": f"a{i}"}) for i in range(3_000)}
    done = run(write_project(tmp_path, {SCHEMA: ANY, **files}))
    assert "3,000 rows" in done.out


_MEANWHILE = """
import seedc.read.text_file as module
read = module._content
def meanwhile(file):
    if file.name == "items.json":
        {change}
    content = read(file)
    {after}
    return content
module._content = meanwhile
"""


@pytest.mark.parametrize(
    ("change", "after", "code"),
    [
        ("file.unlink()", "", 3),
        ("file.write_text('')", "", 1),
        ("", "file.unlink()", 1),
        ("", "file.write_text('x')", 1),
    ],
    ids=["vanishes", "is-emptied", "vanishes-behind-us", "changes-behind-us"],
)
def test_files_that_change_meanwhile(
    tmp_path: Path, change: str, after: str, code: int
) -> None:
    """What was read is what counts."""
    files = {SCHEMA: ANY, SEED: seed({"id": 1})}
    root = write_project(tmp_path, files)
    before = _MEANWHILE.format(change=change or "pass", after=after or "pass")
    assert run(root, before=before).code == code


def test_more_than_fits_into_memory(tmp_path: Path) -> None:
    """A file larger than memory is a failing world, in one line."""
    root = write_project(tmp_path, {SCHEMA: ANY, SEED: ""})
    with (root / SEED).open("wb") as file:
        file.truncate(1 << 40)  # takes no room on the disk
    done = run(root)
    assert (done.code, done.err.count("\n")) == (3, 1)


def test_no_project(tmp_path: Path) -> None:
    """What is no file named `seedc.toml` makes no project."""
    makers: tuple[Replace, ...] = (os.mkfifo, _socket, Path.mkdir)
    for number, make in enumerate(makers):
        (tmp_path / str(number)).mkdir()
        make(tmp_path / str(number) / "seedc.toml")
        assert run(tmp_path / str(number)).code == 2


def test_an_empty_project(tmp_path: Path) -> None:
    """An empty project file is told."""
    assert check(tmp_path, {"seedc.toml": ""}) == {"empty-file"}
