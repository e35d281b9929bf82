"""The list of sessions: what is to come soonest first, what is over newest first, and how full."""

from datetime import timedelta

import pytest
from desk import MONDAY
from meeting import TUESDAY, WEEK, planned, register

from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services import (
    attendance,
    information_sessions,
    registrations,
    session_list,
)
from hgkm_desktop.services.session_list import Query

AHEAD, OVER = Query(MONDAY), Query(MONDAY, is_over=True)


@pytest.fixture
def joke(sign_in):
    return sign_in("Joke")


def titles(db, query):
    return [row.title for row in db.call(session_list.page, query).rows]


def test_what_comes_soonest_is_first_and_what_was_last_is_first(joke):
    for place, title in ((2, "later"), (1, "straks"), (-1, "pas"), (-2, "lang geleden")):
        planned(joke, TUESDAY + place * WEEK, title=title)
    assert titles(joke, AHEAD) == ["straks", "later"]
    assert titles(joke, OVER) == ["pas", "lang geleden"]
    assert (joke.call(session_list.count, AHEAD), joke.call(session_list.count, OVER)) == (2, 2)


def test_a_session_that_is_going_on_is_not_over_until_it_ends(joke):
    one = planned(joke)
    during = Query(one.starts_at + timedelta(minutes=30))
    assert titles(joke, during) == [one.title]
    assert titles(joke, Query(one.ends_at)) == [one.title]
    after = one.ends_at + timedelta(seconds=1)
    assert titles(joke, Query(after)) == []
    assert titles(joke, Query(after, is_over=True)) == [one.title]


def test_pages_follow_each_other_without_a_gap_or_a_double(joke):
    for day in range(7):
        planned(joke, TUESDAY + timedelta(days=day // 2), title=str(day))
    for query in (AHEAD, Query(MONDAY + 5 * WEEK, is_over=True)):
        found, after = [], None
        for _ in range(4):
            page = joke.call(session_list.page, query, after, 2)
            found += [row.title for row in page.rows]
            after = page.next
        assert sorted(found) == [str(day) for day in range(7)]
        assert after is None


def test_an_empty_list_has_no_next_page(joke):
    page = joke.call(session_list.page, AHEAD)
    assert (list(page.rows), page.next, page.rows.end()) == ([], None, None)


def test_one_topic_or_words_narrow_it_down(joke):
    planned(joke, title="", topic=SessionTopic.FGM)
    planned(joke, title="Post op orde", topic=SessionTopic.MONEY, place="de bieb")
    assert titles(joke, Query(MONDAY, topic=SessionTopic.FGM)) == [""]
    assert titles(joke, Query(MONDAY, text="meisjesbesnijdenis")) == [""]
    assert titles(joke, Query(MONDAY, text="BIEB post")) == ["Post op orde"]
    assert titles(joke, Query(MONDAY, text="xylofoon")) == []
    assert titles(joke, Query(MONDAY, text="%")) == []


def test_a_row_says_how_full_it_is_and_nobodys_name(joke):
    one = planned(joke, capacity=2)
    first = register(joke, one.id, "Samira").registration
    register(joke, one.id, "Hodan")
    register(joke, one.id, "Esra")
    joke.call(attendance.tick, first.id, is_here=True)
    (row,) = joke.call(session_list.page, AHEAD).rows
    assert (row.taken, row.waiting, row.here, row.capacity) == (2, 1, 1, 2)
    assert row.is_full
    assert row.present == 1
    assert "Samira" not in str(vars(row))
    joke.call(registrations.cancel, first.id)
    assert not joke.call(session_list.one, one.id).is_full


def test_counted_heads_go_before_ticks(joke):
    one = planned(joke)
    joke.call(attendance.tick, register(joke, one.id).registration.id, is_here=True)
    joke.call(attendance.count_heads, one.id, 0)
    row = joke.call(session_list.one, one.id)
    assert (row.here, row.present) == (1, 0)
    assert not row.is_full


def test_a_session_that_was_called_off_stays_in_the_list_and_says_so(joke):
    one = planned(joke)
    joke.call(information_sessions.call_off, one.id, one.version, "ziek")
    assert joke.call(session_list.one, one.id).is_off


def test_a_session_that_is_gone_has_no_row(joke):
    one = planned(joke)
    joke.call(information_sessions.take_back, [one.id])
    assert joke.call(session_list.one, one.id) is None


def test_some_rows_are_rows_too(joke):
    for week in range(3):
        planned(joke, TUESDAY + week * WEEK)
    rows = joke.call(session_list.page, AHEAD).rows
    assert [row.id for row in rows[1:]] == [rows[1].id, rows[2].id]
