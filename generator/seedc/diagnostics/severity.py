"""How bad each problem is: as its code says, or as `seedc.toml` says otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from seedc.diagnostics.codes import CODES
from seedc.model.diagnostic import Diagnostic, Severity
from seedc.model.source import Place


def with_severity(
    problems: Iterable[Diagnostic], overrides: Mapping[str, Severity]
) -> list[Diagnostic]:
    """Return the problems with their severity, without those that are off.

    Args:
        problems: The problems, in any order.
        overrides: The table `[severity]` of `seedc.toml`; what it may not lower, it
            does not.
    """
    given = ((problem, _severity(problem, overrides)) for problem in problems)
    return [replace(p, severity=s) for p, s in given if s is not Severity.OFF]


def severity_problems(
    overrides: Mapping[str, Severity], place: Place
) -> list[Diagnostic]:
    """Return what is wrong with the table `[severity]` of `seedc.toml`.

    Args:
        overrides: The table.
        place: Where it stands, or the one key that is given.
    """
    unknown = [_unknown(name, place) for name in overrides if name not in CODES]
    lowered = [
        _lowered(name, place)
        for name, severity in overrides.items()
        if name in CODES and CODES[name].fixed and severity is not Severity.ERROR
    ]
    return unknown + lowered


def _severity(problem: Diagnostic, overrides: Mapping[str, Severity]) -> Severity:
    code = CODES.get(problem.code)
    if code is None:
        return problem.severity
    return code.severity if code.fixed else overrides.get(code.name, code.severity)


def _unknown(name: str, place: Place) -> Diagnostic:
    # Comparing names takes a library that is slow to import.
    from seedc.text.near import did_you_mean  # noqa: PLC0415

    hint = did_you_mean(name, CODES) or "`seedc explain` lists the codes"
    return Diagnostic("unknown-key", f"unknown code `{name}`", place, help=hint)


def _lowered(name: str, place: Place) -> Diagnostic:
    return Diagnostic(
        "invalid-option",
        f"`{name}` must stay an error: what has it cannot be compiled",
        place,
        help=f"remove it from `[severity]`; codes that may change: {_changeable()}",
    )


def _changeable() -> str:
    return ", ".join(f"`{name}`" for name, code in CODES.items() if not code.fixed)
