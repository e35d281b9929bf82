"""A confidant goes along on such a day: each field of the appointment typed in its own form.

What the other modules plant with the services is typed here, so that the forms, their drafts and
what the window remembers are looked through as well.
"""

from a_day import Day
from program import CONTROL, Running
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateTimeEdit, QFileDialog

from hgkm_desktop.services import appointments
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.appointments.panel_foot import Ask
from hgkm_desktop.ui.views.appointments.visit_form import VisitForm

WORDS = "words"
CALENDAR = "afspraken.ics"


def go_along(day: Day, it: Running, case_id) -> None:
    """Plan a visit of this morning, take it to a calendar, and note how it went."""
    before = len(it.ctx.call(appointments.of_case, case_id))
    form = _begin(it)
    _type_who(day, it, form, str(case_id))
    _type_the_rest(day, it, form)
    _save(it)
    assert len(it.ctx.call(appointments.of_case, case_id)) == before + 1
    panel = it.view.page.panel
    day.titles.add(it.window.windowTitle())
    assert panel.isVisible()
    _note_how_it_went(day, it, panel)
    _take_to_the_calendar(day, it)
    _leave_half_typed(day, it)
    _tell_the_confidants(day, it)


def _begin(it: Running) -> VisitForm:
    it.press(Qt.Key.Key_4, modifiers=CONTROL)
    assert it.view.identifier == "appointments"
    it.press(Qt.Key.Key_N, modifiers=CONTROL)
    assert isinstance(it.overlay, VisitForm)
    return it.overlay


def _type_who(day: Day, it: Running, form: VisitForm, case_id: str) -> None:
    who, when = form.who, form.when
    _choose(it, who.woman, case_id)
    _choose(it, who.partner, WORDS)
    _choose(it, who.person, WORDS)
    it.fill(who.partner_words, day.mark("plek"))
    it.fill(who.person_words, day.mark("gezicht"))
    who.met.answer.segments[1].setFocus()
    it.press(Qt.Key.Key_Space)
    it.fill(who.met.reason, day.mark("waarom"))
    when.hour.setFocus()
    when.hour.setSelectedSection(QDateTimeEdit.Section.HourSection)
    it.type("0900")
    it.fill(when.meet_where, day.mark("halte"))
    it.fill(when.place, day.mark("verdieping"))


def _type_the_rest(day: Day, it: Running, form: VisitForm) -> None:
    talk, topics, wishes = form.all.talk, form.all.topics, form.all.wishes
    form.steps.names.segments[0].setFocus()
    it.press(Qt.Key.Key_Right)
    it.push(talk.needs)
    it.fill(talk.name, day.mark("tolk"))
    it.fill(talk.wish, day.mark("wens"))
    form.steps.names.segments[1].setFocus()
    it.press(Qt.Key.Key_Right)
    it.fill(topics.purpose, day.mark("doel"))
    it.fill(topics.questions.rows[0].boxes[0], day.mark("vraagje"))
    for box in wishes.not_with.rows[0].boxes:
        it.fill(box, day.mark("nietmet"))


def _note_how_it_went(day: Day, it: Running, panel) -> None:
    asks = panel.middle.after.asks
    asks.face.segments[1].setFocus()
    it.press(Qt.Key.Key_Space)
    it.fill(asks.instead, day.mark("ander"))
    it.fill(asks.agreed, day.mark("afgesproken"))
    it.push(asks.rows.more)
    row = asks.rows.rows[0]
    row.what.selectAll()
    it.fill(row.what, day.mark("belofte"))
    row.who.selectAll()
    it.fill(row.who, day.mark("belooft"))
    it.push(panel.foot.buttons[Ask.SAVE])
    it.wait(lambda: panel.visit.details.afterwards is not None)
    panel.head.sides.segments[0].setFocus()
    it.press(Qt.Key.Key_Space)


def _leave_half_typed(day: Day, it: Running) -> None:
    """Type a part of another one, look away, and see that it was kept."""
    form = _begin(it)
    it.fill(form.who.alias, day.mark("roepnaam"))
    it.press(Qt.Key.Key_Escape)
    form = _begin(it)
    assert form.who.alias.text() == day.markers[-1]
    it.press(Qt.Key.Key_Escape)


def _take_to_the_calendar(day: Day, it: Running) -> None:
    """Save all of hers for her telephone: the file lies on the stick, and tells nothing."""
    it.press(Qt.Key.Key_4, modifiers=CONTROL)
    it.push(it.view.page.bar.more)
    words = tr("My appointments in another calendar")
    it.push(next(each for each in it.overlay.buttons if each.text() == words))
    it.push(it.overlay.accept_button)
    it.wait(lambda: it.window.findChildren(QFileDialog))
    dialog = it.window.findChildren(QFileDialog)[0]
    dialog.setDirectory(str(day.stick))
    dialog.selectFile(str(day.stick / CALENDAR))
    dialog.accept()
    it.wait((day.stick / CALENDAR).exists)
    it.window.activateWindow()
    it.wait(it.window.isActiveWindow)


def _tell_the_confidants(day: Day, it: Running) -> None:
    it.press(Qt.Key.Key_1, modifiers=CONTROL)
    it.push(it.view.page.parts.write)
    it.push(next(each for each in it.overlay.whom.buttons if each.text() == tr("For confidants")))
    it.fill(it.overlay.text, day.mark("onderons"))
    _save(it)


def _choose(it: Running, combo, value: object) -> None:
    combo.setFocus()
    it.press(Qt.Key.Key_Home)
    for _ in range(combo.count()):
        if combo.value() == value:
            return
        it.press(Qt.Key.Key_Down)
    assert combo.value() == value


def _save(it: Running) -> None:
    form = it.overlay
    it.push(form.accept_button)
    it.wait(lambda: it.overlay is not form)
