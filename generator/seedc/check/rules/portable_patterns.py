"""Every pattern means the same to all engines that read it.

Records are checked by one engine, the database by another, editors and generated
records by two more.
"""

from collections.abc import Iterator

from seedc.check.patterns import patterns_of
from seedc.dialect.pattern import trouble_of
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument


def portable_patterns(document: SchemaDocument) -> Iterator[Diagnostic]:
    """Yield the patterns of a schema file that engines read differently."""
    for pattern, place in patterns_of(document):
        if trouble := trouble_of(pattern):
            code = "unportable-pattern"
            yield Diagnostic(code, trouble.message, place, help=trouble.help)
