"""How bad each problem is: as its code says, or as `seedc.toml` says otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from seedc.diagnostics.codes import CODES
from seedc.model.diagnostic import Diagnostic, Severity


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
    return [
        problem if problem.severity is severity else replace(problem, severity=severity)
        for problem, severity in given
        if severity is not Severity.OFF
    ]


def _severity(problem: Diagnostic, overrides: Mapping[str, Severity]) -> Severity:
    code = CODES.get(problem.code)
    if code is None:
        return problem.severity
    return code.severity if code.fixed else overrides.get(code.name, code.severity)
