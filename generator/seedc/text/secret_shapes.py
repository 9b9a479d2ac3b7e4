"""What well-known credentials look like.

The shapes follow gitleaks (`config/gitleaks.toml`), detect-secrets
(`detect_secrets/plugins/`) and the documents that they name. What needs a word such
as "password" nearby, or only measures how random a text is, is left out: ids, hashes,
pictures in base64 and the words of spells look like that too.

The patterns are written in the syntax that Python and Rust share, and each begins
with one plain character, by which a search finds where to look closer.
"""

from dataclasses import dataclass
from typing import final

_LETTERS = "[0-9A-Za-z]"
_BASE64URL = "[0-9A-Za-z_-]"
_HEX = "[0-9a-f]"
_SLASH = r"\\?/"  # JSON may escape it with the `\`, here and in base64


@final
@dataclass(frozen=True, slots=True)
class Shape:
    """What one kind of credential looks like: three patterns in a row, and a clue.

    Attributes:
        kind: What it is, with its article.
        public: The part that gives the kind away and may be shown.
        secret: The part that may not.
        tail: What follows it and may be shown.
        clue: What part of it to search for; default: all of it.
        inside: Whether letters may stand before and behind it.
    """

    kind: str
    public: str
    secret: str
    tail: str = ""
    clue: str = ""
    inside: bool = False


SHAPES = (
    # RFC 7468 and 9580. Without its end it is still most of a key.
    Shape(
        "a private key",
        "-----BEGIN (?:[0-9A-Z]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----",
        "(?:[^-]|-[^-])*",
        inside=True,
    ),
    Shape(
        "a private key",
        "---- BEGIN SSH2 (?:[A-Z]+ )?PRIVATE KEY ----",
        "(?:[^-]|-[^-])*",
        inside=True,
    ),
    Shape("a private key", "PuTTY-User-Key-File-[0-9]:", r"[\s\S]*", inside=True),
    Shape("an age key", "AGE-SECRET-KEY-1", "[02-9AC-HJ-NP-Z]{58}"),
    # URIs with a password in the authority: RFC 3986, 3.2.1.
    Shape(
        "a password in a URL",
        f':{_SLASH}{_SLASH}[^\\s/?#@:"<>]*:',
        r'[^\s/?#"\\]+',
        "@",
        inside=True,
    ),
    Shape("an AWS access key id", "A(?:3T[0-9A-Z]|BIA|CCA|KIA|SIA)", "[2-7A-Z]{16}"),
    Shape("an Azure key", "AccountKey=", r"[0-9A-Za-z+/\\]{86,}==", inside=True),
    Shape("an Azure key", "SharedAccessKey=", r"[0-9A-Za-z+/\\]{43,}=", inside=True),
    Shape("a Google API key", "AIza", f"{_BASE64URL}{{35}}"),
    Shape("a Google client secret", "GOCSPX-", f"{_BASE64URL}{{28}}"),
    Shape("a GitHub token", "gh[oprsu]_", f"{_LETTERS}{{36,}}"),
    Shape("a GitHub token", "github_pat_", "[0-9A-Za-z_]{82,}"),
    Shape(
        "a GitLab token",
        "gl(?:agent|cbt|dt|ffct|ft|imt|oas|pat|ptt|rt|soat)-",
        f"{_BASE64URL}{{20,}}(?:\\.{_LETTERS}{{9,}})*",
    ),
    Shape("a Slack token", "xox[abeoprs]-", "[0-9][0-9A-Za-z-]{9,}"),
    Shape("a Slack token", r"xoxe\.xox[bp]-", "[0-9][0-9A-Za-z-]{9,}"),
    Shape("a Slack token", "xapp-", "[0-9]-[0-9A-Z]+-[0-9]+-[0-9a-z]+"),
    Shape(
        "a Slack webhook",
        rf"hooks\.slack\.com{_SLASH}(?:services|triggers|workflows){_SLASH}",
        r"[0-9A-Za-z+/_\\-]{30,}",
    ),
    Shape(
        "a Discord webhook",
        f"api{_SLASH}webhooks{_SLASH}[0-9]{{17,20}}{_SLASH}",
        f"{_BASE64URL}{{60,}}",
    ),
    # The id of the bot in base64, so that it begins like a number in text.
    Shape(
        "a Discord token",
        "",
        rf"[MNO]{_BASE64URL}{{23,27}}\.{_BASE64URL}{{6}}\.{_BASE64URL}{{27,38}}",
        clue=rf"\.{_BASE64URL}{{6}}\.{_BASE64URL}{{27}}",
    ),
    Shape(
        "a Telegram token",
        "",
        f"[0-9]{{8,10}}:AA{_BASE64URL}{{32,33}}",
        clue=f":AA{_BASE64URL}{{32}}",
    ),
    Shape("a Stripe key", "rk_live_", f"{_LETTERS}{{16,}}"),
    Shape("a Stripe key", "sk_live_", f"{_LETTERS}{{16,}}"),
    Shape("a Stripe webhook secret", "whsec_", f"{_LETTERS}{{32,}}"),
    Shape("an Anthropic key", "sk-ant-", f"[a-z]+[0-9]+-{_BASE64URL}{{20,}}"),
    Shape("an OpenAI key", "sk-(?:admin|proj|svcacct)-", f"{_BASE64URL}{{40,}}"),
    Shape("an OpenAI key", "sk-", f"{_LETTERS}{{40,}}"),
    Shape("an OpenAI key", "sk-", f"{_BASE64URL}{{20,80}}T3BlbkFJ{_BASE64URL}{{20,}}"),
    Shape("a Hugging Face token", "hf_", "[A-Za-z]{34}"),
    Shape("an npm token", "npm_", f"{_LETTERS}{{36}}"),
    Shape("a PyPI token", "pypi-AgE", f"{_BASE64URL}{{50,}}"),
    Shape("a RubyGems token", "rubygems_", f"{_HEX}{{48}}"),
    Shape("a SendGrid key", r"SG\.", rf"{_BASE64URL}{{22}}\.{_BASE64URL}{{43}}"),
    Shape("a Twilio key", "SK", f"{_HEX}{{32}}"),
    Shape("a Shopify token", "shp(?:at|ca|pa|ss)_", "[0-9A-Fa-f]{32}"),
    Shape("a DigitalOcean token", "do[opr]_v1_", f"{_HEX}{{64}}"),
    Shape("a Databricks token", "dapi", f"{_HEX}{{32}}"),
    Shape("a Grafana token", "glsa_", f"{_LETTERS}{{32}}_[0-9A-Fa-f]{{8}}"),
    Shape("a Vault token", r"hvs\.", f"{_BASE64URL}{{90,}}"),
    # RFC 7519: header and payload are JSON objects, `{"` in base64.
    Shape(
        "a JSON Web Token",
        "eyJ",
        rf"{_BASE64URL}{{10,500}}\.eyJ{_BASE64URL}{{10,}}(?:\.{_BASE64URL}*)?",
    ),
)
"""The shapes; of two that fit the same text the first one counts."""
