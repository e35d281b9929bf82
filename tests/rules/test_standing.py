"""How it stands follows from everything that was noted, in order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from hgkm_desktop.rules.bodies import (
    Agreement,
    AskedAfter,
    Began,
    Beside,
    ClockSet,
    Consent,
    ContactAgreement,
    GuideNote,
    Held,
    Household,
    Incident,
    Note,
    Promise,
    Reached,
    Referral,
    Score,
    Situation,
)
from hgkm_desktop.rules.clocks import Clock, Kind
from hgkm_desktop.rules.contact import Channel, SafeContact
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.holding import Closing, Holder, Reason, begin
from hgkm_desktop.rules.lists import (
    Area,
    ConsentForm,
    GuideStep,
    NoteKind,
    Outcome,
    Purpose,
    ReferralKind,
    ReferralStatus,
    Voice,
)
from hgkm_desktop.rules.standing import QUARTER, Standing, standing

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, 40, tzinfo=UTC)
ONE, TWO = UUID(int=1), UUID(int=2)
YES = Consent(Purpose.SHARE_WITH_PARTNER, ConsentForm.ORAL, DAY, receiver="wijkteam")


def stands(*bodies) -> Standing:
    """Return how it stands after these, noted one minute after another."""
    made = enumerate(bodies)
    return standing(
        Entry(UUID(int=99 + n), NOW + timedelta(minutes=n), TWO, body) for n, body in made
    )


def test_of_nobody_nothing_is_known():
    found = stands()
    assert (found.began, found.beside, found.holding, found.contact, found.last) == (None,) * 5
    assert (found.phase(), found.hers(), found.open_promises(), found.aftercare()) == (
        1,
        [],
        [],
        [],
    )
    assert found.household == Household() and found.situation == Situation()
    assert not found.may(Purpose.NOTES, DAY)


def test_the_newest_of_what_is_replaced_counts():
    home, told = Household(circle="zus"), Situation(own_words="moe")
    held = begin(Holder("", "Leyla", ONE), NOW)
    found = stands(
        Began(DAY),
        Beside(ONE),
        Beside(TWO, ONE),
        Household(),
        home,
        Situation(),
        told,
        Held(held, "x"),
    )
    assert (found.began, found.beside) == (Began(DAY), Beside(TWO, ONE))
    assert (found.household, found.situation, found.holding) == (home, told, held)
    assert found.last.body == Held(held, "x")


@pytest.mark.parametrize(
    ("answer", "may"),
    [
        (YES, True),
        (replace(YES, form=ConsentForm.WRITTEN), True),
        (replace(YES, form=ConsentForm.ASKED), False),
        (replace(YES, form=ConsentForm.REFUSED), False),
        (replace(YES, form=ConsentForm.WITHDRAWN), False),
        (replace(YES, on=DAY + timedelta(days=1)), False),
        (replace(YES, until=DAY), True),
        (replace(YES, until=DAY - timedelta(days=1)), False),
    ],
)
def test_she_said_yes_and_still_does(answer, may):
    found = stands(answer)
    assert found.may(YES.purpose, DAY, "wijkteam") is may
    assert not found.may(YES.purpose, DAY, "een ander")
    assert not found.may(YES.purpose, DAY)
    assert not found.may(Purpose.NOTES, DAY, "wijkteam")


def test_the_last_answer_counts_and_who_must_be_told_is_known():
    back = replace(YES, form=ConsentForm.WITHDRAWN)
    notes = Consent(Purpose.NOTES, ConsentForm.WITHDRAWN, DAY)
    assert stands(YES, back, notes).to_be_told() == ["wijkteam"]
    assert stands(YES, back, YES).to_be_told() == []


def test_promises_that_are_open_stand_by_their_day_those_without_last():
    first = Promise(ONE, "bellen", "Leyla")
    second = Promise(TWO, "brief", "Imane", by=DAY)
    found = stands(first, second)
    assert found.open_promises() == [second, first]
    assert stands(first, second, replace(second, kept=False)).open_promises() == [first]
    assert stands(first, replace(first, kept=True)).open_promises() == []


def test_what_ended_is_gone_and_what_was_set_again_is_there_once():
    running = ClockSet(ONE, Clock(Kind.TIME_OUT, NOW, 10))
    longer = replace(running, clock=replace(running.clock, days=20))
    over = replace(running, clock=replace(running.clock, days=0))
    assert stands(running, longer).clocks == {ONE: longer.clock}
    assert stands(running, over).clocks == {}
    agreed = Agreement(ONE, "geen post")
    assert stands(agreed).agreements == {ONE: agreed}
    assert stands(agreed, replace(agreed, ended=True)).agreements == {}
    assert stands(over, replace(agreed, ended=True)).agreements == {}


def scores(*numbers, voice=Voice.HERSELF):
    days = (DAY + timedelta(days=n) for n in range(len(numbers)))
    return [Score(on, number, voice) for on, number in zip(days, numbers, strict=True)]


@pytest.mark.parametrize(
    ("numbers", "phase"),
    [((5,), 1), ((6,), 2), ((7,), 2), ((7, 7), 3), ((9, 6), 2), ((7, 7, 5), 1), ((5, 8), 2)],
)
def test_the_phase_follows_from_her_own_numbers(numbers, phase):
    assert stands(*scores(*numbers)).phase() == phase
    others = scores(1, 1, 1, voice=Voice.CONFIDANT) + scores(10, 10, voice=Voice.CHILD)
    assert stands(*others, *scores(*numbers), *others).phase() == phase


def test_two_sevens_on_one_day_are_not_yet_recovery():
    assert stands(Score(DAY, 7, Voice.HERSELF), Score(DAY, 9, Voice.HERSELF)).phase() == 2


def test_numbers_stand_by_their_day_however_late_they_were_noted():
    late, early = Score(DAY, 4, Voice.HERSELF), Score(DAY - timedelta(9), 8, Voice.HERSELF)
    assert stands(late, early).hers() == [early, late]


AGREED = ContactAgreement(SafeContact(frozenset({Channel.CALL}), "0612345678", incident_on=DAY))


@pytest.mark.parametrize(
    ("body", "asks_again"),
    [
        (Incident(DAY), True),
        (Reached(NOW, Channel.CALL, Outcome.SOMEBODY_ELSE), True),
        (Reached(NOW, Channel.CALL, Outcome.SPOKE), False),
    ],
)
def test_what_happened_asks_her_again_until_she_was_asked(body, asks_again):
    found = stands(AGREED, body)
    assert (found.contact.incident_on is not None) is asks_again
    assert stands(AGREED, body, AGREED).contact.incident_on is None
    assert found.contact_by == TWO
    assert stands(body).contact is None


def test_attempts_are_kept_in_order():
    tried = Reached(NOW, Channel.CALL, Outcome.NO_ANSWER)
    spoke = Reached(NOW, Channel.APP, Outcome.SPOKE)
    assert stands(tried, spoke).reached == [tried, spoke]


def test_a_correction_stands_beside_what_it_corrects():
    found = stands(
        Note(NOW, "eerst"), Note(NOW, "ander"), Note(NOW, "beter", corrects=UUID(int=99))
    )
    first, second = found.notes
    assert [each.body.seen for each in found.both_texts(first)] == ["eerst", "beter"]
    assert found.both_texts(second) == [second]


def test_what_was_done_at_a_step_of_the_guide_stands_together():
    asked = GuideNote(GuideStep.CONSULT, DAY, "gevraagd")
    again = replace(asked, text="nog eens")
    assert stands(asked, again).guide == {GuideStep.CONSULT: [asked, again]}


def test_a_way_that_was_shown_counts_once_somebody_was_there_and_from_then_on():
    way = ReferralKind.SUPPORT_GROUP, "wijkteam", Area.OOST
    agreed = Referral(ONE, *way, ReferralStatus.AGREED, DAY)
    there = replace(agreed, status=ReferralStatus.FIRST_MEETING)
    stopped = replace(agreed, status=ReferralStatus.STOPPED)
    assert (stands(agreed).referrals, stands(agreed).counted) == ({ONE: agreed}, set())
    found = stands(agreed, there, stopped)
    assert (found.referrals, found.counted) == ({ONE: stopped}, {ONE})


def test_days_of_aftercare_are_those_that_were_not_used():
    held = begin(Holder("", "Leyla", ONE), NOW)
    closed = replace(held, closing=Closing(Reason.MOVED_AWAY, DAY, DAY + timedelta(days=14)))
    found = stands(Held(closed, "close"))
    first, *others = found.aftercare()
    assert first == DAY + timedelta(days=14) and len(others) == 3
    used = AskedAfter(first, first, "goed")
    assert stands(Held(closed, "close"), used).aftercare() == others
    assert stands(Held(held, "begin"), used).aftercare() == []


def test_an_entry_nobody_knows_is_never_passed_over():
    with pytest.raises(ValueError, match="nobody knows: object"):
        stands(object())


def reviews(*days, kind=NoteKind.REVIEW, began=DAY - timedelta(days=200)):
    at = [datetime(day.year, day.month, day.day, 10, tzinfo=UTC) for day in days]
    return stands(
        Held(begin(Holder("", "Leyla", TWO), NOW), "begin"),
        Began(began),
        *(Note(each, seen="samen", kind=kind) for each in at),
    )


def test_looking_back_counts_from_the_beginning_and_then_from_the_latest_day():
    assert Standing().reviewed_on() is None
    assert not Standing().is_review_due(DAY)
    assert reviews().reviewed_on() == DAY - timedelta(days=200)
    assert not reviews().was_reviewed()
    late, early = DAY - timedelta(days=10), DAY - timedelta(days=120)
    found = reviews(late, early)
    assert found.reviewed_on() == late
    assert found.was_reviewed()
    assert reviews(late, kind=NoteKind.TALK).reviewed_on() == DAY - timedelta(days=200)


def test_a_note_of_late_in_the_evening_is_of_that_day_here():
    at = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    found = stands(Began(DAY - QUARTER), Note(at, seen="samen", kind=NoteKind.REVIEW))
    assert found.reviewed_on() == DAY


@pytest.mark.parametrize(("days", "is_due"), [(90, False), (91, True), (400, True)])
def test_it_is_due_each_quarter(days, is_due):
    began = reviews(began=DAY - timedelta(days=days))
    again = reviews(DAY - timedelta(days=days), began=DAY - timedelta(days=700))
    assert began.is_review_due(DAY) is is_due
    assert again.is_review_due(DAY) is is_due


def test_whoever_stopped_is_never_asked_to_look_back():
    holding = begin(Holder("", "Leyla", TWO), NOW)
    closed = replace(holding, closing=Closing(Reason.MANAGES_HERSELF, DAY))
    assert not closed.is_open
    found = stands(Began(DAY - timedelta(days=400)), Held(closed, "close"))
    assert not found.is_review_due(DAY)
