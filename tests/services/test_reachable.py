"""Who is reachable now: the known face first, then who stands in, then the desk, then the night."""

from datetime import date, datetime, timedelta

import pytest
from desk import MONDAY
from directory import TODAY, Directory, hours

from hgkm_desktop import clock
from hgkm_desktop.services import numbers, partner_changes, partner_people, reachable

DIRECT, OTHER, GENERAL, NIGHT = "020 555 0131", "020 555 0132", "020 555 0130", "06-12345674"


@pytest.fixture
def book(db):
    return Directory(db)


@pytest.fixture
def osdorp(book):
    return book.partner(
        hours=hours("ma-vr 9-17"),
        general_number=GENERAL,
        night_number=NIGHT,
        night_words="alleen bij gevaar",
    )


def at(hour, minute=0, day=TODAY):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=clock.AMSTERDAM)


def found(book, moment=MONDAY):
    return book.db.call(reachable.reachable, at=moment)


def lines(book, moment=MONDAY):
    return [(one.person, one.number, one.is_direct, one.words) for one in found(book, moment).now]


JOLANDA = ("Jolanda", DIRECT, True, "geld")
DESK = ("", GENERAL, False, "algemeen nummer")


def test_the_direct_line_of_the_known_face_comes_before_the_general_number(book, osdorp):
    book.person(osdorp, "Aaf", direct_number=OTHER)
    book.person(osdorp, is_fixed=True, direct_number=DIRECT, does="geld")
    assert lines(book) == [JOLANDA, DESK]
    assert {one.until for one in found(book).now} == {at(17)}
    assert {(one.partner_id, one.name) for one in found(book).now} == {(osdorp.id, osdorp.name)}


def test_outside_her_own_hours_somebody_stands_in(book, osdorp):
    peter = book.person(osdorp, "Peter", direct_number=OTHER, hours=hours("ma 9-13"))
    book.person(
        osdorp,
        is_fixed=True,
        direct_number=DIRECT,
        does="geld",
        hours=hours("ma 8-10"),
        stand_in_id=peter.id,
    )
    stands_in = ("Peter", OTHER, True, "voor Jolanda")
    assert lines(book, at(8, 30)) == [JOLANDA]
    assert lines(book, at(9, 30)) == [JOLANDA, DESK]
    assert lines(book, at(11)) == [stands_in, DESK]
    assert [one.until for one in found(book, at(11)).now] == [at(13), at(17)]
    assert lines(book, at(15)) == [DESK]
    assert lines(book, at(18)) == []


def test_for_somebody_who_left_her_stand_in_answers_until_there_is_a_new_face(book, osdorp):
    peter = book.person(osdorp, "Peter", direct_number=OTHER)
    long_ago = TODAY - timedelta(days=9)
    book.person(osdorp, "Eerder", is_fixed=True, since=long_ago, until=long_ago)
    gone = book.person(osdorp, is_fixed=True, direct_number=DIRECT, stand_in_id=peter.id)
    book.db.call(partner_people.end_person, gone.id, TODAY)
    assert lines(book) == [("Peter", OTHER, True, "voor Jolanda"), DESK]
    book.person(osdorp, "Anna", is_fixed=True, direct_number=DIRECT)
    assert lines(book) == [("Anna", DIRECT, True, ""), DESK]


def test_a_stand_in_who_left_does_not_answer(book, osdorp):
    peter = book.person(osdorp, "Peter", direct_number=OTHER, until=TODAY)
    gone = book.person(osdorp, is_fixed=True, direct_number=DIRECT, stand_in_id=peter.id)
    book.db.call(partner_people.end_person, gone.id, TODAY)
    assert lines(book) == [DESK]


def test_without_a_line_of_her_own_she_is_asked_for(book, osdorp):
    book.person(osdorp, is_fixed=True)
    assert lines(book) == [("Jolanda", GENERAL, False, "vraag naar Jolanda")]
    no_number = book.partner("Zonder nummer", hours=hours("elke dag 0-24"))
    book.person(no_number, "Stil", is_fixed=True)
    assert [one.name for one in found(book).now] == [osdorp.name]


def test_times_that_are_not_known_are_not_promised(book):
    partner = book.partner(general_number=GENERAL, hours_words="op afspraak")
    book.person(partner, is_fixed=True, direct_number=DIRECT)
    assert lines(book) == []
    other = book.partner("Ander", hours=hours("ma 9-17"))
    book.person(other, "Wisselt", is_fixed=True, direct_number=DIRECT, hours_words="wisselt")
    assert lines(book) == []


def test_outside_hours_the_agreed_number_answers_until_they_open(book, osdorp):
    evening = found(book, at(20))
    (night,) = evening.night
    assert (night.number, night.words, night.until) == (
        NIGHT,
        "alleen bij gevaar",
        at(9, day=date(2026, 11, 24)),
    )
    assert (night.is_direct, night.person, evening.now) == (False, "", [])
    assert found(book, MONDAY).night == []


def test_day_and_night_has_no_end(book):
    book.partner("Crisisdienst", hours=hours("dag en nacht"), general_number=GENERAL)
    (line,) = found(book, at(3, day=date(2026, 12, 25))).now
    assert (line.until, line.number) == (None, GENERAL)


@pytest.mark.parametrize("moment", [MONDAY, at(3), at(12, day=date(2026, 12, 25))])
def test_two_numbers_always_answer_as_the_registry_has_them(book, moment):
    always = found(book, moment).always
    assert [line.number for line in always] == ["112", "0800-2000"]
    assert {(line.words, line.until) for line in always} == {("dag en nacht", None)}


def test_a_number_that_was_changed_in_the_registry_is_changed_here(book):
    book.db.call(numbers.change, "veilig_thuis", "0800-2001", "altijd", today=TODAY)
    assert found(book).always[1].number == "0800-2001"


def test_on_a_holiday_they_are_closed_and_it_is_told_which(book, osdorp):
    christmas = at(12, day=date(2026, 12, 25))
    book.partner("Kerk", hours=hours("vr 10-14"), general_number=OTHER, open_on_holidays=True)
    free = found(book, christmas)
    assert free.is_holiday == "Eerste kerstdag"
    assert [line.number for line in free.now] == [OTHER]
    assert [line.until for line in free.night] == [at(9, day=date(2026, 12, 28))]
    assert found(book).is_holiday == ""


def test_in_the_weeks_of_the_clock_change_nine_is_nine(book, osdorp):
    for monday in (date(2026, 3, 30), date(2026, 10, 26)):
        assert lines(book, at(8, 59, monday)) == []
        assert lines(book, at(9, 0, monday)) == [DESK]


def test_whoever_ended_is_not_rung(book, osdorp):
    book.db.call(partner_changes.end, osdorp.id, TODAY)
    assert (found(book).now, found(book, at(20)).night) == ([], [])


def test_partners_come_by_name(book):
    for name in ("Zuid", "Oost", "éénhoorn"):
        book.partner(name, hours=hours("elke dag 9-21"), general_number=GENERAL)
    assert [line.name for line in found(book).now] == ["éénhoorn", "Oost", "Zuid"]
