"""The year beside Roos goes on: her numbers, the order, a promise, and who holds her."""

from datetime import date, time, timedelta

import pytest
from a_year import (
    HER,
    PARTNER,
    PERSON,
    choose,
    give_number,
    hand_over_to,
    in_the_list,
    known,
    offer,
    press,
    seen,
    stands,
    yes_to,
)
from beside_her import (
    Calendar,
    accept,
    answer,
    at_work,
    here,
    open_her,
    radio,
    tab,
    words_of,
)
from desk import MONDAY
from PySide6.QtCore import Qt

from hgkm_desktop import clock
from hgkm_desktop.rules.clocks import Kind
from hgkm_desktop.rules.holding import State
from hgkm_desktop.rules.lists import PersonRole, Purpose
from hgkm_desktop.services import (
    consents,
)

ARRIVAL = date(2026, 11, 26)
BEGUN, WARNED = date(2027, 2, 1), date(2027, 2, 9)
OVERDUE, ENDED = date(2027, 2, 12), date(2027, 3, 2)
APRIL, LATE = date(2027, 4, 1), date(2027, 4, 12)


@pytest.fixture
def calendar():
    return Calendar(BEGUN)


@pytest.fixture
def roos(desk, sign_in):
    """Leyla and Imane stand beside her since November; one note is sealed."""
    leyla = sign_in("Leyla")
    case_id = known(leyla, desk)
    leyla.close()
    return case_id


@pytest.fixture
def february(desk, roos, calendar, qtbot):
    """An order of ten days begins, she says three, Leyla promises something within a week."""
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        give_number(it, 3)
        give_number(it, 9, "Vertrouwenspersoon")
        assert "Fase 1 van 3: Eerst veilig" in seen(it)
        assert stands(it).phase() == 1
        it.push(tab(it, "clocks").new_clock)
        answer(it, it.overlay.expert, "Ja")
        accept(it)
        assert "dag 1 van 10" in seen(it)
        it.push(tab(it, "consent").promises.add)
        it.fill(it.overlay.what, "De school bellen")
        it.fill(it.overlay.who.line, "Leyla")
        accept(it)
        assert "De school bellen" in seen(it)
    return roos


def test_spring_her_numbers_the_order_and_a_promise(desk, february, calendar, qtbot):
    calendar.turn_to(WARNED, time(12))
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        give_number(it, 6)
        assert "Fase 2 van 3: Veilig blijven" in seen(it)
        clocks = tab(it, "clocks")
        assert "Dit stopt bijna." in seen(it)
        it.push(clocks.cards[0].longer)
        it.push(it.overlay.accept_button)
        assert "dag 9 van 28" in seen(it)
        assert "Dit stopt bijna." not in seen(it)
    calendar.turn_to(OVERDUE)
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        tab(it, "consent")
        assert "4 dagen te laat" in seen(it)
        press(it, "Gedaan")
        assert "4 dagen te laat" not in seen(it)
        (promise,) = stands(it).promises.values()
        assert promise.kept is True
        give_number(it, 7)
        assert stands(it).phase() == 2
    calendar.turn_to(ENDED)
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        (order,) = stands(it).clocks.values()
        assert (order.kind, clock.local(order.ends).date()) == (
            Kind.RESTRAINING_ORDER,
            date(2027, 3, 1),
        )
        tab(it, "clocks")
        assert "gestopt" in seen(it)
        give_number(it, 8)
        give_number(it, 2, "Partner", "Veilig Thuis")
        assert "Fase 3 van 3: Herstel" in seen(it)
        assert [score.number for score in stands(it).hers()] == [3, 6, 7, 8]


def test_spring_a_name_in_the_household_warns(desk, roos, calendar, qtbot):
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        it.push(tab(it, "household").add_inside)
        form = it.overlay
        choose(it, form.role, PersonRole.USING_VIOLENCE)
        it.fill(form.relation, "Youssef")
        it.push(form.accept_button)
        assert "Dit lijkt op een naam." in words_of(form)
        assert stands(it).household.people == ()
        form.relation.selectAll()
        it.fill(form.relation, "haar man")
        accept(it)
        (person,) = stands(it).household.people
        assert person.relation == "haar man"
        assert "haar man" in seen(it).casefold()
        assert "Youssef" not in seen(it)


@pytest.fixture
def shared(desk, roos, sign_in):
    """She said yes to sharing with the partner."""
    leyla = sign_in("Leyla")
    yes = yes_to(Purpose.SHARE_WITH_PARTNER, ARRIVAL, PARTNER)
    leyla.call(consents.answer, roos, yes, now=MONDAY + timedelta(days=4))
    leyla.close()
    return roos


def test_april_nobody_lets_go_before_somebody_else_holds(desk, shared, calendar, qtbot):
    calendar.turn_to(APRIL)
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        offer(it)
        it.press(Qt.Key.Key_Escape)
        assert f"Wij houden haar vast. Aangeboden aan {PARTNER}." in seen(it)
        assert "te laat" not in in_the_list(it)
    calendar.turn_to(LATE)
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, HER)
        assert "4 dagen te laat" in in_the_list(it)
        it.push(here(it).head.hand_over)
        press(it, "Het gaat niet door")
        radio(it, it.overlay.part.how, "Zij zeiden nee")
        press(it, "Noteer dit")
        it.press(Qt.Key.Key_Escape)
        assert "Wij houden haar vast" in seen(it)
        assert stands(it).holding.holder.person == "Leyla"
        offer(it)
        hand_over_to(it, PERSON)
        assert f"{PERSON}, {PARTNER} houdt haar vast" in seen(it)
        assert f"bevestigd door {PERSON}" in in_the_list(it)
        assert stands(it).holding.state([it.ctx.member.id]) is State.PARTNER
        press(it, "Ik houd haar vast")
        holder = stands(it).holding.holder
        assert (holder.is_us, holder.person) == (True, "Leyla")
        assert PERSON not in in_the_list(it)
