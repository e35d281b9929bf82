"""SIGKILL around information sessions: nothing acknowledged is lost, nothing is half done."""

import pytest
from kill_drill import killing


@pytest.fixture
def kill(founded, tmp_path, is_drill):
    return killing(founded, tmp_path, "killing_sessions.py", is_drill=is_drill)


def test_a_series_is_there_whole_and_changed_whole_after_every_kill(kill):
    assert kill("Series", short=10, long=150)["acknowledged"] > 5


def test_who_was_put_on_a_list_stands_there_after_every_kill(kill):
    assert kill("FortyPeople", short=10, long=150)["acknowledged"] > 20


def test_a_file_of_two_thousand_is_taken_in_whole_or_not_at_all(kill):
    assert kill("TheFile", short=10, long=100)["acknowledged"] > 2


def test_names_are_forgotten_of_a_whole_list_and_no_other_list_loses_anybody(kill):
    assert kill("Forgetting", short=10, long=100)["acknowledged"] > 5


def test_all_that_confidants_keep_of_sessions_opens_while_the_ring_is_renewed(kill):
    script = "killing_session_keys.py"
    assert kill("TheRing", short=10, long=100, script=script)["acknowledged"] > 10
