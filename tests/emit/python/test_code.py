"""Python text says what it was given, and breaks lines as ruff does."""

import ast

import sqlalchemy as sa
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from seedc.emit.python.code import WIDTH, Group, call, docstring, quoted, render
from seedc.emit.python.scope import without_binds


@given(st.text())
@example('\\"\'\n\r\t\x00\x7f\u2028\u202e"""')
def test_a_literal_reads_as_its_text(text: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Any text survives its own literal."""
    assert ast.literal_eval(quoted(text)) == text


@given(st.text(alphabet="ab \n\"'\\%{}é\u202e"))
def test_a_docstring_reads_as_its_words(text: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Only white space changes, where lines are broken."""
    read = ast.literal_eval(docstring(text, 4))
    assert read.split() == text.split()


def test_a_long_docstring_is_broken() -> None:
    """No line is longer than it may be, the quotes included."""
    printed = docstring("word " * 60, 4).splitlines()
    assert max(len(line) for line in printed) <= WIDTH
    assert printed[-1] == '    """'


def test_a_literal_avoids_escapes() -> None:
    """Quotes are double, unless the others need fewer backslashes."""
    assert quoted("it's") == '"it\'s"'
    assert quoted('say "so"') == "'say \"so\"'"


def test_a_call_stands_on_one_line_where_it_fits() -> None:
    """A short call is one line."""
    assert render(call("f", "a", call("g", "b"))) == "f(a, g(b))"


def test_plain_arguments_move_to_a_line_of_their_own() -> None:
    """A call too long for its line keeps its arguments together if they fit."""
    code = call("function", "a" * 40, "b" * 40)
    assert render(code) == f"function(\n    {'a' * 40}, {'b' * 40}\n)"


def test_a_long_call_has_one_argument_a_line() -> None:
    """Otherwise each argument has a line, and a comma behind it."""
    inner = call("g", "b" * 70, "c" * 10)
    code = call("function", "a", inner)
    lines = ["function(", "    a,", "    g(", f"        {'b' * 70},"]
    lines += [f"        {'c' * 10},", "    ),", ")"]
    assert render(code).splitlines() == lines


def test_a_tuple_of_one_has_its_comma() -> None:
    """On one line and on several, exactly one comma."""
    assert render(Group("x = (", ("a",), ",)")) == "x = (a,)"
    assert render(Group("x = (", ("a" * 90,), ",)")).count(",") == 1


@given(st.text(alphabet=":\\ab1_$ '"))
def test_sql_has_no_parameters(expression: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """SQLAlchemy's `text` gives an expression back as it was."""
    compiled = sa.text(without_binds(expression)).compile(dialect=sqlite.dialect())
    assert str(compiled) == expression
