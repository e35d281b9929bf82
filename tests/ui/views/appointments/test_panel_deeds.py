"""What is ticked and done from the side panel, said, and taken back."""

from datetime import timedelta

import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from standing_beside import member
from week_desk import TODAY

from hgkm_desktop.rules.going_along import BothSides, Side, State
from hgkm_desktop.services import absences, appointments
from hgkm_desktop.ui.views.appointments.panel_foot import Ask


def test_a_tick_is_kept_at_once_and_taken_back(it):
    box = it.ticks.ticks[BothSides.PARTNER_KNOWS].box
    it.push(box)
    assert BothSides.PARTNER_KNOWS in it.visit().details.both_sides
    assert it.said[-1].text == "Afgevinkt."
    assert it.focus is it.ticks.ticks[BothSides.PARTNER_KNOWS].box
    it.said[-1].undo()
    assert BothSides.PARTNER_KNOWS not in it.visit().details.both_sides
    assert not it.ticks.ticks[BothSides.PARTNER_KNOWS].box.isChecked()


def test_the_words_of_a_tick_tick_it_too(it):
    tick = it.ticks.interpreter
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.words.geometry().center())
    assert it.visit().details.interpreter.is_sure
    assert "bevestigd" in it.words()
    it.said[-1].undo()
    assert not it.visit().details.interpreter.is_sure
    QTest.mousePress(it.ticks.interpreter, Qt.MouseButton.LeftButton)
    outside = it.ticks.interpreter.rect().bottomRight() * 3
    QTest.mouseRelease(it.ticks.interpreter, Qt.MouseButton.LeftButton, pos=outside)
    assert not it.visit().details.interpreter.is_sure


def test_both_sides_say_yes_before_it_is_confirmed(it):
    it.ask(Ask.PREPARED)
    assert it.said[-1].text == "Het is voorbereid."
    it.ask(Ask.CONFIRMED)
    assert it.said[-1].is_problem
    it.push(it.ticks.ticks[BothSides.PARTNER_KNOWS].box)
    it.ask(Ask.CONFIRMED)
    assert it.visit().state is State.CONFIRMED
    assert it.panel.head.state.accessibleName() == "bevestigd"
    offered = [what for what, each in it.panel.foot.buttons.items() if each.isVisible()]
    assert offered == [Ask.PAPER, Ask.MORE]


def test_the_reserve_goes_when_the_first_is_away(it, desk, leyla):
    assert "er die dag niet" not in it.words()
    leyla.call(absences.note, member(desk, "Leyla"), TODAY, TODAY, now=MONDAY)
    assert "Leyla is er die dag niet." in it.words()
    it.push(it.panel.middle.before.reserve)
    assert it.visit().first == member(desk, "Imane")
    it.said[-1].undo()
    assert it.visit().first == member(desk, "Leyla")


def test_the_menu_offers_what_can_be_done_now(it):
    it.ask(Ask.MORE)
    texts = [each.text() for each in it.overlay.buttons]
    assert texts == [
        "Verander",
        "Een andere tijd",
        "Reserve gaat mee",
        "Het gaat niet door",
        "Nu niet veilig",
        "Naar de agenda",
    ]
    assert it.focus is it.overlay.buttons[0]
    it.press(Qt.Key.Key_Escape)
    assert it.overlay is None


def test_changing_it_is_asked_for(it, qtbot):
    it.ask(Ask.MORE)
    with qtbot.waitSignal(it.panel.edit_asked) as asked:
        it.choose("Verander")
    assert asked.args == [it.visit()] or asked.args[0].id == it.panel.visit_id


def test_somebody_called_it_off_and_it_is_brought_back(it):
    it.ask(Ask.MORE)
    it.choose("Het gaat niet door")
    form = it.overlay
    it.push(form.accept_button)
    assert form.fields["off_by"].problem()
    form.by.set_value(Side.PARTNER)
    form.why.setPlainText("Ilse is ziek.")
    it.push(form.accept_button)
    off = it.visit()
    assert (off.state, off.details.off_by, off.details.off_why) == (
        State.CANCELLED,
        Side.PARTNER,
        "Ilse is ziek.",
    )
    assert it.told == [off.id]
    assert not it.ticks.isEnabled()
    it.said[-1].undo()
    assert it.visit().state is State.PLANNED


@pytest.mark.parametrize(
    ("words", "state"),
    [("Nu niet veilig", State.NOT_SAFE), ("Niemand gekomen", State.NO_SHOW)],
)
def test_not_safe_and_nobody_came_ask_nobody_for_a_reason(it, words, state):
    it.now[0] = MONDAY + timedelta(hours=3)
    it.panel.show_visit(it.panel.visit_id, after=False)
    it.ask(Ask.MORE)
    it.choose(words)
    form = it.overlay
    assert "off_by" not in form.fields
    assert ("Bel haar nu niet" in it.words(form)) is (state is State.NOT_SAFE)
    it.push(form.accept_button)
    assert it.visit().state is state
    it.ask(Ask.MORE)
    assert [each.text() for each in it.overlay.buttons] == ["Haal terug", "Verander"]
    it.choose("Haal terug")
    assert it.visit().state is State.PLANNED
    leave = it.panel.foot.buttons[Ask.BACK]
    assert not leave.isVisible()


def test_bring_back_stands_under_the_panel_as_well(it, leyla):
    visit = it.visit()
    gone = State.NOT_SAFE, None, ""
    leyla.call(appointments.call_off, visit.id, visit.version, *gone, now=MONDAY)
    it.ask(Ask.BACK)
    assert it.visit().state is State.PLANNED


def test_somebody_who_was_first_is_said_and_nothing_is_overwritten(it, sign_in):
    old = it.panel.about
    visit = it.visit()
    sign_in("Imane").call(appointments.prepare, visit.id, visit.version, now=MONDAY)
    it.panel.ticking.tick(old.visit, BothSides.PARTNER_KNOWS, True)
    assert it.said[-1].is_problem
    assert it.visit().details.both_sides == frozenset({BothSides.SHE_WANTS_US})
    assert it.panel.visit.state is State.PREPARED


def test_the_calendar_file_tells_only_the_time(it):
    saved = []
    it.panel.deeds._save = lambda window, made, name, kind, on_done: (
        saved.append((made, name)),
        on_done(),
    )
    it.ask(Ask.MORE)
    it.choose("Naar de agenda")
    made, name = saved[0]
    assert name == "afspraken.ics"
    for word in ("Linde", "Veilig Thuis", "Ilse", "Leyla"):
        assert word.encode() not in made
    assert it.said[-1].text == "De afspraak is bewaard voor je agenda."
