from datetime import UTC, date, datetime, timedelta

import pytest
from desk import MONDAY, Make
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict, Forbidden, Invalid
from hgkm_desktop.models import AuditLine, RealQuestion, WalkIn, new_id
from hgkm_desktop.models.codes import (
    Act,
    ContactBy,
    ContactSetting,
    FollowUp,
    HarmKind,
    HelpTopic,
    Language,
    SignalLevel,
    TellsAbout,
    Urgency,
    Visit,
)
from hgkm_desktop.services import walk_in_list, walk_ins
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.vault import store

EVERYTHING = {
    "setting": ContactSetting.PHONE,
    "topics": (HelpTopic.DEBT, HelpTopic.SAFETY),
    "contact_by": ContactBy.NEIGHBOUR,
    "language": Language.TIGRINYA,
    "visit": Visit.KNOWN,
    "signal": SignalLevel.CLEAR,
    "tells_about": TellsAbout.SOMEONE_ELSE,
    "urgency": Urgency.NOW,
    "follow_up": FollowUp.PLAN_TALK,
    "follow_up_on": date(2026, 11, 30),
    "children": 2,
    "desk_question": "vraag aan de balie",
}


def _count(db):
    return db.call(walk_in_list.count, Query())


def _lines(db, *acts):
    with Session(db.engine) as session:
        lines = session.query(AuditLine).order_by(AuditLine.seq)
        return [(line.act, line.kind, line.record_id) for line in lines if line.act in acts]


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
    assert _count(db) == 1


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
    assert _count(db) == 0


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
    assert _count(db) == 0


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
    assert _lines(leyla, Act.READ) == [(Act.READ, "real_question", walk_in.id)]


def test_looking_at_a_visit_is_noted(db, make):
    walk_in = make.walk_in()
    db.call(walk_ins.get, walk_in.id)
    assert _lines(db, Act.CREATE, Act.READ)[-2:] == [
        (Act.CREATE, "walk_in", walk_in.id),
        (Act.READ, "walk_in", walk_in.id),
    ]


def test_a_correction_keeps_how_it_was(db, make):
    walk_in = make.walk_in(**EVERYTHING)
    later = MONDAY + timedelta(days=1)
    read = db.call(walk_ins.get, walk_in.id)
    read.desk_question, read.children = "toch anders", None
    corrected = db.call(walk_ins.correct, read, now=later)
    assert (corrected.desk_question, corrected.corrected_at) == ("toch anders", later)
    assert corrected.entered_at == MONDAY
    (before,) = db.call(walk_ins.history, walk_in.id)
    assert before.before["desk_question"] == "vraag aan de balie"
    assert before.before["children"] == 2
    assert before.before["happened_at"] == MONDAY.isoformat()
    assert (before.made_by, before.made_at) == (db.actor.member_id, later)
    assert not before.had_question
    assert "sealed" not in before.before


def test_history_is_newest_first(db, make):
    walk_in = make.walk_in(desk_question="een")
    for number, text in enumerate(("twee", "drie"), start=1):
        read = db.call(walk_ins.get, walk_in.id)
        read.desk_question = text
        db.call(walk_ins.correct, read, now=MONDAY + timedelta(minutes=number))
    said = [c.before["desk_question"] for c in db.call(walk_ins.history, walk_in.id)]
    assert said == ["twee", "een"]


def test_whoever_corrects_need_not_read_the_real_question(db, make, sign_in):
    walk_in = make.walk_in(RealQuestion("zevenblad"))
    read = db.call(walk_ins.get, walk_in.id)
    read.children = 3
    db.call(walk_ins.correct, read, now=MONDAY)
    leyla = sign_in("Leyla")
    assert leyla.call(walk_ins.read_real_question, walk_in.id).question == "zevenblad"
    assert db.call(walk_ins.history, walk_in.id)[0].had_question


@pytest.mark.parametrize(("new", "read"), [(RealQuestion("nieuw"), "nieuw"), (None, None)])
def test_a_correction_can_replace_the_real_question_or_take_it_out(db, make, sign_in, new, read):
    walk_in = make.walk_in(RealQuestion("oud"))
    record = db.call(walk_ins.get, walk_in.id)
    db.call(walk_ins.correct, record, new, now=MONDAY)
    found = sign_in("Leyla").call(walk_ins.read_real_question, walk_in.id)
    assert (found and found.question) == read


def test_a_correction_that_cannot_be_leaves_everything_as_it_was(db, make):
    walk_in = make.walk_in(desk_question="goed")
    read = db.call(walk_ins.get, walk_in.id)
    read.topics, read.desk_question = (), "fout"
    with pytest.raises(Invalid):
        db.call(walk_ins.correct, read, now=MONDAY)
    assert db.call(walk_ins.get, walk_in.id).desk_question == "goed"
    assert db.call(walk_ins.history, walk_in.id) == []


