"""How it went: noted once it began, counted of the partner, and what was agreed is a promise."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from desk import MONDAY
from going import BEFORE, DAY, HOUR, TUESDAY, act, partner, plan, told
from standing_beside import TODAY, open_linde

from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.rules.appointment import Afterwards
from hgkm_desktop.rules.going_along import Leaving, Punctual, Side, State, Wishes
from hgkm_desktop.rules.partners import Kept
from hgkm_desktop.services import appointments, cases, partner_count
from hgkm_desktop.services.appointment_afterwards import MOST, Agreed, save

NEXT_WEEK = TODAY + timedelta(days=7)
WENT = Afterwards(
    date(2020, 1, 1),
    Punctual.LATE,
    known_face=False,
    instead="Karin, een invaller",
    wishes=Wishes.PARTLY,
    agreed="Zij zoeken het uit.",
    feedback_by=NEXT_WEEK,
    leaving=Leaving.TENSE,
)
CALLS = Agreed("belt terug", "Karin", NEXT_WEEK)


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


@pytest.fixture
def visit(leyla, linde):
    return plan(leyla, linde, BEFORE)


def refused(*given) -> set[str]:
    with pytest.raises(Invalid) as error:
        act(*given)
    assert all(error.value.problems.values())
    return set(error.value.problems)


def promises(leyla, linde):
    return leyla.call(cases.page, linde).standing.open_promises()


def test_how_it_went_is_kept_with_the_day_it_was_noted(leyla, visit):
    saved = act(leyla, save, visit, WENT, ())
    assert saved.details.afterwards == replace(WENT, on=TODAY)
    assert (saved.state, saved.version) == (State.HELD, visit.version + 1)
    assert leyla.call(appointments.get, visit.id) == saved


def test_what_was_agreed_becomes_a_promise_with_a_day(leyla, linde, visit):
    both = CALLS, Agreed(" brengt\u200b papieren ", " Leyla\n")
    saved = act(leyla, save, visit, WENT, both)
    known = promises(leyla, linde)
    assert [(each.what, each.who, each.by) for each in known] == [
        ("belt terug", "Karin", NEXT_WEEK),
        ("brengt papieren", "Leyla", None),
    ]
    assert saved.details.afterwards.promises == tuple(each.id for each in known)


def test_noting_it_again_promises_nothing_twice(leyla, linde, visit):
    saved = act(leyla, save, visit, WENT, (CALLS,))
    heard = replace(saved.details.afterwards, feedback_on=TODAY, promises=())
    again = act(leyla, save, saved, heard, ())
    assert again.details.afterwards == replace(heard, promises=saved.details.afterwards.promises)
    more = act(leyla, save, again, heard, (Agreed("schrijft", "Karin"),))
    assert len(promises(leyla, linde)) == 2
    assert more.details.afterwards.promises == tuple(p.id for p in promises(leyla, linde))


def test_what_is_still_to_begin_has_no_afterwards(leyla, linde):
    ahead, now_on = plan(leyla, linde), plan(leyla, linde, MONDAY)
    assert refused(leyla, save, ahead, Afterwards(TODAY), ()) == {"punctual"}
    assert act(leyla, save, now_on, Afterwards(TODAY), ()).state is State.HELD


def test_of_what_was_called_off_nothing_is_noted(leyla, linde, visit):
    off = act(leyla, appointments.call_off, visit, State.CANCELLED, Side.HER, "")
    assert refused(leyla, save, off, WENT, (CALLS,)) == {"state"}
    assert promises(leyla, linde) == []


@pytest.mark.parametrize(
    ("after", "agreed", "field"),
    [
        (replace(WENT, instead="x" * 121), (), "instead"),
        (replace(WENT, agreed="x" * 2001), (), "agreed"),
        (replace(WENT, agreed="bsn 111222333"), (), "agreed"),
        (replace(WENT, feedback_by=BEFORE.date() - DAY), (), "feedback_by"),
        (WENT, (CALLS,) * (MOST + 1), "agreed"),
        (WENT, (CALLS, Agreed(" ", "Karin")), "agreed.1.what"),
        (WENT, (Agreed("x" * 2001, "Karin"),), "agreed.0.what"),
        (WENT, (Agreed("belt", "\u200b"),), "agreed.0.who"),
        (WENT, (Agreed("belt", "x" * 121),), "agreed.0.who"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(leyla, linde, visit, after, agreed, field):
    before = len(leyla.call(cases.page, linde).entries)
    assert refused(leyla, save, visit, after, agreed) == {field}
    assert len(leyla.call(cases.page, linde).entries) == before
    assert leyla.call(appointments.get, visit.id) == visit


def test_an_answer_that_was_due_on_the_day_itself_may_be_noted_later(leyla, visit):
    due = replace(WENT, feedback_by=BEFORE.date())
    assert act(leyla, save, visit, due, ()).details.afterwards.feedback_by == BEFORE.date()


def test_with_a_walk_in_nobody_is_promised_anything(leyla):
    walked_in = plan(leyla, None, BEFORE)
    assert refused(leyla, save, walked_in, WENT, (CALLS,)) == {"agreed.0.what"}
    assert act(leyla, save, walked_in, WENT, ()).details.afterwards.promises == ()


def test_only_who_stands_beside_her_notes_how_it_went(desk, leyla, sign_in):
    alone = open_linde(desk, leyla, Imane=True)
    visit = plan(leyla, alone, BEFORE)
    with pytest.raises(Forbidden):
        act(sign_in("Imane"), save, visit, WENT, (Agreed("", ""),))


def test_what_the_partner_kept_counts_and_a_correction_counts_anew(leyla, linde):
    team = partner(leyla)
    visit = plan(leyla, linde, BEFORE, partner_id=team)
    late = act(leyla, save, visit, WENT, ())
    late_counts = {Kept.HELD: 1, Kept.LATE: 1, Kept.OTHER_FACE: 1, Kept.WISHES_NOT: 1}
    assert leyla.call(partner_count.of_partner, team) == {2026: late_counts}
    better = replace(WENT, punctual=Punctual.ON_TIME, known_face=True, wishes=Wishes.YES)
    act(leyla, save, late, better, ())
    counts = {Kept.HELD: 1, Kept.ON_TIME: 1, Kept.KNOWN_FACE: 1, Kept.WISHES: 1}
    assert leyla.call(partner_count.of_partner, team) == {2026: counts}


def test_nothing_of_it_is_said_aloud(leyla, visit):
    saved = act(leyla, save, visit, WENT, ())
    said = repr([saved.details.afterwards, CALLS, told(saved)])
    assert not any(word in said for word in ("Karin", "belt", "zoeken", "2026"))


def test_it_may_be_noted_while_it_is_still_going_on(leyla, linde):
    running = plan(leyla, linde, MONDAY - HOUR / 2)
    assert act(leyla, save, running, WENT, ()).state is State.HELD
    assert refused(leyla, save, plan(leyla, linde, TUESDAY), WENT, ()) == {"punctual"}
