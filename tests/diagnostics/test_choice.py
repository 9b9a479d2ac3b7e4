"""What of many problems is shown: each kind before a second of any."""

import random
from collections import Counter

from seedc.diagnostics.choice import choose
from seedc.diagnostics.order import in_order
from seedc.model.diagnostic import Diagnostic, Severity
from seedc.model.source import Place


def _alike(code: str, count: int, path: str = "a.json") -> list[Diagnostic]:
    return [
        Diagnostic(code, f'expected {n}, found "x{n} \\"y"', Place(path, n, 1))
        for n in range(1, count + 1)
    ]


def test_a_few_of_a_kind_are_shown_and_the_rest_counted() -> None:
    """What differs only in values is of one kind."""
    problems = _alike("a-a", 1000)
    chosen = choose(problems, 100, 5)
    assert chosen.shown == tuple(problems[:5])
    assert chosen.more == {problems[4]: tuple(problems[5:])}


def test_kinds_differ_by_code_file_and_words() -> None:
    """Mistakes that are mended in different ways are not put together."""
    words = [Diagnostic("a-a", f"no `{name}`", Place("a", 1, 1)) for name in "xyz"]
    problems = [*words, *_alike("a-a", 2), *_alike("b-b", 2), *_alike("a-a", 2, "b")]
    assert len(choose(problems, 0, 1).shown) == 6


def test_zero_means_all() -> None:
    """Who wants all gets all."""
    problems = _alike("a-a", 1000)
    assert choose(problems, 0, 0).shown == tuple(problems)
    assert choose(problems, 0, 0).more == {problems[-1]: ()}


def test_no_kind_hides_another() -> None:
    """Where room is short every kind is shown before a second one of any."""
    problems = in_order([*_alike("a-a", 500), *_alike("b-b", 1), *_alike("c-c", 500)])
    shown = choose(problems, 4, 5).shown
    assert Counter(p.code for p in shown) == {"a-a": 2, "b-b": 1, "c-c": 1}


def test_warnings_never_take_the_place_of_errors() -> None:
    """What stops a build is shown first."""
    warning = Diagnostic("a-a", "no", Place("a", 1, 1), severity=Severity.WARNING)
    error = Diagnostic("b-b", "no", Place("b", 1, 1))
    assert choose([warning, error], 1, 5).shown == (error,)


def test_what_is_shown_stays_in_order() -> None:
    """Worth decides what is shown, and place where."""
    problems = in_order(
        [*_alike("a-a", 50), *_alike("b-b", 50), *_alike("a-a", 9, "b")]
    )
    chosen = choose(problems, 20, 7)
    assert list(chosen.shown) == in_order(chosen.shown)
    assert sorted(map(hash, chosen.shown)) == sorted(map(hash, chosen.by_worth))


def test_every_problem_is_shown_or_counted_beside_its_kind() -> None:
    """Where a kind is shown none of it is lost, for any limits."""
    dice = random.Random(3)  # noqa: S311, no secret
    for _ in range(200):
        counts = [dice.randint(1, 30) for _ in range(dice.randint(1, 6))]
        problems = in_order(
            p for i, n in enumerate(counts) for p in _alike("abcdef"[i], n)
        )
        most, each = dice.randint(0, 40), dice.randint(0, 9)
        chosen = choose(problems, most, each)
        codes = {p.code for p in chosen.shown}
        counted = [p for rest in chosen.more.values() for p in rest]
        expected = [p for p in problems if p.code in codes]
        assert in_order([*chosen.shown, *counted]) == expected
        assert len(chosen.shown) <= (most or len(problems))
