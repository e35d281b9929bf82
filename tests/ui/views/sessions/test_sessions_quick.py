"""The line above the list: a name, Enter, the next one; nothing typed gets lost."""

from datetime import date, time

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hgkm_desktop import clock
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.sessions import NameKind, Place
from hgkm_desktop.services import drafts, registrations, session_names
from hgkm_desktop.ui.style import px

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def plan(meetings, capacity=None, **given):
    return meetings.plan("Naailes", date(2026, 11, 24), time(10), capacity, **given)


def test_forty_names_typed_at_full_speed_are_all_on_the_list(open_page, meetings):
    plan(meetings)
    it = open_page("Hanan")
    it.quick.take_focus()
    names = [f"Zus{LETTERS[number // 10]}{LETTERS[number % 10]}" for number in range(40)]
    for name in names:
        QTest.keyClicks(it.focus, name)
        QTest.keyClick(it.focus, Qt.Key.Key_Return)
    assert [one.name for one in it.stored()] == names
    assert [one.number for one in it.stored()] == list(range(1, 41))
    assert it.lines() == [f"{number} {name}" for number, name in enumerate(names, start=1)]
    assert it.focus is it.quick.name and it.quick.is_blank()


def test_the_language_stays_and_the_children_begin_anew(open_page, meetings):
    plan(meetings)
    it = open_page("Hanan")
    it.quick.language.set_value(Language.SOMALI)
    it.quick.take_focus()
    it.type("Hawa")
    it.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert it.focus is it.quick.children_box
    it.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert it.quick.children_box.text() == "2 kinderen"
    it.press(Qt.Key.Key_Return)
    it.add("Rahma")
    first, second = it.stored()
    assert (first.name, first.language, first.children) == ("Hawa", Language.SOMALI, 2)
    assert (second.name, second.language, second.children) == ("Rahma", Language.SOMALI, 0)
    assert it.last == "Rahma staat op de lijst."


def test_one_child_is_one_and_a_wheel_changes_nothing(open_page, meetings):
    plan(meetings)
    it = open_page("Hanan")
    box = it.quick.children_box
    box.setFocus()
    it.press(Qt.Key.Key_Up)
    assert box.text() == "1 kind"
    turned = QWheelEvent(
        QPointF(5, 5),
        box.mapToGlobal(QPointF(5, 5)),
        QPointF(0, 0).toPoint(),
        QPointF(0, 120).toPoint(),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turned)
    assert box.value() == 1


def test_the_button_adds_as_enter_does_and_nothing_typed_adds_nobody(open_page, meetings):
    plan(meetings)
    it = open_page("Hanan")
    it.push(it.quick.add)
    assert it.stored() == [] and it.focus is it.quick.name
    it.type("Samira")
    it.push(it.quick.add)
    assert [one.name for one in it.stored()] == ["Samira"]
    assert it.focus is it.quick.name


def test_a_surname_is_left_out_and_that_is_said(open_page, meetings):
    plan(meetings)
    it = open_page("Hanan")
    it.add("Samira el Idrissi")
    assert [one.name for one in it.stored()] == ["Samira"]
    assert it.last == "Alleen ‘Samira’ is bewaard. Een achternaam bewaren we niet."


def test_the_same_name_is_told_and_taken(open_page, meetings):
    plan(meetings)
    it = open_page("Hanan")
    it.add("Samira")
    it.add("samira")
    assert len(it.stored()) == 2
    assert it.last == "Er staat al een samira."


def test_who_comes_when_it_is_full_waits(open_page, meetings):
    plan(meetings, capacity=1)
    it = open_page("Hanan")
    it.add("Samira")
    it.add("Hodan")
    assert it.last == "De bijeenkomst is vol. Ze staat op de wachtlijst."
    assert [one.place for one in it.stored()] == [Place.HAS_PLACE, Place.WAITING]
    assert it.lines() == ["1 Samira", "Wachtlijst  1", "2 Hodan"]


def test_control_z_takes_her_off_again(open_page, meetings):
    plan(meetings)
    it = open_page("Hanan")
    it.add("Samira")
    it.undo()
    assert it.stored() == [] and it.lines() == []


def test_a_telephone_number_is_refused_where_it_is_typed_and_stays(open_page, meetings):
    plan(meetings)
    it = open_page("Hanan")
    it.add("Samira 0612345678")
    assert it.stored() == [] and it.said == []
    assert it.quick.problem.text().startswith("Dit is geen voornaam")
    assert it.quick.name.text() == "Samira 0612345678"
    it.quick.name.clear()
    it.type("S")
    assert it.quick.problem.isHidden()


def test_a_number_is_enough(open_page, meetings):
    plan(meetings)
    it = open_page("Hanan")
    it.add("12")
    assert it.stored()[0].kind is NameKind.NUMBER
    assert it.lines() == ["1 nr. 12"]


