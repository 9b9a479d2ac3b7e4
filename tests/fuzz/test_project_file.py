"""Whatever `seedc.toml` says, the project compiles or has problems."""

from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.profile import fuzz
from tests.fuzz.sound import problems
from tests.fuzz.strategies import ODD_TEXTS, broken
from tests.support.command import ROOT
from tests.support.projects import schema, seed

FILES = {
    "schemas/items.schema.json": schema({}),
    "seeds/items.json": seed({"id": "a"}),
}
KEYS = (
    *("project", "name", "namespace", "seeds", "schemas", "rules", "out", "targets"),
    *("postgres", "sqlite", "python", "typescript", "editor", "schema", "transaction"),
    *("package", "data", "tables", "items", "severity", "deploy", "lock_timeout"),
    *("statement_timeout", "unexpected-file", "invalid-json", "cache", "ttl", "a-b"),
)
SCALARS = (
    *("true", "inf", "-nan", "1e999", "0x1F", "0o7", "1_000", "1979-05-27", "07:32:00"),
    *("1979-05-27T07:32:00Z", "1979-05-27 07:32:00.999999-07:00", "''", "'''\nx\n'''"),
    *("'off'", "'error'", "'js'", "'caller'", "'5s'", "'a b'", "'seeds'", "'..'", "1"),
)


def _quoted(text: str) -> str:
    escaped = (c if c.isalnum() else f"\\U{ord(c):08x}" for c in text)
    return f'"{"".join(escaped)}"'


odd_texts = st.sampled_from(ODD_TEXTS) | st.text(max_size=6)
keys = st.sampled_from(KEYS) | odd_texts.map(_quoted)
dotted = st.lists(keys, min_size=1, max_size=3).map(" . ".join)
scalars = st.sampled_from(SCALARS) | odd_texts.map(_quoted)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda found: f"[{', '.join(found)}]")
        | st.lists(st.tuples(keys, inner), max_size=3).map(
            lambda found: f"{{{', '.join(f'{k} = {v}' for k, v in found)}}}"
        )
    ),
    max_leaves=5,
)
pairs = st.tuples(dotted, values).map(" = ".join)
headers = dotted.map("[{}]".format) | dotted.map("[[{}]]".format)
lines = st.lists(pairs | headers | st.just("# comment"), max_size=8).map("\n".join)


@fuzz(300)
@given(lines)
def test_any_keys(text: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Any TOML behind a name."""
    problems({**FILES, "seedc.toml": f'[project]\nname = "game"\n{text}'})


@fuzz(100)
@given(broken((ROOT / "seedc.toml").read_text("utf-8")))
def test_the_file_of_the_sample_broken(text: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """The sample's own, cut and mixed up; a folder may then be another or none."""
    problems({**FILES, "seedc.toml": text.encode("utf-8", "surrogatepass")})
