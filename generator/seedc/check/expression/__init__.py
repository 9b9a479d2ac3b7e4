"""SQL expressions of `x-table.checks`, compiled to Python.

The closed list: `AND`, `OR`, `NOT`, comparisons, `+ - *`, `IN`, `BETWEEN`,
`IS NULL`, `CASE`, `COALESCE`, `LENGTH`, `LOWER`, `ABS`, `LEAST`, `GREATEST`, `LIKE`
over columns, numbers, texts, `TRUE`, `FALSE` and `NULL`. Logic is three-valued and
numbers are exact, as in Postgres; None stands for NULL and for unknown.
"""
