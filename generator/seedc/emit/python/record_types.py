"""Have datamodel-code-generator say which Python types a JSON Schema stands for."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from typing import final

from seedc.emit.python.coded_names import type_name
from seedc.emit.python.member_schema import IMPORTED
from seedc.model.json_value import JsonObject, JsonValue


@final
@dataclass(frozen=True, slots=True)
class RecordTypes:
    """What the generator made.

    Attributes:
        tree: Its module.
        parts: Types that have no name and stand where they are used, by their codes.
        decimals: Decimals, by the integers that stand for them in the module.
    """

    tree: ast.Module
    parts: Mapping[str, ast.expr]
    decimals: Mapping[int, Decimal]

    @property
    def used(self) -> frozenset[str]:
        """Names that the module imports."""
        imports = (s for s in self.tree.body if isinstance(s, ast.ImportFrom))
        return frozenset(alias.name for i in imports for alias in i.names)


def record_types(definitions: Mapping[str, JsonObject]) -> RecordTypes:
    """Return the classes and aliases of the definitions of a JSON Schema.

    The generator knows no decimals: it would take them for floats. Integers that no
    bound has stand for them, in their order.
    """
    numbers = [n for schema in definitions.values() for n in _numbers(schema)]
    decimals = sorted({n for n in numbers if isinstance(n, Decimal)})
    taken = {n for n in numbers if isinstance(n, int)}
    # Small ones, as it makes floats of them where it makes floats of numbers.
    free = (i for i in count(1) if i not in taken)
    integers = dict(zip(decimals, free, strict=False))
    given = {n: _without_decimals(s, integers) for n, s in definitions.items()}
    tree = ast.parse(_generate({"$defs": given}))
    parts = dict(_parts(tree))
    return RecordTypes(tree, parts, {i: d for d, i in integers.items()})


def _parts(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for statement in tree.body:
        match statement:
            case ast.Assign(
                targets=[ast.Name(id=code)], value=ast.Call(args=[_, kind])
            ) if type_name(code) is None:
                yield code, kind


def _numbers(value: JsonValue) -> Iterator[int | Decimal]:
    match value:
        case dict():
            for part in value.values():
                yield from _numbers(part)
        case list():
            for part in value:
                yield from _numbers(part)
        case int() | Decimal():
            yield value
        case _:
            return


def _without_decimals(value: JsonValue, integers: Mapping[Decimal, int]) -> JsonValue:
    match value:
        case dict():
            return {k: _without_decimals(v, integers) for k, v in value.items()}
        case list():
            return [_without_decimals(part, integers) for part in value]
        case Decimal():
            return integers[value]
        case _:
            return value


def _generate(schema: JsonObject) -> str:
    # Slow to import, and needed by this one target.
    from datamodel_code_generator import generate  # noqa: PLC0415
    from datamodel_code_generator.enums import (  # noqa: PLC0415
        DataModelType,
        InputFileType,
        TargetPydanticVersion,
    )
    from datamodel_code_generator.format import (  # noqa: PLC0415
        Formatter,
        PythonVersion,
    )
    from datamodel_code_generator.parser import LiteralType  # noqa: PLC0415

    text = generate(
        schema,
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        target_pydantic_version=TargetPydanticVersion.V2_12,
        # Nothing but the schema decides: no network, no files, no settings, no clock.
        allow_remote_refs=False,
        strict_refs=True,
        external_ref_mapping={IMPORTED: ".imported"},
        formatters=[Formatter.BUILTIN],
        disable_timestamp=True,
        skip_root_model=True,
        # A member has one type, written out; a bound stands beside it.
        enum_field_as_literal=LiteralType.All,
        strict_nullable=True,
        use_annotated=True,
        use_standard_collections=True,
        use_tuple_for_closed_arrays=True,
        use_type_alias=True,
        use_union_operator=True,
        use_field_description=True,
        use_inline_field_description=True,
        use_schema_description=True,
    )
    assert isinstance(text, str), "the generator made no single module"  # noqa: S101
    return text
