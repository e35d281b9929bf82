"""SIGKILL at random moments: nothing acknowledged is lost, nothing is damaged (SECURITY.md)."""

import pytest
from kill_drill import killing


@pytest.fixture
def kill(founded, tmp_path, is_drill):
    return killing(founded, tmp_path, "killing.py", is_drill=is_drill)


def test_whatever_was_acknowledged_while_saving_is_there_after_every_kill(kill):
    assert kill("Saving", short=20, long=200)["acknowledged"] > 20


def test_file_and_slots_agree_after_every_kill_while_the_team_changes(kill):
    assert kill("ChangingTheTeam", short=5, long=60)["acknowledged"] > 0


def test_a_first_start_that_is_killed_leaves_a_whole_log_or_none(kill):
    kill("Founding", short=3, long=60)


def test_a_copy_that_is_killed_never_looks_like_a_finished_one(kill):
    assert kill("Copying", short=5, long=40)["acknowledged"] > 0
