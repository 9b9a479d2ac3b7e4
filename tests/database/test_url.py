"""Laws of database URLs: what they mean, and that their passwords are never shown."""

from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from psycopg.conninfo import conninfo_to_dict

from seedc.database.connect import connect
from seedc.database.url import conninfo, database_url, shown
from seedc.model.errors import UsageError, WorldError

MARK = "Zq7"
"""Is in every made-up password, and nowhere else."""

PASSWORDS = st.lists(
    st.sampled_from([MARK, *"@/:?#%=&+ '\\,;[]<\"é", "%40", "://", " a=", "?b="]),
    min_size=1,
).map(lambda parts: MARK + "".join(parts))

FORMS = {
    "encoded": lambda secret: f"postgresql://u:{quote(secret, safe='')}@127.0.0.1:1/d",
    "raw": lambda secret: f"postgresql://u:{secret}@127.0.0.1:1/d",
    "socket": lambda secret: f"postgresql://u:{secret}@/d?host=/nowhere",
    "without host": lambda secret: f"postgresql://u:{quote(secret, safe='?,/')}/d",
    "encoded colon": lambda secret: f"postgresql://u%3A{secret}@127.0.0.1:1/d",
    "parameter": lambda secret: (
        f"postgresql://u@127.0.0.1:1/d?password={quote(secret, safe='')}"
    ),
    "raw parameter": lambda secret: f"postgresql://127.0.0.1:1/d?password={secret}",
    "without ?": lambda secret: f"postgresql://127.0.0.1:1/d&password={secret}",
    "other parameter": lambda secret: (
        f"postgresql://127.0.0.1:1/d?sslpassword={quote(secret, safe='')}"
    ),
    "driver": lambda secret: f"postgresql+psycopg://u:{secret}@127.0.0.1:1/d",
    "other database": lambda secret: f"mysql://u:{secret}@127.0.0.1:1/d",
    "conninfo": lambda secret: f"host=127.0.0.1 port=1 user=u password={secret}",
    "quoted": lambda secret: f"host=127.0.0.1 port=1 password='{secret}'",
    "spaced": lambda secret: f"host = 127.0.0.1 port = 1 password = {secret}",
    "mistyped": lambda secret: f"host=127.0.0.1 port=1 pasword={secret}",
}


def told(url: str) -> list[str]:
    """Return all that may reach somebody's eyes of a database that is not there."""
    texts = list[str]()
    for attempt in (shown, lambda url: connect(url).__enter__()):
        try:
            texts.append(str(attempt(url)))
        except (UsageError, WorldError) as error:
            texts += [error.message, error.hint or "", repr(error)]
    return texts


@pytest.mark.parametrize("form", FORMS)
@given(secret=PASSWORDS)
@example(f"{MARK}@{MARK}")
@example(f"/{MARK}")
@example(f",{MARK}")
@example(f"%zz{MARK}")
def test_no_password(form: str, secret: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """No part of a password is shown, however it was written or mistyped."""
    url = FORMS[form](secret)
    for text in told(url):
        assert MARK.lower() not in text.lower()


@given(secret=PASSWORDS)
def test_encoded(secret: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """What is percent-encoded means what it says."""
    for form in ("encoded", "parameter"):
        assert conninfo_to_dict(conninfo(FORMS[form](secret)))["password"] == secret


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://u:p@h/d", "postgresql://u@h:5432/d"),
        ("postgres://u@h:77/d?sslmode=require", "postgresql://u@h:77/d"),
        ("postgresql+psycopg://u:p@h:77/d", "postgresql://u@h:77/d"),
        ("host=h user=u password=p dbname=d", "postgresql://u@h:5432/d"),
        ("postgresql://u@[::1]:77/d", "postgresql://u@[::1]:77/d"),
        ("postgresql://u@a:1,b:2/d", "postgresql://u@a:1,b:2/d"),
        ("postgresql://u@a,b/d?port=7", "postgresql://u@a:7,b:7/d"),
        ("postgresql://u@/d?host=/run/x", "postgresql://u@/d?host=/run/x"),
        ("postgresql://u%40corp:p@h/d", "postgresql://u%40corp@h:5432/d"),
        ("postgresql://u@h", "postgresql://u@h:5432/u"),
        ("postgresql:///?service=live&user=u", "postgresql://u@:5432/u?service=live"),
        (" postgresql://u@h/d\n", "postgresql://u@h:5432/d"),
    ],
)
def test_shown(url: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """People see who and where: what decides which database it is."""
    for variable in ("PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "PGSERVICE"):
        monkeypatch.delenv(variable, raising=False)
    assert shown(url) == expected


def test_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variables of libpq complete a URL, also in what is shown."""
    monkeypatch.setenv("PGHOST", "h")
    monkeypatch.setenv("PGUSER", "u")
    monkeypatch.setenv("PGPASSWORD", MARK)
    assert shown("dbname=d") == "postgresql://u@h:5432/d"
    assert "host" not in conninfo_to_dict(conninfo("dbname=d"))


def test_completed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody says is completed; what somebody says stays."""
    monkeypatch.delenv("PGCONNECT_TIMEOUT", raising=False)
    usual = conninfo_to_dict(conninfo("postgresql://h"))
    assert usual["connect_timeout"] == "10"
    assert usual["fallback_application_name"] == "seedc"
    assert usual["client_encoding"] == "utf8"
    said = "postgresql://h?connect_timeout=3&client_encoding=latin1"
    given = conninfo_to_dict(conninfo(said))
    assert (given["connect_timeout"], given["client_encoding"]) == ("3", "utf8")
    monkeypatch.setenv("PGCONNECT_TIMEOUT", "4")
    assert "connect_timeout" not in conninfo_to_dict(conninfo("postgresql://h"))


def test_where_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line wins over the environment; one has to name a database."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://b")
    assert database_url("postgresql://a") == "postgresql://a"
    assert database_url(None) == "postgresql://b"
    monkeypatch.setenv("DATABASE_URL", "")
    with pytest.raises(UsageError, match="no database is named"):
        database_url(None)


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("", None),
        ("game", "postgresql://USER@HOST"),
        ("mysql://u@h/d", "postgresql://USER@HOST"),
        ("postgresql://u:p@q@h/d", "%40"),
        ("postgresql://u:p/q@h/d", "%2F"),
        ("postgresql://u:secret/d", "port"),
        ("postgresql://u@h/d?schema=public", "`schema`"),
        ("postgresql://u:5%@h/d", "%25"),
        ("postgresql://u@h/d&sslmode=require", "`?`"),
        ("postgresql://u%3Ap@h/d", "%3A"),
        ("postgresql://u@h/\udcff", "postgresql://USER@HOST"),
        ("postgresql://u@h/\0", "postgresql://USER@HOST"),
    ],
)
def test_mistyped(url: str, hint: str | None) -> None:
    """A URL that means nothing is wrong usage, and the help says how to write it."""
    if hint is None:
        assert shown(url).startswith("postgresql://")
        return
    with pytest.raises(UsageError) as caught:
        conninfo(url)
    assert hint in (caught.value.hint or "")
