"""TypeScript: strict types for every public table, and its rows where asked.

`emit` is the whole interface. What a table's record looks like to a client is
decided once, in `record`; how a shape reads is decided once, in `type_text`.
"""

from seedc.emit.typescript.emitter import emit

__all__ = ["emit"]
