"""Print the module of Pydantic records, with datamodel-code-generator."""

import re

from seedc.emit.python.code import WIDTH, call, prefixed, quoted, render
from seedc.emit.python.enums import Enums
from seedc.emit.python.member_schema import ENUMS
from seedc.emit.python.record_schema import RecordSchema, record_schema
from seedc.model.catalog import Catalog

_ALIAS = re.compile(r'(\w+) = TypeAliasType\("\1", (.+)\)')
_UNION = re.compile(r"( +)(\w+(?: \| \w+)+),")


def print_records(catalog: Catalog, enums: Enums, header: str) -> str:
    """Return the text of `records.py`."""
    schema = record_schema(catalog, frozenset(enums))
    if not schema.definitions:
        return f"{header}\n"
    lines = _generate(schema, header).rstrip("\n").split("\n")
    return "".join(f"{_fitted(line)}\n" for line in lines)


def _fitted(line: str) -> str:
    """Break a line that the generator's formatter leaves too long: a union."""
    if len(line) <= WIDTH:
        return line
    if alias := _ALIAS.fullmatch(line):
        name, types = alias.groups()
        code = call("TypeAliasType", quoted(name), types)
        return "\n".join(map(_fitted, render(prefixed(f"{name} = ", code)).split("\n")))
    if union := _UNION.fullmatch(line):
        indent, arms = union.groups()
        return indent + arms.replace(" | ", f"\n{indent}| ") + ","
    return line


def _generate(schema: RecordSchema, header: str) -> str:
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
        {"$defs": schema.definitions},
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        target_pydantic_version=TargetPydanticVersion.V2_12,
        # Nothing but the schema decides: no network, no files, no settings, no clock.
        allow_remote_refs=False,
        strict_refs=True,
        external_ref_mapping={ENUMS: ".enums"},
        formatters=[Formatter.BUILTIN],
        builtin_format_line_length=WIDTH,  # else that of the nearest pyproject.toml
        disable_timestamp=True,
        custom_file_header=header,
        # Names are those of the schema.
        aliases=schema.aliases,
        skip_root_model=True,
        # A member has one type, written out; a bound stands beside it.
        enum_field_as_literal=LiteralType.All,
        enable_faux_immutability=True,
        strict_nullable=True,
        use_annotated=True,
        use_standard_collections=True,
        use_tuple_for_closed_arrays=True,
        use_type_alias=True,
        use_union_operator=True,
        use_double_quotes=True,
        use_field_description=True,
        use_inline_field_description=True,
        use_schema_description=True,
        use_single_line_docstring=True,
    )
    assert isinstance(text, str), "the generator made no single module"  # noqa: S101
    return text
