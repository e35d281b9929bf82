"""Small next steps after a session, and how they are packed."""

from datetime import UTC, date, datetime
from uuid import UUID

import msgspec
import pytest

from hgkm_desktop.rules.follow_ups import Kept, PrivateFollowUp, Step, pack, unpack
from hgkm_desktop.rules.sessions import StepState

SOON, LATER = date(2026, 11, 30), date(2026, 12, 7)


def of(*steps):
    return PrivateFollowUp("Roos", "Ze bleef zitten.", steps)


def test_the_next_step_is_the_one_with_the_nearest_day():
    bell, look, ask = Step("bellen", LATER), Step("kijken", SOON), Step("vragen")
    assert of(ask, bell, look).next_step() == look
    assert of(ask, bell).next_step() == bell


def test_without_days_the_first_that_was_written_comes_first():
    assert of(Step("een"), Step("twee")).next_step() == Step("een")


@pytest.mark.parametrize("state", [StepState.DONE, StepState.NOT_NOW])
def test_what_is_done_and_what_she_does_not_want_now_are_no_next_step(state):
    assert of(Step("bellen", SOON, state)).next_step() is None
    assert of(Step("bellen", SOON, state), Step("vragen")).next_step() == Step("vragen")


def test_without_steps_there_is_nothing_to_do():
    assert of().next_step() is None


def test_a_packed_follow_up_comes_back_whole():
    follow_up = PrivateFollowUp("Roos", "«س»\nregel", (Step("bellen", SOON),), UUID(int=3))
    kept = Kept(follow_up, UUID(int=4), datetime(2026, 11, 24, 10, tzinfo=UTC), 2)
    assert unpack(pack(kept)) == kept


@pytest.mark.parametrize("plain", [b"", b"{}", b'{"follow_up": 1}', b"\x00\xff"])
def test_what_is_no_follow_up_is_not_half_read(plain):
    with pytest.raises(msgspec.DecodeError):
        unpack(plain)


def test_nothing_of_it_is_in_a_repr():
    follow_up = of(Step("zevenblad"))
    kept = Kept(follow_up, UUID(int=4), datetime(2026, 11, 24, tzinfo=UTC), 1)
    assert "Roos" not in repr(kept) + repr(follow_up)
    assert "zevenblad" not in repr(follow_up.steps)
