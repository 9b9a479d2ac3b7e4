"""Codes about templates of a project's own."""

from seedc.diagnostics.code import Code, Family

TEMPLATES = Family(
    "templates",
    (
        Code(
            name="unknown-template",
            title="a file among the templates takes the place of none of seedc's",
            meaning="A template is used under the name of the one that it takes the"
            " place of. With another name it would do nothing without a word.",
            example="""\
seedc.toml:
  [project]
  name = "game"
  [targets.python]
  templates = "templates/python"
templates/python/heading.py.jinja:
  # Copyright 2026 Ada
  {{ docstring }}
""",
            fix="""\
seedc.toml:
  [project]
  name = "game"
  [targets.python]
  templates = "templates/python"
templates/python/header.py.jinja:
  # Copyright 2026 Ada
  {{ docstring }}
""",
        ),
        Code(
            name="invalid-template",
            title="a template of the project cannot be filled",
            meaning="A template is written in the language of Jinja2. It only lays out"
            " what seedc gives it, and what it lays out for Python must be Python:"
            " else nothing is written. It cannot read files, nor depend on chance, so"
            " that the same sources give the same bytes.",
            example="""\
seedc.toml:
  [project]
  name = "game"
  [targets.python]
  templates = "templates/python"
templates/python/header.py.jinja:
  # Copyright 2026 Ada
  {{ docsting }}
""",
            fix="""\
seedc.toml:
  [project]
  name = "game"
  [targets.python]
  templates = "templates/python"
templates/python/header.py.jinja:
  # Copyright 2026 Ada
  {{ docstring }}
""",
        ),
    ),
)
