"""Another time for a visit, by whom, and two seats that move it at the same moment."""

from datetime import time, timedelta

import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from week_desk import TODAY, TUESDAY, WEDNESDAY, at

from hgkm_desktop.rules.going_along import BothSides, Side, State
from hgkm_desktop.services import absences, appointments
from hgkm_desktop.ui.views.appointments.clash import MoveConflict
from hgkm_desktop.ui.views.appointments.move_form import move_visit, open_move
from hgkm_desktop.ui.views.appointments.panel_foot import Ask

LASTS = timedelta(minutes=75)


@pytest.fixture
def imane(sign_in):
    return sign_in("Imane")


def hers(imane, visit, starts):
    """Imane moves it on the other seat."""
    return imane.call(
        appointments.move,
        visit.id,
        visit.version,
        starts,
        starts + LASTS,
        Side.PARTNER,
        now=MONDAY,
    )


def test_it_asks_by_whom_and_says_where_it_went(it):
    it.ask(Ask.MORE)
    it.choose("Een andere tijd")
    form = it.overlay
    assert "Nu: Vandaag, 13.45 – 15.00" in it.words(form)
    form.day.set_value(TUESDAY)
    form.hour.set_value(time(10, 30))
    it.push(form.accept_button)
    assert form.fields["side"].problem() == "Zeg wie de afspraak verplaatst."
    form.by.set_value(Side.PARTNER)
    it.push(form.accept_button)
    visit = it.visit()
    assert (visit.starts, visit.ends) == (at(TUESDAY, 10, 30), at(TUESDAY, 11, 45))
    assert visit.state is State.MOVED
    assert visit.details.moves[-1].side is Side.PARTNER
    assert it.said[-1].text.replace("\u2066", "") == "Verplaatst naar: Morgen, 10.30 – 11.45."
    assert it.told == [visit.id]
    it.said[-1].undo()
    assert it.visit().starts == at(TODAY, 13, 45)


def test_after_dragging_only_who_is_asked(it):
    form = open_move(it.ctx, it.window, it.visit(), at(WEDNESDAY, 9))
    assert form.by.isAncestorOf(it.focus)
    assert form.typed() == (at(WEDNESDAY, 9), at(WEDNESDAY, 9) + LASTS)


def test_who_is_away_then_is_said(it, going, leyla):
    leyla.call(absences.note, going.imane, TUESDAY, TUESDAY, now=MONDAY)
    form = open_move(it.ctx, it.window, it.visit(), at(TUESDAY, 9))
    assert "Imane is er die dag niet." in it.words(form)
    form.day.set_value(WEDNESDAY)
    assert form.clashes.isHidden()


@pytest.mark.parametrize("minutes", ["0", "2000", "lang"])
def test_a_length_that_cannot_be_is_refused(it, minutes):
    form = open_move(it.ctx, it.window, it.visit(), at(TUESDAY, 9))
    form.by.set_value(Side.HER)
    form.length.set_text(minutes)
    it.push(form.accept_button)
    assert form.fields["ends"].problem()
    assert it.visit().starts == at(TODAY, 13, 45)


def test_two_seats_are_shown_to_a_person(it, imane):
    mine = it.visit()
    hers(imane, mine, at(WEDNESDAY, 9))
    form = open_move(it.ctx, it.window, mine, at(TUESDAY, 9), it.told.append)
    form.by.set_value(Side.US)
    it.push(form.accept_button)
    dialog = it.overlay
    assert isinstance(dialog, MoveConflict)
    said = it.words(dialog)
    for words in (
        "Morgen, 9.00 – 10.15",
        "Wo 25 nov, 9.00 – 10.15",
        "Van Imane",
        "bewaard vandaag 11.40",
        "verplaatst door: De partner",
        "Er is niets overschreven.",
    ):
        assert words in said, words
    it.push(dialog.theirs)
    assert it.visit().starts == at(WEDNESDAY, 9)
    assert it.told == [mine.id]


def test_her_own_time_is_taken_when_she_chooses_it(it, imane):
    mine = it.visit()
    hers(imane, mine, at(WEDNESDAY, 9))
    window = it.window
    assert not move_visit(it.ctx, window, mine, at(TUESDAY, 9), at(TUESDAY, 10), Side.US)
    it.push(it.overlay.mine)
    assert it.visit().starts == at(TUESDAY, 9)
    assert len(it.visit().details.moves) == 2


def test_looking_first_changes_nothing(it, imane):
    mine = it.visit()
    hers(imane, mine, at(WEDNESDAY, 9))
    move_visit(it.ctx, it.window, mine, at(TUESDAY, 9), at(TUESDAY, 10), Side.US, it.told.append)
    assert it.overlay.panel.isAncestorOf(it.focus)
    it.press(Qt.Key.Key_Escape)
    assert it.visit().starts == at(WEDNESDAY, 9)
    assert it.told == [mine.id]


def test_a_tick_on_the_other_seat_is_no_other_time(it, imane):
    mine = it.visit()
    imane.call(appointments.prepare, mine.id, mine.version, now=MONDAY)
    assert move_visit(it.ctx, it.window, mine, at(TUESDAY, 9), at(TUESDAY, 10), Side.US)
    assert it.visit().starts == at(TUESDAY, 9)


def test_what_was_called_off_meanwhile_can_only_be_looked_at(it, imane):
    mine = it.visit()
    gone = State.CANCELLED, Side.HER, ""
    imane.call(appointments.call_off, mine.id, mine.version, *gone, now=MONDAY)
    assert not move_visit(it.ctx, it.window, mine, at(TUESDAY, 9), at(TUESDAY, 10), Side.US)
    dialog = it.overlay
    assert not dialog.mine.isVisible()
    assert "afgezegd" in it.words(dialog)


def test_a_refused_time_is_said_outside_a_form(it):
    same = at(TUESDAY, 9)
    assert not move_visit(it.ctx, it.window, it.visit(), same, same, Side.US)
    assert it.said[-1].is_problem
    assert BothSides.SHE_WANTS_US in it.visit().details.both_sides
