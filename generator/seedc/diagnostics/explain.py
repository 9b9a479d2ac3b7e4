"""The page about a code, and the list of all codes."""

from textwrap import fill, indent

from seedc.diagnostics.codes import CODES, FAMILIES, Code, Family
from seedc.model.diagnostic import Severity

_WIDTH = 80


def explain(code: str) -> str | None:
    """Return the page about a code, or None if there is no such code."""
    known = CODES.get(code)
    return None if known is None else page(known)


def catalogue() -> str:
    """Return all codes with their titles, grouped by what they are about."""
    longest = max(map(len, CODES))
    return "\n".join(_group(family, longest) for family in FAMILIES)


def page(code: Code) -> str:
    """Return the page about a code: text for people, and Markdown too."""
    parts = (
        f"{code.name}: {code.title}\n",
        fill(code.meaning, _WIDTH) + "\n",
        f"This raises it:\n\n{indent(code.example, '    ')}",
        f"This does not:\n\n{indent(code.fix, '    ')}",
        f"{_severity(code)}\n",
    )
    return "\n".join(parts)


def titled(code: Code) -> str:
    """Return the title of a code, with its severity where that is not the usual one."""
    warning = code.severity is Severity.WARNING
    return f"{code.title} (warning)" if warning else code.title


def _severity(code: Code) -> str:
    if code.fixed:
        return "Severity: error, always: what has it cannot be compiled."
    others = [severity.value for severity in Severity if severity != code.severity]
    how = f"seedc.toml may make it {' or '.join(others)}:"
    return f"Severity: {code.severity}; {how}\n\n{_setting(code, others[-1])}"


def _setting(code: Code, severity: str) -> str:
    return f'    [severity]\n    {code.name} = "{severity}"'


def _group(family: Family, longest: int) -> str:
    lines = (f"  {code.name:<{longest}}  {titled(code)}\n" for code in family.codes)
    return f"{family.title}:\n{''.join(lines)}"
