import pytest

from hgkm_desktop.errors import CannotOpen, KeyRingTrouble, Tampered, UserError
from hgkm_desktop.ui.entrance.ways_out import Other, code_of, way_out
from hgkm_desktop.vault import keyring
from hgkm_desktop.vault.keyring import State

CODES = ["DB-01", "DB-02", "DB-03", "DB-04", "DB-05", "DB-06", "DB-07", "DB-08", "DB-09"]


@pytest.mark.parametrize("code", [*CODES, "SL-01", "SL-02", "XX-99"])
def test_every_diagnosis_has_steps_and_says_what_is_safe(code):
    way = way_out(CannotOpen("titel", "hint", code))
    assert 2 <= len(way.steps) <= 3
    assert all(way.safe)
    assert all(strong and text for strong, text in way.steps)


@pytest.mark.parametrize("code", ["DB-01", "DB-02", "DB-04", "DB-05", "DB-06", "SL-01", "SL-02"])
def test_a_lost_or_damaged_file_comes_back_from_a_copy(code):
    assert way_out(CannotOpen("", "", code)).other is Other.RESTORE


@pytest.mark.parametrize("code", ["DB-01", "DB-04", "DB-06"])
def test_it_never_says_that_nothing_is_lost_when_that_is_not_known(code):
    assert way_out(CannotOpen("", "", code)).safe[0] != "Er is niets weg."


def test_after_tampering_nobody_goes_on():
    way = way_out(Tampered("", "", "DI-03"))
    assert way.other is Other.NONE
    assert way.steps[0][0] == "Ga niet verder"


def test_an_emptied_key_ring_is_filled_from_paper():
    assert way_out(keyring.trouble(State.EMPTIED)).other is Other.PAPER


@pytest.mark.parametrize("state", [State.LOCKED, State.MISSING, State.UNTRUSTED, State.EMPTIED])
def test_each_key_ring_state_has_its_own_code(state):
    assert code_of(keyring.trouble(state)).startswith("SB-0")
    assert way_out(keyring.trouble(state)).steps


def test_an_error_without_a_code_still_has_a_way_out():
    assert code_of(UserError("De schijf is vol.")) == ""
    assert way_out(UserError("De schijf is vol.")).steps
    assert code_of(KeyRingTrouble("", "", "new state")) == "SB-00"
