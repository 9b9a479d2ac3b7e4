"""What PostgreSQL's refusals mean for somebody who deploys, and what to do then.

Codes are those of the PostgreSQL manual, appendix A. A server may speak any language:
its sentences are read only for names, or where the code does not tell two cases apart.
"""

import re
from collections.abc import Mapping

from seedc.database.refused import RefusedError
from seedc.text.secrets import redact

CANCELLED, DENIED, LOCKED, LOST = "57014", "42501", "55P03", "08000"

_AGAIN = "nothing is half done: run this again"
_SPACE = "make room there, and run this again"
_LATER = "try again later"
_RIGHTS = "docs/least-privilege.md lists all that a deploy needs"

_DIFFERS = (
    "the database is not what the schemas say: {said}",
    "run postgres/schema.sql, or your migrations, and then this again",
)
_ENDED = ("the database ended the connection: {said}", _AGAIN)

_WORDS: Mapping[str, tuple[str, str | None]] = {
    "08": ("the connection to the database was lost: {said}", _AGAIN),
    "22": _DIFFERS,
    "22021": (
        "the database cannot hold a character of the seeds: {said}",
        "its encoding has to be UTF8, as in CREATE DATABASE ... ENCODING 'UTF8'",
    ),
    "23": ("constraint `{constraint}` of `{table}` does not hold: {detail}", None),
    "23502": (
        "column `{column}` of `{table}` may not be empty, and nothing fills it",
        "give it a default in the database, or a property in its schema",
    ),
    "23503": (
        "foreign key `{constraint}` of `{table}` does not hold: {detail}",
        (
            "did the application write or delete rows meanwhile? else the schemas lack"
            " it, or it cannot wait until all rows are written:"
            " ALTER TABLE {table} ALTER CONSTRAINT {constraint} DEFERRABLE"
        ),
    ),
    "23505": (
        "unique constraint `{constraint}` of `{table}` does not hold: {detail}",
        "has a row of the application that value? `seedc plan` shows what would change",
    ),
    "23514": (
        "check `{constraint}` of `{table}` does not hold: {detail}",
        "with the same check in its schema, `seedc check` finds such a row",
    ),
    "27000": (
        "{said}",
        "let the seeds say what it makes, or give its columns `owner: once` or `live`",
    ),
    "25006": (
        "the database takes no writes",
        "it is a standby, or `default_transaction_read_only` is on: name the primary",
    ),
    "25P": _ENDED,
    "3F": _DIFFERS,
    "40": ("other transactions were in the way: {said}", _AGAIN),
    "40P01": ("a deadlock with another transaction: {detail}", _AGAIN),
    "42501": ("the role `{role}` may not do this: {said}", "{grant}" + _RIGHTS),
    "42703": _DIFFERS,
    "42704": _DIFFERS,
    "42804": _DIFFERS,
    "42809": _DIFFERS,  # `row.rank` of a row without it is a call of rank()
    "42846": _DIFFERS,
    "42883": _DIFFERS,
    "428C9": _DIFFERS,
    "42P01": _DIFFERS,
    "42P06": (
        "the ledger cannot be made: {said}",
        "there is no ledger in it: drop it, and run this again",
    ),
    "42P10": _DIFFERS,
    "53": ("the database has no room left: {said}", _SPACE),
    "53100": ("the disk of the database is full: {said}", _SPACE),
    "53200": ("the database has no memory left: {said}", _AGAIN),
    "53300": ("the database has no connection left: {said}", _LATER),
    "55P03": (
        "another transaction held a lock for longer than `lock_timeout`",
        "`lock_timeout` in `[deploy]` of seedc.toml is how long to wait",
    ),
    "57014": (
        "a statement was cancelled, by `statement_timeout` or by somebody: {said}",
        "`statement_timeout` in `[deploy]` of seedc.toml gives time",
    ),
    "57P": _ENDED,
    "57P02": ("the database crashed: {said}", _AGAIN),
    "57P03": ("the database does not take connections now: {said}", _LATER),
    "58": ("the database cannot use its files: {said}", "its log says more"),
}
"""Message and hint of a code, or of all that begin like it; the longest counts."""

_CANCELLATIONS = {
    "statement timeout": (
        "a statement took longer than `statement_timeout`",
        _WORDS[CANCELLED][1],
    ),
    "user request": ("somebody cancelled a statement of this run", _AGAIN),
}
_NEEDED = {
    "table": "SELECT, INSERT, UPDATE, DELETE ON",
    "sequence": "USAGE ON SEQUENCE",
    "schema": "USAGE ON SCHEMA",
    "database": "CREATE ON DATABASE",
    "function": "EXECUTE ON FUNCTION",
}
_DENIED = re.compile(r"permission denied for (?P<kind>\w+) (?P<name>.+)")
_TEMPORARY = re.compile(r'temporary tables in database "(?P<name>.+)"')
_HIDDEN = "row-level security policy for table"


def explained(refusal: RefusedError, role: str) -> RefusedError:
    """Return a refusal in words that say what to do; one that has a hint as it is.

    Args:
        refusal: What the database said.
        role: As whom the statement ran.
    """
    if refusal.hint is not None:
        return refusal
    about = refusal.about
    said = plain(about.said or refusal.message)
    words = {
        "said": said,
        "detail": plain(about.detail) if about.detail else said,
        "table": about.table or "?",
        "column": about.column or "?",
        "constraint": about.constraint or "?",
        "role": role,
        "grant": _grant(about.said, role),
    }
    message, hint = _words(refusal)
    told = (hint or "").format_map(words) or refusal.advice
    return refusal.reworded(
        redact(message.format_map(words)), None if told is None else redact(told)
    )


def plain(sentence: str) -> str:
    """Return a sentence of PostgreSQL in our voice, without secrets."""
    quoted = re.sub(r'"([^"]*)"', r"`\1`", " ".join(redact(sentence).split()))
    words = quoted if quoted[:2].isupper() else quoted[:1].lower() + quoted[1:]
    return words.removesuffix(".")


def _words(refusal: RefusedError) -> tuple[str, str | None]:
    code = refusal.sqlstate or (LOST if refusal.about.is_lost else "")
    if code == CANCELLED:
        for sign, words in _CANCELLATIONS.items():
            if sign in refusal.about.said:
                return words
    known = [code[:length] for length in (5, 4, 3, 2) if code[:length] in _WORDS]
    return _WORDS[known[0]] if known else ("the database refuses: {said}", None)


def _grant(said: str, role: str) -> str:
    if denied := _DENIED.fullmatch(said):
        needed = _NEEDED.get(denied["kind"])
        return f"GRANT {needed} {denied['name']} TO {role}; " if needed else ""
    if temporary := _TEMPORARY.search(said):
        return f"GRANT TEMPORARY ON DATABASE {temporary['name']} TO {role}; "
    return f"ALTER ROLE {role} BYPASSRLS; " if _HIDDEN in said else ""
