"""Whatever is done, in whatever order: an open case has one holder, never none, never two."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules import holding
from hgkm_desktop.rules.holding import Ending, Holder, Reason, State, Waiting

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
DUE = date(2026, 12, 7)
NAMES = st.sampled_from(["", " ", "Leyla", "Imane"])
LEYLA, IMANE = Holder("", "Leyla", UUID(int=5)), Holder("", "Imane", UUID(int=6))
HOLDERS = st.sampled_from([LEYLA, IMANE, Holder("", " "), Holder("Buurtteam", "Jolanda")])
DAYS = st.dates(date(2026, 11, 20), date(2026, 12, 20))


class Handing(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.now = holding.begin(LEYLA, AT)

    def act(self, change, *given, **named):
        before = self.now
        try:
            self.now = change(*given, **named)
        except Invalid as refused:
            assert refused.problems["holding"]
            assert self.now is before

    @rule(to=st.sampled_from(["", "Buurtteam", "Blijf Groep"]), due=DAYS)
    def offer(self, to, due):
        self.act(self.now.offer, to, AT, due)

    @rule(person=NAMES, on=DAYS)
    def accept(self, person, on):
        self.act(self.now.accept, person, on)

    @rule()
    def talk(self):
        self.act(self.now.talk)

    @rule()
    def confirm(self):
        handover = self.now.handover
        before = self.now.holder
        self.act(self.now.confirm, AT)
        if self.now.holder != before:
            assert handover.step is holding.Step.TALKED
            assert handover.person

    @rule(who=NAMES)
    def wait(self, who):
        self.act(self.now.wait, Waiting("opvang", DUE, who))

    @rule(how=st.sampled_from(Ending))
    def end(self, how):
        before = self.now.holder
        self.act(self.now.end_handover, how)
        assert self.now.holder == before

    @rule(on=DAYS)
    def hear(self, on):
        before = self.now.holder
        self.act(self.now.hear, on)
        assert self.now.holder == before

    @rule(holder=HOLDERS)
    def take(self, holder):
        self.act(self.now.take, holder, AT)
        assert self.now.holder != Holder("", " ")

    @rule(reason=st.sampled_from(Reason), day=st.none() | DAYS, none=st.booleans())
    def close(self, reason, day, none):
        self.act(self.now.close, reason, DUE, day, agreed_none=none)

    @rule(holder=st.sampled_from([LEYLA, IMANE]))
    def reopen(self, holder):
        self.act(self.now.reopen, holder, AT)

    @invariant()
    def one_named_holder(self):
        if self.now.is_open:
            assert self.now.holder.person.strip()
        else:
            assert self.now.handover is None


TestHanding = Handing.TestCase
TestHanding.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)


def test_the_old_holder_stays_until_she_confirms():
    now = holding.begin(LEYLA, AT).offer("Buurtteam", AT, DUE)
    assert now.holder == LEYLA
    now = now.accept("Jolanda", DUE)
    assert now.holder == LEYLA
    now = now.talk()
    assert now.holder == LEYLA
    assert now.confirm(AT).holder == Holder("Buurtteam", "Jolanda")


def test_without_a_talk_together_nothing_is_handed_over():
    now = holding.begin(LEYLA, AT).offer("Buurtteam", AT, DUE).accept("Jolanda", DUE)
    with pytest.raises(Invalid):
        now.confirm(AT)


def test_an_answer_that_does_not_come_is_counted_in_days():
    now = holding.begin(LEYLA, AT).offer("Buurtteam", AT, DUE)
    assert now.handover.days_late(DUE) == 0
    assert now.handover.days_late(DUE + timedelta(days=5)) == 5
    assert now.accept("Jolanda", DUE).handover.days_late(DUE + timedelta(days=5)) == 0


def test_it_never_closes_with_somebody_of_us_as_the_holder_elsewhere():
    now = holding.begin(LEYLA, AT)
    with pytest.raises(Invalid):
        now.close(Reason.HELD_BY_OTHERS, DUE, None, agreed_none=True)
    with pytest.raises(Invalid):
        now.close(Reason.MANAGES_HERSELF, DUE, None, agreed_none=False)
    assert not now.close(Reason.RETURNED_HOME, DUE, DUE, agreed_none=False).is_open


def test_beginning_again_takes_one_act():
    closed = holding.begin(LEYLA, AT).close(Reason.RETURNED_HOME, DUE, None, agreed_none=True)
    again = closed.reopen(IMANE, AT)
    assert again.is_open and again.holder == IMANE
    with pytest.raises(Invalid):
        again.reopen(IMANE, AT)


def test_where_she_stands_follows_from_holder_handover_and_who_is_left():
    now, ours = holding.begin(LEYLA, AT), {UUID(int=5)}
    assert now.state(ours) is State.US
    assert now.state({UUID(int=6)}) is State.NOBODY
    offered = now.offer("Buurtteam", AT, DUE)
    assert offered.state(ours) is State.OFFERED
    done = offered.accept("Jolanda", DUE).talk().confirm(AT)
    assert done.state(ours) is State.PARTNER
    closed = done.close(Reason.HELD_BY_OTHERS, DUE, None, agreed_none=True)
    assert closed.state(ours) is State.CLOSED


def test_aftercare_goes_from_the_first_day_to_a_year():
    now = holding.begin(LEYLA, AT)
    soon = now.close(Reason.MANAGES_HERSELF, DUE, DUE + timedelta(days=14), agreed_none=False)
    assert [(day - DUE).days for day in soon.closing.days_of_aftercare()] == [14, 91, 182, 365]
    late = now.close(Reason.MANAGES_HERSELF, DUE, DUE + timedelta(days=200), agreed_none=False)
    assert [(day - DUE).days for day in late.closing.days_of_aftercare()] == [200, 365]
    none = now.close(Reason.MANAGES_HERSELF, DUE, None, agreed_none=True)
    assert none.closing.days_of_aftercare() == ()
