"""Run the rules of a project on its rows, on the embedded Postgres.

A project without rules needs no Postgres, and nothing of it is imported.
"""

from collections.abc import Callable, Iterable, Sequence

from seedc.check.rules.kept_rules import kept_rules
from seedc.loading import Loading
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic
from seedc.model.errors import WorldError
from seedc.model.project import Project
from seedc.model.rule import Rule

_WAY_OUT = "`--no-rules` checks without them"


def judge(
    project: Project,
    catalog: Catalog,
    loading: Loading,
    rules: Sequence[Rule],
    tell: Callable[[str], None],
) -> Iterable[Diagnostic]:
    """Return what the rules find.

    Args:
        project: The project.
        catalog: Its tables.
        loading: Its rows, which have no errors: rules see only whole data.
        rules: Its rules.
        tell: Called with one line if another seedc has to be waited for.

    Raises:
        WorldError: The embedded Postgres is not installed, or failed.
    """
    if not rules:
        return ()
    # Slow to import, and without rules not needed.
    from seedc.sandbox.judge.run import run_rules  # noqa: PLC0415
    from seedc.sandbox.judge.tables import Filled  # noqa: PLC0415
    from seedc.sandbox.visit import visited  # noqa: PLC0415

    tables = [Filled(table, loading.data[table.name].rows) for table in catalog.tables]
    try:
        with visited(project.root, tell) as server:
            outcomes = run_rules(server, rules, tables, project.rule_timeout)
    except WorldError as error:
        hint = f"{error.hint}; {_WAY_OUT}" if error.hint else _WAY_OUT
        message = f"the rules cannot be run: {error.message}"
        raise WorldError(message, hint=hint) from error
    return kept_rules(outcomes, catalog, loading.data, loading.sources)
