"""Rows that a policy hides from the role are not taken for absent."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from seedc.database.refused import RefusedError
from tests.apply.database import value
from tests.apply.deployer import ROLE, deploying, made
from tests.apply.ways import applied, planned
from tests.sql import run

_ITEMS = {"data": [{"id": "ear", "name": "Ear"}]}
_RAT = {"id": "rat", "name": "Rat", "hp": 5, "drops": [{"item_id": "ear"}]}
_GOBLIN = {**_RAT, "id": "goblin", "name": "Goblin"}
_GONE = {"data": [_GOBLIN], "removed": [{"key": "rat", "replacement": None}]}
_HIDE = (
    "ALTER TABLE {0} ENABLE ROW LEVEL SECURITY; CREATE POLICY none ON {0} USING (false)"
)
_BOUNTY = """
INSERT INTO bounties VALUES (1, 'rat');
ALTER TABLE bounties DROP CONSTRAINT bounties_enemy_id_fkey;
ALTER TABLE bounties ADD FOREIGN KEY (enemy_id) REFERENCES enemies ON DELETE CASCADE;
"""


@pytest.fixture
def role(database: str) -> Iterator[str]:
    """Give a connection as a role that may only deploy."""
    with deploying(database) as conninfo:
        yield conninfo


def test_seeded_rows(database: str, role: str, tmp_path: Path) -> None:
    """Nothing is planned on half a table; the hint says what the role lacks."""
    release, sql = made(
        tmp_path, "1.0.0", items=_ITEMS, enemies={"data": [_RAT, _GOBLIN]}
    )
    assert applied(release, role).run is not None
    run.apply(database, _HIDE.format("enemies"))
    with pytest.raises(RefusedError, match="row-level security") as caught:
        planned(release, role)
    assert f"ALTER ROLE {ROLE} BYPASSRLS" in str(caught.value.hint)
    assert "row-level security" in run.try_psql(role, sql).stderr


def test_rows_that_refer(database: str, role: str, tmp_path: Path) -> None:
    """A delete that would cascade into rows that nobody can count is refused."""
    both, _ = made(
        tmp_path / "1", "1.0.0", items=_ITEMS, enemies={"data": [_RAT, _GOBLIN]}
    )
    assert applied(both, role).run is not None
    run.apply(database, _BOUNTY + _HIDE.format("bounties"))
    one, sql = made(tmp_path / "2", "1.1.0", items=_ITEMS, enemies=_GONE)
    refusals = applied(one, role).plan.refusals
    assert [refusal.code for refusal in refusals] == ["foreign-references"]
    assert "bounties" in run.try_psql(role, sql).stderr
    assert value(database, "SELECT count(*) FROM bounties") == 1