def test_hostile_names_are_only_letters(open_page, meetings):
    plan(meetings)
    it = open_page("Hanan")
    for name in ("=1+1", "<b>x</b>", "سميرة123"):
        it.add(name)
    assert len(it.lines()) == 3
    assert [one.name for one in it.stored()] == ["=1+1", "<b>x</b>", "سميرة123"]
    it.page.grab()


def test_half_a_name_waits_at_its_own_session(open_page, planned):
    it = open_page("Hanan")
    it.quick.take_focus()
    it.type("Sam")
    it.choose("Naailes")
    assert it.quick.is_blank()
    it.choose("Je rechten bij scheiden")
    assert it.quick.name.text() == "Sam"


def test_half_a_name_survives_the_lock(open_page, planned):
    it = open_page("Hanan")
    it.choose("Naailes")
    it.quick.take_focus()
    it.type("Half")
    kept = it.view.draft()
    it.ctx.call(drafts.keep, "sessions", kept)
    again = open_page(it.ctx.db)
    again.view.restore(again.ctx.call(drafts.look, "sessions"))
    assert again.page.head.name.text() == "Naailes"
    assert again.quick.name.text() == "Half"
    assert again.ctx.call(drafts.look, "sessions") is None


def test_half_a_name_typed_elsewhere_is_shown_where_it_was_typed(open_page, planned):
    it = open_page("Hanan")
    it.choose("Naailes")
    it.quick.take_focus()
    it.type("Half")
    it.choose("Avond voor dochters")
    again = open_page(it.ctx.db)
    again.view.restore(it.view.draft())
    assert (again.page.head.name.text(), again.quick.name.text()) == ("Naailes", "Half")


def test_half_a_name_in_the_session_that_is_open_stands_there_at_once(open_page, planned):
    it = open_page("Hanan")
    it.quick.take_focus()
    it.type("Half")
    again = open_page(it.ctx.db)
    again.view.restore(it.view.draft())
    assert again.quick.name.text() == "Half"


def test_half_a_name_at_the_door_survives_the_lock(open_page, planned):
    it = open_page("Hanan")
    it.pages.show_door(planned.made["Naailes"].id)
    QTest.keyClicks(it.focus, "Half")
    kept = it.view.draft()
    again = open_page(it.ctx.db)
    again.view.restore(kept)
    assert again.view.heading() == "Aan de deur"
    assert again.pages.door.field.text() == "Half"


def test_nothing_half_typed_is_no_draft(open_page, planned):
    it = open_page("Hanan")
    assert it.view.draft() is None
    it.add("Samira")
    assert it.view.draft() is None


def test_what_is_half_typed_in_an_open_form_is_back_after_the_lock(open_page, planned):
    it = open_page(planned.db)
    it.push(it.page.head.change)
    it.overlay.fields["title"].widget.setText("Rechten en plichten")
    it.view.draft()
    again = open_page(it.ctx.db)
    again.push(again.page.head.change)
    assert again.overlay.fields["title"].widget.text() == "Rechten en plichten"


def test_nobody_is_added_once_the_names_are_gone_or_hidden(open_page, planned):
    it = open_page(planned.db)
    assert it.quick.isVisible()
    it.ctx.veil(True)
    assert it.quick.isHidden()
    it.ctx.veil(False)
    assert it.quick.isVisible()
    later = clock.at(date(2027, 1, 20), time(10))
    planned.db.call(session_names.forget, now=later)
    it.view.refresh()
    assert it.quick.isHidden()
    assert "De namen van deze bijeenkomst zijn weg. De aantallen blijven." in " ".join(
        it.page.strips.names.accessibleName().split()
    )
    assert it.lines()[6] == "7 nr. 7"


def test_the_line_wraps_where_there_is_little_room(open_page, planned):
    it = open_page("Hanan", size=(880, 600), scale=130)
    assert it.quick.language.y() > it.quick.name.y()
    wide = open_page("Hanan", size=(1400, 700))
    assert abs(wide.quick.language.y() - wide.quick.name.y()) <= px(2)


def test_in_arabic_the_line_runs_the_other_way(open_page, planned):
    it = open_page("Hanan", language="ar")
    assert it.quick.name.x() > it.quick.add.x()
    assert it.quick.name.textMargins().right() > it.quick.name.textMargins().left()
    it.add("Samira el Idrissi")
    assert "Samira" in it.last
    it.window.grab()


def test_a_language_event_keeps_room_for_the_icon(open_page, planned):
    it = open_page("Hanan")
    it.quick.name.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert it.quick.name.textMargins().right() > it.quick.name.textMargins().left()


def test_two_seats_take_the_last_place(open_page, meetings, sign_in):
    session = plan(meetings, capacity=1)
    it = open_page("Hanan")
    it.quick.take_focus()
    it.type("Samira")
    other = sign_in("Leyla")
    other.call(registrations.register, session.id, registrations.NewRegistration("Hodan"))
    it.press(Qt.Key.Key_Return)
    assert it.last == "De bijeenkomst is vol. Ze staat op de wachtlijst."
    assert it.lines() == ["1 Hodan", "Wachtlijst  1", "2 Samira"]
