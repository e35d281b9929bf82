"""US-8: the house order, the time-out place, and a husband who comes to us as well."""

from datetime import date, time

import pytest
from beside_her import (
    Calendar,
    accept,
    answer,
    at_work,
    here,
    open_cases,
    open_her,
    tab,
    words_of,
)
from standing_beside import member

from hgkm_desktop import clock
from hgkm_desktop.rules.bodies import Began, Consent
from hgkm_desktop.rules.clocks import Kind, Stage
from hgkm_desktop.rules.lists import Area, ConsentForm, Purpose
from hgkm_desktop.services import cases, referrals
from hgkm_desktop.services.cases import Candidate, NewCase
from hgkm_desktop.ui.views.cases.clock_form import ClockForm, LongerForm

ORDER_DAY, HALF_PAST_NINE = date(2026, 11, 20), time(21, 30)
BY = "Jeugdbescherming"


@pytest.fixture
def calendar():
    return Calendar(date(2026, 11, 23))


def begin(desk, db, alias, name, now):
    asked = (Candidate(member(desk, name), knows_her=False),)
    yes = Consent(Purpose.NOTES, ConsentForm.ORAL, now.date(), heard_by=name)
    return db.call(cases.open_case, NewCase(alias, asked, yes, Began(now.date())), now=now)


@pytest.fixture
def noor(desk, sign_in, calendar):
    leyla = sign_in("Leyla")
    case_id = begin(desk, leyla, "Noor", "Leyla", calendar())
    leyla.close()
    return case_id


@pytest.fixture
def bram(desk, sign_in, calendar):
    imane = sign_in("Imane")
    case_id = begin(desk, imane, "Bram", "Imane", calendar())
    imane.close()
    return case_id


def begin_order(it):
    """Leyla begins the clock of the order: Friday the twentieth, half past nine in the evening."""
    clocks = tab(it, "clocks")
    it.push(clocks.new_clock)
    form = it.overlay
    assert isinstance(form, ClockForm)
    form.day.set_value(ORDER_DAY)
    form.time.set_value(HALF_PAST_NINE)
    answer(it, form.expert, "Ja")
    it.push(form.accept_button)
    assert it.overlay is None
    return only_clock(it, Kind.RESTRAINING_ORDER)


def only_clock(it, kind):
    page = it.ctx.call(cases.page, it.view.pages.case.page.name.case_id)
    (found,) = (each for each in page.standing.clocks.values() if each.kind is kind)
    return found


def test_the_order_warns_on_day_eight_and_never_runs_past_day_twenty_eight(
    desk, noor, calendar, qtbot
):
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, "Noor")
        order = begin_order(it)
        assert order.child_expert is True
        assert order.ends == clock.at(date(2026, 11, 30), HALF_PAST_NINE)
        assert order.stage(clock.at(date(2026, 11, 28), time(21, 29))) is Stage.RUNNING
        assert order.stage(clock.at(date(2026, 11, 28), HALF_PAST_NINE)) is Stage.ENDING
        assert "ma 30 nov" in words_of(tab(it, "clocks"))
    calendar.turn_to(date(2026, 11, 29))
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, "Noor")
        for days, is_taken in (("29", False), ("28", True)):
            clocks = tab(it, "clocks")
            form = LongerForm(it.ctx, clocks.case_id, clocks.cards[0].running)
            form.open(it.window)
            form.days.selectAll()
            it.fill(form.days, days)
            it.push(form.accept_button)
            assert (it.overlay is None) == is_taken
            if not is_taken:
                form.close_overlay()
        order = only_clock(it, Kind.RESTRAINING_ORDER)
        assert order.ends == clock.at(date(2026, 12, 18), HALF_PAST_NINE)


def test_the_time_out_place_lasts_four_weeks_and_has_no_address(desk, noor, calendar, qtbot):
    calendar.turn_to(date(2026, 12, 1))
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, "Noor")
        it.push(tab(it, "clocks").new_clock)
        form = it.overlay
        answer(it, form.kind, "Time-outplek")
        assert "adres" not in words_of(form).casefold().replace("geen adres", "")
        it.push(form.accept_button)
        assert it.overlay is None
        place = only_clock(it, Kind.TIME_OUT)
        assert clock.local(place.ends).date() == date(2026, 12, 29)
        assert "29 dec" in words_of(tab(it, "clocks"))


def pick(it, field, text):
    """Choose from a closed list by typing how the word begins, as people do."""
    field.setFocus()
    it.type(text)
    assert field.currentText() == text


def show_the_way(it):
    """Imane notes that he was shown the way to the support group, in the part about his yes."""
    it.push(tab(it, "consent").referrals.add)
    form = it.overlay
    pick(it, form.kind, "Steungroep")
    it.fill(form.by.line, BY)
    pick(it, form.area, "Nieuw-West")
    accept(it)


def say_how_far(it, said):
    (asks,) = tab(it, "consent").referrals.asks
    it.push(asks)
    pick(it, it.overlay.status, said)
    accept(it)


def test_the_counter_moves_when_he_was_there_and_names_nobody(desk, bram, calendar, qtbot, sign_in):
    for day, status, counted in (
        (date(2026, 12, 1), "Besproken", False),
        (date(2026, 12, 8), "Aangemeld", False),
        (date(2026, 12, 15), "Was er voor het eerst", True),
    ):
        calendar.turn_to(day)
        with at_work(desk, qtbot, calendar, "Imane") as it:
            open_her(it, "Bram")
            show_the_way(it) if status == "Besproken" else say_how_far(it, status)
            assert status in words_of(tab(it, "consent").referrals)
        with at_work(desk, qtbot, calendar, "Salma") as it:
            open_cases(it)
            said = words_of(here(it))
            assert (f"Steungroep dit jaar: {BY}, Nieuw-West: 1 van 2." in said) is counted
            assert "Bram" not in words_of(it.window)
    salma = sign_in("Salma")
    (count,) = salma.call(referrals.counts, 2026)
    found = count.organisation, count.area, count.number, count.promised
    assert found == (BY, Area.NIEUW_WEST, 1, 2)
    salma.close()


def test_neither_confidant_sees_that_the_other_one_is_here(desk, noor, bram, calendar, qtbot):
    for name, hers, other in (("Leyla", "Noor", "Bram"), ("Imane", "Bram", "Noor")):
        with at_work(desk, qtbot, calendar, name) as it:
            open_cases(it)
            it.qtbot.wait(50)
            seen = [case.alias for case in it.ctx.call(cases.names).values()]
            assert seen == [hers]
            assert other not in words_of(it.window)
