"""Print column types: SQLAlchemy's type of the column and Python's of its value."""

from typing import assert_never

from seedc.emit.python.scope import Scope
from seedc.model.column_type import (
    BigInt,
    Boolean,
    ColumnType,
    Date,
    Double,
    Integer,
    Json,
    Numeric,
    SmallInt,
    Text,
    Time,
    Timestamp,
    Uuid,
    Varchar,
)


def python_type(kind: ColumnType, scope: Scope) -> str:
    """Return the Python type of the values of a column."""
    match kind:
        case Date() | Time() | Timestamp():
            return f"{scope.symbols['dt']}.{_time_class(kind)}"
        case Text() | Varchar():
            name = "str"
        case SmallInt() | Integer() | BigInt() | Double() | Numeric():
            name = _number_class(kind, scope)
        case Boolean():
            name = "bool"
        case Uuid():
            name = "str" if _is_plain(kind, scope) else "UUID"
        case Json():
            name = "Any"
        case _:
            assert_never(kind)
    return scope.symbols[name]


def _time_class(kind: Date | Time | Timestamp) -> str:
    match kind:
        case Date():
            return "date"
        case Time():
            return "time"
        case Timestamp():
            return "datetime"


def _number_class(
    kind: SmallInt | Integer | BigInt | Double | Numeric, scope: Scope
) -> str:
    match kind:
        case SmallInt() | Integer() | BigInt():
            return "int"
        case Double():
            return "float"
        case Numeric():
            return "float" if _is_plain(kind, scope) else "Decimal"


def _is_plain(kind: ColumnType, scope: Scope) -> bool:
    """Say whether the project wants a builtin in place of the exact class."""
    chosen = scope.custom.kinds
    match kind:
        case Numeric():
            return chosen.get("numeric") == "float"
        case Uuid():
            return chosen.get("uuid") == "str"
        case _:
            return False


def sql_type(kind: ColumnType, scope: Scope) -> str:
    """Return the type that SQLAlchemy gives a column."""
    match kind:
        case Json():
            return scope.json_type
        case Varchar(length):
            return scope.sa(f"String({length})")
        case Numeric(precision, scale):
            digits = [str(d) for d in (precision, scale) if d is not None]
            plain = ["asdecimal=False"] if _is_plain(kind, scope) else []
            arguments = ", ".join([*digits, *plain])
            return scope.sa(f"Numeric({arguments})" if arguments else "Numeric")
        case Uuid() if _is_plain(kind, scope):
            return scope.sa("Uuid(as_uuid=False)")
        case Timestamp(zoned=True):
            return scope.sa("DateTime(timezone=True)")
        case _:
            return scope.sa(_class(kind))


def _class(kind: ColumnType) -> str:
    """Return the SQLAlchemy class of a type that takes no arguments."""
    match kind:
        case Text() | Varchar() | Uuid() | Boolean():
            return type(kind).__name__
        case Integer() | BigInt() | SmallInt():
            return _INTEGERS[type(kind)]
        case Numeric() | Double() | Date() | Time() | Json():
            return type(kind).__name__
        case Timestamp():
            return "DateTime"
        case _:
            assert_never(kind)


_INTEGERS: dict[type[ColumnType], str] = {
    SmallInt: "SmallInteger",
    Integer: "Integer",
    BigInt: "BigInteger",
}
