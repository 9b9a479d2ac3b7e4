"""SQL expressions of `x-table.checks`, compiled to Python.

The closed list: `AND`, `OR`, `NOT`, comparisons, `+ - *`, `IN`, `BETWEEN`,
`IS NULL`, `CASE`, `COALESCE`, `LENGTH`, `LOWER`, `ABS`, `LEAST`, `GREATEST`, `LIKE`
over columns, numbers, texts, `TRUE`, `FALSE` and `NULL`. Logic is three-valued, and
numbers compute as the types of Postgres do; None stands for NULL and for unknown.

    tokens -> grammar, operands (through a cursor) -> tree -> compile: truths, values

What is outside the list is refused at its token, which is why the text is not read by
a parser of all SQL: that would have to be asked afterwards what it has read.
"""
