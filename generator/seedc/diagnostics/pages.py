"""The pages about the codes, as files of the documentation.

`seedc explain CODE` shows the same text: a page is plain text that is Markdown too.
"""

from collections.abc import Iterator

from seedc.diagnostics.codes import CODES, FAMILIES, Code
from seedc.diagnostics.explain import page, titled

FOLDER = "docs/problems"


def address(code: str) -> str:
    """Return where the page about a code stands in the repository of seedc."""
    return f"{FOLDER}/{code}.md"


def pages() -> dict[str, str]:
    """Return all pages and their index, by path from the root of the repository."""
    each = {address(code.name): f"# {page(code)}" for code in CODES.values()}
    return {f"{FOLDER}/README.md": "\n".join(_index()) + "\n", **each}


def _index() -> Iterator[str]:
    yield "# Problems"
    yield ""
    yield "What `seedc` may say of your files, by the code in brackets."
    yield "`seedc explain CODE` shows the same pages."
    for family in FAMILIES:
        yield ""
        yield f"## {family.title[0].upper()}{family.title[1:]}"
        yield ""
        yield from map(_item, family.codes)


def _item(code: Code) -> str:
    return f"- [`{code.name}`]({code.name}.md): {titled(code)}"
