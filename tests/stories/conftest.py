import pytest
from program import running


@pytest.fixture
def it(desk, qtbot):
    """The program with the coordinator signed in."""
    with running(desk, qtbot) as made:
        made.sign_in("Salma")
        yield made


@pytest.fixture
def me(desk):
    return str(desk.keys["Salma"].tile.member_id)
