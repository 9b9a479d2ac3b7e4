"""What looks like a credential is found and masked; what does not is left alone."""

import base64
import json
import random
import re
import string
import uuid
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from seedc.text.secret_shapes import SHAPES
from seedc.text.secrets import first_secret, redact, secrets
from tests.support.command import ROOT
from tests.support.credentials import CREDENTIALS, Credential

EACH = pytest.mark.parametrize("credential", CREDENTIALS, ids=lambda c: c.public)

SOURCES = sorted(
    path
    for folder in (ROOT / "seeds", ROOT / "schemas", ROOT / "examples")
    for path in folder.rglob("*.json")
)


@EACH
def test_a_credential_is_found(credential: Credential) -> None:
    """Each is known by its shape, alone and in the middle of other text."""
    for text in (credential.text, f"the key is {credential.text}, keep it"):
        assert [secret.kind for secret in secrets(text)] == [credential.kind]
        assert first_secret(text) == secrets(text)[0]


def test_every_shape_has_a_credential() -> None:
    """No shape stays untested."""
    assert {c.kind for c in CREDENTIALS} == {shape.kind for shape in SHAPES}
    assert len(CREDENTIALS) >= len(SHAPES)


def test_every_shape_is_told() -> None:
    """The page on secrets lists what is found, in the order of the shapes."""
    page = (ROOT / "docs/secrets.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| (an? .+?) \|", page, re.MULTILINE)
    assert told == list(dict.fromkeys(shape.kind for shape in SHAPES))


@EACH
def test_a_credential_is_masked(credential: Credential) -> None:
    """What is secret of it is gone, and everything around it stands where it stood."""
    text = f"before {credential.text} behind"
    masked = redact(text)
    assert credential.secret not in masked
    assert len(masked) == len(text)
    assert masked.startswith("before ")
    assert redact(masked) == masked


def _slashed(text: str) -> str:
    return json.dumps(text)[1:-1].replace("/", "\\/")


def _lower(text: str) -> str:
    return "".join(f"\\u{ord(char):04x}" for char in text)


def _some(text: str) -> str:
    return "".join(f"\\u{ord(c):04X}" if i % 3 == 0 else c for i, c in enumerate(text))


@EACH
@pytest.mark.parametrize("escaped", [_slashed, _lower, _some])
def test_a_credential_is_masked_in_a_source(
    credential: Credential, escaped: Callable[[str], str]
) -> None:
    """The escapes of JSON do not hide it, and hide nothing of what stands around it."""
    secret = escaped(credential.secret)
    before, behind = f'{{ "a": "\\"\\\\", "b": "{escaped(credential.public)}', '"'
    masked = redact(f"{before}{secret}{escaped(credential.tail)}{behind}")
    assert masked.startswith(f"{before}{'*' * len(secret)}")


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/a:b@c",
        "https://example.com:8080/@user",
        "https://user@example.com",
        "https://user:<password>@example.com",
        "https://user:${PASSWORD}@example.com",
        "https://user:$PASSWORD@example.com",
        "https://user:{{ password }}@example.com",
        "https://user:%PASSWORD%@example.com",
        "https://user:***@example.com",
        "https://user:password@example.com",
        "ratio 3://4: meet me @ noon",
        "-----BEGIN PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----",
        "xoxo-hugs-and-kisses-from-the-goblins",
        "task-force-of-the-long-forgotten-underground-kingdom",
        "sk-of-the-long-forgotten-underground-kingdom",
        "npm_install_all_the_things_and_then_run_the_build",
        "ghp_is_how_github_tokens_start",
        "SKELETON-KEY-OF-THE-SEVENTH-DEEP",
        "AKIARA, THE WANDERING BLADE OF THE NORTH",
        "eyJust.eyJoking.around",
        "--css-variable-with-a-very-long-name-that-goes-on",
        "#f2552c",
        "9007199254740993",
    ],
)
def test_a_text_is_no_credential(text: str) -> None:
    """Placeholders, addresses and the words of games are let through."""
    assert secrets(text) == []
    assert first_secret(text) is None
    assert redact(text) is text


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_text_of_a_game_is_a_credential(path: Path) -> None:
    """Nothing in the sample or an example is refused."""
    assert secrets(path.read_text(encoding="utf-8")) == []


def test_ids_hashes_and_pictures_are_no_credentials() -> None:
    """What is random is not secret for that."""
    dice = random.Random(20260113)  # noqa: S311, the same every time
    words = [w for p in SOURCES for w in p.read_text(encoding="utf-8").split()]
    for _ in range(2000):
        noise = dice.randbytes(dice.randrange(16, 400))
        for text in (
            base64.b64encode(noise).decode(),
            f"data:image/png;base64,{base64.b64encode(noise).decode()}",
            base64.urlsafe_b64encode(noise).decode(),
            sha256(noise).hexdigest(),
            str(uuid.UUID(bytes=noise[:16])),
            " ".join(dice.choices(words, k=40)),
            "".join(dice.choices(string.ascii_letters + string.digits, k=64)),
            "_".join(dice.choices(words, k=8)),
        ):
            assert secrets(text) == []


def test_secrets_that_overlap_are_masked_as_a_whole() -> None:
    """Where one begins inside another, nothing of either is left."""
    token = next(c for c in CREDENTIALS if c.kind == "a SendGrid key").text
    text = f"https://game:@{token}:x@example.com"
    assert redact(text) == f"https://game:{'*' * (len(token) + 3)}@example.com"


PIECES = ["a", "://", "://a:", "a@", "eyJ", "eyJaaaaaaaaaa.", "-----BEGIN ", "A3T"]


@pytest.mark.parametrize("piece", [*PIECES, "M.", "1:AA", "sk-", "xapp-1-", "\\", "-"])
def test_the_search_does_not_go_back_and_forth(piece: str) -> None:
    """It ends on a megabyte, with which the square of the time would not."""
    text = piece * (1_000_000 // len(piece))
    assert len(redact(text)) == len(text)
    assert len(redact(f"-----BEGIN {'PRIVATE KEY'}-----{text}")) > len(text)
