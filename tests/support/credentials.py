"""Made-up credentials of each kind, put together so that no file holds one whole."""

from dataclasses import dataclass
from typing import final

_LETTERS = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0iL" * 5
_LOWER = "abcdefghijklmnopqrstuvwxyzabcdefghij"
_HEX = "0f1e2d3c4b5a69788796a5b4c3d2e1f0" * 3
_CAPITALS = "QZ7X3MWK5RTJ2HGN" * 4
_DIGITS = "104729224737350377"


@final
@dataclass(frozen=True, slots=True)
class Credential:
    """A made-up credential.

    Attributes:
        kind: What it is, as `seedc.text.secret_shapes` calls it.
        public: How it begins; may be shown.
        secret: What may not.
        tail: What follows that; may be shown.
    """

    kind: str
    public: str
    secret: str
    tail: str = ""

    @property
    def text(self) -> str:
        """The whole."""
        return self.public + self.secret + self.tail


def _pem(name: str, dashes: str = "-----") -> Credential:
    body = f"\nMIIE{_LETTERS[:60]}\n{_LETTERS[7:71]}\n"
    begin, end = (f"{dashes}{word} {name}{dashes[::-1]}" for word in ("BEGIN", "END"))
    return Credential("a private key", begin, body, end)


def _of(kind: str, public: str, secret: str, tail: str = "") -> Credential:
    return Credential(kind, public, secret, tail)


_KEY = "PRIVATE KEY"

CREDENTIALS = (
    *map(_pem, (_KEY, f"RSA {_KEY}", f"EC {_KEY}", f"OPENSSH {_KEY}")),
    *map(_pem, (f"DSA {_KEY}", f"ENCRYPTED {_KEY}", f"PGP {_KEY} BLOCK")),
    _pem(f"SSH2 ENCRYPTED {_KEY}", "---- "),
    _of("a private key", "PuTTY-User-Key-File-3:", f" ssh-rsa\n{_LETTERS}"),
    _of("an age key", "AGE-SECRET-" + "KEY-1", "QZ7X3MWK5RTJ2HGN" * 3 + "QZ7X3MWK5R"),
    _of("a password in a URL", "://game:", "hunter2!", "@"),
    _of("a password in a URL", "://:", "hunter2!", "@"),
    _of("a password in a URL", "://game:", "p%40ss:w@rd", "@"),
    *(
        _of("an AWS access key id", head, _CAPITALS[: 20 - len(head)])
        for head in ("AK" + "IA", "AS" + "IA", "A3" + "TX")
    ),
    _of("an Azure key", "AccountKey=", f"{_LETTERS[:84]}+/=="),
    _of("an Azure key", "SharedAccessKey=", f"{_LETTERS[:43]}="),
    _of("a Google API key", "AI" + "za", f"Sy{_LETTERS[:33]}"),
    _of("a Google client secret", "GOC" + "SPX-", _LETTERS[:28]),
    *(
        _of("a GitHub token", f"gh{kind}_", _LETTERS[:36])
        for kind in ("p", "o", "u", "s", "r")
    ),
    _of("a GitHub token", "github" + "_pat_", f"{_LETTERS[:22]}_{_LETTERS[:59]}"),
    _of("a GitLab token", "gl" + "pat-", _LETTERS[:20]),
    _of("a GitLab token", "gl" + "dt-", _LETTERS[:20]),
    _of("a Slack token", "xo" + "xb-", f"{_DIGITS}-{_LETTERS[:24]}"),
    _of("a Slack token", "xo" + "xe.xo" + "xp-", f"1-{_LETTERS}"),
    _of("a Slack token", "xa" + "pp-", f"1-{_CAPITALS}-{_DIGITS}-{_HEX}"),
    _of("a Slack webhook", "hooks.slack.com/services/", f"T0/B0/{_LETTERS[:38]}"),
    _of("a Discord webhook", f"api/webhooks/{_DIGITS}/", _LETTERS[:68]),
    _of(
        "a Discord token",
        "",
        f"MTA0NzI5MjI0NzM3MzUwMzc3.{_LETTERS[:6]}.{_LETTERS[:38]}",
    ),
    _of("a Telegram token", "", f"{_DIGITS[:10]}:AA{_LETTERS[:33]}"),
    _of("a Stripe key", "sk_" + "live_", _LETTERS[:24]),
    _of("a Stripe key", "rk_" + "live_", _LETTERS[:24]),
    _of("a Stripe webhook secret", "wh" + "sec_", _LETTERS[:32]),
    _of("an Anthropic key", "sk-" + "ant-", f"api03-{_LETTERS[:93]}AA"),
    _of("an OpenAI key", "sk" + "-", _LETTERS[:48]),
    _of("an OpenAI key", "sk-" + "proj-", f"{_LETTERS[:20]}_-{_LETTERS[:40]}"),
    _of("an OpenAI key", "sk" + "-", f"{_LETTERS[:20]}-T3Blbk" + f"FJ{_LETTERS[:20]}"),
    _of("a Hugging Face token", "hf" + "_", _LOWER[:34]),
    _of("an npm token", "np" + "m_", _LETTERS[:36]),
    _of("a PyPI token", "py" + "pi-AgE", f"IcHlwaS5vcmc{_LETTERS[:80]}"),
    _of("a RubyGems token", "ruby" + "gems_", _HEX[:48]),
    _of("a SendGrid key", "SG" + ".", f"{_LETTERS[:22]}.{_LETTERS[:43]}"),
    _of("a Twilio key", "S" + "K", _HEX[:32]),
    _of("a Shopify token", "sh" + "pat_", _HEX[:32]),
    _of("a DigitalOcean token", "do" + "p_v1_", _HEX[:64]),
    _of("a Databricks token", "da" + "pi", _HEX[:32]),
    _of("a Grafana token", "gl" + "sa_", f"{_LETTERS[:32]}_{_HEX[:8]}"),
    _of("a Vault token", "hv" + "s.", _LETTERS[:96]),
    _of("a JSON Web Token", "ey" + "J", f"{_LETTERS}.eyJ{_LETTERS}.{_LETTERS}"),
)
