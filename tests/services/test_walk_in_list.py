from datetime import UTC, date, datetime, timedelta

import pytest
from desk import MONDAY, Make
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.models import RealQuestion
from hgkm_desktop.models.codes import (
    ContactSetting,
    FollowUp,
    HelpTopic,
    Language,
    SignalLevel,
    Urgency,
    Visit,
)
from hgkm_desktop.services import walk_in_list, walk_ins
from hgkm_desktop.services.walk_in_list import Page, Query, Rows, stored


def _questions(db, query=None, **narrowed):
    page = db.call(walk_in_list.page, query or Query(**narrowed))
    return [row.desk_question for row in page.rows]


def test_an_empty_list_has_no_next_page(db):
    page = db.call(walk_in_list.page, Query())
    assert (len(page.rows), page.next, list(page.rows)) == (0, None, [])
    assert page.rows.end() is None


def test_the_newest_visit_comes_first_whenever_it_was_entered(db, make):
    for days, text in ((1, "eergisteren"), (3, "nieuwst"), (2, "gisteren")):
        make.walk_in(desk_question=text, happened_at=MONDAY - timedelta(days=4 - days))
    assert _questions(db) == ["nieuwst", "gisteren", "eergisteren"]


def test_a_line_shows_what_was_saved(db, make):
    walk_in = make.walk_in(
        setting=ContactSetting.SCHOOL,
        topics=(HelpTopic.DEBT, HelpTopic.OTHER),
        language=Language.DARI,
        visit=Visit.NEW,
        signal=SignalLevel.ACUTE,
        urgency=Urgency.SOON,
        follow_up=FollowUp.GUIDANCE,
        follow_up_on=date(2026, 12, 1),
        desk_question="vraag",
    )
    (row,) = db.call(walk_in_list.page, Query()).rows
    for field in walk_in_list.WalkInRow.__dataclass_fields__:
        assert getattr(row, field) == getattr(walk_in, field)


