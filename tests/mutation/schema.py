"""What the schemas of a good project say of one value, as a list of layers.

Enough of JSON Schema to know where a mistake breaks one law and no other; where it is
not sure, it says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import final

from seedc.model.json_value import JsonObject, JsonValue

_UNSURE = frozenset(
    {"if", "not", "anyOf", "dependentSchemas", "dependentRequired", "contains"}
    | {"unevaluatedProperties", "prefixItems"}
)


@final
@dataclass(frozen=True, slots=True)
class Layer:
    """One schema that applies to a value, and the file it stands in."""

    path: str
    value: JsonObject


@final
@dataclass(frozen=True, slots=True)
class Described:
    """A value's layers.

    Attributes:
        layers: The schemas that apply, the outermost first.
        others: The arms of its union that do not apply.
        sure: Whether these layers are all that is said of the value.
    """

    layers: tuple[Layer, ...]
    others: tuple[Layer, ...] = ()
    sure: bool = True

    def says(self, keyword: str) -> list[JsonValue]:
        """Return the values that the layers give a keyword."""
        return [x.value[keyword] for x in self.layers if keyword in x.value]

    def one(self, keyword: str) -> JsonValue:
        """Return a keyword's value where one layer alone gives it, or None."""
        found = self.says(keyword)
        return found[0] if len(found) == 1 else None

    def types(self) -> frozenset[str]:
        """Return the JSON types that all layers allow; none where none is given."""
        given = [set(_strings(value)) for value in self.says("type")]
        return frozenset(set.intersection(*given) if given else ())

    def properties(self) -> list[str]:
        """Return the keys that an object of this kind may have."""
        return [k for table in self.says("properties") for k in _object(table)]

    def required(self) -> list[str]:
        """Return the keys that it must have."""
        return [k for names in self.says("required") for k in _strings(names)]

    def is_closed(self) -> bool:
        """Say whether it takes no other keys than its properties."""
        opening = ("additionalProperties", "patternProperties", "propertyNames")
        return bool(self.properties()) and not any(map(self.says, opening))


Library = Mapping[str, JsonObject]
"""The schema files by path."""


def describe(
    library: Library, found: Sequence[Layer], value: JsonValue, *, sure: bool = True
) -> Described:
    """Follow `$ref`, `allOf` and the tag of a union to all that is said of a value."""
    layers: list[Layer] = []
    others: list[Layer] = []
    todo = list(found)
    while todo:
        layer = todo.pop(0)
        layers.append(layer)
        sure = sure and not _UNSURE & layer.value.keys()
        todo += _further(library, layer)
        arms = [a for arm in _arms(layer) for a in _whole(library, arm)]
        chosen = [arm for arm in arms if _has_tag(library, arm, value)]
        sure = sure and (not arms or len(chosen) == 1)
        todo += chosen if len(chosen) == 1 else []
        others += [arm for arm in arms if arm not in chosen]
    return Described(tuple(layers), tuple(others), sure)


def member(
    library: Library, holder: Described, key: str, value: JsonValue
) -> Described:
    """Describe a member of an object."""
    own = [
        Layer(layer.path, _object(_object(layer.value.get("properties"))[key]))
        for layer in holder.layers
        if key in _object(layer.value.get("properties"))
    ]
    if own:
        return describe(library, own, value, sure=holder.sure)
    maps = [layer for layer in holder.layers if _map(layer) is not None]
    extra = [Layer(layer.path, _object(_map(layer))) for layer in maps]
    return describe(library, extra, value, sure=holder.sure and len(extra) == 1)


def item(library: Library, holder: Described, value: JsonValue) -> Described:
    """Describe an item of an array."""
    own = [
        Layer(layer.path, _object(layer.value["items"]))
        for layer in holder.layers
        if "items" in layer.value
    ]
    return describe(library, own, value, sure=holder.sure and len(own) == 1)


def target(library: Library, layer: Layer) -> Layer | None:
    """Return the schema that a layer's `$ref` leads to."""
    reference = layer.value.get("$ref")
    if not isinstance(reference, str):
        return None
    file, _, pointer = reference.partition("#")
    path = f"{layer.path.rpartition('/')[0]}/{file}" if file else layer.path
    here: JsonValue = library[path]
    for step in pointer.split("/")[1:]:
        here = _object(here)[step]
    return Layer(path, _object(here))


def tag_key(library: Library, layers: Sequence[Layer]) -> str | None:
    """Return the property whose constant tells the arms of a union apart."""
    keys = [set(_constants(library, arm)) for arm in layers]
    shared = sorted(set.intersection(*keys)) if keys else []
    return shared[0] if len(shared) == 1 else None


def _further(library: Library, layer: Layer) -> Iterator[Layer]:
    if (there := target(library, layer)) is not None:
        yield there
    for part in _list(layer.value.get("allOf")):
        yield Layer(layer.path, _object(part))


def _arms(layer: Layer) -> list[Layer]:
    return [Layer(layer.path, _object(a)) for a in _list(layer.value.get("oneOf"))]


def _whole(library: Library, arm: Layer) -> list[Layer]:
    there = target(library, arm)
    return [arm if there is None else there]


def _has_tag(library: Library, arm: Layer, value: JsonValue) -> bool:
    constants = _constants(library, arm)
    if not isinstance(value, dict) or not constants:
        return False
    return all(value.get(key) == tag for key, tag in constants.items())


def _constants(library: Library, arm: Layer) -> JsonObject:
    found: JsonObject = {}
    for key, schema in _object(arm.value.get("properties")).items():
        inner = describe_plain(library, Layer(arm.path, _object(schema)))
        if "const" in inner:
            found[key] = inner["const"]
    return found


def describe_plain(library: Library, layer: Layer) -> JsonObject:
    """Return a schema with what its `$ref` leads to merged below it."""
    there = target(library, layer)
    return layer.value if there is None else {**there.value, **layer.value}


def _map(layer: Layer) -> JsonValue:
    patterns = _object(layer.value.get("patternProperties"))
    extra = layer.value.get("additionalProperties")
    kinds = [*patterns.values(), *([extra] if isinstance(extra, dict) else [])]
    return kinds[0] if len(kinds) == 1 else None


def _object(value: JsonValue) -> JsonObject:
    return value if isinstance(value, dict) else {}


def _list(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []


def _strings(value: JsonValue) -> list[str]:
    return [value] if isinstance(value, str) else [str(v) for v in _list(value)]
