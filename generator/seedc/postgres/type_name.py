"""The name of each column type in Postgres."""

from seedc.model import column_type as kinds


def type_name(kind: kinds.ColumnType) -> str:  # noqa: C901, PLR0911, PLR0912, one line for each type
    """Return a type as `CREATE TABLE` names it."""
    match kind:
        case kinds.Text():
            return "text"
        case kinds.Varchar(length):
            return f"varchar({length})"
        case kinds.SmallInt():
            return "smallint"
        case kinds.Integer():
            return "integer"
        case kinds.BigInt():
            return "bigint"
        case kinds.Numeric(precision, scale):
            parts = [str(part) for part in (precision, scale) if part is not None]
            return f"numeric({', '.join(parts)})" if parts else "numeric"
        case kinds.Double():
            return "double precision"
        case kinds.Boolean():
            return "boolean"
        case kinds.Uuid():
            return "uuid"
        case kinds.Date():
            return "date"
        case kinds.Time():
            return "time"
        case kinds.Timestamp(zoned):
            return "timestamptz" if zoned else "timestamp"
        case kinds.Json():
            return "jsonb"
