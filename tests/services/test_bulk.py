from datetime import date

from desk import MONDAY

from hgkm_desktop.models import RealQuestion, WalkIn
from hgkm_desktop.models.codes import ContactSetting, HelpTopic
from hgkm_desktop.services import audit_log, bulk, tallies, walk_in_list, walk_ins
from hgkm_desktop.services.bulk import Example
from hgkm_desktop.services.walk_in_list import Query


def _example(db, text, question=None):
    walk_in = WalkIn(
        happened_at=MONDAY,
        setting=ContactSetting.PHONE,
        topics=(HelpTopic.WORK,),
        desk_question=text,
        entered_by=db.actor.member_id,
        entered_at=MONDAY,
    )
    return Example(walk_in, question)


def test_many_visits_at_once_are_as_if_they_had_been_typed(db, sign_in, monkeypatch):
    monkeypatch.setattr(bulk, "AT_ONCE", 2)
    given = [_example(db, f"vraag {n}", RealQuestion(f"echt {n}")) for n in range(4)]
    given.append(_example(db, "zonder meer"))
    assert db.call(bulk.add_walk_ins, given) == 5
    assert db.call(walk_in_list.count, Query(text="vraag")) == 4
    leyla = sign_in("Leyla")
    for example in given:
        read = leyla.call(walk_ins.read_real_question, example.walk_in.id)
        assert read == example.question
    again = db.call(walk_ins.get, given[0].walk_in.id)
    again.children = 2
    assert db.call(walk_ins.correct, again, now=MONDAY).children == 2
    assert sign_in("Bea").call(audit_log.first_broken_line) is None


def test_many_tallies_at_once_are_counted(db):
    numbers = [(date(2026, 11, day), HelpTopic.DEBT, day) for day in range(1, 4)]
    assert db.call(bulk.add_tallies, numbers) == 3
    assert db.call(tallies.of_day, date(2026, 11, 3)) == {HelpTopic.DEBT: 3}


def test_days_run_from_the_first_to_the_last():
    assert list(bulk.days(date(2024, 2, 28), date(2024, 3, 1))) == [
        date(2024, 2, 28),
        date(2024, 2, 29),
        date(2024, 3, 1),
    ]
