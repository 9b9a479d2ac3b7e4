"""Records are called and typed as the project wants, and are as strict as it wants."""

import ast
import json
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import ValidationError

from seedc.emit.python import emit
from seedc.emit.python.record_shapes import record_shapes
from seedc.model.column_type import Integer, Json, Numeric
from seedc.model.project import ImportedType, PythonOptions
from seedc.model.shape import (
    ConstShape,
    Field,
    NumberShape,
    ObjectShape,
    Shape,
    TupleShape,
    UnionShape,
)
from tests.emit.python.builders import INTEGER, NUMBER, TEXT, catalog, column, table
from tests.emit.python.case import CASES
from tests.emit.python.golden.odd import enums
from tests.emit.python.golden.odd import records as odd
from tests.emit.python.loaded import load_records, record
from tests.emit.python.projects import PROJECTS, compiled_project
from tests.emit.python.test_records import GOBLIN, goblin

TIGHT = Decimal("0.10000000000000000000000001")
NAMES = {"Enemy": "Monster", "Enemy.maxHP": "hit_points", "MeleeAbility.damage": "hurt"}
PRICE = '{"id": "sword", "name": "Sword", "price": 1.10, "asset": %s}'
ASSET = "6f1c9a52-7d0e-4b3a-9c55-0a1b2c3d4e5f"


def dungeon(folder: Path, options: PythonOptions) -> ModuleType:
    """Import the records of the case `dungeon`."""
    return load_records(folder, CASES["dungeon"](), options)


def of_one_member(folder: Path, shape: Shape) -> ModuleType:
    """Import the records of one table with one member, `value`."""
    things = table("things", "Thing", column("value", shape, Json()))
    return load_records(folder, catalog("one", things), PythonOptions("one"))


@pytest.mark.parametrize(
    "bad",
    [
        {"maxHP": "5"},
        {"maxHP": True},
        {"is_boss": 1},
        {"id": 5},
        {"spawned_on": 5},
        {"resistances": {"fire": "0.5"}},
        {"drops": [{"item_id": "sword", "chance": "0.5"}]},
    ],
    ids=str,
)
def test_strict_records_convert_nothing(bad: dict[str, object], tmp_path: Path) -> None:
    """A value of another JSON type is refused, from Python and from JSON."""
    strict = record(dungeon(tmp_path, PythonOptions("strict", strict=True)), "Enemy")
    strict.model_validate(goblin())
    with pytest.raises(ValidationError):
        strict.model_validate(goblin(**bad))
    text = json.dumps({**json.loads(GOBLIN), **bad})
    with pytest.raises(ValidationError):
        strict.model_validate_json(text)


def test_strict_records_take_what_json_has_no_form_for(tmp_path: Path) -> None:
    """Lists for tuples, whole numbers for decimals, texts for moments and UUIDs."""
    module = load_records(tmp_path, CASES["odd"](), PythonOptions("s", strict=True))
    text = (
        '{"id": 1, "int": 1, "date": "2026-01-13", "language": null, "exact": 1,'
        ' "pairs": [[1, 2]], "stepsTaken": []}'
    )
    assert record(module, "Base").from_json(text).to_json() == text


def test_classes_and_attributes_are_renamed(tmp_path: Path) -> None:
    """At any depth; the key of the file stays, as alias."""
    module = dungeon(tmp_path, PythonOptions("renamed", names=NAMES))
    enemy = module.Monster.model_validate(goblin())
    assert (enemy.hit_points, enemy.ability.hurt) == (20, 3)
    assert json.loads(enemy.to_json())["maxHP"] == 20


def test_a_discriminator_may_be_renamed(tmp_path: Path) -> None:
    """In each arm or in one: the constants tell the arms apart."""
    for names in (
        {"MeleeAbility.kind": "sort", "RangedAbility.kind": "sort"},
        {"MeleeAbility.kind": "sort"},
    ):
        module = dungeon(tmp_path, PythonOptions("renamed", names=names))
        ability = module.Enemy.model_validate(goblin()).ability
        assert (type(ability).__name__, ability.sort) == ("MeleeAbility", "melee")


def test_numbers_and_uuids_may_be_plain(tmp_path: Path) -> None:
    """Floats for decimals, texts for UUIDs; bounds hold as floats."""
    types = {"numeric": "float", "uuid": "str"}
    for strict in (False, True):
        module = dungeon(tmp_path, PythonOptions("plain", strict, types=types))
        item = module.Item.from_json(PRICE % f'"{ASSET}"')
        assert (item.price, item.asset) == (1.1, ASSET)
        with pytest.raises(ValidationError):
            module.Item.from_json(PRICE.replace("1.10", "1000000.5") % "null")


def test_a_member_may_have_a_type_of_the_project(tmp_path: Path) -> None:
    """It is imported from where it is, and Pydantic fills it."""
    types = {"Enemy.ability": ImportedType("Fraction", "fractions")}
    module = dungeon(tmp_path, PythonOptions("own", types=types))
    enemy = module.Enemy.model_validate(goblin(ability="1/3"))
    assert enemy.ability.denominator == 3


