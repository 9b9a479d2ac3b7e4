"""Packages of the cases, installed as npm does it."""

import shutil
from dataclasses import replace
from pathlib import Path

from seedc.emit.typescript import emit
from seedc.model.project import ModuleForm
from tests.emit.typescript.cases import CASES


def install(project: Path, form: ModuleForm, *, linked: bool) -> None:
    """Put the packages of all cases below `node_modules/@game` of a project.

    Args:
        project: Its folder.
        form: The form of the packages' modules.
        linked: Whether they stand elsewhere, as those of a workspace do.
    """
    scope = project / "node_modules" / "@game"
    scope.mkdir(parents=True)
    (project / "package.json").write_text('{ "type": "module" }')
    for name in CASES:
        package = make(name, form, project.parent / f"{project.name}-{name}")
        if linked:
            (scope / name).symlink_to(package)
        else:
            shutil.move(package, scope / name)


def make(name: str, form: ModuleForm, folder: Path) -> Path:
    """Write the package of a case to a folder."""
    case = CASES[name]
    folder.mkdir()
    for file in emit(case.catalog, case.rows, replace(case.options, modules=form)):
        (folder / file.path.removeprefix("typescript/")).write_bytes(file.content)
    return folder
