"""Put a module together."""

from seedc.emit.layout import lay_out


def print_module(module: str, header: str, imports: str = "", body: str = "") -> str:
    """Return the text of a module.

    Args:
        module: Its name.
        header: Its docstring.
        imports: Its import statements; may be empty.
        body: The rest; may be empty.
    """
    text = body.strip("\n")
    # As ruff has it: two empty lines between the imports and a class, else one.
    gap = "\n\n" if text.startswith("class ") else "\n"
    return lay_out(
        "python/module.py.jinja",
        module=module,
        header=header,
        imports=imports,
        gap=gap,
        body=text,
    )
