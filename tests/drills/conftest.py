"""The long forms: `python -m pytest tests/drills --drill`. The normal tests run a short form."""

import pytest


def pytest_addoption(parser):
    parser.addoption("--drill", action="store_true", help="run the long form of every drill")


@pytest.fixture
def is_drill(request) -> bool:
    return request.config.getoption("--drill", default=False)
