"""Laws of refusals in words: what is wrong, and what to do about it."""

import pytest

from seedc.database.connect import connect
from seedc.database.refused import About, RefusedError
from seedc.database.statements import execute
from seedc.database.words import explained
from seedc.sandbox.server import Server
from tests.support.credentials import CREDENTIALS
from tests.support.postgres import fresh_database

SCHEMA = b"""
CREATE TABLE items (
  id text PRIMARY KEY, level int NOT NULL CHECK (level > 0), rank int UNIQUE
);
CREATE TABLE drops (item text REFERENCES items);
INSERT INTO items VALUES ('bat', 1, 1);
"""

CLOSED = b"""
CREATE SCHEMA hidden;
CREATE TABLE hidden.items ();
CREATE SEQUENCE numbers;
DO $$ BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$;
"""

REFUSED = {
    "25006": (
        "SET default_transaction_read_only = on; COMMIT; DELETE FROM items",
        "the database takes no writes",
        "primary",
    ),
    "42P01": (
        "SELECT FROM nowhere",
        "the database is not what the schemas say: relation `nowhere` does not exist",
        "run postgres/schema.sql",
    ),
    "42P06": (
        "CREATE SCHEMA public",
        "the ledger cannot be made: schema `public` already exists",
        "drop it",
    ),
    "27000": (
        "DO $$ BEGIN RAISE 'items: a trigger' USING ERRCODE = '27000'; END $$",
        "items: a trigger",
        "`owner: once`",
    ),
    "0A000": (
        "DO $$ BEGIN RAISE 'COPY not for you' USING ERRCODE = '0A000'; END $$",
        "the database refuses: COPY not for you",
        "",
    ),
    "42703": (
        "SELECT colour FROM items",
        "the database is not what the schemas say: column `colour` does not exist",
        "run postgres/schema.sql",
    ),
    "3F000": (
        "CREATE TABLE hidden.items ()",
        "the database is not what the schemas say: schema `hidden` does not exist",
        "run postgres/schema.sql",
    ),
    "22003": (
        "INSERT INTO items VALUES ('rat', 3000000000, 2)",
        "the database is not what the schemas say: integer out of range",
        "run postgres/schema.sql",
    ),
    "57014": (
        "SET statement_timeout = 1; SELECT pg_sleep(100)",
        "a statement took longer than `statement_timeout`",
        "`[deploy]`",
    ),
    "23505": (
        "INSERT INTO items VALUES ('rat', 1, 1)",
        (
            "unique constraint `items_rank_key` of `items` does not hold: "
            "key (rank)=(1) already exists"
        ),
        "row of the application",
    ),
    "23503": (
        "INSERT INTO drops VALUES ('rat')",
        (
            "foreign key `drops_item_fkey` of `drops` does not hold: "
            "key (item)=(rat) is not present in table `items`"
        ),
        "application",
    ),
    "23514": (
        "INSERT INTO items VALUES ('rat', 0, 2)",
        (
            "check `items_level_check` of `items` does not hold: "
            "failing row contains (rat, 0, 2)"
        ),
        "`seedc check`",
    ),
    "23502": (
        "INSERT INTO items VALUES ('rat', NULL, 2)",
        "column `level` of `items` may not be empty, and nothing fills it",
        "default",
    ),
    "P0001": (
        "DO 'BEGIN RAISE ''no \"bats\" today.'' USING HINT = ''rats''; END'",
        "the database refuses: no `bats` today",
        "rats",
    ),
}


def run(url: str, script: bytes) -> None:
    """Run statements as somebody."""
    with connect(url) as connection:
        execute(connection, script)


@pytest.mark.parametrize("code", REFUSED)
def test_refused(url: str, code: str) -> None:
    """A statement that a database refuses leaves in words, with its code."""
    statement, message, hint = REFUSED[code]
    run(url, SCHEMA)
    with pytest.raises(RefusedError) as caught:
        run(url, statement.encode())
    assert (caught.value.sqlstate, caught.value.message) == (code, message)
    assert hint in (caught.value.hint or "")


def test_cancelled(url: str) -> None:
    """A statement that somebody cancels is told from one that took too long."""
    cancel = b"SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(100)"
    with pytest.raises(RefusedError) as caught:
        run(url, cancel)
    assert caught.value.message == "somebody cancelled a statement of this run"


def test_other_language() -> None:
    """Where the sentence cannot be read, both cases are named."""
    said = About(said="storniere Anfrage")
    words = explained(RefusedError(said.said, "57014", about=said), "game")
    assert "by `statement_timeout` or by somebody: storniere" in words.message


def test_ended(url: str) -> None:
    """A connection that an administrator ends says so."""
    end = b"SELECT pg_terminate_backend(pg_backend_pid())"
    with pytest.raises(RefusedError) as caught:
        run(url, end)
    assert caught.value.about.is_lost
    assert caught.value.message == (
        "the database ended the connection: "
        "terminating connection due to administrator command"
    )


@pytest.mark.parametrize(
    ("statement", "hint"),
    [
        (
            "SELECT FROM items",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON items TO seedc_guest; ",
        ),
        ("SELECT FROM hidden.items", "GRANT USAGE ON SCHEMA hidden TO seedc_guest; "),
        ("CREATE SCHEMA seedc", "GRANT CREATE ON DATABASE "),
        ("CREATE TEMPORARY TABLE stage ()", "GRANT TEMPORARY ON DATABASE "),
        ("SELECT nextval('numbers')", "GRANT USAGE ON SEQUENCE numbers TO seedc_guest"),
        ("DROP TABLE items", ""),
    ],
)
def test_rights(url: str, guest: str, statement: str, hint: str) -> None:
    """A right that lacks is named as the GRANT that gives it."""
    run(url, SCHEMA + CLOSED)
    with pytest.raises(RefusedError) as caught:
        run(guest, statement.encode())
    assert "the role `seedc_guest` may not do this: " in caught.value.message
    assert (caught.value.hint or "").startswith(hint)
    assert (caught.value.hint or "").endswith(
        "docs/least-privilege.md lists all that a deploy needs"
    )


@pytest.mark.parametrize("code", ["53100", "53200", "40001", "40P01", "57P02", "58030"])
def test_other_codes(code: str) -> None:
    """What a test cannot bring about has words too, and what the database said."""
    refusal = RefusedError("x", code, about=About(said='no "room"', detail="it is so"))
    words = explained(refusal, "game")
    assert words.sqlstate == code
    assert words.hint
    assert "no `room`" in words.message or "it is so" in words.message


def test_whole_class() -> None:
    """Every code has words, and one with a hint keeps them."""
    unknown = explained(RefusedError("it is so", "ZZ999"), "game")
    assert unknown.message == "the database refuses: it is so"
    known = explained(RefusedError("x", "53100"), "game")
    assert explained(known, "game") is known


@pytest.mark.parametrize("credential", CREDENTIALS, ids=lambda each: each.kind)
def test_secrets(credential: object) -> None:
    """What looks like a credential is masked: a row that fails is quoted."""
    text = getattr(credential, "text")  # noqa: B009, typed as any parameter is
    about = About(said=text, detail=text, constraint=text)
    for code in ("23505", "23514", "22P02", None):
        words = explained(RefusedError(text, code, about=about), "game")
        assert getattr(credential, "secret") not in words.message  # noqa: B009


def test_oldest_server(installed_server: Server) -> None:
    """The oldest PostgreSQL that we test gives the same words."""
    with fresh_database(installed_server) as url:
        test_refused(url, "23505")
