"""Entering a visit and reading it again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from desk import MONDAY, Make
from visits import EVERYTHING, count, lines

from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.models import RealQuestion
from hgkm_desktop.models.codes import (
    Act,
    ContactSetting,
    HarmKind,
    HelpTopic,
)
from hgkm_desktop.services import walk_in_list, walk_ins
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.vault import store


def test_a_blank_walk_in_needs_only_a_topic(db):
    walk_in = db.call(walk_ins.blank, now=MONDAY.replace(second=31, microsecond=5))
    assert walk_in.happened_at == MONDAY
    assert walk_in.setting is ContactSetting.WALK_IN
    assert walk_in.entered_by == db.actor.member_id
    with pytest.raises(Invalid) as refused:
        db.call(walk_ins.log, walk_in, now=MONDAY)
    assert set(refused.value.problems) == {"topics"}
    walk_in.topics = (HelpTopic.ALONE,)
    db.call(walk_ins.log, walk_in, now=MONDAY)
    assert count(db) == 1


def test_a_blank_walk_in_takes_the_setting_of_the_latest(db, make):
    make.walk_in(setting=ContactSetting.SCHOOL)
    make.walk_in(setting=ContactSetting.PHONE, happened_at=MONDAY - timedelta(days=1))
    assert db.call(walk_ins.blank, now=MONDAY).setting is ContactSetting.SCHOOL


def test_everything_that_was_filled_in_comes_back(db, make):
    walk_in = make.walk_in(**EVERYTHING)
    read = db.call(walk_ins.get, walk_in.id)
    assert {name: getattr(read, name) for name in EVERYTHING} == EVERYTHING
    assert read.happened_at == MONDAY
    assert (read.entered_at, read.entered_by) == (MONDAY, db.actor.member_id)
    assert (read.corrected_at, read.deleted_at) == (None, None)


def test_nobody_enters_a_visit_in_the_name_of_another(db, make, desk):
    walk_in = make.walk_in(entered_by=desk.keys["Hanan"].tile.member_id, entered_at=None)
    assert db.call(walk_ins.get, walk_in.id).entered_by == db.actor.member_id


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("topics", ()),
        ("happened_at", MONDAY + timedelta(minutes=6)),
        ("happened_at", datetime(2027, 1, 1, tzinfo=UTC)),
        ("happened_at", datetime(9999, 12, 31, 23, 59, tzinfo=UTC)),
        ("happened_at", datetime(1999, 12, 31, 22, 59, tzinfo=UTC)),
        ("happened_at", datetime(1900, 1, 1, tzinfo=UTC)),
        ("happened_at", datetime(1, 1, 2, tzinfo=UTC)),
        ("follow_up_on", date(1900, 1, 1)),
        ("follow_up_on", date(9999, 12, 31)),
        ("children", -1),
        ("children", 21),
        ("desk_question", "x" * 501),
        ("desk_question", "haar bsn is 111222333"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_not_saved(db, make, field, value):
    with pytest.raises(Invalid) as refused:
        make.walk_in(**{field: value})
    assert set(refused.value.problems) == {field}
    assert refused.value.title.endswith(".")
    assert count(db) == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("happened_at", MONDAY + timedelta(minutes=5)),
        ("happened_at", datetime(1999, 12, 31, 23, 0, tzinfo=UTC)),
        ("follow_up_on", date(2026, 11, 23)),
        ("follow_up_on", date(2027, 11, 23)),
        ("children", 0),
        ("children", 20),
        ("desk_question", "x" * 500),
    ],
)
def test_what_just_fits_is_saved(db, make, field, value):
    walk_in = make.walk_in(**{field: value})
    assert getattr(db.call(walk_ins.get, walk_in.id), field) == value


@pytest.mark.parametrize("field", ["question", "own_words"])
@pytest.mark.parametrize("text", ["x" * 4001, "NL91ABNA0417164300", "111222333"])
def test_a_real_question_is_looked_through_too(db, make, field, text):
    with pytest.raises(Invalid) as refused:
        make.walk_in(RealQuestion(**{field: text}))
    assert set(refused.value.problems) == {field}
    assert text not in str(refused.value)
    assert count(db) == 0


def test_all_problems_are_told_at_once(db, make):
    with pytest.raises(Invalid) as refused:
        make.walk_in(RealQuestion("x" * 5000), topics=(), children=99, desk_question="y" * 900)
    assert set(refused.value.problems) == {"question", "topics", "children", "desk_question"}


def test_an_empty_real_question_is_no_real_question(sign_in, make):
    leyla = sign_in("Leyla")
    for question in (None, RealQuestion(), RealQuestion("", "", ())):
        assert make.walk_in(question).sealed is None
    walk_in = make.walk_in(RealQuestion(harm=(HarmKind.NOT_NAMED,)))
    assert walk_in.sealed
    assert leyla.call(walk_ins.read_real_question, walk_in.id).harm == (HarmKind.NOT_NAMED,)
    assert leyla.call(walk_ins.read_real_question, make.walk_in().id) is None


def test_reading_a_real_question_is_noted(sign_in, make):
    walk_in = make.walk_in(RealQuestion("zevenblad"))
    without = make.walk_in()
    leyla = sign_in("Leyla")
    leyla.call(walk_ins.read_real_question, walk_in.id)
    leyla.call(walk_ins.read_real_question, without.id)
    assert lines(leyla, Act.READ) == [(Act.READ, "real_question", walk_in.id)]


def test_looking_at_a_visit_is_noted(db, make):
    walk_in = make.walk_in()
    db.call(walk_ins.get, walk_in.id)
    assert lines(db, Act.CREATE, Act.READ)[-2:] == [
        (Act.CREATE, "walk_in", walk_in.id),
        (Act.READ, "walk_in", walk_in.id),
    ]


def test_without_a_confidant_a_real_question_is_refused_and_a_visit_is_not(sign_in, raw_tables):
    raw_tables("DELETE FROM ring_grant WHERE ring_id IN (SELECT id FROM ring WHERE name LIKE 'c%')")
    raw_tables("DELETE FROM ring WHERE name = 'confidants'")
    make = Make(sign_in("Joke"))
    with pytest.raises(Forbidden, match="nog geen vertrouwenspersoon"):
        make.walk_in(RealQuestion("zevenblad"))
    assert make.walk_in().sealed is None


@pytest.fixture
def raw_tables(desk):
    def run(sql):
        connection = store.connect(desk.vault.database, desk.keys["Joke"].bundle.database)
        connection.execute(sql)
        connection.close()

    return run


@pytest.mark.parametrize("when", ["2026-10-25 00:30", "2026-10-25 01:30", "2026-03-29 00:59"])
def test_a_visit_in_the_hour_the_clock_changes_keeps_its_moment(db, make, when):
    moment = datetime.fromisoformat(when).replace(tzinfo=UTC)
    walk_in = make.walk_in(happened_at=moment)
    assert db.call(walk_ins.get, walk_in.id).happened_at == moment
    assert db.call(walk_in_list.page, Query()).rows[0].happened_at == moment


def test_a_record_shows_nothing_of_itself(make):
    walk_in = make.walk_in(RealQuestion("zevenblad"), desk_question="zevenblad")
    assert repr(walk_in) == f"<WalkIn {walk_in.id}>"
    assert "zevenblad" not in repr(RealQuestion("zevenblad"))
