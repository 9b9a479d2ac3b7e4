"""Options and fixtures of the whole test suite."""

import pytest

from tests.support.postgres import embedded_server, installed_server

__all__ = ["embedded_server", "installed_server"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what golden tests made; such a run fails",
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written rather than compared."""
    return bool(request.config.getoption("--update-golden"))
