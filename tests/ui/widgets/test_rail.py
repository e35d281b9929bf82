"""The rail beside the page, and the sheet it leads to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui import style
from hgkm_desktop.ui.widgets.rail import Rail, Sheet


@pytest.fixture
def rail(shown):
    made = Rail("Buurtlogboek", "Nisa for Nisa")
    made.add("today", "Vandaag", "sun-horizon")
    made.add("walk_ins", "Inloop", "door-open")
    made.add("admin", "Beheer", "gear-six", bottom=True)
    made.set_user("Naima", "vertrouwenspersoon", 2)
    made.select("today")
    return shown(made, 204, 700)


def tab(rail, name):
    return next(w for w in rail.findChildren(QWidget) if w.accessibleName() == name)


def test_pressing_a_tab_asks_and_the_window_decides(rail, qtbot):
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.mouseClick(tab(rail, "Inloop"), Qt.MouseButton.LeftButton)
    assert told.args == ["walk_ins"]
    assert tab(rail, "Vandaag").isChecked()
    rail.select("walk_ins")
    assert tab(rail, "Inloop").isChecked()
    assert not tab(rail, "Vandaag").isChecked()


def test_arrows_walk_down_the_rail_and_enter_opens(rail, qtbot):
    tab(rail, "Vandaag").setFocus()
    qtbot.keyClick(tab(rail, "Vandaag"), Qt.Key.Key_Down)
    assert tab(rail, "Inloop").hasFocus()
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.keyClick(tab(rail, "Inloop"), Qt.Key.Key_Return)
    assert told.args == ["walk_ins"]


def test_what_waits_is_shown_and_spoken(rail):
    rail.set_count("today", 5)
    assert tab(rail, "Vandaag").accessibleDescription() == "5"
    rail.set_count("today", 0)
    assert tab(rail, "Vandaag").accessibleDescription() == ""


def test_the_rail_paints_its_counts_its_person_and_its_name(rail):
    before = rail.grab().toImage()
    rail.set_count("today", 5)
    rail.set_count("walk_ins", 12)
    after = rail.grab().toImage()
    assert before != after
    tab(rail, "Inloop").setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    tab(rail, "Naima").setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert rail.grab().toImage() != after


def test_the_help_button_stands_below_every_tab_and_answers_keys_and_mouse(rail, qtbot):
    before = rail.grab().toImage()
    button = rail.add_help("Hulp bij nood", "phone-call")
    qtbot.wait(1)
    assert tab(rail, "Beheer").geometry().bottom() < button.geometry().top()
    assert button.geometry().bottom() < tab(rail, "Naima").geometry().top()
    assert rail.grab().toImage() != before
    quiet = button.grab().toImage()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert button.grab().toImage() != quiet
    for press in (
        lambda: qtbot.mouseClick(button, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(button, Qt.Key.Key_Return),
        lambda: qtbot.keyClick(button, Qt.Key.Key_Space),
    ):
        with qtbot.waitSignal(button.clicked):
            press()


def test_a_person_without_a_role_has_her_name_in_the_middle(rail):
    before = tab(rail, "Naima").grab().toImage()
    rail.set_user("Naima", "", 2)
    assert tab(rail, "Naima").grab().toImage() != before


def test_the_user_can_be_pressed(rail, qtbot):
    with qtbot.waitSignal(rail.user_clicked):
        qtbot.keyClick(tab(rail, "Naima"), Qt.Key.Key_Return)


def test_the_active_tab_wears_the_ribbon_at_the_leading_side(rail, qapp):
    item = tab(rail, "Vandaag")
    assert item.geometry().right() == rail.width() - 1
    assert item.grab().toImage().pixelColor(2, 22) == style.color("ribbon")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert item.grab().toImage().pixelColor(item.width() - 3, 22) == style.color("ribbon")


def test_the_sheet_has_its_round_corner_beside_the_rail(shown, qapp):
    sheet = shown(Sheet())
    picture = sheet.grab().toImage()
    assert picture.pixelColor(0, 0) == style.color("bind")
    assert picture.pixelColor(599, 0) == style.color("page")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picture = sheet.grab().toImage()
    assert picture.pixelColor(599, 0) == style.color("bind")
    assert picture.pixelColor(0, 0) == style.color("page")
