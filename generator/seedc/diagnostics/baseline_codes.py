"""Codes about the baseline, which holds problems that are known."""

from seedc.diagnostics.code import Code, Family
from seedc.model.diagnostic import Severity

BASELINE = Family(
    "baseline",
    (
        Code(
            name="invalid-baseline",
            title="a file is no baseline that seedc wrote",
            meaning="A baseline lists problems by file, code and a mark of the text"
            " that they are about. It is written by `seedc check --write-baseline` and"
            " never by hand; where it cannot be read, nothing is hidden.",
            example="""\
seedc.toml:
  [project]
  name = "game"
  baseline = "seedc-baseline.json"
seedc-baseline.json:
  {
    "version": 1,
    "problems": [
      { "file": "seeds/items.json", "code": "wrong-type" }
    ]
  }
""",
            fix="""\
seedc.toml:
  [project]
  name = "game"
  baseline = "seedc-baseline.json"
seedc-baseline.json:
  {
    "version": 1,
    "problems": []
  }
""",
        ),
        Code(
            name="stale-baseline",
            title="a baseline holds problems that are gone",
            meaning="A baseline only ever shrinks. An entry whose problem is gone would"
            " hide the same mistake when somebody makes it again.",
            example="""\
seedc.toml:
  [project]
  name = "game"
  baseline = "seedc-baseline.json"
seedc-baseline.json:
  {
    "version": 1,
    "problems": [
      {"file": "seeds/items.json", "code": "wrong-type", "mark": "0a1b2c3d4e5f6071"}
    ]
  }
""",
            fix="""\
seedc.toml:
  [project]
  name = "game"
  baseline = "seedc-baseline.json"
seedc-baseline.json:
  {
    "version": 1,
    "problems": []
  }
""",
            severity=Severity.WARNING,
            fixed=False,
        ),
    ),
)
