"""Who can be reached now, or at a moment somebody chooses."""

from datetime import UTC, date, datetime, time

from city import SCHOOL, SHELTER, TEAM
from PySide6.QtCore import Qt

from hgkm_desktop.ui.views.partners.reachable import OTHER, ReachableOverlay
from hgkm_desktop.ui.widgets.buttons import Button

SUNDAY_NIGHT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


def ask(page):
    page.push(page.page.bar.reachable)
    assert isinstance(page.overlay, ReachableOverlay)
    return page.overlay


def move_to(page, day, hour):
    overlay = page.overlay
    page.push(overlay.when.segments[1])
    assert overlay.when.value() == OTHER
    overlay.day.set_value(day)
    overlay.time.set_value(hour)
    page.settle()


def test_now_the_direct_lines_come_first(city, open_page):
    page = open_page("Hanan")
    ask(page)
    said = page.words(page.overlay)
    assert "maandag 23 november, 11.40" in said
    assert said.index("020 555 0131") < said.index("020 555 0100")
    assert "algemeen nummer" in said
    assert "tot 17.00" in said
    assert SCHOOL in said
    assert "0800-2000" in said
    assert "112" in said


def test_outside_hours_what_was_agreed_and_what_always_answers(city, open_page):
    page = open_page("Hanan", at=SUNDAY_NIGHT)
    ask(page)
    said = page.words(page.overlay)
    assert "Geen organisatie van onze lijst is dan open." in said
    assert "020 555 0118" in said
    assert "achterwacht" in said
    assert "112" in said
    assert TEAM not in said


def test_any_other_moment_can_be_asked_a_holiday_too(city, open_page):
    page = open_page("Hanan")
    overlay = ask(page)
    assert not overlay.day.isVisible()
    move_to(page, date(2026, 12, 25), time(10))
    said = page.words(overlay)
    assert "vrijdag 25 december, 10.00" in said
    assert "Eerste kerstdag" in said
    assert TEAM not in said
    move_to(page, date(2026, 12, 28), time(10))
    assert TEAM in page.words(overlay)


def test_one_of_them_opens_its_card(city, open_page):
    page = open_page("Hanan")
    page.choose(SHELTER)
    overlay = ask(page)
    found = overlay.findChildren(Button)
    page.push(next(each for each in found if each.accessibleName() == f"Open {TEAM}"))
    assert page.overlay is None
    assert page.side.name.text() == TEAM
    assert page.focus is page.table


def test_behind_the_veil_numbers_are_hidden_but_help_is_not(city, open_page):
    page = open_page("Hanan")
    page.ctx.veil(True)
    ask(page)
    said = page.words(page.overlay)
    assert "Jolanda" not in said
    assert "020 555" not in said
    assert "0800-2000" in said


def test_a_key_opens_it_and_escape_closes_it(city, open_page):
    page = open_page("Hanan")
    page.table.setFocus()
    page.press(Qt.Key.Key_B, modifiers=Qt.KeyboardModifier.AltModifier)
    assert isinstance(page.overlay, ReachableOverlay)
    page.press(Qt.Key.Key_Escape)
    assert page.overlay is None
