"""How many random histories a test gets: few by default, each takes a second or two."""

import os

from hypothesis import HealthCheck, Phase, settings

from tests.fuzz.profile import LONG, fuzz

IS_LONG = LONG in os.environ
_PHASES = [*Phase] if IS_LONG else [Phase.explicit, Phase.generate]


def databases(examples: int) -> settings:
    """Return the settings of a test that runs on a database.

    A failing history is made smaller only at length, as that takes minutes.

    Args:
        examples: How many examples it gets unless the fuzzer says otherwise.
    """
    return settings(
        fuzz(examples), phases=_PHASES, suppress_health_check=[*HealthCheck]
    )
