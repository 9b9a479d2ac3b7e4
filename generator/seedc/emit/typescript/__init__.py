"""TypeScript: strict types for every public table, and its rows where asked.

`emit` is the whole interface. Read on in this order:

    survey          every name, before anything is printed (vocabulary, identity)
    record          what a table's record is to a client
    type_text       shapes as types; declaration: named shapes as declarations
    types_module    the modules of types, and brand_module
    data_module     the modules of data; data_rows, value, literal: their rows
    package_file    package.json and the index
    module_text     all of them as files: `.ts`, or `.js` with `.d.ts` (block)
"""

from seedc.emit.typescript.emitter import emit

__all__ = ["emit"]
