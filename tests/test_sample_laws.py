"""The sample keeps its laws, and each notices the mistake that it is there for."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

from seedc.sandbox.home import locate
from seedc.sandbox.lock import locked
from seedc.sandbox.start import start
from seedc.sandbox.stop import reset
from tests.support.command import ROOT
from tests.support.projects import problems_in


class Change(NamedTuple):
    """A mistake in a seed file: the first text behind a record's id, and a new one."""

    file: str
    record: str
    old: str
    new: str


Mistake: TypeAlias = tuple[Change, ...]

_BREAD = '"item_id": "pilgrims_bread"'

MISTAKES: dict[str, Mistake] = {
    "achievements_can_be_won": (
        Change(
            "achievements",
            "first_blood",
            '"requires": null',
            '"requires": "hundredfold"',
        ),
    ),
    "bestiary_knows_its_creatures": (
        Change("bestiary/bone_galleries", "rattlebones", '"undead"', '"spirit"'),
    ),
    "boss_phases_descend": (
        Change("bosses", "old_gnawbone", '"below": 0.40', '"below": 1.00'),
    ),
    "bosses_wait_in_their_lairs": (
        Change("bosses", "zhakaryn", '"floor": 18', '"floor": 17'),
    ),
    "classes_can_use_a_weapon": (Change("classes", "mage", '["weapon", ', "["),),
    "deeper_bosses_are_worth_more": (
        Change("bosses", "pale_librarian", '"gold": 850', '"gold": 480'),
    ),
    "drop_chances_sum_to_at_most_1": (
        Change("enemies", "goblin_scout", '"chance": 0.06', '"chance": 0.96'),
    ),
    "drops_suit_the_floor": (
        Change("enemies", "cellar_rat", _BREAD, '"item_id": "ember_maul"'),
    ),
    "dungeon_reaches_the_last_level": (
        Change("bosses", "unwritten_king", '"xp": 3000', '"xp": 30000'),
    ),
    "enemies_roam_their_floors": (
        Change("enemies", "cellar_rat", '"max_floor": 3', '"max_floor": 4'),
    ),
    "evolution_makes_stronger": (
        Change("enemies", "gilded_penitent", '"hollow_seraph"', '"cellar_rat"'),
    ),
    "experience_adds_up": (
        Change("xp_levels", "", '"xp_to_next": 2415', '"xp_to_next": 2416'),
    ),
    "floors_grow_harder": (
        Change("floors", "", '"monster_budget": 12', '"monster_budget": 10'),
    ),
    "floors_have_one_theme": (
        Change("themes", "sunken_cellars", '"first_floor": 1', '"first_floor": 2'),
        Change("themes", "sunken_cellars", '"last_floor": 3', '"last_floor": 4'),
        Change("bosses", "old_gnawbone", '"floor": 3', '"floor": 4'),
    ),
    "items_can_be_had": (
        Change("bosses", "unwritten_king", '"unwritten_crown"', '"stormcallers_rod"'),
    ),
    "loot_fits_one_stack": (
        Change("bosses", "old_gnawbone", '"max_quantity": 6', '"max_quantity": 21'),
    ),
    "loot_suits_the_floor": (
        Change("bosses", "old_gnawbone", '"ratcatchers_boots"', '"ember_maul"'),
    ),
    "pool_weights_sum_to_100": (
        Change("floor_pools", "", '"weight": 44', '"weight": 43'),
    ),
    "rarer_items_cost_more": (
        Change("items", "ember_maul", '"sell_price": 110.00', '"sell_price": 17.00'),
    ),
    "signature_abilities_come_first": (
        Change("classes", "warrior", '"cleave"', '"shield_bash"'),
    ),
    "starting_gear_is_usable": (Change("classes", "rogue", '"armor", ', ""),),
    "summons_suit_the_floor": (
        Change("bosses", "old_gnawbone", '"dire_rat"', '"slag_golem"'),
    ),
    "traps_suit_the_theme": (
        Change("themes", "sunken_cellars", '"weight": 60', '"weight": 61'),
    ),
    "weaknesses_follow_the_wheel": (
        Change("bestiary/bone_galleries", "rattlebones", '["holy"]', "[]"),
    ),
}
"""For each rule a mistake that breaks it and no other."""


EXAMPLES = {
    "mmo-central-api": {
        "patrols_start_at_their_first_stop": (
            Change("patrols", "", '"starts_at": "granary"', '"starts_at": "mill"'),
        ),
    },
    "raid-loot": {
        "factor_weights_sum_to_1": (
            Change("flps_factors", "uv", '"weight": 0.4500', '"weight": 0.4499'),
        ),
    },
}
"""The same for the rules of the examples."""


@contextmanager
def _copied(sources: Path) -> Iterator[Path]:
    """Copy a project with its rules, and keep its server up for a while."""
    folder = Path(tempfile.mkdtemp(prefix="seedc-test-"))
    project = folder / "project"
    home = locate(project)
    try:
        for name in ("schemas", "seeds", "rules"):
            shutil.copytree(sources / name, project / name)
        shutil.copy(sources / "seedc.toml", project)
        with locked(home):
            start(home)
        yield project
    finally:
        with locked(home):
            reset(home)
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def sample() -> Iterator[Path]:
    """Copy the sample."""
    with _copied(ROOT) as project:
        yield project


def test_the_sample_keeps_its_laws(sample: Path) -> None:
    """The rules run, and none of them finds anything."""
    assert problems_in(sample) == []


def test_every_law_of_the_sample_has_its_mistake() -> None:
    """No law is there that was never seen to fail."""
    assert MISTAKES.keys() == {path.stem for path in ROOT.glob("rules/*.sql")}


@pytest.mark.parametrize("rule", MISTAKES)
def test_a_mistake_breaks_its_law_and_no_other(rule: str, sample: Path) -> None:
    """What a designer gets wrong is told once for each record, by the law it breaks."""
    assert _broken(sample, MISTAKES[rule]) == {f"rules/{rule}.sql"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_laws_of_an_example(name: str) -> None:
    """An example shows laws that work."""
    mistakes = EXAMPLES[name]
    with _copied(ROOT / "examples" / name) as project:
        rules = {path.stem for path in project.glob("rules/*.sql")}
        assert mistakes.keys() == rules
        for rule in rules:
            assert _broken(project, mistakes[rule]) == {f"rules/{rule}.sql"}


def _broken(project: Path, mistake: Mistake) -> set[str]:
    """Return the rules that a mistake breaks; nothing else may be wrong with it."""
    changed = {project / f"seeds/{change.file}.json" for change in mistake}
    before = {path: path.read_text(encoding="utf-8") for path in changed}
    try:
        for change in mistake:
            _apply(project, change)
        found = problems_in(project)
    finally:
        for path, text in before.items():
            path.write_text(text, encoding="utf-8")
    assert {problem.code for problem in found} == {"broken-rule"}
    assert len({problem.place for problem in found}) == len(found)
    return {note.place.path for problem in found for note in problem.notes}


def _apply(project: Path, change: Change) -> None:
    path = project / f"seeds/{change.file}.json"
    text = path.read_text(encoding="utf-8")
    start = text.index(f'"id": "{change.record}"') if change.record else 0
    at = text.index(change.old, start)
    end = at + len(change.old)
    path.write_text(text[:at] + change.new + text[end:], encoding="utf-8")
