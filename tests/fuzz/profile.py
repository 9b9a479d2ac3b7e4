"""How long to fuzz: in CI a little and always the same, by `fuzz/` at length."""

import os

from hypothesis import HealthCheck, settings

LONG = "SEEDC_FUZZ_EXAMPLES"
"""Variable that holds how many random examples each test gets."""


def fuzz(examples: int) -> settings:
    """Return the settings of a test.

    Args:
        examples: How many examples it gets in CI.
    """
    long = os.environ.get(LONG)
    return settings(
        max_examples=int(long or examples),
        derandomize=long is None,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