@pytest.mark.parametrize(
    "name",
    ["Field", "Decimal", "Annotated", "BaseModel", "Record", "Literal", "Union", "Any"],
)
def test_a_class_may_be_called_as_what_the_module_needs(
    name: str, tmp_path: Path
) -> None:
    """Never another name: what it hides is spelled in full."""
    arms = tuple(
        ObjectShape(f"{a}Arm", (Field("kind", ConstShape(a), required=True),))
        for a in "AB"
    )
    columns = (
        column("id"),
        column("exact", NumberShape(integer=False, minimum=TIGHT), Numeric()),
        column("arm", UnionShape("Arm", arms, "kind"), Json()),
        column("of", ObjectShape("Of", (Field("a", TEXT, required=False),)), Json()),
    )
    given = catalog("hiding", table("things", name, *columns))
    module = load_records(tmp_path, given, PythonOptions("hiding"))
    text = f'{{"id": "a", "exact": {TIGHT}, "arm": {{"kind": "A"}}, "of": {{}}}}'
    assert record(module, name).from_json(text).to_json() == text
    with pytest.raises(ValidationError):
        record(module, name).from_json(text.replace(f"{TIGHT}", "0.1"))


@pytest.mark.parametrize("attribute", ["int", "list", "date", "dt", "Decimal"])
def test_a_member_may_be_called_as_a_type(attribute: str, tmp_path: Path) -> None:
    """An attribute is the key, whatever it hides in its class."""
    columns = (column(attribute, INTEGER, Integer()), column("other", INTEGER))
    given = catalog("hiding", table("things", "Thing", *columns))
    thing = record(load_records(tmp_path, given, PythonOptions("hiding")), "Thing")
    text = f'{{"{attribute}": 1, "other": 2}}'
    assert getattr(thing.from_json(text), attribute) == 1
    assert thing.from_json(text).to_json() == text


@pytest.mark.parametrize(
    ("shape", "good", "bad"),
    [
        (NumberShape(integer=False, minimum=TIGHT), f"{TIGHT}", "0.1"),
        (NumberShape(integer=False, maximum=TIGHT), "0.1", f"{TIGHT}1"),
        (NumberShape(integer=False, multiple_of=Decimal("0.1")), "0.3", "0.35"),
        (NumberShape(integer=False, exclusive_minimum=Decimal("-0.5")), "0", "-0.5"),
        (NumberShape(integer=True, minimum=Decimal("1.5")), "2", "1"),
        (NumberShape(integer=True, exclusive_maximum=Decimal("1.5")), "1", "2"),
        (NumberShape(integer=True, multiple_of=Decimal("1.5")), "3", "2"),
        (NumberShape(integer=True, maximum=10**30), str(10**30), str(10**30 + 1)),
        (NumberShape(integer=False, floating=True, minimum=Decimal("0.1")), "0.1", "0"),
        (ConstShape(Decimal("1.5")), "1.5", "1.6"),
        (TupleShape((INTEGER, NumberShape(integer=True, minimum=7))), "[1, 7]", "[1]"),
    ],
)
def test_bounds_hold_to_the_last_digit(
    shape: Shape, good: str, bad: str, tmp_path: Path
) -> None:
    """Of numbers of any size, wherever they stand."""
    thing = record(of_one_member(tmp_path, shape), "Thing")
    assert thing.from_json(f'{{"value": {good}}}').to_json() == f'{{"value": {good}}}'
    with pytest.raises(ValidationError):
        thing.from_json(f'{{"value": {bad}}}')


def test_members_of_enumerations_are_values() -> None:
    """A member of the StrEnum is taken where the Literal is wanted."""
    given = {"id": 1, "int": 1, "stepsTaken": [], "language": enums.LanguageEnum.C}
    assert odd.Base.model_validate(given).language == "C"
    assert json.loads(odd.Base.model_validate(given).to_json())["language"] == "C"


@pytest.mark.parametrize("name", PROJECTS)
def test_no_name_is_made_up(name: str) -> None:
    """Each class and alias is called as the catalog calls it."""
    known = compiled_project(name).catalog
    files = {file.path: file.content for file in emit(known, PythonOptions("package"))}
    tree = ast.parse(files["python/package/records.py"])
    classes = {n.name for n in tree.body if isinstance(n, ast.ClassDef)}
    aliases = {
        ast.unparse(n.targets[0]) for n in tree.body if isinstance(n, ast.Assign)
    }
    assert (classes | aliases) - {"Record"} == set(record_shapes(known))


def test_numbers_of_any_kind_are_exact_where_anything_may_stand(tmp_path: Path) -> None:
    """Digits of numbers stay, also where the schema says nothing of them."""
    open_ = ObjectShape("Open", (), extra=NUMBER)
    thing = record(of_one_member(tmp_path, open_), "Thing")
    text = '{"value": {"a": 1.10, "b": 123456789012345678901234567890}}'
    assert thing.from_json(text).to_json() == text