def test_a_bare_line_shows_that_nothing_more_was_said(db, make):
    make.walk_in()
    (row,) = db.call(walk_in_list.page, Query()).rows
    assert (row.language, row.visit, row.signal, row.urgency) == (None, None, None, None)
    assert (row.follow_up, row.follow_up_on, row.desk_question) == (None, None, "")
    assert "WalkInRow" in repr(row)


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 10, 100])
def test_page_after_page_shows_every_line_once(db, make, limit):
    for number in range(10):
        make.walk_in(desk_question=str(number), happened_at=MONDAY - timedelta(minutes=number // 3))
    seen, after = [], None
    for _page in range(20):
        page: Page = db.call(walk_in_list.page, Query(), after, limit)
        seen += [row.id for row in page.rows]
        after = page.next
        if after is None:
            break
    assert len(seen) == len(set(seen)) == 10


def test_a_new_visit_does_not_shift_the_next_page(db, make):
    for number in range(4):
        make.walk_in(desk_question=str(number), happened_at=MONDAY - timedelta(days=number))
    first = db.call(walk_in_list.page, Query(), None, 2)
    make.walk_in(desk_question="nieuw")
    second = db.call(walk_in_list.page, Query(), first.next, 2)
    assert [row.desk_question for row in second.rows] == ["2", "3"]


def test_lines_are_a_sequence_that_can_be_cut(db, make):
    for number in range(3):
        make.walk_in(desk_question=str(number), happened_at=MONDAY - timedelta(days=number))
    rows = db.call(walk_in_list.page, Query()).rows
    assert isinstance(rows[1:], Rows)
    assert [row.desk_question for row in rows[1:]] == ["1", "2"]
    assert rows[-1].desk_question == "2"


@pytest.mark.parametrize(
    ("field", "value", "other"),
    [
        ("signal", SignalLevel.CLEAR, SignalLevel.NONE),
        ("setting", ContactSetting.PHONE, ContactSetting.SCHOOL),
        ("language", Language.ARABIC, Language.ARABIC_MOROCCAN),
    ],
)
def test_the_list_narrows_to_one_value(db, make, field, value, other):
    make.walk_in(desk_question="ja", **{field: value})
    make.walk_in(desk_question="nee", **{field: other})
    assert _questions(db, **{field: value}) == ["ja"]
    assert db.call(walk_in_list.count, Query(**{field: value})) == 1


def test_the_list_narrows_to_one_of_several_topics(db, make):
    make.walk_in(desk_question="ja", topics=(HelpTopic.HOUSING, HelpTopic.HEALTH))
    make.walk_in(desk_question="nee", topics=(HelpTopic.HEALTH_INSURANCE,))
    assert _questions(db, topic=HelpTopic.HEALTH) == ["ja"]


def test_the_list_narrows_to_a_time(db, make):
    for days in range(4):
        make.walk_in(desk_question=str(days), happened_at=MONDAY - timedelta(days=days))
    since, until = MONDAY - timedelta(days=2), MONDAY
    assert _questions(db, since=since, until=until) == ["1", "2"]


def test_filters_and_search_work_together(db, make):
    make.walk_in(desk_question="brief van de woningbouw", signal=SignalLevel.CLEAR)
    make.walk_in(desk_question="brief van school", signal=SignalLevel.CLEAR)
    make.walk_in(desk_question="brief van de woningbouw")
    query = Query(text="woningbouw brief", signal=SignalLevel.CLEAR, topic=HelpTopic.DEBT)
    assert _questions(db, query) == ["brief van de woningbouw"]
    assert db.call(walk_in_list.count, query) == 1


@pytest.mark.parametrize("text", ["MOHAMMED", "muhammad", "محمد", "Mohamed", "  mohammed  "])
def test_a_name_is_found_however_it_is_spelt(db, make, text):
    make.walk_in(desk_question="Mohammed vroeg naar de huur")
    assert _questions(db, text=text) == ["Mohammed vroeg naar de huur"]


@pytest.mark.parametrize("text", ["%", "_", "100%", "' OR 1=1 --", "*"])
def test_nothing_in_a_search_is_a_wildcard_or_sql(db, make, text):
    make.walk_in(desk_question="huur")
    assert _questions(db, text=text) == []


def test_a_search_for_nothing_shows_everything(db, make):
    make.walk_in(desk_question="huur")
    for text in ("", "   ", "\u200b", "\x00"):
        assert _questions(db, text=text) == ["huur"]


def test_a_corrected_visit_is_found_by_its_new_words_only(db, make):
    walk_in = make.walk_in(desk_question="huur")
    read = db.call(walk_ins.get, walk_in.id)
    read.desk_question = "school"
    db.call(walk_ins.correct, read, now=MONDAY)
    assert _questions(db, text="huur") == []
    assert _questions(db, text="school") == ["school"]


def test_the_real_question_is_never_found_by_searching(db, sign_in, log_question):
    log_question("zevenblad")
    assert _questions(db, text="zevenblad") == []
    assert sign_in("Leyla").call(walk_in_list.count, Query(text="zevenblad")) == 0


@pytest.fixture
def log_question(db):
    def log(text):
        return Make(db).walk_in(RealQuestion(text))

    return log


def test_a_month_is_counted_by_topic_most_often_first(db, make):
    make.walk_in(topics=(HelpTopic.DEBT, HelpTopic.WORK))
    make.walk_in(topics=(HelpTopic.DEBT,))
    make.walk_in(topics=(HelpTopic.ALONE,), happened_at=MONDAY - timedelta(days=60))
    counted = db.call(walk_in_list.month_counts, 2026, 11)
    assert [(c.topic, c.count) for c in counted] == [(HelpTopic.DEBT, 2), (HelpTopic.WORK, 1)]


@pytest.mark.parametrize(
    ("moment", "month"),
    [
        (datetime(2025, 12, 31, 22, 59, tzinfo=UTC), (2025, 12)),
        (datetime(2025, 12, 31, 23, 0, tzinfo=UTC), (2026, 1)),
        (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), (2026, 6)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), (2026, 7)),
        (datetime(2026, 10, 31, 22, 59, tzinfo=UTC), (2026, 10)),
        (datetime(2026, 10, 31, 23, 0, tzinfo=UTC), (2026, 11)),
    ],
)
def test_a_month_ends_at_midnight_in_amsterdam(db, make, moment, month):
    make.walk_in(happened_at=moment)
    year, number = month
    assert len(db.call(walk_in_list.month_counts, year, number)) == 1
    before = (year, number - 1) if number > 1 else (year - 1, 12)
    assert db.call(walk_in_list.month_counts, *before) == []


moments = st.datetimes(
    min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)
)


@given(moments, moments)
def test_moments_sort_in_the_file_as_they_do_in_time(one, other):
    assert (stored(one) < stored(other)) == (one < other)


def test_the_search_reads_its_own_index(db):
    sql, values = walk_in_list.statement(Query(text="huur"), None, 50)
    plan = db.call(_plan, sql, values)
    assert "ix_walk_in_search" in plan


def test_a_page_reads_the_index_of_the_newest_and_sorts_nothing(db):
    sql, values = walk_in_list.statement(Query(), ("2026-01-01 00:00:00.000000", "0" * 32), 50)
    plan = db.call(_plan, sql, values)
    assert "ix_walk_in" in plan
    assert "TEMP B-TREE" not in plan


def _plan(session, sql, values):
    rows = session.connection().exec_driver_sql("EXPLAIN QUERY PLAN " + sql, values)
    return " ".join(row[-1] for row in rows)
