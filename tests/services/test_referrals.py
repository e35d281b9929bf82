"""A way that was shown counts from the day somebody was there, once, and names nobody (US-8)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from desk import MONDAY
from standing_beside import TODAY, open_linde

from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.rules.bodies import Referral
from hgkm_desktop.rules.lists import Area, ReferralKind, ReferralStatus
from hgkm_desktop.services import cases, referrals
from hgkm_desktop.services.referrals import Count

SHOWN = Referral(
    UUID(int=8),
    ReferralKind.SUPPORT_GROUP,
    "Jeugdbescherming",
    Area.NIEUW_WEST,
    ReferralStatus.DISCUSSED,
    date(2026, 11, 20),
)
DECEMBER = datetime(2026, 12, 15, 12, tzinfo=UTC)


@pytest.fixture
def bram(desk, sign_in):
    leyla = sign_in("Leyla")
    return leyla, open_linde(desk, leyla)


def note(bram, **changes):
    leyla, case_id = bram
    leyla.call(referrals.note, case_id, replace(SHOWN, **changes), now=DECEMBER)


def test_it_counts_once_and_only_when_somebody_was_there(bram, sign_in):
    salma = sign_in("Salma")
    for status in (
        ReferralStatus.DISCUSSED,
        ReferralStatus.AGREED,
        ReferralStatus.REGISTERED,
    ):
        note(bram, status=status)
        assert salma.call(referrals.counts, 2026) == []
    note(bram, status=ReferralStatus.FIRST_MEETING, on=date(2026, 12, 15))
    note(bram, status=ReferralStatus.STILL_ATTENDING, on=date(2026, 12, 15))
    note(bram, status=ReferralStatus.STOPPED, on=date(2026, 12, 15))
    note(bram, status=ReferralStatus.STILL_ATTENDING, on=date(2026, 12, 15))
    one = Count("Jeugdbescherming", Area.NIEUW_WEST, 1, 2)
    assert salma.call(referrals.counts, 2026) == [one]
    assert salma.call(referrals.counts, 2025) == []
    leyla, case_id = bram
    (kept,) = leyla.call(cases.page, case_id).standing.referrals.values()
    assert kept.status is ReferralStatus.STILL_ATTENDING


def test_a_second_person_and_another_partner_are_counted_apart(bram, sign_in):
    there = ReferralStatus.FIRST_MEETING
    note(bram, status=there)
    note(bram, id=UUID(int=9), status=there)
    note(bram, id=UUID(int=10), status=there, by="Buurtteam")
    found = sign_in("Salma").call(referrals.counts, 2026)
    assert [(c.organisation, c.number) for c in found] == [
        ("Jeugdbescherming", 2),
        ("Buurtteam", 1),
    ]


def test_another_kind_of_help_is_noted_and_not_counted(bram, sign_in):
    note(bram, kind=ReferralKind.LAWYER, status=ReferralStatus.FIRST_MEETING)
    assert sign_in("Salma").call(referrals.counts, 2026) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"by": " "}, "by"), ({"by": "x" * 121}, "by"), ({"on": date(2026, 12, 16)}, "on")],
)
def test_what_cannot_be_is_said_beside_its_field(bram, changes, field):
    with pytest.raises(Invalid) as refused:
        note(bram, **changes)
    assert set(refused.value.problems) == {field}


def test_only_who_stands_beside_him_notes_and_no_volunteer_sees_the_counts(bram, sign_in):
    _, case_id = bram
    for name in ("Hanan", "Joke", "Bea"):
        db = sign_in(name)
        with pytest.raises(Forbidden):
            db.call(referrals.note, case_id, SHOWN, now=MONDAY)
        with pytest.raises(Forbidden):
            db.call(referrals.counts, TODAY.year)
