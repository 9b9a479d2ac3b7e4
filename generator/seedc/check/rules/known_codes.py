"""`[severity]` of the project file names codes that there are and that may change."""

from collections.abc import Iterator

from seedc.check.repair import mended
from seedc.diagnostics.codes import CODES
from seedc.model.diagnostic import Diagnostic, Fix, Severity
from seedc.model.document import ProjectDocument
from seedc.model.json_value import JsonObject
from seedc.model.source import Place
from seedc.text.near import did_you_mean
from seedc.text.only_near import only_near
from seedc.text.toml_place import key_place
from seedc.text.toml_repair import rename_toml_key

_TABLE = "severity"


def known_codes(document: ProjectDocument) -> Iterator[Diagnostic]:
    """Yield the keys of `[severity]` that do nothing."""
    given = document.values.get(_TABLE)
    for name, severity in given.items() if isinstance(given, dict) else ():
        place = key_place(document.source, (_TABLE, name))
        if name not in CODES:
            yield _unknown(name, place, document)
        elif CODES[name].fixed and severity in {Severity.WARNING, Severity.OFF}:
            yield _lowered(name, place)


def _unknown(name: str, place: Place, document: ProjectDocument) -> Diagnostic:
    hint = did_you_mean(name, CODES) or "`seedc explain` lists the codes"
    message, fix = f"unknown code `{name}`", _fix(name, document)
    return Diagnostic("unknown-key", message, place, help=hint, fix=fix)


def _fix(name: str, document: ProjectDocument) -> Fix | None:
    meant = only_near(name, CODES)
    if meant is None or CODES[meant].fixed:  # which would be a problem as well
        return None
    values: JsonObject = document.values
    given = values[_TABLE]
    others = given.keys() - {name} if isinstance(given, dict) else ()
    if any(meant in (other, only_near(other, CODES)) for other in others):
        return None
    after = mended(values, (_TABLE, name), meant, key=True)
    if not isinstance(after, dict):
        return None
    return rename_toml_key(document.source, (_TABLE, name), meant, after)


def _lowered(name: str, place: Place) -> Diagnostic:
    return Diagnostic(
        "invalid-option",
        f"`{name}` must stay an error: what has it cannot be compiled",
        place,
        help=f"remove it from `[severity]`; codes that may change: {_changeable()}",
    )


def _changeable() -> str:
    return ", ".join(f"`{name}`" for name, code in CODES.items() if not code.fixed)
