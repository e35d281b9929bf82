"""Who is not there: noted by a colleague, taken back, and never why."""

from datetime import date, timedelta

import pytest
from going import DAY, ID, NOW
from standing_beside import TODAY, member

from hgkm_desktop.errors import Conflict, Forbidden, Invalid
from hgkm_desktop.models import Absence
from hgkm_desktop.services import absences, members

TOMORROW, YESTERDAY = TODAY + DAY, TODAY - DAY


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


def note(db, who, first=TODAY, last=TODAY):
    return db.call(absences.note, who, first, last, **NOW)


def of_days(db, first=TODAY, last=TOMORROW):
    return db.call(absences.of_days, first, last)


def test_a_colleague_notes_it_and_everybody_at_the_desk_sees_it(desk, leyla, sign_in):
    imane = member(desk, "Imane")
    absence = note(leyla, imane, TODAY, TOMORROW)
    (found,) = of_days(sign_in("Hanan"))
    assert (found.id, found.member_id) == (absence, imane)
    assert (found.first_day, found.last_day) == (TODAY, TOMORROW)


def test_there_is_no_place_to_say_why():
    names = {column.name for column in Absence.__table__.columns}
    assert names == {"id", "member_id", "first_day", "last_day"}


@pytest.mark.parametrize(
    ("first", "last", "days", "is_away"),
    [
        (TODAY, TODAY, (TODAY, TODAY), True),
        (YESTERDAY, TODAY, (TODAY, TOMORROW), True),
        (TOMORROW, TOMORROW + DAY, (TODAY, TOMORROW), True),
        (YESTERDAY, TOMORROW + 9 * DAY, (TODAY, TOMORROW), True),
        (TOMORROW, TOMORROW, (TODAY, TODAY), False),
        (TODAY, TODAY, (TOMORROW, TOMORROW), False),
    ],
)
def test_first_and_last_day_both_count(desk, leyla, first, last, days, is_away):
    note(leyla, member(desk, "Imane"), first, last)
    assert bool(of_days(leyla, *days)) == is_away


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (TOMORROW, TODAY, "last_day"),
        (TODAY, TODAY + timedelta(days=367), "last_day"),
        (TODAY - timedelta(days=9), YESTERDAY, "last_day"),
        (date(2062, 1, 1), date(2026, 12, 1), "last_day"),
    ],
)
def test_days_that_cannot_be_are_refused(desk, leyla, first, last, field):
    with pytest.raises(Invalid) as refused:
        note(leyla, member(desk, "Imane"), first, last)
    assert set(refused.value.problems) == {field}
    assert of_days(leyla, TODAY - 99 * DAY, TODAY + 999 * DAY) == []


def test_only_who_is_in_the_team_can_be_away(desk, leyla, sign_in):
    hanan = member(desk, "Hanan")
    sign_in("Bea").call(members.leave, hanan, **NOW)
    for who in (ID, hanan):
        with pytest.raises(Invalid) as refused:
            note(leyla, who)
        assert set(refused.value.problems) == {"member"}


def test_it_is_taken_back_once(desk, leyla):
    absence = note(leyla, member(desk, "Leyla"))
    leyla.call(absences.end, absence)
    assert of_days(leyla) == []
    with pytest.raises(Conflict):
        leyla.call(absences.end, absence)


def test_staff_and_volunteers_note_nobody_away(desk, leyla, sign_in):
    absence = note(leyla, member(desk, "Leyla"))
    for name in ("Hanan", "Joke", "Bea"):
        db = sign_in(name)
        for work in (
            lambda db=db: note(db, member(desk, "Leyla"), TOMORROW, TODAY),
            lambda db=db: db.call(absences.end, absence),
        ):
            with pytest.raises(Forbidden):
                work()


def test_they_come_in_order_of_their_first_day(desk, leyla):
    later, sooner = (
        note(leyla, member(desk, "Leyla"), TOMORROW, TOMORROW),
        note(leyla, member(desk, "Imane"), TODAY, TOMORROW),
    )
    assert [each.id for each in of_days(leyla)] == [sooner, later]
