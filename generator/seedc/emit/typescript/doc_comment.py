"""Print descriptions as doc comments."""

import textwrap

WIDTH = 80
"""Columns that generated lines keep to where they can."""


def doc_comment(description: str, indent: str = "") -> list[str]:
    """Print a description; no lines if it is empty.

    Args:
        description: Text of one or more lines; long ones are wrapped.
        indent: White space before each line.
    """
    text = description.strip().replace("*/", "*\\/")
    single = f"{indent}/** {text} */"
    if not text:
        return []
    if len(single) <= WIDTH and len(text.splitlines()) == 1:
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
