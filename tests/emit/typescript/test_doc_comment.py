"""Descriptions as doc comments."""

from seedc.emit.typescript.doc_comment import doc_comment


def test_nothing_to_say() -> None:
    """An empty description leaves no comment."""
    assert doc_comment("  \n ") == []


def test_one_line() -> None:
    """A short description takes one line."""
    assert doc_comment("What it may leave.", "  ") == ["  /** What it may leave. */"]


def test_a_long_one_is_wrapped() -> None:
    """A long description is wrapped between words."""
    link = f"https://example.org/{'x' * 80}"
    assert doc_comment(f"See {link}") == ["/**", " * See", f" * {link}", " */"]


def test_lines_stay_lines() -> None:
    """Lines of the description are kept, empty ones, too."""
    assert doc_comment("a\n\nb") == ["/**", " * a", " *", " * b", " */"]


def test_no_description_ends_its_comment() -> None:
    """What would end the comment is escaped."""
    assert doc_comment("a */ b */") == ["/** a *\\/ b *\\/ */"]


def test_what_is_deprecated() -> None:
    """Editors strike out what has the tag, which needs a line that begins with it."""
    assert doc_comment("", deprecated=True) == ["/** @deprecated */"]
    assert doc_comment("Use b.", "  ", deprecated=True) == [
        "  /**",
        "   * Use b.",
        "   * @deprecated",
        "   */",
    ]


def test_no_description_speaks_to_the_compiler() -> None:
    """TypeScript heeds `@ts-expect-error` at the start of a comment's last line."""
    text = "@ts-expect-error"
    assert doc_comment(text) == ["/**", f" * {text}", " */"]
