"""Whatever is done to an appointment, in whatever order: it is in one state, and counts once."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from going import BOTH, TOLD
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules import appointment
from hgkm_desktop.rules.appointment import Afterwards, Move, Visit, kept
from hgkm_desktop.rules.going_along import (
    AHEAD,
    OFF,
    AppointmentKind,
    BothSides,
    Punctual,
    Side,
    State,
    Wishes,
)
from hgkm_desktop.rules.partners import Kept

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
LEYLA, IMANE = UUID(int=5), UUID(int=6)
VISIT = Visit(UUID(int=1), None, AT, AT + HOUR, LEYLA, IMANE, TOLD)
AFTER = Afterwards(date(2026, 11, 24))


def move(side=Side.PARTNER) -> Move:
    return Move(AT, LEYLA, side, AT, AT)


def moved(visit: Visit, side=Side.PARTNER) -> Visit:
    return appointment.moved(visit, AT + 5 * HOUR, AT + 6 * HOUR, move(side))


class Going(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.now = VISIT

    def act(self, change, *given):
        before = self.now
        try:
            self.now = change(before, *given)
        except Invalid as refused:
            assert set(refused.problems) <= {"state", "off_by", "reserve"}
            assert all(refused.problems.values())

    @rule()
    def prepare(self):
        self.act(appointment.prepared)

    @rule(both=st.frozensets(st.sampled_from(BothSides)))
    def say(self, both):
        state = appointment.state_with(self.now.state, both)
        details = replace(self.now.details, both_sides=both, state=state)
        self.now = replace(self.now, details=details)

    @rule()
    def confirm(self):
        self.act(appointment.confirmed)

    @rule(side=st.sampled_from(Side))
    def move(self, side):
        self.act(moved, side)

    @rule(state=st.sampled_from(sorted(OFF)), by=st.none() | st.sampled_from(Side))
    def call_off(self, state, by):
        self.act(appointment.called_off, state, by, "")

    @rule()
    def bring_back(self):
        self.act(appointment.on_again)

    @rule(
        punctual=st.none() | st.sampled_from(Punctual),
        face=st.none() | st.booleans(),
        wishes=st.none() | st.sampled_from(Wishes),
    )
    def hold(self, punctual, face, wishes):
        given = replace(AFTER, punctual=punctual, known_face=face, wishes=wishes)
        self.act(appointment.held, given)

    @rule()
    def let_reserve_go(self):
        self.act(appointment.with_reserve)

    @invariant()
    def what_is_confirmed_has_two_yeses(self):
        if self.now.state is State.CONFIRMED:
            assert self.now.details.both_sides >= BOTH

    @invariant()
    def the_two_stay_the_two(self):
        assert set(self.now.companions) == {LEYLA, IMANE}

    @invariant()
    def who_called_it_off_is_told_only_of_what_is_off(self):
        assert self.now.details.off_by is None or self.now.state in OFF

    @invariant()
    def nothing_counts_less_than_once(self):
        counted = kept(self.now.details)
        assert all(number > 0 for number in counted.values())
        assert (Kept.HELD in counted) == (self.now.state is State.HELD)
        assert counted.get(Kept.CANCELLED, 0) <= 1


TestGoing = Going.TestCase
TestGoing.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)


def test_a_yes_of_one_side_confirms_nothing():
    for both in (frozenset(), {BothSides.SHE_WANTS_US}, {BothSides.PARTNER_KNOWS}):
        half = replace(VISIT, details=replace(TOLD, both_sides=frozenset(both)))
        with pytest.raises(Invalid):
            appointment.confirmed(half)
    assert appointment.confirmed(VISIT).state is State.CONFIRMED


def test_a_yes_that_is_taken_back_takes_back_what_was_confirmed():
    assert appointment.state_with(State.CONFIRMED, BOTH) is State.CONFIRMED
    assert appointment.state_with(State.CONFIRMED, frozenset()) is State.PREPARED
    for state in set(State) - {State.CONFIRMED}:
        assert appointment.state_with(state, frozenset()) is state


def test_at_another_time_the_partner_has_to_say_yes_again():
    later = moved(appointment.confirmed(VISIT))
    assert (later.starts, later.ends) == (AT + 5 * HOUR, AT + 6 * HOUR)
    assert later.state is State.MOVED
    assert later.details.both_sides == {BothSides.SHE_WANTS_US}
    assert [each.was for each in later.details.moves] == [AT]


@pytest.mark.parametrize(
    ("meets", "starts", "expected"),
    [
        (time(9, 45), AT + 5 * HOUR, time(14, 45)),
        (time(9, 45), AT - 10 * HOUR, time(23, 45)),
        (time(10), AT + timedelta(days=160), time(11)),
        (None, AT + HOUR, None),
    ],
)
def test_she_is_met_as_long_before_as_was_agreed(meets, starts, expected):
    """In the spring the same moment of the day is an hour later on the clock on the wall."""
    visit = replace(VISIT, details=replace(TOLD, meet_at=meets))
    later = appointment.moved(visit, starts, starts + HOUR, move())
    assert later.details.meet_at == expected


def test_nothing_more_is_done_with_what_is_over():
    off = appointment.called_off(VISIT, State.NOT_SAFE, None, "hij is thuis")
    over = appointment.held(VISIT, AFTER)
    for visit in (off, over):
        for change in (appointment.prepared, appointment.confirmed, appointment.with_reserve):
            with pytest.raises(Invalid):
                change(visit)
        with pytest.raises(Invalid):
            moved(visit)
        with pytest.raises(Invalid):
            appointment.called_off(visit, State.CANCELLED, Side.HER, "")
    with pytest.raises(Invalid):
        appointment.held(off, AFTER)


def test_only_what_was_called_off_is_brought_back():
    off = appointment.called_off(VISIT, State.CANCELLED, Side.PARTNER, "ziek")
    back = appointment.on_again(off)
    assert (back.state, back.details.off_by, back.details.off_why) == (State.PLANNED, None, "")
    with pytest.raises(Invalid):
        appointment.on_again(back)


def test_calling_off_is_not_a_word_for_anything_else():
    for state in set(State) - OFF:
        with pytest.raises(ValueError, match=state.value):
            appointment.called_off(VISIT, state, Side.HER, "")
    with pytest.raises(Invalid) as refused:
        appointment.called_off(VISIT, State.CANCELLED, None, "")
    assert set(refused.value.problems) == {"off_by"}
    assert appointment.called_off(VISIT, State.NO_SHOW, None, "").state is State.NO_SHOW


def test_the_reserve_goes_and_who_was_first_stays_at_hand():
    swapped = appointment.with_reserve(VISIT)
    assert (swapped.first, swapped.reserve) == (IMANE, LEYLA)
    with pytest.raises(Invalid) as refused:
        appointment.with_reserve(replace(VISIT, reserve=None))
    assert set(refused.value.problems) == {"reserve"}
    assert replace(VISIT, reserve=None).companions == (LEYLA,)


def test_what_is_new_has_no_past():
    known = appointment.held(moved(VISIT), AFTER).details
    fresh = appointment.new(replace(known, off_by=Side.US, off_why="ziek"))
    assert fresh == replace(TOLD, both_sides=known.both_sides, meet_at=known.meet_at)
    assert fresh.kind is AppointmentKind.BUURTTEAM


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ({}, set()),
        ({"punctual": Punctual.ON_TIME}, {Kept.ON_TIME}),
        ({"punctual": Punctual.LATE, "known_face": False}, {Kept.LATE, Kept.OTHER_FACE}),
        ({"punctual": Punctual.NOT_COME}, {Kept.NOT_COME}),
        ({"known_face": True, "wishes": Wishes.YES}, {Kept.KNOWN_FACE, Kept.WISHES}),
        ({"wishes": Wishes.PARTLY}, {Kept.WISHES_NOT}),
        ({"wishes": Wishes.NO}, {Kept.WISHES_NOT}),
    ],
)
def test_only_what_was_answered_counts_for_the_partner(after, expected):
    counted = kept(appointment.held(VISIT, replace(AFTER, **after)).details)
    assert counted == dict.fromkeys({Kept.HELD} | expected, 1)


def test_only_what_the_partner_did_counts_for_the_partner():
    for side in Side:
        off = appointment.called_off(VISIT, State.CANCELLED, side, "")
        counts = side is Side.PARTNER
        assert kept(off.details) == ({Kept.CANCELLED: 1} if counts else {})
        twice = moved(moved(VISIT, side), side)
        assert kept(twice.details) == ({Kept.MOVED: 2} if counts else {})
    assert kept(appointment.called_off(VISIT, State.NOT_SAFE, Side.PARTNER, "").details) == {}
    assert kept(replace(TOLD, state=State.HELD)) == {}
    assert kept(replace(TOLD, afterwards=AFTER)) == {}


def test_every_state_is_ahead_or_off_or_was_held():
    assert AHEAD | OFF | {State.HELD} == set(State)
    assert not AHEAD & OFF
    assert {state for state in State if state.is_ahead} == AHEAD
