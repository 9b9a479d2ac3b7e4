"""No plan shows a credential, wherever in it one stands."""

from dataclasses import replace

import pytest

from seedc.model.plan import ColumnChange, Impact, Plan, Refusal, RowChange
from seedc.plan_text.as_json import as_json
from seedc.plan_text.as_markdown import as_markdown
from seedc.plan_text.as_text import as_text
from tests.plan_text.cases import plan, table
from tests.support.credentials import CREDENTIALS, Credential

SHORTEST = 6


def _everywhere(text: str) -> Plan:
    rows = (
        RowChange("insert", (text,)),
        RowChange("rename", (text, "0"), (text, "1")),
        RowChange("update", ("k",), columns=(ColumnChange(text, text, None),)),
        RowChange("update", ("l",), columns=(ColumnChange("a", None, f"x {text}"),)),
        RowChange(
            "update",
            ("m",),
            columns=(ColumnChange("a", f"{'x ' * 99}{text}", f"{'y ' * 99}{text}"),),
        ),
    )
    made = plan(
        table(text, *rows),
        versions={text: (text, None)},
        impacts=(Impact(text, "delete", text, text, "cascade", 1, refused=True),),
        refusals=(Refusal("x-y", text, text, (text,), 1),),
    )
    return replace(made, target=text, database=text, fingerprint="0" * 64)


@pytest.mark.parametrize("write", [as_text, as_markdown, as_json])
@pytest.mark.parametrize("credential", CREDENTIALS, ids=lambda c: c.public)
def test_no_plan_shows_it(credential: Credential, write: object) -> None:
    """Its characters become asterisks in each form."""
    assert callable(write)
    shown = str(write(_everywhere(credential.text)))
    pieces = {
        credential.secret[i : i + SHORTEST].strip("\n")
        for i in range(len(credential.secret) - SHORTEST + 1)
    }
    found = {p for p in pieces if len(p) == SHORTEST and "\n" not in p and p in shown}
    assert found == set()
    assert "*" * SHORTEST in shown
