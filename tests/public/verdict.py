"""What seedc says of a published schema, and the page that lists all of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, final

from seedc.model.diagnostic import Diagnostic
from seedc.model.json_value import JsonObject
from seedc.model.project import Project
from seedc.pipeline import build
from seedc.read.project_file import PROJECT_FILE
from tests.public.adopt import Adopted, adopt
from tests.public.packages import contents
from tests.public.published import PUBLISHED, Published, records
from tests.support.projects import compiled, project_in, seed, write_project

PAGE = "docs/public-schemas.md"

_PROJECT = '[project]\nname = "{name}"\n\n[targets]\npostgres = {{}}\nsqlite = {{}}\n'
_PROJECT += 'python = {{}}\ntypescript = {{ data = "js" }}\neditor = {{}}\n'
_INTRO = """# Public schemas

Schemas that others have published, as tables of seedc, with some of their own records.
What compiles also passes `tsc` and mypy, can be imported, and loads into Postgres.

Each was made a table by the steps that anybody would take:

- Older drafts were brought up to 2020-12: `$defs` for `definitions`, and so on.
- Keywords that JSON Schema does not have were removed.
  seedc names each as `unknown-keyword`; `minitems`, in mdn-data, is a slip of the pen.
  Where definitions were grouped below such a keyword, they are gone with it.
- Files that a schema refers to were left out: it was taken alone.
- A pattern that engines read in different ways was written as the help says.
- The table got its `x-table`, and an `id` where a record has no key.
  A configuration file is a row with a JSON column `document`.

`tests/public` has the sources with their versions, and holds this page to what is true.
"""


@final
@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a published schema.

    Attributes:
        published: It.
        adopted: It as a table.
        problems: The errors for which it is refused; none: it compiles.
        files: The files that a build writes, by path.
    """

    published: Published
    adopted: Adopted
    problems: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]


def verdict(published: Published, root: Path, name: str) -> Verdict:
    """Compile a published schema as the only table of a project.

    Args:
        published: It.
        root: Folder for the project.
        name: The project's name.
    """
    schema = cast("JsonObject", contents(published.package, published.schema))
    adopted = adopt(schema, published.path, published.key)
    files = {
        PROJECT_FILE: _PROJECT.format(name=name),
        "schemas/entries.schema.json": adopted.text,
        "seeds/entries.json": seed(*records(published)),
    }
    write_project(root, files)
    project, result = project_in(root), compiled(root)
    assert isinstance(project, Project)
    made = () if result.rows is None else build(project, result).new
    errors = tuple(p for p in result.problems if p.severity == "error")
    return Verdict(published, adopted, errors, {f.path: f.content for f in made})


def line(verdict: Verdict) -> str:
    """Return the line about a schema in its table of the page."""
    published = verdict.published
    said = _refused(verdict.problems) if verdict.problems else _changed(verdict.adopted)
    return f"| {published.project} | `{published.file}` | {said} |"


def _changed(adopted: Adopted) -> str:
    removed = [f"without `{keyword}`" for keyword in adopted.removed]
    return ", ".join(removed + ["patterns written anew"] * adopted.respelt)


def _refused(problems: tuple[Diagnostic, ...]) -> str:
    count = Counter(problem.code for problem in problems)
    first = {problem.code: problem for problem in reversed(problems)}
    return "; ".join(_reason(first[code], n) for code, n in count.items())


def _reason(problem: Diagnostic, count: int) -> str:
    more = f", and {count - 1} more" if count > 1 else ""
    message = problem.message.replace("|", "\\|")
    return f"[`{problem.code}`](problems/{problem.code}.md): {message}{more}"


def page(verdicts: list[Verdict]) -> str:
    """Return the page about all published schemas."""
    return "\n".join([_INTRO, *_tables(verdicts)])


def _tables(verdicts: list[Verdict]) -> Iterator[str]:
    fine = [v for v in verdicts if not v.problems]
    refused = [v for v in verdicts if v.problems]
    projects = {published.project for published in PUBLISHED}
    counts = f"{len(fine)} schemas compile, {len(refused)} are refused"
    yield f"{len(verdicts)} schemas of {len(projects)} projects: {counts}."
    yield from ("", "## These compile", "")
    yield from ("| project | schema | changed |", "|---|---|---|")
    yield from map(line, fine)
    yield from ("", "## These are refused", "")
    yield from ("| project | schema | why |", "|---|---|---|")
    yield from map(line, refused)
    yield ""
