"""What takes place every week, in every week: also in the two of a clock change."""

from datetime import date, time, timedelta

import pytest
from going import AUTUMN, DAY, ID, NOW, SPRING
from hostile import HOSTILE, is_tidy
from standing_beside import TODAY

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Forbidden, Invalid
from hgkm_desktop.models import FixedTime
from hgkm_desktop.rules.going_along import FixedKind
from hgkm_desktop.services import fixed_times

WEEK = timedelta(days=7)
FRIDAY = TODAY + 4 * DAY


def meeting(**given) -> FixedTime:
    values = {
        "kind": FixedKind.NETWORK_MEETING,
        "title": "Netwerkoverleg",
        "weekday": 4,
        "begins": time(9, 30),
        "ends": time(11),
        "place": "de bieb",
        "first_day": TODAY,
    }
    return FixedTime(**values | given)


def save(db, fixed):
    return db.call(fixed_times.save, fixed, **NOW)


def days(db, first=TODAY, last=TODAY + 20 * DAY):
    return [clock.local(f.starts).date() for f in db.call(fixed_times.between, first, last)]


def test_it_takes_place_on_its_day_of_every_week(db, sign_in):
    saved = save(db, meeting())
    assert days(sign_in("Hanan")) == [FRIDAY, FRIDAY + WEEK, FRIDAY + 2 * WEEK]
    (one,) = db.call(fixed_times.between, FRIDAY, FRIDAY)
    assert (one.id, one.kind, one.title, one.place) == (
        saved.id,
        FixedKind.NETWORK_MEETING,
        "Netwerkoverleg",
        "de bieb",
    )
    assert (one.starts, one.ends) == (
        clock.at(FRIDAY, time(9, 30)),
        clock.at(FRIDAY, time(11)),
    )


@pytest.mark.parametrize(
    ("first_day", "last_day", "expected"),
    [
        (FRIDAY, None, [FRIDAY, FRIDAY + WEEK, FRIDAY + 2 * WEEK]),
        (FRIDAY + DAY, None, [FRIDAY + WEEK, FRIDAY + 2 * WEEK]),
        (TODAY - 90 * DAY, FRIDAY, [FRIDAY]),
        (TODAY, FRIDAY - DAY, []),
        (TODAY - 9 * DAY, TODAY - DAY, []),
        (TODAY + 90 * DAY, None, []),
    ],
)
def test_it_begins_and_ends_with_a_day(db, first_day, last_day, expected):
    save(db, meeting(first_day=first_day, last_day=last_day))
    assert days(db) == expected


@pytest.mark.parametrize("day", [AUTUMN, SPRING])
def test_before_and_after_a_clock_change_it_is_at_the_same_time_on_the_wall(db, day):
    save(db, meeting(weekday=6, first_day=day - WEEK))
    found = db.call(fixed_times.between, day - WEEK, day + WEEK)
    assert [clock.local(each.starts).date() for each in found] == [day - WEEK, day, day + WEEK]
    assert {clock.local(each.starts).time() for each in found} == {time(9, 30)}
    assert {each.ends - each.starts for each in found} == {timedelta(minutes=90)}


def test_the_programme_comes_in_the_order_of_the_week(db):
    later = save(db, meeting(title="Naaicafé", weekday=1, begins=time(13), ends=time(15)))
    sooner = save(db, meeting(title="Taalles", weekday=1))
    last = save(db, meeting(weekday=5))
    assert [each.id for each in db.call(fixed_times.everything)] == [sooner.id, later.id, last.id]
    found = db.call(fixed_times.between, TODAY, TODAY + 6 * DAY)
    assert [each.title for each in found] == ["Taalles", "Naaicafé", "Netwerkoverleg"]


def test_two_at_the_same_time_are_both_there(db):
    for title in ("Zingen", "Ademen"):
        save(db, meeting(title=title))
    found = db.call(fixed_times.between, FRIDAY, FRIDAY)
    assert [each.title for each in found] == ["Ademen", "Zingen"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"title": " \u200b"}, "title"),
        ({"title": "x" * 61}, "title"),
        ({"title": "bsn 111222333"}, "title"),
        ({"place": "x" * 121}, "place"),
        ({"weekday": 7}, "weekday"),
        ({"weekday": -1}, "weekday"),
        ({"ends": time(9, 30)}, "ends"),
        ({"ends": time(0)}, "ends"),
        ({"last_day": TODAY - DAY}, "last_day"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(db, given, field):
    with pytest.raises(Invalid) as refused:
        save(db, meeting(**given))
    assert set(refused.value.problems) == {field}
    assert all(refused.value.problems.values())
    assert db.call(fixed_times.everything) == []


@pytest.mark.parametrize("field", ["title", "place"])
def test_whatever_is_typed_is_stored_clean_or_refused_beside_its_field(db, field):
    for _, text in HOSTILE:
        try:
            saved = save(db, meeting(**{field: text}))
        except Invalid as refused:
            assert set(refused.problems) == {field}
            continue
        assert is_tidy(getattr(saved, field)) and "\n" not in getattr(saved, field)


def test_it_is_changed_and_two_who_change_it_hear_of_each_other(db, sign_in):
    salma = sign_in("Salma")
    saved = save(db, meeting())
    (hers,) = salma.call(fixed_times.everything)
    saved.place = "hier"
    save(db, saved)
    hers.place = "daar"
    with pytest.raises(Conflict):
        save(salma, hers)
    (now,) = db.call(fixed_times.everything)
    assert (now.place, now.version) == ("hier", 2)


def test_it_takes_place_for_the_last_time_and_what_was_stays(db):
    saved = save(db, meeting())
    db.call(fixed_times.end, saved.id, FRIDAY + WEEK)
    assert days(db) == [FRIDAY, FRIDAY + WEEK]
    db.call(fixed_times.end, saved.id, TODAY - DAY)
    assert db.call(fixed_times.everything) == []
    for gone in (saved.id, ID):
        with pytest.raises(Conflict):
            db.call(fixed_times.end, gone, TODAY)


def test_only_staff_and_coordinators_change_the_programme(db, sign_in):
    saved = save(db, meeting())
    for name in ("Hanan", "Leyla", "Bea"):
        other = sign_in(name)
        with pytest.raises(Forbidden):
            save(other, meeting(title=""))
        with pytest.raises(Forbidden):
            other.call(fixed_times.end, saved.id, date(2026, 12, 1))
    with pytest.raises(Forbidden):
        sign_in("Bea").call(fixed_times.everything)
