"""Her yes and no, for each purpose and each receiver; taking it back holds at once (R-271)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from desk import MONDAY
from standing_beside import MAY_CONTACT, TODAY, agree, open_linde

from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.rules.bodies import Consent
from hgkm_desktop.rules.contact import Channel, Verdict
from hgkm_desktop.rules.lists import ConsentForm, LifeDomain, Purpose
from hgkm_desktop.services import cases, consents, safe_contact

PARTNER = "Buurtteam Osdorp"
SHARE = Consent(
    Purpose.SHARE_WITH_PARTNER,
    ConsentForm.ORAL,
    TODAY,
    receiver=f"  {PARTNER} ",
    person="Jolanda",
    why="Samen een woning zoeken.",
    may_know=(LifeDomain.HOME, LifeDomain.CHILDREN),
    until=TODAY + timedelta(days=60),
    language="darija",
    heard_by="Leyla",
    her_words="Alleen Jolanda, niet haar collega's.",
    text_version="2026-1",
)
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def case_id(desk, leyla):
    return open_linde(desk, leyla)


def standing(db, case_id):
    return db.call(cases.page, case_id).standing


def test_an_answer_keeps_everything_and_holds_for_this_receiver_only(leyla, case_id):
    leyla.call(consents.answer, case_id, SHARE, now=MONDAY)
    found = standing(leyla, case_id)
    kept = found.consents[Purpose.SHARE_WITH_PARTNER, PARTNER]
    assert kept == replace(SHARE, receiver=PARTNER)
    assert found.may(Purpose.SHARE_WITH_PARTNER, TODAY, PARTNER)
    assert not found.may(Purpose.SHARE_WITH_PARTNER, TODAY, "Blijf Groep")
    assert not found.may(Purpose.SHARE_WITH_PARTNER, TODAY)
    assert not found.may(Purpose.RESEARCH_AGGREGATE, TODAY)
    assert not found.may(Purpose.SHARE_WITH_PARTNER, TODAY + timedelta(days=61), PARTNER)


@pytest.mark.parametrize("form", [ConsentForm.ASKED, ConsentForm.REFUSED])
def test_asked_and_refused_are_kept_and_are_no_yes(leyla, case_id, form):
    leyla.call(consents.answer, case_id, replace(SHARE, form=form), now=MONDAY)
    found = standing(leyla, case_id)
    assert found.consents[Purpose.SHARE_WITH_PARTNER, PARTNER].form is form
    assert not found.may(Purpose.SHARE_WITH_PARTNER, TODAY, PARTNER)
    assert found.to_be_told() == []


def test_taking_it_back_holds_at_once_and_says_who_must_be_told(leyla, case_id):
    leyla.call(consents.answer, case_id, SHARE, now=MONDAY)
    told = leyla.call(
        consents.withdraw, case_id, SHARE.purpose, PARTNER, now=TUESDAY, heard_by=" Imane "
    )
    found = standing(leyla, case_id)
    back = found.consents[SHARE.purpose, PARTNER]
    assert told == found.to_be_told() == [PARTNER]
    assert (back.form, back.on, back.heard_by) == (
        ConsentForm.WITHDRAWN,
        date(2026, 11, 24),
        "Imane",
    )
    assert back.her_words == SHARE.her_words
    assert not found.may(SHARE.purpose, TODAY, PARTNER)


def test_whoever_heard_the_yes_stands_when_nobody_else_is_named(leyla, case_id):
    leyla.call(consents.answer, case_id, SHARE, now=MONDAY)
    leyla.call(consents.withdraw, case_id, SHARE.purpose, PARTNER, now=TUESDAY)
    assert standing(leyla, case_id).consents[SHARE.purpose, PARTNER].heard_by == "Leyla"


def test_whoever_heard_it_is_no_place_for_what_is_never_stored(leyla, case_id):
    leyla.call(consents.answer, case_id, SHARE, now=MONDAY)
    key = SHARE.purpose, PARTNER
    with pytest.raises(Invalid) as refused:
        leyla.call(consents.withdraw, case_id, *key, now=TUESDAY, heard_by="BSN 111222333")
    assert list(refused.value.problems) == ["heard_by"]
    assert standing(leyla, case_id).consents[key].form is ConsentForm.ORAL


def test_a_yes_to_contact_that_is_taken_back_shuts_the_gate_at_once(leyla, case_id):
    agree(leyla, case_id)
    reach = leyla.call(safe_contact.reach, case_id, Channel.CALL, now=TUESDAY)
    assert reach.gate.may
    told = leyla.call(consents.withdraw, case_id, Purpose.CONTACT_BY_US, now=TUESDAY)
    assert told == []
    reach = leyla.call(safe_contact.reach, case_id, Channel.CALL, now=TUESDAY)
    assert reach.gate.verdict is Verdict.SHE_CALLS


@pytest.mark.parametrize("form", [None, ConsentForm.REFUSED, ConsentForm.ASKED])
def test_only_a_yes_can_be_taken_back(leyla, case_id, form):
    if form is not None:
        leyla.call(consents.answer, case_id, replace(SHARE, form=form), now=MONDAY)
    with pytest.raises(Invalid) as refused:
        leyla.call(consents.withdraw, case_id, SHARE.purpose, PARTNER, now=MONDAY)
    assert list(refused.value.problems) == ["receiver"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"receiver": "  "}, "receiver"),
        ({"receiver": "x" * 121}, "receiver"),
        ({"person": "x" * 121}, "person"),
        ({"heard_by": "x" * 121}, "heard_by"),
        ({"language": "x" * 121}, "language"),
        ({"text_version": "x" * 121}, "text_version"),
        ({"why": "x" * 1_001}, "why"),
        ({"her_words": "BSN 111222333"}, "her_words"),
        ({"on": TODAY + timedelta(days=1)}, "on"),
        ({"until": TODAY - timedelta(days=1)}, "until"),
    ],
)
def test_half_an_answer_is_refused_at_its_field(leyla, case_id, changed, field):
    with pytest.raises(Invalid) as refused:
        leyla.call(consents.answer, case_id, replace(SHARE, **changed), now=MONDAY)
    assert list(refused.value.problems) == [field]
    assert len(standing(leyla, case_id).consents) == 1


def test_a_no_may_name_a_day_that_passed(leyla, case_id):
    no = replace(SHARE, form=ConsentForm.REFUSED, until=TODAY - timedelta(days=1))
    leyla.call(consents.answer, case_id, no, now=MONDAY)
    assert not standing(leyla, case_id).may(SHARE.purpose, TODAY, PARTNER)


def test_contact_by_us_has_no_receiver(leyla, case_id):
    leyla.call(consents.answer, case_id, MAY_CONTACT, now=MONDAY)
    assert standing(leyla, case_id).may(Purpose.CONTACT_BY_US, TODAY)


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma", "Bea"])
def test_nobody_else_hears_or_answers_for_her(sign_in, leyla, case_id, name):
    leyla.call(consents.answer, case_id, SHARE, now=MONDAY)
    other = sign_in(name)
    with pytest.raises(Forbidden):
        other.call(consents.answer, case_id, SHARE, now=MONDAY)
    with pytest.raises(Forbidden):
        other.call(consents.withdraw, case_id, SHARE.purpose, PARTNER, now=MONDAY)
