"""One session: its head, its numbers, and the list of who comes."""

from datetime import date

from meetings import NOW
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.models.codes import Language
from hgkm_desktop.services import information_sessions
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.page_list import CHILDREN, LANGUAGE, MORE, NAMES, TICKS
from hgkm_desktop.ui.widgets.dialog import Overlay


def numbers(it):
    return [" ".join(it.words(cell).split()) for cell in it.page.facts.cells]


def test_the_head_tells_when_where_who_and_for_which_language(open_page, planned):
    it = open_page("Hanan")
    said = it.words(it.page.head)
    for words in ("do 19 nov, 12.30 – 14.00", "zaal 1", "mr. Kok, Juridisch Loket", "tolk Darija"):
        assert words in said
    assert "Verander" not in said and "Print presentielijst" in said


def test_only_who_plans_can_change(open_page, planned):
    it = open_page(planned.db)
    it.push(it.page.head.change)
    assert isinstance(it.overlay, Overlay)


def test_a_session_that_comes_back_says_so_with_its_languages(open_page, meetings):
    from hgkm_desktop.rules.sessions import Frequency, SessionTopic
    from hgkm_desktop.services import session_series
    from hgkm_desktop.services.session_series import Repeat

    blank = meetings.db.call(information_sessions.blank, now=NOW)
    blank.topic, blank.languages = SessionTopic.MONEY, (Language.SOMALI, Language.DUTCH)
    repeat = Repeat(Frequency.WEEKLY, date(2026, 12, 17))
    meetings.db.call(session_series.begin, blank, repeat, now=NOW)
    it = open_page("Hanan")
    said = it.words(it.page.head)
    assert "keert terug" in said and "Nederlands, Somali" in said and "Geld" in said


def test_four_numbers_stand_under_the_head(open_page, planned):
    it = open_page("Hanan")
    told = ["14 van 18 plaatsen", "9 zijn er nu", "5 in de opvang", "0 op de wachtlijst"]
    assert numbers(it) == told


def test_space_ticks_and_arrows_go_on(open_page, planned):
    it = open_page("Hanan")
    it.choose_row("Selihom")
    it.press(Qt.Key.Key_Space)
    assert it.stored_of("Selihom").is_here
    assert it.table.current().name == "Selihom"
    assert numbers(it)[1] == "10 zijn er nu"
    it.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert it.stored_of("Yasmin").is_here
    assert it.said[-1].is_quiet
    it.undo()
    assert not it.stored_of("Yasmin").is_here
    it.press(Qt.Key.Key_Up, Qt.Key.Key_Space)
    assert not it.stored_of("Meryem").is_here
    it.undo()
    assert it.stored_of("Meryem").is_here


def test_typing_in_the_list_leads_to_a_name(open_page, planned, monkeypatch):
    moment = [100.0]
    monkeypatch.setattr("hgkm_desktop.ui.views.sessions.page_list.monotonic", lambda: moment[0])
    it = open_page("Hanan")
    it.choose_row("Samira")
    it.type("ha")
    assert it.table.current().name == "Hawa"
    moment[0] += 5
    it.type("m")
    assert it.table.current().name == "Meryem"
    it.type("ev")
    assert it.table.current().name == "Mevrouw B."
    it.type("x")
    assert it.table.current().name == "Mevrouw B."
    it.press(Qt.Key.Key_Space)
    assert not it.stored_of("Mevrouw B.").is_here


def test_a_click_ticks_or_opens_what_can_be_done(open_page, planned):
    it = open_page("Hanan")
    it.click(3, TICKS)
    assert it.stored_of("Selihom").is_here
    it.click(3, NAMES)
    assert it.stored_of("Selihom").is_here and it.overlay is None
    it.click(3, MORE)
    assert "Ze is er niet" in it.entries()


def test_two_quick_clicks_on_a_tick_are_two_clicks(open_page, planned):
    it = open_page("Hanan")
    it.click(3, TICKS)
    index = it.page.model.index(3, TICKS)
    point = it.table.visualRect(index).center()
    port, left = it.table.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseDClick(port, left, Qt.KeyboardModifier.NoModifier, point)
    assert it.overlay is None
    point = it.table.visualRect(it.page.model.index(4, NAMES)).center()
    QTest.mouseDClick(port, left, Qt.KeyboardModifier.NoModifier, point)
    assert isinstance(it.overlay, Overlay)


def test_a_click_beside_the_rows_or_with_the_other_button_does_nothing(open_page, planned):
    it = open_page("Hanan", size=(1124, 900))
    it.choose_row("Samira")
    port = it.table.viewport()
    point = port.rect().bottomLeft()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    box = it.table.visualRect(it.page.model.index(3, TICKS)).center()
    QTest.mouseClick(port, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, box)
    assert not it.stored_of("Selihom").is_here and it.stored_of("Samira").is_here


def test_a_row_says_aloud_what_stands_in_it(open_page, planned):
    it = open_page("Hanan")
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [it.page.model.index(0, column).data(role) for column in range(5)]
    assert said[0] == "is er" and said[1] == "Naam: Samira" and said[2] == "Taal: Darija"
    assert said[3] == "Kinderen in de opvang: 2" and said[4] == "Wat er nog meer kan"
    assert it.page.model.index(3, TICKS).data(role) == "is er niet"
    assert it.page.model.index(6, CHILDREN).data() == ""
    assert it.page.model.index(6, LANGUAGE).data() == "Nederlands"


def test_on_a_narrow_page_the_buttons_stand_under_the_name(open_page, planned):
    it = open_page(planned.db, size=(880, 640), scale=130)
    head = it.page.head
    assert head.change.mapTo(head, head.change.rect().topLeft()).y() > px(40)
    assert it.table.columnWidth(LANGUAGE) < px(130)
    it.window.grab()


def test_a_list_of_one_says_the_same_in_arabic(open_page, planned):
    it = open_page("Hanan", language="ar")
    assert it.lines()[0] == "1 Samira"
    assert it.table.columnViewportPosition(TICKS) > it.table.columnViewportPosition(MORE)
    it.window.grab()
