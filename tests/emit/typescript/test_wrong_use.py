"""What TypeScript says of wrong use: one file in `wrong/` for each mistake."""

import re
import shutil
from pathlib import Path

import pytest

from seedc.model.project import ModuleForm
from tests.emit.typescript.packages import install
from tests.emit.typescript.test_compiles import NODENEXT, configure
from tests.support.node import Node

pytestmark = pytest.mark.node

HERE = Path(__file__).parent
WRONG = sorted((HERE / "wrong").glob("*.ts"))
FIRST_LINE = re.compile(r"// (TS\d+): (.+)")
ERROR = re.compile(r"^(\S+?)\(\d+,\d+\): error ((?:.+)(?:\n  .*)*)", re.MULTILINE)


@pytest.mark.parametrize("compiler", ["tsc", "tsc7"])
@pytest.mark.parametrize("form", ["ts", "js"])
def test_wrong_use_does_not_compile(
    node: Node, tmp_path: Path, compiler: str, form: ModuleForm
) -> None:
    """Each mistake is the error that its file's first line tells, and no other."""
    project = tmp_path / "app"
    install(project, form, linked=True)
    for path in (*WRONG, HERE / "consumer" / "game.d.ts"):
        shutil.copy(path, project)
    configure(project, NODENEXT | {"noEmit": True})
    done = node.start(node.script(compiler), "--project", project, cwd=project)
    found = [(match[1], match[2]) for match in ERROR.finditer(done.stdout)]
    expected = {path.name: first_line(path) for path in WRONG}
    assert sorted(name for name, _ in found) == sorted(expected), done.stdout
    assert not [error for error in found if not is_it(error[1], *expected[error[0]])]


def first_line(path: Path) -> tuple[str, str]:
    """Return the code of the error that a file makes, and a part of its text."""
    match = FIRST_LINE.match(path.read_text())
    assert match, path
    return match[1], match[2]


def is_it(error: str, code: str, text: str) -> bool:
    """Say whether an error is the expected one."""
    return error.startswith(f"{code}: ") and text in error
