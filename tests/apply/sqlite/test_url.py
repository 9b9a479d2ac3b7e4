"""URLs of SQLite name a file, and nothing else."""

from pathlib import Path

import pytest

from seedc.apply.sqlite.url import is_sqlite, path_of
from seedc.model.errors import UsageError


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///dev.db", "dev.db"),
        ("sqlite:///data/my dev.db", "data/my dev.db"),
        ("SQLite:///dev.db", "dev.db"),
        ("sqlite:////home/me/dev.db", "/home/me/dev.db"),
        ("sqlite:///100%25.db", "100%25.db"),
    ],
)
def test_three_slashes_are_relative_and_four_absolute(url: str, path: str) -> None:
    """As SQLAlchemy reads them; no character of the path stands for another."""
    assert is_sqlite(url)
    assert path_of(url) == Path(path)


@pytest.mark.parametrize(
    ("url", "said", "hint"),
    [
        ("sqlite://", "names no file", "sqlite:///dev.db"),
        ("sqlite:", "names no file", "sqlite:///dev.db"),
        ("sqlite:///", "names no file", "sqlite:///dev.db"),
        ("sqlite:///data/", "names no file", "sqlite:///dev.db"),
        ("sqlite:///:memory:", "in memory", "sqlite:///dev.db"),
        ("sqlite://dev.db", "three slashes", "sqlite:///dev.db"),
        ("sqlite:dev.db", "three slashes", "sqlite:///dev.db"),
        ("sqlite:///dev.db?mode=ro", "no options", "leave out"),
        ("sqlite+aiosqlite:///dev.db", "no scheme", "sqlite:///dev.db"),
        ("sqlite3:///dev.db", "no scheme", "sqlite:///dev.db"),
    ],
)
def test_other_urls_are_refused(url: str, said: str, hint: str) -> None:
    """With the form that was meant."""
    assert is_sqlite(url)
    with pytest.raises(UsageError) as refused:
        path_of(url)
    assert said in refused.value.message
    assert hint in str(refused.value.hint)


def test_other_databases_are_not_sqlite() -> None:
    """They are for others to read."""
    assert not is_sqlite("postgresql://me@localhost/game")
