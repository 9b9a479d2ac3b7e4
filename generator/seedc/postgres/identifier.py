"""Identifiers of Postgres."""

import hashlib

MAX_BYTES = 63
"""Longest identifier, in bytes of UTF-8; Postgres cuts longer ones off silently."""

_HASH = 8


def constraint_name(*parts: str) -> str:
    """Join parts to a name as Postgres would by default: `enemies_name_key`.

    A name that Postgres would cut off ends in a hash of the whole instead, so that
    two long names stay apart.
    """
    name = "_".join(parts)
    if len(name.encode()) <= MAX_BYTES:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:_HASH]
    tail = f"_{digest}_{parts[-1]}"
    if len(tail.encode()) >= MAX_BYTES:
        tail = f"_{digest}"
    room = MAX_BYTES - len(tail.encode())
    return name.encode()[:room].decode(errors="ignore") + tail
