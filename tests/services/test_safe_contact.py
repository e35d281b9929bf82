"""The one way to her number: asked every time, noted when it opens, shut at the least doubt."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from desk import MONDAY
from sqlalchemy import text
from standing_beside import AGREED, MAY_CONTACT, NUMBER, TODAY, agree, open_linde

from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.rules.contact import Channel, Verdict, Window
from hgkm_desktop.rules.lists import ConsentForm, Outcome, Purpose
from hgkm_desktop.services import cases, safe_contact

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
"""10.30 in Amsterdam: inside her hours."""
NO = replace(MAY_CONTACT, form=ConsentForm.REFUSED)


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def case_id(desk, leyla):
    return open_linde(desk, leyla)


@pytest.fixture
def agreed(leyla, case_id):
    agree(leyla, case_id)
    return case_id


def reach(db, case_id, channel=Channel.CALL, now=TUESDAY):
    return db.call(safe_contact.reach, case_id, channel, now=now)


def shown(db):
    """Return how often the log says that a number was shown."""
    with db.engine.connect() as connection:
        found = connection.execute(text("SELECT count(*) FROM audit_line WHERE kind = 'contact'"))
        return found.scalar_one()


def standing(db, case_id):
    return db.call(cases.page, case_id).standing


def test_inside_her_hours_the_number_is_there_and_it_is_noted(leyla, agreed):
    found = reach(leyla, agreed)
    assert found.gate.may and found.agreed.number == NUMBER
    assert found.agreed.code_word == "blauwe stof"
    assert shown(leyla) == 1


@pytest.mark.parametrize(
    ("channel", "now", "verdict"),
    [
        (Channel.CALL, MONDAY, Verdict.NOT_NOW),
        (Channel.CALL, TUESDAY + timedelta(days=35), Verdict.ASK_AGAIN),
        (Channel.CALL, TUESDAY - timedelta(days=7), Verdict.SHE_CALLS),
        (Channel.POST, TUESDAY, Verdict.SHE_CALLS),
    ],
)
def test_a_gate_that_is_shut_gives_no_number_and_is_not_noted(leyla, agreed, channel, now, verdict):
    found = reach(leyla, agreed, channel, now)
    assert found.gate.verdict is verdict
    assert (found.agreed.number, found.agreed.code_word) == ("", "")
    assert shown(leyla) == 0


def test_by_default_we_contact_nobody(leyla, case_id):
    found = reach(leyla, case_id)
    assert found.gate.verdict is Verdict.SHE_CALLS
    assert found.agreed is None


def test_an_agreement_without_her_yes_is_refused(leyla, case_id):
    with pytest.raises(Forbidden):
        leyla.call(safe_contact.agree, case_id, AGREED, now=MONDAY)
    assert standing(leyla, case_id).contact is None


def test_it_is_asked_today_by_whoever_noted_it(leyla, case_id):
    typed = replace(AGREED, number=" 06-1234\u200b5678 ", name_we_use="Els\nvan de naaicursus")
    agree(leyla, case_id, replace(typed, checked_on=date(2020, 1, 1), incident_on=TODAY))
    found = reach(leyla, case_id).agreed
    assert (found.checked_on, found.checked_by, found.incident_on) == (TODAY, "Leyla", None)
    assert (found.number, found.name_we_use) == (NUMBER, "Els van de naaicursus")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"number": "06"}, "number"),
        ({"number": "1" * 121}, "number"),
        ({"channels": frozenset()}, "channels"),
        ({"windows": ()}, "windows"),
        ({"windows": (Window(frozenset(), time(10), time(12)),)}, "windows"),
        ({"windows": (Window(frozenset({1}), time(12), time(12)),)}, "windows"),
        ({"until": TODAY - timedelta(days=1)}, "until"),
        ({"name_we_use": "x" * 121}, "name_we_use"),
        ({"code_word": "x" * 121}, "code_word"),
        ({"who_may_answer": "x" * 121}, "who_may_answer"),
        ({"voicemail": "x" * 501}, "voicemail"),
        ({"if_another_answers": "x" * 501}, "if_another_answers"),
        ({"if_line_drops": "haar wachtwoord is geheim12"}, "if_line_drops"),
    ],
)
def test_half_an_agreement_is_refused_at_its_field(leyla, agreed, changed, field):
    with pytest.raises(Invalid) as refused:
        leyla.call(safe_contact.agree, agreed, replace(AGREED, **changed), now=MONDAY)
    assert list(refused.value.problems) == [field]


def test_somebody_else_may_be_the_way_without_a_number(leyla, case_id):
    through = replace(AGREED, channels=frozenset({Channel.THROUGH_SOMEBODY}), number="haar zus")
    agree(leyla, case_id, through)
    assert reach(leyla, case_id, Channel.THROUGH_SOMEBODY).agreed.number == "haar zus"


def test_asked_again_it_holds_another_thirty_days(leyla, agreed):
    late = TUESDAY + timedelta(days=35)
    leyla.call(safe_contact.still_right, agreed, now=late)
    assert reach(leyla, agreed, now=late).gate.may


def test_nothing_can_be_still_right_when_nothing_was_agreed(leyla, case_id):
    with pytest.raises(Invalid):
        leyla.call(safe_contact.still_right, case_id, now=MONDAY)


def test_a_day_she_named_as_the_last_is_not_moved_by_asking(leyla, case_id):
    agree(leyla, case_id, replace(AGREED, until=TODAY))
    assert reach(leyla, case_id).gate.verdict is Verdict.ASK_AGAIN
    with pytest.raises(Invalid) as refused:
        leyla.call(safe_contact.still_right, case_id, now=TUESDAY)
    assert "until" in refused.value.problems


def test_after_something_happened_nobody_calls_before_she_was_asked(leyla, agreed):
    leyla.call(safe_contact.incident, agreed, " hij keek in haar telefoon ", now=MONDAY)
    assert reach(leyla, agreed).gate.verdict is Verdict.ASK_AGAIN
    leyla.call(safe_contact.still_right, agreed, now=TUESDAY)
    assert reach(leyla, agreed).gate.may


def test_too_long_a_story_of_what_happened_is_refused(leyla, agreed):
    with pytest.raises(Invalid) as refused:
        leyla.call(safe_contact.incident, agreed, "x" * 501, now=MONDAY)
    assert list(refused.value.problems) == ["what"]
    assert reach(leyla, agreed).gate.may


@pytest.mark.parametrize("outcome", list(Outcome))
def test_when_somebody_else_answered_she_is_asked_again_first(leyla, agreed, outcome):
    leyla.call(safe_contact.tried, agreed, Channel.CALL, outcome, now=TUESDAY)
    shut = reach(leyla, agreed).gate.verdict is Verdict.ASK_AGAIN
    assert shut == (outcome is Outcome.SOMEBODY_ELSE)
    assert [tried.outcome for tried in standing(leyla, agreed).reached] == [outcome]


def test_her_yes_and_how_are_noted_together(leyla, case_id):
    leyla.call(safe_contact.agree_with, case_id, MAY_CONTACT, AGREED, now=MONDAY)
    assert reach(leyla, case_id).gate.may


def test_both_or_nothing(leyla, case_id):
    """A no with an agreement beside it is refused as a whole; nothing of the two is kept."""
    with pytest.raises(Forbidden):
        leyla.call(safe_contact.agree_with, case_id, NO, AGREED, now=MONDAY)
    found = standing(leyla, case_id)
    assert (Purpose.CONTACT_BY_US, "") not in found.consents
    assert found.contact is None


def test_what_is_wrong_with_either_is_told_at_once(leyla, case_id):
    tomorrow = replace(MAY_CONTACT, on=TODAY + timedelta(days=1))
    with pytest.raises(Invalid) as refused:
        leyla.call(
            safe_contact.agree_with, case_id, tomorrow, replace(AGREED, number=""), now=MONDAY
        )
    assert set(refused.value.problems) == {"number", "consent.on"}
    assert standing(leyla, case_id).contact is None


@pytest.mark.parametrize(
    "odd", [{"purpose": Purpose.NOTES}, {"receiver": "Buurtteam"}], ids=["purpose", "receiver"]
)
def test_only_an_answer_to_contact_by_us_opens_anything(leyla, case_id, odd):
    with pytest.raises(Invalid) as refused:
        leyla.call(safe_contact.agree_with, case_id, replace(MAY_CONTACT, **odd), None, now=MONDAY)
    assert "consent.purpose" in refused.value.problems


def test_a_no_alone_shuts_the_gate(leyla, agreed):
    leyla.call(safe_contact.agree_with, agreed, NO, None, now=MONDAY)
    assert reach(leyla, agreed).gate.verdict is Verdict.SHE_CALLS


def test_other_hours_keep_the_number_that_nobody_had_to_see(leyla, agreed):
    hours = replace(AGREED, number="", windows=(Window(frozenset({1}), time(9), time(11)),))
    leyla.call(safe_contact.agree_with, agreed, None, hours, now=MONDAY)
    assert reach(leyla, agreed).agreed.number == NUMBER
    assert shown(leyla) == 1


def test_a_number_never_becomes_an_address_by_itself(leyla, agreed):
    post = replace(AGREED, number="", channels=frozenset({Channel.POST}))
    leyla.call(safe_contact.agree_with, agreed, None, post, now=MONDAY)
    assert reach(leyla, agreed, Channel.POST).agreed.number == ""


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma", "Bea"])
def test_nobody_else_reaches_her(sign_in, leyla, agreed, name):
    other = sign_in(name)
    acts = (
        (safe_contact.reach, (Channel.CALL,)),
        (safe_contact.agree, (AGREED,)),
        (safe_contact.agree_with, (MAY_CONTACT, AGREED)),
        (safe_contact.still_right, ()),
        (safe_contact.incident, ("iets",)),
        (safe_contact.tried, (Channel.CALL, Outcome.SPOKE)),
    )
    for service, given in acts:
        with pytest.raises(Forbidden):
            other.call(service, agreed, *given, now=TUESDAY)
    assert shown(leyla) == 0
