"""Keys of rows and values of enumerations that are something else elsewhere."""

from tests.support.projects import Files
from tests.surprises.projects import table
from tests.surprises.words import ODD, WORDS

_EVERY = [*dict.fromkeys([*WORDS, *ODD])]
_TWINS = [
    *("kg", "Kg", "KG", "k_g", "k-g", "title", "Title", "mro", "MRO", "name", "NAME"),
    *(
        "caf\u00e9",
        "cafe\u0301",
        "\ufb01",
        "fi",
        "C",
        "C++",
        "1",
        "01",
        "class",
        "Class",
    ),
]
_SORTED_BY_JAVASCRIPT = ["b", "10", "2", "a", "-1", "1e3", "01"]


def _of_values(values: list[str]) -> Files:
    records = ({"id": f"r{i}", "value": v} for i, v in enumerate(values))
    return table({"value": {"enum": values}}, *records)


def _tagged(values: list[str]) -> Files:
    arms = [
        {
            "title": f"Arm {i}",
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"const": v}},
        }
        for i, v in enumerate(values)
    ]
    records = ({"id": f"r{i}", "o": {"kind": v}} for i, v in enumerate(values))
    return table({"o": {"oneOf": arms}}, *records)


PROJECTS: dict[str, Files] = {
    "p_ids": table({}, *({"id": v} for v in dict.fromkeys([*_EVERY, *_TWINS]))),
    "p_integer_ids": table({}, *({"id": value} for value in _SORTED_BY_JAVASCRIPT)),
    "p_values": _of_values(_EVERY),
    "p_twins": _of_values(_TWINS),
    "p_value_alone": _of_values(["__proto__"]),
    "p_tags": _tagged([*ODD, "__proto__", "constructor"]),
    "p_twin_tags": _tagged(_TWINS),
}
