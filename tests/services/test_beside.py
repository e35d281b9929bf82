"""Standing beside her through the services: the gate, the holder, the notes (US-2)."""

from datetime import date, time, timedelta

import pytest
from desk import MONDAY
from test_cases import linde

from hgkm_desktop import clock
from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.rules.contact import Channel, SafeContact, Verdict, Window
from hgkm_desktop.rules.entries import Consent, ConsentForm, Note, Purpose, Score, Voice
from hgkm_desktop.rules.holding import Holder, Reason
from hgkm_desktop.services import beside, cases

TODAY = date(2026, 11, 23)
THURSDAY = clock.at(date(2026, 11, 26), time(9))
AGREED = SafeContact(
    channels=frozenset({Channel.APP}),
    number="06-12345678",
    windows=(Window(frozenset({1, 3}), time(10), time(12)),),
    name_we_use="Els van de naaicursus",
    code_word="blauwe stof",
)


def says_yes(purpose, receiver="", form=ConsentForm.ORAL):
    return Consent(purpose, form, TODAY, receiver=receiver)


@pytest.fixture
def leyla(desk, sign_in):
    return sign_in("Leyla")


@pytest.fixture
def case_id(leyla, desk):
    return leyla.call(cases.open_case, linde(desk), now=MONDAY)


def reach(db, case_id, now):
    return db.call(beside.reach, case_id, Channel.APP, now=now)


def test_by_default_we_do_not_reach_her(leyla, case_id):
    answer = reach(leyla, case_id, THURSDAY)
    assert (answer.gate.verdict, answer.agreed) == (Verdict.SHE_CALLS, None)


def test_her_number_comes_only_through_the_gate(leyla, case_id):
    leyla.call(cases.note, case_id, says_yes(Purpose.CONTACT_BY_US), now=MONDAY)
    leyla.call(beside.agree_contact, case_id, AGREED, now=THURSDAY)
    inside = reach(leyla, case_id, clock.at(date(2026, 11, 26), time(11)))
    assert inside.agreed.number == "06-12345678"
    friday = reach(leyla, case_id, clock.at(date(2026, 11, 27), time(11)))
    assert friday.gate.verdict is Verdict.NOT_NOW
    assert friday.agreed.number == ""
    assert leyla.call(beside.how_it_stands, case_id).contact.number == ""
    january = reach(leyla, case_id, clock.at(date(2027, 1, 5), time(11)))
    assert january.gate.verdict is Verdict.ASK_AGAIN
    leyla.call(beside.still_right, case_id, now=clock.at(date(2027, 1, 5), time(9)))
    assert reach(leyla, case_id, clock.at(date(2027, 1, 5), time(11))).gate.may


def test_taking_her_yes_back_closes_the_gate_at_once(leyla, case_id):
    leyla.call(cases.note, case_id, says_yes(Purpose.CONTACT_BY_US), now=MONDAY)
    leyla.call(beside.agree_contact, case_id, AGREED, now=THURSDAY)
    no = says_yes(Purpose.CONTACT_BY_US, form=ConsentForm.WITHDRAWN)
    leyla.call(cases.note, case_id, no, now=THURSDAY)
    answer = reach(leyla, case_id, clock.at(date(2026, 11, 26), time(11)))
    assert (answer.gate.verdict, answer.agreed) == (Verdict.SHE_CALLS, None)


def test_a_note_needs_a_word_and_her_yes(leyla, case_id):
    for empty in (Note(MONDAY), Note(MONDAY, seen=" \u200b ")):
        with pytest.raises(Invalid):
            leyla.call(beside.write, case_id, empty, now=MONDAY)
    with pytest.raises(Invalid):
        later = Note(MONDAY + timedelta(hours=1), seen="x")
        leyla.call(beside.write, case_id, later, now=MONDAY)
    leyla.call(beside.write, case_id, Note(MONDAY, think="bang"), now=MONDAY)
    no = says_yes(Purpose.NOTES, form=ConsentForm.WITHDRAWN)
    leyla.call(cases.note, case_id, no, now=MONDAY)
    with pytest.raises(Forbidden):
        leyla.call(beside.write, case_id, Note(MONDAY, seen="x"), now=MONDAY)


def test_a_correction_stands_beside_what_it_corrects(leyla, case_id):
    first = leyla.call(beside.write, case_id, Note(MONDAY, seen="eerst"), now=MONDAY)
    better = Note(MONDAY, seen="beter", corrects=first)
    leyla.call(beside.write, case_id, better, now=MONDAY)
    hers = Note(MONDAY, seen="zo was het", voice=Voice.HERSELF, corrects=first)
    leyla.call(beside.write, case_id, hers, now=MONDAY)
    now = leyla.call(beside.how_it_stands, case_id)
    [note] = now.notes
    assert [e.body.seen for e in beside.standing.both_texts(now, note)] == [
        "eerst",
        "beter",
        "zo was het",
    ]


def test_a_handover_goes_all_the_way_or_changes_nothing(leyla, case_id):
    due = date(2026, 12, 7)
    with pytest.raises(Forbidden):
        leyla.call(beside.offer, case_id, "Buurtteam", due, now=MONDAY)
    yes = says_yes(Purpose.SHARE_WITH_PARTNER, "Buurtteam")
    leyla.call(cases.note, case_id, yes, now=MONDAY)
    leyla.call(beside.offer, case_id, "Buurtteam", due, now=MONDAY)
    assert leyla.call(beside.how_it_stands, case_id).holding.holder == Holder("", "Leyla")
    leyla.call(beside.accept, case_id, "Jolanda", now=MONDAY)
    leyla.call(beside.talk, case_id, now=MONDAY)
    assert leyla.call(beside.how_it_stands, case_id).holding.holder.is_us
    leyla.call(beside.confirm, case_id, now=MONDAY)
    holding = leyla.call(beside.how_it_stands, case_id).holding
    assert holding.holder == Holder("Buurtteam", "Jolanda")
    leyla.call(beside.close, case_id, Reason.HELD_BY_OTHERS, None, agreed_none=True, now=MONDAY)
    assert leyla.call(beside.reopen, case_id, now=MONDAY).holder == Holder("", "Leyla")


def test_numbers_stay_with_whoever_gave_them(leyla, case_id):
    for number, voice in ((2, Voice.HERSELF), (9, Voice.PARTNER), (6, Voice.HERSELF)):
        leyla.call(beside.score, case_id, Score(TODAY, number, voice), now=MONDAY)
    now = leyla.call(beside.how_it_stands, case_id)
    assert [score.number for score in now.scores] == [2, 9, 6]
    assert now.phase() == 2
    for wrong in (-1, 11):
        with pytest.raises(Invalid):
            leyla.call(beside.score, case_id, Score(TODAY, wrong, Voice.HERSELF), now=MONDAY)
