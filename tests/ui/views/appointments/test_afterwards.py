"""The side panel after a visit: kept or not, what was agreed, and how she went away (08b)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from desk import MONDAY
from panel_desk import AFTER, panel_desk, stored
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from week_desk import TODAY

from hgkm_desktop.rules.appointment import Afterwards
from hgkm_desktop.rules.going_along import Leaving, Punctual, State, Wishes
from hgkm_desktop.services import appointment_afterwards, appointments, cases
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.ui.forms.note_draft import AFTER as PAUSE
from hgkm_desktop.ui.views.appointments.panel_foot import Ask

FRIDAY = date(2026, 11, 27)
AGREED = "Ilse vraagt een woning aan."


@pytest.fixture
def after(it):
    """The panel two hours after the talk."""
    it.now[0] = AFTER
    it.panel.show_visit(it.panel.visit_id, after=True)
    return it


def fill(asks):
    asks.punctual.set_value(Punctual.LATE)
    asks.face.segments[0].click()
    asks.wishes.set_value(Wishes.YES)
    asks.agreed.setPlainText(AGREED)
    asks.leaving.set_values([Leaving.CALM])


def promises(db, case_id):
    return db.call(cases.page, case_id).standing.open_promises()


def test_how_it_went_is_kept_and_the_promise_joins_her_page(after, going, leyla):
    asks = after.after.asks
    assert "Ja, Ilse" in after.words()
    fill(asks)
    after.push(asks.rows.more)
    row = asks.rows.rows[0]
    assert (row.what.toPlainText(), row.who.text()) == (AGREED, "Ilse")
    after.push(row.has_clock)
    row.by.set_value(FRIDAY)
    asks.feedback.setText("27 nov")
    after.ask(Ask.SAVE)
    visit = after.visit()
    told = visit.details.afterwards
    assert visit.state is State.HELD
    assert (told.punctual, told.known_face, told.wishes) == (Punctual.LATE, True, Wishes.YES)
    assert (told.agreed, told.feedback_by, told.leaving) == (AGREED, FRIDAY, Leaving.CALM)
    (promise,) = promises(leyla, going.case_id)
    assert (promise.what, promise.who, promise.by) == (AGREED, "Ilse", FRIDAY)
    assert "Eén belofte hiervan staat op haar bladzijde." in after.words()
    assert after.after.asks.rows.values() == []
    assert after.after.asks.punctual.value() == Punctual.LATE
    assert after.told == [visit.id]


def test_saved_again_nothing_is_promised_twice(after, going, leyla):
    asks = after.after.asks
    asks.rows.more.click()
    asks.rows.rows[0].what.setPlainText("Ze belt.")
    asks.rows.more.click()
    asks.rows.rows[1].what.setPlainText("Ze mailt.")
    asks.rows.rows[1].who.setText("Ilse")
    after.ask(Ask.SAVE)
    after.after.asks.wishes.set_value(Wishes.PARTLY)
    after.ask(Ask.SAVE)
    assert len(promises(leyla, going.case_id)) == 2
    assert "2 beloften hiervan staan op haar bladzijde." in after.words()
    assert after.visit().details.afterwards.wishes is Wishes.PARTLY


def test_somebody_else_came(after):
    asks = after.after.asks
    asks.face.segments[1].click()
    assert asks.fields["instead"].isVisible()
    asks.instead.setText("Karin")
    asks.rows.more.click()
    assert asks.rows.rows[0].who.text() == "Karin"
    after.push(asks.rows.rows[0].remove)
    assert after.focus is asks.rows.more
    after.ask(Ask.SAVE)
    told = after.visit().details.afterwards
    assert (told.known_face, told.instead) == (False, "Karin")


def test_what_cannot_be_kept_is_said_at_its_question(after):
    asks = after.after.asks
    asks.feedback.setText("ooit een keer")
    after.ask(Ask.SAVE)
    assert asks.fields["feedback_by"].problem()
    asks.feedback.setText("")
    asks.rows.more.click()
    after.ask(Ask.SAVE)
    row = asks.rows.rows[0]
    assert row.fields["what"].problem()
    assert row.fields["who"].problem() == ""
    row.what.setPlainText("Ze belt.")
    row.who.setText("")
    after.ask(Ask.SAVE)
    assert row.fields["what"].problem() == ""
    assert row.fields["who"].problem()
    asks.agreed.setPlainText("x" * 5000)
    after.ask(Ask.SAVE)
    assert asks.fields["agreed"].problem()
    assert after.visit().state is State.PLANNED


def test_half_typed_it_is_sealed_and_comes_back(after, leyla, visit):
    after.after.asks.agreed.setPlainText(AGREED)
    after.after.asks.rows.more.click()
    QTest.qWait(PAUSE + 100)
    after.after.asks.wishes.set_value(Wishes.NO)
    after.after.asks.wishes.changed.emit(Wishes.NO)
    after.panel.keep_half_typed()
    assert AGREED not in stored(leyla)
    after.panel.show_visit(None)
    assert after.after is None
    after.panel.show_visit(visit.id, after=True)
    asks = after.after.asks
    assert "staat er weer" in after.words()
    assert (asks.agreed.toPlainText(), asks.wishes.value()) == (AGREED, Wishes.NO)
    assert asks.rows.values()[0].what == AGREED
    after.ask(Ask.SAVE)
    assert after.visit().details.afterwards.agreed == AGREED
    after.panel.show_visit(None)
    after.panel.show_visit(visit.id, after=True)
    assert "staat er weer" not in after.words()


def test_a_tick_meanwhile_takes_nothing_away(after, leyla):
    after.after.asks.agreed.setPlainText(AGREED)
    visit = after.visit()
    leyla.call(appointments.prepare, visit.id, visit.version, now=MONDAY)
    assert after.after.asks.agreed.toPlainText() == AGREED
    after.ask(Ask.SAVE)
    assert after.visit().details.afterwards.agreed == AGREED


def test_a_colleague_who_was_first_is_said_and_only_a_second_save_replaces_it(after, sign_in):
    visit = after.visit()
    hers = Afterwards(TODAY, agreed="Anders.")
    after.after.asks.agreed.setPlainText(AGREED)
    imane = sign_in("Imane")
    imane.call(appointment_afterwards.save, visit.id, visit.version, hers, (), now=AFTER)
    after.ask(Ask.SAVE)
    assert "Bewaar nog eens om jouw tekst te houden." in after.after.problem()
    assert after.visit().details.afterwards.agreed == "Anders."
    assert after.after.asks.agreed.toPlainText() == AGREED
    after.ask(Ask.SAVE)
    assert after.visit().details.afterwards.agreed == AGREED


def test_what_a_colleague_wrote_stays_apart_from_what_is_typed(after, leyla, sign_in):
    visit = after.visit()
    after.after.asks.agreed.setPlainText(AGREED)
    hers = Afterwards(TODAY, agreed="Anders.")
    leyla.call(appointment_afterwards.save, visit.id, visit.version, hers, (), now=AFTER)
    assert after.after.asks.agreed.toPlainText() == AGREED
    after.ask(Ask.SAVE)
    assert after.after.problem()


def test_before_it_begins_there_is_nothing_to_note(it):
    it.panel.show_visit(it.panel.visit_id, after=True)
    assert "Deze afspraak komt nog." in it.words()
    assert not it.panel.foot.buttons[Ask.SAVE].isEnabled()
    assert not it.after.asks.isEnabled()
    assert not it.after.save()
    assert it.after.asks.fields["punctual"].problem()
    it.push(it.panel.head.sides.segments[0])
    assert it.ticks.isVisible()


def test_what_was_called_off_did_not_take_place(after, leyla):
    visit = after.visit()
    gone = State.NOT_SAFE, None, ""
    leyla.call(appointments.call_off, visit.id, visit.version, *gone, now=MONDAY)
    assert "Deze afspraak is afgezegd." in after.words()
    assert not after.after.may_save()
    assert not after.after.save()
    assert after.after.problem()


def test_without_a_case_there_is_nobody_to_promise_to(after, going, leyla):
    visit = after.visit()
    alone = replace(visit, id=going.case_id, case_id=None)
    alone = replace(alone, details=replace(alone.details, alias="Els", person_id=None))
    leyla.call(appointments.plan, alone, now=MONDAY)
    after.panel.show_visit(alone.id, after=True)
    assert not after.after.asks.rows.isVisible()
    assert not after.panel.foot.buttons[Ask.NOTE].isVisible()
    assert "Was het iemand die zij kent?" in after.words()
    assert "Hoe ging Els weg?" in after.words()
    after.after.asks.agreed.setPlainText(AGREED)
    after.ask(Ask.SAVE)
    assert after.visit().details.afterwards.agreed == AGREED


def test_her_page_opens_for_the_note(after, going, qtbot):
    with qtbot.waitSignal(after.ctx.shown) as shown:
        after.ask(Ask.NOTE)
    assert isinstance(shown.args[0], CaseName)
    assert shown.args[0].case_id == going.case_id


def test_a_visit_that_is_gone_is_said_and_the_text_stays(after):
    after.after.asks.agreed.setPlainText(AGREED)
    after.after.visit = replace(after.visit(), id=after.visit().first)
    after.ask(Ask.SAVE)
    assert "er niet meer" in after.after.problem()
    assert after.after.asks.agreed.toPlainText() == AGREED


def test_a_volunteer_sees_nothing_of_it(visit, sign_in, qtbot, qapp):
    with panel_desk(sign_in("Joke"), qtbot, qapp, now=AFTER) as it:
        it.panel.show_visit(visit.id, after=True)
        assert it.panel.isHidden()
        assert it.after is None


def test_tab_goes_through_a_promise_from_top_to_bottom(after):
    rows = after.after.asks.rows
    after.push(rows.more)
    after.push(rows.more)
    first = rows.rows[0]
    first.has_clock.click()
    first.what.setFocus()
    assert after.focus is first.what
    after.press(Qt.Key.Key_Tab)
    assert after.focus is first.who
    after.press(Qt.Key.Key_Tab)
    assert after.focus is first.has_clock
    assert timedelta(days=7) == first.by.value() - TODAY


def visited(it, key):
    """Press a key until the keyboard is back where it began; return where it was, each once."""
    start = it.panel.head.close_button
    start.setFocus(Qt.FocusReason.TabFocusReason)
    found = [start]
    for _ in range(60):
        it.press(key)
        if it.focus is start:
            return found
        if it.focus is not found[-1]:  # a date keeps it for its day, month and year
            found.append(it.focus)
    raise AssertionError("the keyboard is caught", found)


def as_it_reads(it):
    """Return what the keyboard comes to in the panel, from top to bottom."""
    asks, foot = it.after.asks, it.panel.foot.buttons
    above = [asks.punctual.segments[0], asks.face.segments[1], asks.instead]
    above += [asks.wishes.segments[0], asks.agreed]
    promises = [each for row in asks.rows.rows for each in row.stops() if each.isVisible()]
    below = [asks.rows.more, asks.feedback, asks.leaving.chips[0], foot[Ask.SAVE], foot[Ask.NOTE]]
    head = [it.panel.head.close_button, it.panel.head.sides.segments[1]]
    return [*head, *above, *promises, *below]


@pytest.mark.parametrize("lines", [0, 1, 3])
def test_tab_reads_the_questions_before_the_buttons_there_and_back(after, lines):
    after.push(after.after.asks.face.segments[1])
    for _ in range(lines):
        after.push(after.after.asks.rows.more)
    for row in after.after.asks.rows.rows[:1]:
        after.push(row.has_clock)
    wanted = as_it_reads(after)
    assert visited(after, Qt.Key.Key_Tab) == wanted
    assert visited(after, Qt.Key.Key_Backtab) == [wanted[0], *reversed(wanted[1:])]


def test_tab_reads_what_came_back_and_what_was_taken_away_the_same_way(after, leyla, visit):
    after.push(after.after.asks.face.segments[1])
    for what in ("Een", "Twee", "Drie"):
        after.push(after.after.asks.rows.more)
        after.after.asks.rows.rows[-1].what.setPlainText(what)
    after.panel.show_visit(None)
    after.panel.show_visit(visit.id, after=True)
    rows = after.after.asks.rows
    assert [line.what for line in rows.values()] == ["Een", "Twee", "Drie"]
    after.push(rows.rows[1].remove)
    leyla.call(appointments.prepare, visit.id, visit.version, now=MONDAY)
    assert visited(after, Qt.Key.Key_Tab) == as_it_reads(after)
