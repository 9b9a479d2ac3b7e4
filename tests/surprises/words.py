"""Words that one of the languages, or a library, keeps for itself."""

import builtins
import keyword

PYTHON = [w for w in (*keyword.kwlist, *keyword.softkwlist) if w.islower()]
BUILTINS = [name for name in dir(builtins) if name[0].islower() and name != "id"]
SQLALCHEMY = [
    *("metadata", "registry", "query", "type_annotation_map", "mapper", "session"),
    *("relationship", "mapped_column", "sa", "dt", "postgresql", "columns", "table"),
    *("annotations", "__table__", "__tablename__", "__mapper__", "__table_args__"),
]
PYDANTIC = [
    *("model_config", "model_fields", "model_dump", "model_construct", "model_x"),
    *("model_computed_fields", "model_extra", "copy", "json", "schema", "validate"),
    *("construct", "parse_obj", "fields", "field", "base_model", "literal", "decimal"),
    *("date", "datetime", "uuid", "annotated", "config_dict", "mro", "register"),
]
JAVASCRIPT = [
    *("constructor", "toString", "hasOwnProperty", "valueOf", "__proto__", "length"),
    *("prototype", "arguments", "eval", "undefined", "NaN", "Infinity", "then", "get"),
    *("static", "async", "of", "let", "declare", "abstract", "readonly", "keyof"),
    *("infer", "satisfies", "accessor", "enum", "interface", "package", "private"),
    *("default", "delete", "function", "new", "this", "typeof", "void", "var"),
]
SQL = [
    *("select", "order", "group", "user", "table", "column", "check", "primary"),
    *("offset", "limit", "end", "oid", "rowid", "current_date", "excluded", "value"),
]
WORDS = [
    *dict.fromkeys([*PYTHON, *BUILTINS, *SQLALCHEMY, *PYDANTIC, *JAVASCRIPT, *SQL])
]

ODD = [
    *("", " ", "\t", "$", "$ref", "-1", "1e3", "7", "2d", "__", "_x", "a.b", "a b"),
    *("caf\u00e9", "\u6f22\u5b57", "\u0939\u093f\u0928\u094d\u0926\u0940"),
    *("\U0001f409", '"', "'", "\\", "a`${x}`", "</script>", "<!--", "*/", '"""', "#"),
    *("\u2028", "%s", ":name", "{{ x }}", "\\copy", "$$", "+", "C++"),
]
"""Keys and values that no identifier can be made of by itself."""
