"""No text looks like a credential: sources are shared, and so are the outputs.

A file is searched once as it stands, by the one engine that is fast enough for that;
only what it finds is looked at closely.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import jsonschema_rs

from seedc.check.texts import texts
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import Batch, SchemaDocument
from seedc.model.json_value import JsonValue
from seedc.model.source import Source
from seedc.text.secrets import ANY, ESCAPED, Secret, first_secret

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator


def may_hold_secret(text: str) -> bool:
    """Say whether source text needs a closer look, as it does in few files."""
    return _search().is_valid(text)


@cache
def _search() -> "Draft202012Validator":
    options = jsonschema_rs.RegexOptions()  # without looking around: in linear time
    schema = {"pattern": f"{ANY}|{ESCAPED}"}
    return jsonschema_rs.Draft202012Validator(schema, pattern_options=options)


def no_secrets(value: JsonValue, source: Source, offset: int) -> Iterator[Diagnostic]:
    """Yield the texts of a value that look like credentials.

    Args:
        value: A record, an envelope or a schema.
        source: The file.
        offset: Where the value starts in it.
    """
    for pointer, text, place in texts(value):
        if found := first_secret(text):
            yield Diagnostic(
                "secret-value",
                f"the text holds what looks like {_described(found)}",
                place(source, offset, pointer),
                help="take it out, and revoke it if it was ever shared",
            )


def no_secrets_in_records(batch: Batch, source: Source) -> Iterator[Diagnostic]:
    """Yield what looks like a credential in the records of a file."""
    ends = (*batch.offsets, None)[1:]  # the last one's is not known
    for record, start, end in zip(batch.records, batch.offsets, ends, strict=True):
        if end is None or may_hold_secret(source.text[start:end]):
            yield from no_secrets(record, source, start)


def no_secrets_in_schemas(documents: Iterable[SchemaDocument]) -> Iterator[Diagnostic]:
    """Yield what looks like a credential in schema files."""
    for document in documents:
        if may_hold_secret(document.source.text):
            yield from no_secrets(document.value, document.source, document.start)


def _described(secret: Secret) -> str:
    shown = f" (`{secret.public}...`)" if secret.public else ""
    return f"{secret.kind}{shown}"
