"""The long forms: `python -m pytest tests/drills --drill`. The normal tests run a short form."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "vault"))

from secret_service import running


def pytest_addoption(parser):
    parser.addoption("--drill", action="store_true", help="run the long form of every drill")


@pytest.fixture
def is_drill(request) -> bool:
    return request.config.getoption("--drill", default=False)


@pytest.fixture
def own_key_ring(monkeypatch):
    """A real key ring whose files belong to this test."""
    with running() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        yield service
