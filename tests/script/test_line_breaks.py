"""Long lines of SQL are broken, and mean what they meant."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.script.line_breaks import break_lines

BROKEN = {
    "JOIN": """
  LEFT JOIN public.first_table AS live
    ON live.first_column = stage.first_column AND live.second_one = stage.second_one
""",
    "WHERE": """
WHERE live.first_column = stage.first_column
  AND live.second_column = stage.second_column
  AND live.third_column = 3
""",
    "items": """
  'a_table', ARRAY[live.first_column::text, live.second_column::text]::text, live.a,
  live.third_column,
""",
    "IF": """
  IF EXISTS (
    SELECT FROM pg_temp.seedc_diff AS diff
    WHERE diff.table_name = 'items_tags' AND diff.action = 'delete' AND diff.is_new
  ) THEN
""",
    "brackets": """
  AND known.key = ARRAY[
    coalesce(renamed.old_day, stage.day)::text, coalesce(renamed.old_id, stage.id)::text
  ]::text
""",
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_line_goes_on_where_a_clause_or_a_list_does(broken: str) -> None:
    """Its parts stand where a person would put them."""
    one_line = re.sub(r"(?<![\[(])\n +(?![\]) ])", " ", broken.strip("\n"))
    one_line = re.sub(r"\n +", "", one_line)
    assert break_lines(one_line) == broken.strip("\n")


@pytest.mark.parametrize("sql", [
    f"SELECT 1 AND 2;  -- {'why, ' * 30}",
    f"SELECT '{'a, b AND ' * 20}'",
    "SELECT E'" + "it is \\', and " * 12 + "'",
    f'SELECT "{"a, b " * 20}"',
    "SELECT a AND b",
    "SELECT " + "a" * 100 + " ",
])  # fmt: skip
def test_what_cannot_be_broken_stays(sql: str) -> None:
    """Nothing inside a literal, a name or a comment changes."""
    assert break_lines(sql) == sql


WORDS = st.sampled_from([
    "'it''s, AND'", "E'\\', (\n'", '"a ""b", "', "a.b", "c,", "AND", "OR", "ON",
    "WHERE", "JOIN", "LEFT JOIN", "CASE WHEN", "THEN", "ELSE", "(", ")", "[", "]",
    "x::text,", "=", "\n", "\n    ", "''", "-1",
])  # fmt: skip
LITERAL = re.compile(
    r"""(E'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*")""", re.DOTALL
)


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_only_spaces_change(sql: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Whatever the SQL, it is the same but for spaces, none of them in a literal."""
    assert _meant(break_lines(sql)) == _meant(sql)


def _meant(sql: str) -> list[str]:
    parts = LITERAL.split(sql)
    return [part if i % 2 else "".join(part.split()) for i, part in enumerate(parts)]
