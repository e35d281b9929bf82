"""Correcting a visit, taking it away and bringing it back."""

from datetime import UTC, datetime, timedelta

import pytest
from desk import MONDAY, Make
from sqlalchemy.orm import Session
from visits import EVERYTHING, count, lines

from hgkm_desktop.errors import Conflict, Forbidden, Invalid
from hgkm_desktop.models import RealQuestion, WalkIn, new_id
from hgkm_desktop.models.codes import (
    Act,
    ContactSetting,
)
from hgkm_desktop.services import walk_in_list, walk_ins


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
    assert count(db) == 0
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
    assert count(db) == 1


def test_deleting_is_noted_without_the_reason(db, make):
    walk_in = make.walk_in()
    db.call(walk_ins.delete, walk_in.id, "dubbel", now=MONDAY)
    assert (Act.DELETE, "walk_in", walk_in.id) in lines(db, Act.DELETE)


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
