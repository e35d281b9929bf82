"""The long forms: `python -m pytest tests/drills --drill`. The normal tests run a short form."""

import sys
import tempfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "vault"))

from secret_service import SecretService


def pytest_addoption(parser):
    parser.addoption("--drill", action="store_true", help="run the long form of every drill")


@pytest.fixture
def is_drill(request) -> bool:
    return request.config.getoption("--drill", default=False)


@pytest.fixture
def own_key_ring(monkeypatch):
    """A real key ring whose files belong to this test."""
    service = SecretService(Path(tempfile.mkdtemp(prefix="bus-")))
    service.start_bus()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
    service.start_key_ring()
    yield service
    service.close()
