"""Print column types: SQLAlchemy's type of the column and Python's of its value."""

from typing import assert_never

from seedc.emit.python.code import Code, call
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
            name = _number_class(kind)
        case Boolean():
            name = "bool"
        case Uuid():
            name = "UUID"
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


def _number_class(kind: SmallInt | Integer | BigInt | Double | Numeric) -> str:
    match kind:
        case SmallInt() | Integer() | BigInt():
            return "int"
        case Double():
            return "float"
        case Numeric():
            return "Decimal"


def sql_type(kind: ColumnType, scope: Scope) -> Code:
    """Return the type that SQLAlchemy gives a column."""
    match kind:
        case Json():
            return scope.json_type
        case Varchar(length):
            return call(scope.sa("String"), str(length))
        case Numeric(precision=int() as precision, scale=None):
            return call(scope.sa("Numeric"), str(precision))
        case Numeric(precision=int() as precision, scale=int() as scale):
            return call(scope.sa("Numeric"), str(precision), str(scale))
        case Timestamp(zoned=True):
            return call(scope.sa("DateTime"), "timezone=True")
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
