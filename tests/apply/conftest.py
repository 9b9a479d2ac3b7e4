"""The databases that releases are applied to."""

from tests.sql.conftest import database, new_database, newest, old_database, oldest

__all__ = ["database", "new_database", "newest", "old_database", "oldest"]
