"""What a confidant goes on with after a session: sealed, and apart from every list (R-082)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from desk import MONDAY
from sqlalchemy import update
from sqlalchemy.orm import Session
from standing_beside import member

from hgkm_desktop.errors import Conflict, Forbidden, Invalid
from hgkm_desktop.models import AuditLine, SessionFollowUp
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.rules.follow_ups import MOST_STEPS, PrivateFollowUp, Step
from hgkm_desktop.rules.sessions import StepState
from hgkm_desktop.services import (
    drafts,
    follow_ups,
    members,
    rings,
)

NOW = {"now": MONDAY}
SOON, LATER = date(2026, 11, 30), date(2026, 12, 7)
MARKER = "zevenblad"
ROOS = PrivateFollowUp("Roos", "Ze bleef zitten.", (Step("bellen", SOON), Step("vragen")))


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


def begin(db, follow_up=ROOS, **when):
    return db.call(follow_ups.begin, follow_up, **(when or NOW))


def everything(db):
    return db.call(follow_ups.everything)


def lines(db):
    with Session(db.engine) as session:
        ours = session.query(AuditLine).filter_by(kind="session_follow_up")
        return [(line.act, line.record_id) for line in ours.order_by(AuditLine.seq)]


def test_what_she_told_and_the_steps_are_kept_with_who_and_when(leyla):
    follow_up_id = begin(leyla)
    (line,) = everything(leyla)
    assert (line.id, line.version, line.follow_up) == (follow_up_id, 1, ROOS)
    assert (line.by, line.at) == (leyla.actor.member_id, MONDAY)


def test_any_confidant_goes_on_where_another_stopped(leyla, sign_in):
    begin(leyla)
    imane = sign_in("Imane")
    (line,) = everything(imane)
    done = replace(ROOS, steps=(Step("bellen", SOON, StepState.DONE), Step("vragen")))
    later = MONDAY + timedelta(hours=1)
    imane.call(follow_ups.save, line.id, line.version, done, now=later)
    (again,) = everything(leyla)
    assert (again.follow_up, again.by, again.at) == (done, imane.actor.member_id, later)
    assert again.version == 2


def test_not_now_is_as_good_an_answer_as_any(leyla):
    begin(leyla, replace(ROOS, steps=(Step("aangifte", SOON, StepState.NOT_NOW),)))
    (line,) = everything(leyla)
    assert line.follow_up.steps[0].state is StepState.NOT_NOW
    assert leyla.call(follow_ups.due, LATER) == 0


def test_who_saves_what_another_saved_first_hears_it_and_overwrites_nothing(leyla, sign_in):
    follow_up_id = begin(leyla)
    changed = replace(ROOS, said="Ze belde.")
    sign_in("Imane").call(follow_ups.save, follow_up_id, 1, changed, **NOW)
    with pytest.raises(Conflict, match="Iemand anders was je voor"):
        leyla.call(follow_ups.save, follow_up_id, 1, ROOS, **NOW)
    assert everything(leyla)[0].follow_up == changed


def test_those_with_something_to_do_come_first_and_the_soonest_before_others(leyla):
    for alias, *steps in (
        ("klaar", Step("x", SOON, StepState.DONE)),
        ("later", Step("x", LATER)),
        ("niets",),
        ("soms", Step("x")),
        ("gauw", Step("x", SOON), Step("y")),
    ):
        begin(leyla, PrivateFollowUp(alias, "", tuple(steps)))
    begin(leyla, PrivateFollowUp("nieuw"), now=MONDAY + timedelta(hours=1))
    order = [line.follow_up.alias for line in everything(leyla)]
    assert order[:3] == ["gauw", "later", "soms"]
    assert order[3] == "nieuw"
    assert set(order[4:]) == {"klaar", "niets"}


@pytest.mark.parametrize(
    ("day", "count"), [(SOON - timedelta(days=1), 0), (SOON, 1), (LATER, 2), (date.max, 2)]
)
def test_what_is_due_by_a_day_is_a_number_and_nothing_else(leyla, day, count):
    begin(leyla)
    begin(leyla, PrivateFollowUp("Els", "", (Step("bellen", LATER),)))
    begin(leyla, PrivateFollowUp("Nora", "", (Step("ooit"),)))
    begin(leyla, PrivateFollowUp("Zoë"))
    assert leyla.call(follow_ups.due, day) == count


def test_what_was_let_go_leaves_nothing_not_even_a_half_typed_change(leyla, sign_in):
    follow_up_id = begin(leyla)
    for name in ("Leyla", "Imane"):
        sign_in(name).call(drafts.keep, follow_ups.place_of(follow_up_id), {"said": MARKER})
    leyla.call(drafts.keep, follow_ups.place_of(None), {"said": "een ander"})
    assert leyla.call(follow_ups.end, follow_up_id) == ROOS
    assert everything(leyla) == []
    for name in ("Leyla", "Imane"):
        assert sign_in(name).call(drafts.look, follow_ups.place_of(follow_up_id)) is None
    assert leyla.call(drafts.look, follow_ups.place_of(None)) == {"said": "een ander"}
    with Session(leyla.engine) as session:
        assert session.query(SessionFollowUp).count() == 0


@pytest.mark.parametrize("work", ["end", "save"])
def test_what_another_let_go_is_said_to_be_gone(leyla, sign_in, work):
    follow_up_id = begin(leyla)
    sign_in("Imane").call(follow_ups.end, follow_up_id)
    with pytest.raises(Conflict, match="Dit is er niet meer"):
        if work == "end":
            leyla.call(follow_ups.end, follow_up_id)
        else:
            leyla.call(follow_ups.save, follow_up_id, 1, ROOS, **NOW)


def test_what_was_typed_is_cleaned_and_empty_steps_are_left_out(leyla):
    begin(
        leyla,
        PrivateFollowUp(" Ro\u202eos\n", " een\n\ntwee ", (Step("  "), Step(" bellen\nnu "))),
    )
    (line,) = everything(leyla)
    assert line.follow_up == PrivateFollowUp("Roos", "een\n\ntwee", (Step("bellen nu"),))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"alias": " "}, "alias"),
        ({"alias": "x" * 61}, "alias"),
        ({"said": "x" * 2_001}, "said"),
        ({"said": "haar bsn is 111222333"}, "said"),
        ({"steps": (Step(""), Step("x" * 121))}, "steps.1"),
        ({"steps": (Step("ok"), Step("wachtwoord: Zomer77!"))}, "steps.1"),
        ({"steps": (Step("x"),) * (MOST_STEPS + 1)}, "steps"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(leyla, wrong, field):
    for work in (
        lambda what: begin(leyla, what),
        lambda what: leyla.call(follow_ups.save, begin(leyla), 1, what, **NOW),
    ):
        with pytest.raises(Invalid) as refused:
            work(replace(ROOS, **wrong))
        assert set(refused.value.problems) == {field}


def test_as_many_steps_as_fit_and_empty_ones_beside_them_are_kept(leyla):
    begin(leyla, replace(ROOS, steps=(Step("x"), Step("")) * MOST_STEPS))
    assert len(everything(leyla)[0].follow_up.steps) == MOST_STEPS


def test_the_log_knows_who_looked_and_not_at_what(leyla):
    follow_up_id = begin(leyla)
    everything(leyla)
    leyla.call(follow_ups.due, LATER)
    leyla.call(follow_ups.end, follow_up_id)
    assert lines(leyla) == [
        (Act.CREATE, follow_up_id),
        (Act.READ, None),
        (Act.DELETE, follow_up_id),
    ]


def test_nothing_to_read_is_nothing_to_note(leyla):
    assert everything(leyla) == []
    assert lines(leyla) == []


def test_a_confidant_without_the_key_sees_none_and_begins_none(leyla, desk, sign_in):
    follow_up_id = begin(leyla)
    hanan = member(desk, "Hanan")
    sign_in("Bea").call(members.change, hanan, "Hanan", [Role.CONFIDANT, Role.VOLUNTEER], 1)
    waiting = sign_in("Hanan")
    assert (everything(waiting), waiting.call(follow_ups.due, LATER)) == ([], 0)
    with pytest.raises(Forbidden, match="sleutel van de vertrouwenspersonen nog niet"):
        begin(waiting)
    for service, given in (
        (follow_ups.end, (follow_up_id,)),
        (follow_ups.save, (follow_up_id, 1, ROOS)),
    ):
        with pytest.raises(Forbidden):
            waiting.call(service, *given, **(NOW if service is follow_ups.save else {}))
    leyla = sign_in("Leyla")
    leyla.call(rings.give, hanan)
    assert [line.follow_up for line in everything(sign_in("Hanan"))] == [ROOS]


def test_with_a_new_key_of_the_ring_they_are_sealed_again_and_can_be_changed(leyla, sign_in):
    first, second = begin(leyla), begin(leyla, PrivateFollowUp("Els"))
    before = everything(leyla)
    assert leyla.call(rings.renew) == 2
    imane = sign_in("Imane")
    after = everything(imane)
    assert [line.follow_up for line in after] == [line.follow_up for line in before]
    assert [(line.by, line.at) for line in after] == [(line.by, line.at) for line in before]
    assert {line.id: line.version for line in after} == {first: 2, second: 2}
    imane.call(follow_ups.save, first, 2, replace(ROOS, said="Ze belde."), **NOW)
    assert imane.call(rings.renew) == 2
    assert len(everything(sign_in("Leyla"))) == 2


def test_one_of_an_ended_key_that_was_put_back_keeps_nobody_from_a_new_key(leyla, sign_in):
    first, _ = begin(leyla), begin(leyla, PrivateFollowUp("Els"))
    with Session(leyla.engine) as session:
        old = session.get_one(SessionFollowUp, first).sealed
    leyla.call(rings.renew)
    there = update(SessionFollowUp).where(SessionFollowUp.id == first)
    leyla.call(lambda session: session.execute(there.values(sealed=old)) and None)
    assert leyla.call(rings.renew) == 1
    with pytest.raises(Forbidden):
        everything(sign_in("Imane"))


def test_nothing_of_it_is_in_a_repr(leyla):
    begin(leyla)
    assert "Roos" not in repr(everything(leyla))
