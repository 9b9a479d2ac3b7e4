"""Print descriptions as doc comments."""

import textwrap

WIDTH = 80
"""Columns that generated lines keep to where they can."""


def doc_comment(
    description: str, indent: str = "", *, deprecated: bool = False
) -> list[str]:
    """Print a description; no lines if there is nothing to say.

    Args:
        description: Text of one or more lines; long ones are wrapped.
        indent: White space before each line.
        deprecated: Whether editors are to strike out what it describes.
    """
    lines = [description.strip(), "@deprecated" if deprecated else ""]
    text = "\n".join(filter(None, lines)).replace("*/", "*\\/")
    single = f"{indent}/** {text} */"
    if not text:
        return []
    # On one line `@ts-ignore` and its like speak to the compiler.
    is_short = len(single) <= WIDTH and not text.startswith("@ts-")
    if is_short and len(text.splitlines()) == 1:
        return [single]
    return [f"{indent}/**", *_body(text, f"{indent} *"), f"{indent} */"]


def _body(text: str, margin: str) -> list[str]:
    width = WIDTH - len(margin) - 1
    return [
        f"{margin} {line}".rstrip()
        for paragraph in text.splitlines()
        for line in _wrap(paragraph, width) or [""]
    ]


def _wrap(paragraph: str, width: int) -> list[str]:
    # Links and code stay whole, however long they are.
    return textwrap.wrap(
        paragraph, width, break_long_words=False, break_on_hyphens=False
    )
