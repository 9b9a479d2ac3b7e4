"""What TypeScript calls the members of objects: their case, and the names chosen.

case = "camelCase"                        max_hp -> maxHp
names = { "Enemy.max_hp" = "hitPoints" }  max_hp -> hitPoints, of an Enemy alone
"""

import re

from seedc.model.catalog import Catalog
from seedc.model.members import member_keys
from seedc.model.project import Case, TypescriptOptions
from seedc.text.names import snake_case

_CASED = re.compile(r"(_*)([^\W_](?:[\w -]*[^\W_])?)(_*)")
_CAPITALS = re.compile(r"[A-Z]+(?![a-z])")


def member_names(
    catalog: Catalog, options: TypescriptOptions
) -> dict[str, dict[str, str]]:
    """Return the names of all public members, by type and by the file's own key.

    Args:
        catalog: The catalog, its types under the names that seedc gives.
        options: The case, and names of single members (`Enemy.max_hp`).
    """
    return {
        owner: {
            key: options.names.get(f"{owner}.{key}", cased(key, options.case))
            for key in keys
        }
        for owner, keys in member_keys(catalog).items()
    }


def cased(key: str, case: Case) -> str:
    """Return a key in another case.

    Underscores around it stay, capitals within a word too (`playerID`); what is made
    of more than letters, digits, `_`, `-` and spaces stays as it is.
    """
    parts = _CASED.fullmatch(key)
    if case == "keep" or parts is None:
        return key
    before, core, after = parts.groups()
    return f"{before}{_cased_words(core, case)}{after}"


def _cased_words(text: str, case: Case) -> str:
    if case == "snake_case":
        return snake_case(text)
    first, *rest = re.split(r"[_ -]+", text.lower() if text.isupper() else text)
    return "".join([_first(first, case), *map(_raised, rest)])


def _first(word: str, case: Case) -> str:
    if case == "PascalCase":
        return _raised(word)
    # A run of capitals is one word: `URLPath` is `urlPath`, `Name` is `name`.
    run = _CAPITALS.match(word)
    length = run.end() if run else 1
    return word[:length].lower() + word[length:]


def _raised(word: str) -> str:
    return word[:1].upper() + word[1:]
