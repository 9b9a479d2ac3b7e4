"""Every reference leads to a row: foreign keys, and references inside JSON."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic, Note
from tests.check.small import in_seeds, small


def test_a_row_may_refer_to_a_row(tmp_path: Path) -> None:
    """A reference leads to any row, its own and later ones too."""
    assert (
        small(
            tmp_path,
            {"next": {"type": "string", "x-references": "things.id"}},
            {"id": "a", "next": "b"},
            {"id": "b", "next": "b"},
        )
        == []
    )


def test_a_missing_row_is_one_problem(tmp_path: Path) -> None:
    """Whatever refers to the same missing row is one problem."""
    expected = [
        Diagnostic(
            "dangling-reference",
            '`things.id` has no "swrd"',
            in_seeds(5, 29, 6),
            notes=(Note("and here", in_seeds(6, 25, 6)),),
            help="did you mean `sword`? if not, define it in seeds/things.json",
        ),
    ]
    assert expected == small(
        tmp_path,
        {"next": {"type": "string", "x-references": "things.id"}},
        {"id": "sword", "next": "swrd"},
        {"id": "b", "next": "swrd"},
    )


def test_references_inside_json_lead_to_rows(tmp_path: Path) -> None:
    """A reference in a list is looked up as one in a column."""
    expected = [
        Diagnostic(
            "dangling-reference",
            '`things.id` has no "zzz"',
            in_seeds(5, 30, 5),
            help="define it in seeds/things.json",
        ),
    ]
    assert expected == small(
        tmp_path,
        {
            "all": {
                "type": "array",
                "items": {"type": "string", "x-references": "things.id"},
            }
        },
        {"id": "a", "all": ["a", "zzz"]},
    )


def test_a_record_with_problems_may_be_referred_to(tmp_path: Path) -> None:
    """A reference to a record that has problems of its own may be right."""
    expected = [
        Diagnostic(
            "wrong-type",
            'expected an integer, found the string "5"',
            in_seeds(6, 22, 3),
        ),
    ]
    assert expected == small(
        tmp_path,
        {
            "next": {"type": "string", "x-references": "things.id"},
            "n": {"type": "integer"},
        },
        {"id": "a", "next": "b"},
        {"id": "b", "n": "5"},
    )


def test_a_record_with_problems_has_its_key_in_any_form(tmp_path: Path) -> None:
    """The key of such a record equals one that is written in another form."""
    moment = {"type": "string", "format": "date-time"}
    found = small(
        tmp_path,
        {
            "at": moment,
            "next": {**moment, "x-references": "things.at"},
            "n": {"type": "integer"},
        },
        {"id": "a", "at": "2026-01-12T00:00:00Z", "next": "2026-01-13T00:00:00Z"},
        {"id": "b", "at": "2026-01-13T01:00:00+01:00", "n": "5"},
        required=["id", "at"],
        x_table={"unique": [["at"]]},
    )
    assert [problem.code for problem in found] == ["wrong-type"]
