"""Runs one rule: has Postgres read it, looks at what it is, and fetches its rows."""

import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from seedc.database.driver import Connection
from seedc.database.refused import RefusedError
from seedc.database.statements import Answer, ask, execute, prepare
from seedc.model.errors import WorldError
from seedc.model.rule import Refusal, Rule
from seedc.sandbox.judge.explained import explained, too_large, unknown
from seedc.sandbox.judge.tree import LARGEST, refusal

MOST = 1000
"""Offenders of one rule that are told; beyond them it is the rule that is wrong."""

_CURSOR = "DECLARE offenders NO SCROLL CURSOR FOR "
_GONE = "57P"  # the server, or the session, was shut down
_SECONDS = {"ms": 0.001, "s": 1, "min": 60}


class RefusedRuleError(Exception):
    """A rule that cannot be run to its end.

    Attributes:
        refusal: Why.
    """

    def __init__(self, refusal: Refusal) -> None:
        """Keep the reason."""
        super().__init__(refusal.message)
        self.refusal = refusal


class Session:
    """Runs rules, each as if it were the only one."""

    def __init__(
        self, connection: Connection, timeout: str, tables: Collection[str]
    ) -> None:
        """Begin to run rules, from now on without a way to write.

        Args:
            connection: Connected as `as_rule` does, with the tables copied, inside a
                transaction.
            timeout: Longest run of each: a number, and `ms`, `s` or `min`.
            tables: The names of all tables, for who mistypes one.
        """
        self._connection = connection
        self._timeout = timeout
        self._tables = tables
        self._trees: list[str] = []
        connection.add_notice_handler(
            lambda notice: self._trees.append(notice.message_detail or "")
        )
        execute(connection, b"SET TRANSACTION READ ONLY")

    def offenders(self, rule: Rule) -> Answer:
        """Return what a rule's query returns, one row more than `MOST` at most.

        Args:
            rule: The rule.

        Raises:
            RefusedRuleError: It cannot be run to its end.
        """
        if rule.table is not None and rule.table not in self._tables:
            raise RefusedRuleError(unknown(rule, rule.table, self._tables))
        end = time.monotonic() + _seconds(self._timeout)
        with self._refusals(rule), self._savepoint():
            self._demand_plain(rule, end)
            self._stop_at(end)
            with _behind(_CURSOR):
                ask(self._connection, _CURSOR + rule.source.text)
            self._stop_at(end)
            return ask(self._connection, f"FETCH {MOST + 1} FROM offenders")

    def ask(self, query: str) -> Answer:
        """Return the rows of a query of our own."""
        return ask(self._connection, query)

    def _demand_plain(self, rule: Rule, end: float) -> None:
        text = rule.source.text
        self._stop_at(end)
        with self._showing_trees():
            prepare(self._connection, text)
        if sum(map(len, self._trees)) > LARGEST:
            raise RefusedRuleError(too_large("it selects very many columns"))
        tree = " ".join("".join(self._trees[:1]).split())
        if refused := refusal(text, tree):
            raise RefusedRuleError(refused)

    def _stop_at(self, end: float) -> None:
        """Leave the next statement the time that is left, and no less than 1 ms."""
        left = max(1, round(1000 * (end - time.monotonic())))
        execute(self._connection, f"SET LOCAL statement_timeout = {left}".encode())

    @contextmanager
    def _showing_trees(self) -> Iterator[None]:
        switch = "SET LOCAL client_min_messages = {}; SET LOCAL debug_print_parse = {}"
        execute(self._connection, switch.format("log", "on").encode())
        self._trees.clear()
        yield
        execute(self._connection, switch.format("warning", "off").encode())

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        """Undo whatever is done, and what was set for it."""
        execute(self._connection, b"SAVEPOINT rule")
        try:
            yield
        finally:
            try:
                execute(self._connection, b"ROLLBACK TO rule")
            except RefusedError:
                # A result that met a limit can meet it once more as it is closed.
                execute(self._connection, b"ROLLBACK TO rule")

    @contextmanager
    def _refusals(self, rule: Rule) -> Iterator[None]:
        """Make what Postgres says the refusal of a rule, unless nobody is there."""
        try:
            yield
        except RefusedError as error:
            if error.sqlstate is None or error.sqlstate.startswith(_GONE):
                message = (
                    f"the embedded PostgreSQL failed at the rule `{rule.name}`: {error}"
                )
                raise WorldError(message) from error
            said = explained(rule, error, self._timeout, self._tables)
            raise RefusedRuleError(said) from error


def _seconds(timeout: str) -> float:
    number = timeout.rstrip("mins")
    return int(number) * _SECONDS[timeout.removeprefix(number)]


@contextmanager
def _behind(prefix: str) -> Iterator[None]:
    """Take what stands before a rule's text out of positions."""
    try:
        yield
    except RefusedError as error:
        if error.position is not None:
            error.position = max(1, error.position - len(prefix))
        raise
