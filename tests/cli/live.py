"""A database that is none: it gives a plan, and remembers what it was asked."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from seedc.cli import live as module
from seedc.cli.live import Live
from seedc.cli.main import main
from seedc.model.plan import Options, Outcome, Plan
from seedc.model.publication import Published
from tests.plan_text.cases import REFUSED


@dataclass
class Fake:
    """What the commands find in place of a database.

    Attributes:
        found: The plan.
        planned: The options of each plan that was made.
        applied: The options of each apply.
        publish: What brings its cache up to date, if it has one.
    """

    found: Plan
    planned: list[Options] = field(default_factory=list)
    applied: list[Options] = field(default_factory=list)
    publish: Callable[[], Published] | None = None

    def plan(self, options: Options) -> Plan:
        """Return the plan."""
        self.planned.append(options)
        return self.found

    def apply(self, options: Options) -> Outcome:
        """Apply the plan, unless it is refused, empty, or not the expected one."""
        self.applied.append(options)
        plan = self.found
        if options.expected not in {None, plan.fingerprint}:
            plan = replace(plan, refusals=REFUSED.refusals[-2:-1])
        done = not plan.refusals and not plan.is_empty
        return Outcome(plan, 42 if done else None, 0.25)

    def script(self, plan: Plan) -> str:
        """Return SQL."""
        return f"-- {plan.fingerprint}\n"


class Terminal(io.StringIO):
    """A stream that somebody sits at."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@dataclass
class Ran:
    """How a command ended: its exit code, and what it said."""

    code: int
    out: str
    err: str


class Commands:
    """Runs commands on a database that is none."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, read: Callable[[], tuple[str, str]]
    ) -> None:
        """Keep how to replace what a command finds, and to read what it says."""
        self._patch = monkeypatch
        self._read = read

    def run(self, fake: Fake, *arguments: str, answer: str | None = None) -> Ran:
        """Run a command; with an answer, on a terminal where that is typed."""
        found = Live(fake.plan, fake.apply, fake.script, fake.publish)
        self._patch.setattr(module, "find_live", lambda *_: found)
        if answer is None:
            code = main(arguments)
            return Ran(code, *self._read())
        screen = Terminal()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.stdin", Terminal(answer))
            patch.setattr("sys.stdout", screen)
            patch.setenv("NO_COLOR", "1")
            code = main(arguments)
        return Ran(code, screen.getvalue(), self._read()[1])
