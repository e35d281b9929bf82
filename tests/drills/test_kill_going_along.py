"""SIGKILL while going along: nothing acknowledged is lost, and nothing is there by halves."""

import pytest
from kill_drill import killing


@pytest.fixture
def kill(founded, tmp_path, is_drill):
    return killing(founded, tmp_path, "killing_going.py", is_drill=is_drill)


def test_visits_and_their_promises_are_whole_after_every_kill(kill):
    assert kill("GoingAlong", short=10, long=150)["acknowledged"] > 10


def test_the_list_of_partners_is_whole_after_every_kill(kill):
    assert kill("TheListOfPartners", short=10, long=150)["acknowledged"] > 10
