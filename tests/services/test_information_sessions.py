"""Planning a session: what is kept, what is refused, and what nobody loses (R-003)."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest
from desk import MONDAY
from hostile import HOSTILE, is_tidy
from meeting import NOW, TUESDAY, WEEK, meeting, planned, register

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Forbidden, Invalid
from hgkm_desktop.models import InformationSession
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services import attendance, information_sessions, registrations

GONE = UUID(int=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def joke(sign_in):
    return sign_in("Joke")


def again(db, one):
    return db.call(information_sessions.get, one.id)


def refused(db, **given) -> dict[str, str]:
    with pytest.raises(Invalid) as wrong:
        planned(db, **given)
    return wrong.value.problems


def test_a_new_session_is_in_a_week_at_ten_and_takes_an_hour_and_a_half(joke):
    blank = joke.call(information_sessions.blank, **NOW)
    assert clock.local(blank.starts_at).time() == time(10)
    assert clock.local(blank.starts_at).date() == clock.local(MONDAY).date() + WEEK
    assert blank.ends_at - blank.starts_at == timedelta(minutes=90)


def test_everything_that_was_planned_is_kept(joke):
    told = {
        "languages": (Language.DUTCH, Language.SOMALI),
        "interpreter": Language.SOMALI,
        "speaker": "mevrouw Kok",
        "co_organisers": (str(GONE), str(UUID(int=2))),
        "capacity": 18,
        "child_places": 0,
        "materials": "Beamer\nthee",
        "sheets": ("money", "fgm"),
    }
    one = again(joke, planned(joke, **told))
    assert {name: getattr(one, name) for name in told} == told


def test_what_was_typed_is_cleaned(joke):
    one = planned(joke, title="  Je \u202erechten\nbij   scheiden ", place="zaal\t1")
    assert (one.title, one.place) == ("Je rechten bij scheiden", "zaal 1")


def test_a_session_about_something_else_needs_words_for_it(joke):
    assert set(refused(joke, topic=SessionTopic.OTHER, title=" ")) == {"title"}
    planned(joke, topic=SessionTopic.OTHER, title="Fietsen")


def test_any_other_topic_is_its_own_title(joke):
    assert planned(joke, topic=SessionTopic.FGM, title="").title == ""


@pytest.mark.parametrize("field", ["title", "place", "speaker", "materials"])
@pytest.mark.parametrize(("_name", "text"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_whatever_is_typed_is_kept_tidy_or_refused_at_its_field(joke, field, _name, text):
    try:
        one = planned(joke, **{field: text})
    except Invalid as wrong:
        assert set(wrong.problems) == {field}
    else:
        assert is_tidy(getattr(again(joke, one), field))


@pytest.mark.parametrize("name", ["title", "place", "speaker", "materials"])
def test_a_number_that_opens_somebodys_life_is_refused(joke, name):
    assert set(refused(joke, **{name: "bsn 111222333"})) == {name}


@pytest.mark.parametrize(
    ("starts", "lasts", "field"),
    [
        (timedelta(days=-731), HOUR, "starts_at"),
        (timedelta(days=3 * 365 + 1), HOUR, "starts_at"),
        (WEEK, timedelta(), "ends_at"),
        (WEEK, -HOUR, "ends_at"),
        (WEEK, timedelta(hours=12, minutes=1), "ends_at"),
    ],
)
def test_a_moment_nobody_means_is_refused(joke, starts, lasts, field):
    begin = MONDAY + starts
    assert set(refused(joke, starts_at=begin, ends_at=begin + lasts)) == {field}


@pytest.mark.parametrize(
    ("field", "number"),
    [("capacity", 0), ("capacity", 2_001), ("child_places", -1), ("child_places", 2_001)],
)
def test_a_number_of_places_nobody_means_is_refused(joke, field, number):
    assert set(refused(joke, **{field: number})) == {field}


def test_a_sheet_that_is_not_there_is_refused(joke):
    assert set(refused(joke, sheets=("money", "nergens"))) == {"sheets"}


def test_who_changes_what_another_changed_first_hears_it_and_overwrites_nothing(joke, sign_in):
    one = planned(joke)
    salma = sign_in("Salma")
    hers = again(salma, one)
    one.title = "Van Joke"
    joke.call(information_sessions.save, one, **NOW)
    hers.title = "Van Salma"
    with pytest.raises(Conflict):
        salma.call(information_sessions.save, hers, **NOW)
    assert again(joke, one).title == "Van Joke"


def test_a_session_that_was_taken_back_cannot_be_saved_again(joke):
    one = planned(joke)
    joke.call(information_sessions.take_back, [one.id])
    with pytest.raises(Conflict):
        joke.call(information_sessions.save, one, **NOW)


def test_a_form_that_was_open_undoes_no_count_from_the_door(joke):
    one = planned(joke)
    joke.call(attendance.count_heads, one.id, 23)
    one.title = "Anders"
    saved = joke.call(information_sessions.save, one, **NOW)
    assert (saved.title, again(joke, one).head_count) == ("Anders", 23)


def test_fewer_places_than_women_on_the_list_takes_nobodys_place(joke):
    one = planned(joke, capacity=3)
    for name in ("Samira", "Hodan", "Esra"):
        register(joke, one.id, name)
    one = again(joke, one)
    one.capacity = 1
    joke.call(information_sessions.save, one, **NOW)
    counts = joke.call(registrations.counts, one.id)
    assert (counts.taken, counts.waiting, counts.free) == (3, 0, -2)
    assert register(joke, one.id, "Wafa").waits


def test_a_session_is_called_off_with_a_reason_and_its_list_stays(joke):
    one = planned(joke)
    register(joke, one.id)
    off = joke.call(information_sessions.call_off, one.id, one.version, " Spreker\nziek ")
    assert (off.is_off, off.off_why) == (True, "Spreker ziek")
    assert len(joke.call(registrations.of_session, one.id)) == 1
    on = joke.call(information_sessions.bring_back, one.id)
    assert (on.is_off, on.off_why) == (False, "")


@pytest.mark.parametrize("why", ["", "  ", "x" * 121, "bsn 111222333"])
def test_calling_off_without_a_reason_that_can_be_kept_changes_nothing(joke, why):
    one = planned(joke)
    with pytest.raises(Invalid) as wrong:
        joke.call(information_sessions.call_off, one.id, one.version, why)
    assert set(wrong.value.problems) == {"off_why"}
    assert not again(joke, one).is_off


def test_calling_off_what_somebody_just_moved_is_a_conflict(joke):
    one = planned(joke)
    version = one.version
    joke.call(information_sessions.save, one, **NOW)
    one.title = "Later"
    joke.call(information_sessions.save, one, **NOW)
    with pytest.raises(Conflict):
        joke.call(information_sessions.call_off, one.id, version, "te weinig plek")


def test_a_mistake_can_be_taken_back_while_nothing_is_noted(joke):
    one, other = planned(joke), planned(joke)
    joke.call(information_sessions.take_back, [one.id, other.id])
    for gone in (one, other):
        with pytest.raises(Conflict):
            again(joke, gone)


def test_a_session_with_a_list_heads_or_sheets_is_not_taken_back(joke):
    listed, counted, given = planned(joke), planned(joke), planned(joke)
    register(joke, listed.id)
    joke.call(attendance.count_heads, counted.id, 0)
    joke.call(attendance.hand_out, given.id, "money", "ar", 5)
    for one in (listed, counted, given):
        with pytest.raises(Conflict):
            joke.call(information_sessions.take_back, [one.id])
        assert again(joke, one).id == one.id


def test_taking_back_several_is_all_or_nothing(joke):
    one, listed = planned(joke), planned(joke)
    register(joke, listed.id)
    with pytest.raises(Conflict):
        joke.call(information_sessions.take_back, [one.id, listed.id])
    assert again(joke, one).id == one.id


@pytest.mark.parametrize(
    "changed",
    [{"starts_at": clock.at(TUESDAY, time(9))}, {"place": "zaal 2"}],
    ids=["another hour", "another place"],
)
def test_paper_that_was_printed_before_it_moved_is_old(joke, changed):
    one = planned(joke)
    assert not information_sessions.is_paper_old(one)
    joke.call(information_sessions.printed, one.id)
    one = again(joke, one)
    assert not information_sessions.is_paper_old(one)
    for name, value in changed.items():
        setattr(one, name, value)
    one = joke.call(information_sessions.save, one, **NOW)
    assert information_sessions.is_paper_old(one)
    joke.call(information_sessions.printed, one.id)
    assert not information_sessions.is_paper_old(again(joke, one))


def test_what_is_not_there_is_said_so(joke):
    with pytest.raises(Conflict):
        joke.call(information_sessions.get, GONE)


def test_a_volunteer_reads_a_session_and_plans_none(joke, sign_in):
    one = planned(joke)
    hanan = sign_in("Hanan")
    assert again(hanan, one).title == one.title
    with pytest.raises(Forbidden):
        planned(hanan, date(2026, 12, 1))


def test_a_session_says_nothing_of_itself_in_a_trace():
    one: InformationSession = meeting()
    assert "scheiden" not in repr(one)