def test_of_two_who_correct_at_once_the_second_hears_it_and_nothing_is_overwritten(
    db, make, sign_in
):
    salma = sign_in("Salma")
    walk_in = make.walk_in(desk_question="begin")
    hers, mine = salma.call(walk_ins.get, walk_in.id), db.call(walk_ins.get, walk_in.id)
    hers.desk_question, mine.desk_question = "van Salma", "van Joke"
    salma.call(walk_ins.correct, hers, now=MONDAY)
    with pytest.raises(Conflict) as refused:
        db.call(walk_ins.correct, mine, now=MONDAY)
    assert refused.value.hint == "Je tekst is bewaard. Bekijk ze allebei."
    assert mine.desk_question == "van Joke"
    assert db.call(walk_ins.get, walk_in.id).desk_question == "van Salma"
    assert len(db.call(walk_ins.history, walk_in.id)) == 1


def test_a_volunteer_corrects_her_own_visit_until_midnight_in_amsterdam(sign_in):
    hanan = sign_in("Hanan")
    walk_in = Make(hanan).walk_in()
    read = hanan.call(walk_ins.get, walk_in.id)
    before_midnight = datetime(2026, 11, 23, 22, 59, tzinfo=UTC)
    after_midnight = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)
    assert hanan.call(walk_ins.may_correct, read, now=before_midnight)
    assert not hanan.call(walk_ins.may_correct, read, now=after_midnight)
    read = hanan.call(walk_ins.correct, read, now=before_midnight)
    with pytest.raises(Forbidden) as refused:
        hanan.call(walk_ins.correct, read, now=after_midnight)
    assert "medewerker" in refused.value.hint


def test_a_volunteer_does_not_touch_what_another_entered(sign_in, make):
    walk_in = make.walk_in()
    hanan = sign_in("Hanan")
    for service, *given in ((walk_ins.delete, walk_in.id, "x"), (walk_ins.undelete, walk_in.id)):
        with pytest.raises(Forbidden):
            hanan.call(service, *given, now=MONDAY)
    assert not hanan.call(walk_ins.may_correct, walk_in, now=MONDAY)


def test_an_administrator_alone_may_not_correct_even_her_own(sign_in):
    bea = sign_in("Bea")
    mine = WalkIn(happened_at=MONDAY, setting=ContactSetting.PHONE, entered_at=MONDAY)
    mine.entered_by = bea.actor.member_id
    assert not bea.call(walk_ins.may_correct, mine, now=MONDAY)


def test_a_deleted_visit_is_out_of_every_list_and_comes_back_whole(db, make, sign_in):
    walk_in = make.walk_in(RealQuestion("zevenblad"), **EVERYTHING)
    db.call(walk_ins.delete, walk_in.id, "  dubbel\x00 ", now=MONDAY)
    assert _count(db) == 0
    assert db.call(walk_in_list.month_counts, 2026, 11) == []
    for service in (walk_ins.get, walk_ins.read_real_question):
        with pytest.raises(Conflict, match="bezoek is er niet meer"):
            sign_in("Leyla").call(service, walk_in.id)
    with Session(db.engine) as session:
        assert session.get(WalkIn, walk_in.id).deleted_reason == "dubbel"
    db.call(walk_ins.undelete, walk_in.id, now=MONDAY)
    read = db.call(walk_ins.get, walk_in.id)
    assert {name: getattr(read, name) for name in EVERYTHING} == EVERYTHING
    assert read.deleted_reason == ""
    assert sign_in("Leyla").call(walk_ins.read_real_question, walk_in.id).question == "zevenblad"


def test_deleting_needs_a_reason_that_can_be_kept(db, make):
    walk_in = make.walk_in()
    for reason in ("", "  ", "\x00", "haar bsn is 111222333"):
        with pytest.raises(Invalid) as refused:
            db.call(walk_ins.delete, walk_in.id, reason, now=MONDAY)
        assert set(refused.value.problems) == {"reason"}
    assert _count(db) == 1


def test_deleting_is_noted_without_the_reason(db, make):
    walk_in = make.walk_in()
    db.call(walk_ins.delete, walk_in.id, "dubbel", now=MONDAY)
    assert (Act.DELETE, "walk_in", walk_in.id) in _lines(db, Act.DELETE)


@pytest.mark.parametrize("service", [walk_ins.get, walk_ins.history])
def test_what_never_was_there_is_calmly_not_there(db, service):
    if service is walk_ins.history:
        assert db.call(service, new_id()) == []
        return
    with pytest.raises(Conflict):
        db.call(service, new_id())


def test_what_never_was_there_cannot_be_deleted_or_brought_back(db):
    with pytest.raises(Conflict):
        db.call(walk_ins.delete, new_id(), "x", now=MONDAY)
    with pytest.raises(Conflict):
        db.call(walk_ins.undelete, new_id(), now=MONDAY)


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
