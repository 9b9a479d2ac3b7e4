"""Random expressions of the closed list, and rows to try them on; from a fixed seed."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from random import Random
from typing import TypeAlias, TypeVar

from seedc.model import column_type as kinds
from seedc.model.catalog import Row
from seedc.model.json_value import JsonValue
from seedc.model.table import Table
from tests.sql import build

_KINDS: dict[str, kinds.ColumnType] = {
    "s": kinds.SmallInt(),
    "n": kinds.Integer(),
    "b": kinds.BigInt(-(2**63), 2**63 - 1),
    "d": kinds.Numeric(),
    "e": kinds.Numeric(6, 2),
    "f": kinds.Double(),
    "t": kinds.Text(),
    "v": kinds.Varchar(12),
    "p": kinds.Boolean(),
    "u": kinds.Uuid(),
    "day": kinds.Date(),
    "hour": kinds.Time(),
    "moment": kinds.Timestamp(),
    "plain": kinds.Timestamp(zoned=False),
    "json": kinds.Json(),
}
_NUMBERS = ("s", "n", "b", "d", "e", "f")
_TEXTS = ("t", "v")
_ORDERED = ("day", "hour", "moment", "plain")

_SMALL = ["0", "1", "-1", "2", "3", "5", "0.1", "0.2", "0.30", "1.10", "-0.5", "1.5"]
_LITERALS = [*_SMALL, "-0.0", "1e2", ".5", "3.", "1E-1", "32767", "32768", "2147483647"]
_WORDS = ["", "a", "A", "ab", "Ab", "aB_", "a%", "%", "_", "\\", "'", "é", "É", "ß"]
_MORE_WORDS = ["İ", "ΑΣ", "ǅ", "e\u0301", "a\nb", "🐉", "a b", "aab", "abab", "ﬁ"]
_PATTERNS = ["%", "_", "a%", "%b", "a_", "\\%", "%\\_%", "__", "%a%b%", "a\\\\%", "É%"]

_ROW_VALUES: dict[str, list[JsonValue]] = {
    "s": [0, 1, -1, 2, 5, 181, 182, 32767, -32768],
    "n": [0, 1, -1, 3, 46340, 46341, 2**31 - 1, -(2**31)],
    "b": [0, 1, -2, 2**53 + 1, 2**53, 2**63 - 1, -(2**63)],
    "d": [*map(Decimal, (*_SMALL, "-0.0", "0.10", "1e30", "1e-30", "9" * 60)), 7],
    "e": [*map(Decimal, ("0.1", "0.10", "0.30", "-0.00", "9999.99")), 3],
    "f": [*map(Decimal, ("0.1", "0.2", "0.3", "-0.0", "1e300", "1e-300", "1.5")), 2],
    "t": [*_WORDS, *_MORE_WORDS],
    "v": [*_WORDS],
    "p": [True, False],
    "u": [f"{n * 8}-0000-0000-0000-000000000000" for n in "0a"],
    "day": ["0001-01-01", "2026-01-13", "2026-01-14", "9999-12-31"],
    "hour": ["00:00:00", "09:30:00", "09:30:00.500000", "23:59:59.999999"],
    "moment": ["2026-01-13 09:30:00", "2026-01-13 09:30:00.000001"],
    "plain": ["2026-01-13 09:30:00", "2026-01-13 00:00:00", "9999-12-31 23:59:59"],
    "json": [[], {"a": None}, "x", 0],
}  # fmt: skip


def table_of(name: str, checks: Sequence[str] = ()) -> Table:
    """Return a table with two columns of each kind, and checks of it."""
    named = {f"law_{i}": check for i, check in enumerate(checks)}
    columns = (
        build.column(f"{column}{i}", kind, nullable=True)
        for column, kind in _KINDS.items()
        for i in (1, 2)
    )
    return build.table(
        name, build.column("id", kinds.Integer()), *columns, checks=named
    )


def random_rows(random: Random, count: int) -> list[Row]:
    """Return rows of the table; a fifth of their values is NULL."""
    return [
        (
            number,
            *(
                None if random.random() < 0.2 else random.choice(_ROW_VALUES[column])
                for column in _KINDS
                for _ in (1, 2)
            ),
        )
        for number in range(count)
    ]


def random_check(random: Random) -> str:
    """Return a check over the columns of the table."""
    return _Writer(random).truth(random.randint(1, 4))


_Option = TypeVar("_Option")
Write: TypeAlias = Callable[[int], str]


class _Writer:
    """Writes expressions; what could be read in two ways is put into brackets."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def truth(self, depth: int) -> str:
        """Write what is true or false, with any operator outermost."""
        if depth <= 0:
            return self._choice([self._flag, self._compared, self._null])(0)
        forms = [self._both, self._not, self._compared, self._in, self._between]
        return self._choice([*forms, self._like, self._null, self._is])(depth - 1)

    def number(self, depth: int) -> str:
        """Write a number that may stand in a product."""
        if depth <= 0:
            names = (self._name(_NUMBERS) for _ in _LITERALS)
            return self._choice([*_LITERALS, *names])
        forms = [self._sum, self._minus, self._extreme, self._length]
        return self._choice([*forms, self._case_of(self.number)])(depth - 1)

    def text(self, depth: int) -> str:
        """Write a text."""
        if depth <= 0:
            return self._choice(
                [self._word(_WORDS), *(self._name(_TEXTS) for _ in "12")]
            )
        forms = [self._coalesced(self.text), self._case_of(self.text), self._lower]
        return self._choice(forms)(depth - 1)

    def _flag(self, _: int) -> str:
        constant = self._random.random() < 0.1
        return self._choice(["TRUE", "FALSE", "NULL"]) if constant else self._name("p")

    def _both(self, depth: int) -> str:
        parts = [
            self._maybe(self.truth(depth)) for _ in range(self._random.randint(2, 3))
        ]
        return self._choice([" AND ", " OR ", " and "]).join(parts)

    def _not(self, depth: int) -> str:
        return f"NOT {self._maybe(self.truth(depth))}"

    def _compared(self, depth: int) -> str:
        sign = self._choice(["=", "<>", "!=", "<", "<=", ">", ">="])
        equal = self._choice(["=", "<>"])
        match self._random.randint(0, 5):
            case 0 | 1 | 2:
                return f"{self.number(depth)} {sign} {self.number(depth)}"
            case 3:
                return f"{self.text(depth)} {equal} {self.text(depth)}"
            case 4:
                kind = self._choice(_ORDERED)
                return f"{self._name([kind])} {sign} {self._name([kind])}"
            case _:
                sides = [f"({self.truth(depth)})", self._name("p"), "NULL"]
                return f"{self._choice(sides)} {equal} {self._choice(sides[:2])}"

    def _in(self, depth: int) -> str:
        write: Write = self._choice([self.number, self.text])
        options = [write(depth - 1) for _ in range(self._random.randint(1, 3))]
        options += ["NULL"] if self._random.random() < 0.2 else []
        return f"{write(depth)} {self._negated()}IN ({', '.join(options)})"

    def _between(self, depth: int) -> str:
        low, high = self.number(depth - 1), self.number(depth - 1)
        return f"{self.number(depth)} {self._negated()}BETWEEN {low} AND {high}"

    def _like(self, depth: int) -> str:
        pattern = self._choice([self._word(_PATTERNS), self._word(_PATTERNS), "t2"])
        return f"{self.text(depth)} {self._negated()}LIKE {pattern}"

    def _null(self, _: int) -> str:
        return f"{self._name([*_KINDS])} IS {self._negated()}NULL"

    def _is(self, depth: int) -> str:
        word = self._choice(["TRUE", "FALSE", "NULL"])
        return f"({self.truth(depth)}) IS {self._negated()}{word}"

    def _sum(self, depth: int) -> str:
        sign = self._choice(["+", "-", "*"])
        return f"({self.number(depth)} {sign} {self.number(depth - 1)})"

    def _minus(self, depth: int) -> str:
        return self._choice(["(- {})", "abs({})"]).format(self.number(depth))

    def _extreme(self, depth: int) -> str:
        name = self._choice(["least", "GREATEST", "coalesce"])
        parts = [self.number(depth - 1) for _ in range(self._random.randint(1, 3))]
        return f"{name}({', '.join(parts)})"

    def _length(self, depth: int) -> str:
        return f"length({self.text(depth)})"

    def _lower(self, depth: int) -> str:
        return f"lower({self.text(depth)})"

    def _coalesced(self, write: Write) -> Write:
        return lambda depth: f"COALESCE({write(depth)}, {write(depth - 1)})"

    def _case_of(self, write: Write) -> Write:
        def case(depth: int) -> str:
            default = self._choice([f" ELSE {write(depth)}", ""])
            if self._random.random() < 0.3:
                value, when = self.number(0), self.number(0)
                return f"CASE {value} WHEN {when} THEN {write(depth)}{default} END"
            return f"CASE WHEN {self.truth(depth)} THEN {write(depth)}{default} END"

        return case

    def _maybe(self, part: str) -> str:
        return part if self._random.random() < 0.4 else f"({part})"

    def _negated(self) -> str:
        return self._choice(["", "", "NOT "])

    def _name(self, columns: Sequence[str]) -> str:
        return f"{self._choice([*columns])}{self._random.randint(1, 2)}"

    def _word(self, words: Sequence[str]) -> str:
        text = self._choice([*words]).replace("'", "''")
        return f"'{text}'"

    def _choice(self, options: Sequence[_Option]) -> _Option:
        return self._random.choice(options)
