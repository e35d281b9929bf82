"""The page of a case: how she may be reached first, who holds her, and what can be done next."""

from dataclasses import replace
from datetime import timedelta

import pytest
from cases_window import LARGE, SMALL, cases_window
from desk import MONDAY
from opened_case import CALLS, TODAY, agree, furnish, many_notes, note, on, open_case
from PySide6.QtCore import Qt

from hgkm_desktop.rules.holding import Reason
from hgkm_desktop.rules.lists import Purpose
from hgkm_desktop.services import cases, consents, holders, safe_contact
from hgkm_desktop.ui.menu import Menu
from hgkm_desktop.ui.views.cases.call_gate import CallGate
from hgkm_desktop.ui.views.cases.case_menu import menu_entries
from hgkm_desktop.ui.views.cases.contact_form import ContactForm
from hgkm_desktop.ui.views.cases.still_right import StillRight
from hgkm_desktop.ui.widgets.labels import Label

NUMBER = "06-12345678"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def open_page(leyla, qtbot, qapp):
    """Open a case's page; the window goes with the test."""
    opened = []

    def open_for(case_id, now=MONDAY, size=LARGE, **more):
        context = cases_window(leyla, qtbot, qapp, size=size, **more)
        made = context.__enter__()
        opened.append(context)
        made.ctx.now = lambda: now
        made.view.way.open_case.emit(case_id)
        return made

    yield open_for
    for context in opened:
        context.__exit__(None, None, None)


@pytest.fixture
def full(leyla):
    return furnish(leyla)


def strip(window):
    made = window.view.pages.case.strip
    return f"{made.verdict.accessibleName()} {made.details.text()}"


def test_the_head_says_who_she_is_and_who_holds_her(full, open_page):
    window = open_page(full)
    case = window.view.pages.case
    assert window.window.header.heading.text() == "Roos"
    assert "bij ons sinds 1 sep" in window.window.header.beside.text()
    assert "Eerst veilig" in case.head.phase.accessibleName()
    offered = "Wij houden haar vast. Aangeboden aan Buurtteam Osdorp."
    assert case.head.holder.accessibleName() == offered
    assert case.head.people.accessibleName() == "Leyla, Imane"


def test_on_a_small_screen_nothing_is_cut_and_handing_over_is_in_the_menu(full, open_page):
    window = open_page(full, size=SMALL)
    head = window.view.pages.case.head
    assert head.holder.width() >= head.holder.sizeHint().width()
    assert not head.hand_over.isVisible()
    head.more.click()
    assert isinstance(window.form, Menu)
    assert "Draag over" in [button.text() for button in window.form.buttons]


def test_the_menu_does_what_it_says(full, open_page):
    window = open_page(full)
    case = window.view.pages.case
    case.head.more.click()
    entries = menu_entries(window.ctx, window.view.way, case.page, window.window)
    buttons = window.form.buttons[-len(entries) :]
    assert [button.text() for button in buttons] == [each[0] for each in entries]
    window.push(buttons[1])
    assert not isinstance(window.form, Menu)
    assert window.form.accessibleName() == entries[1][0]


def test_calling_may_now_and_until_when(full, open_page):
    window = open_page(full)
    assert "Bellen mag nu, tot 12.00." in strip(window)
    assert "“Met Leyla van de kookgroep.”" in strip(window)
    assert "Geen app. Geen voicemail." in strip(window)
    assert "Afgesproken 3 nov, geldig tot 3 dec." in strip(window)
    window.push(window.view.pages.case.strip.call)
    assert isinstance(window.form, CallGate)


def test_how_she_may_be_reached_is_the_first_thing_read(full, open_page):
    window = open_page(full)
    assert window.focus is window.view.pages.case.strip
    assert window.focus.accessibleName().startswith("Bellen mag nu, tot 12.00. Zeg:")
    window.press(Qt.Key.Key_Tab)
    assert window.focus is window.view.pages.case.strip.call


def test_an_open_gate_shuts_by_itself(full, open_page):
    window = open_page(full)
    bar = window.view.pages.case.strip
    window.ctx.now = lambda: MONDAY + timedelta(minutes=25)
    bar.look_again()
    assert "Nu niet bellen. Weer op maandag en woensdag, 10–12 uur." in strip(window)
    assert not bar.call.isVisible()


def test_after_something_happened_she_is_asked_first(full, leyla, open_page):
    leyla.call(safe_contact.incident, full, "", now=MONDAY)
    window = open_page(full)
    bar = window.view.pages.case.strip
    assert "Niet bellen. Er is iets gebeurd. Vraag het opnieuw als ze hier is." in strip(window)
    assert not bar.call.isVisible()
    window.push(bar.ask)
    assert isinstance(window.form, StillRight)


def test_an_agreement_that_ended_and_one_of_long_ago(leyla, open_page):
    roos = open_case(leyla)
    agree(leyla, roos, on(3), replace(CALLS, until=TODAY - timedelta(days=2)))
    window = open_page(roos)
    assert "Niet bellen. De afspraak is verlopen." in strip(window)
    agree(leyla, roos, on(23, 9), replace(CALLS, until=None))
    window.ctx.now = lambda: MONDAY + timedelta(days=40)
    window.view.refresh()
    assert "We vroegen het langer dan 30 dagen geleden." in strip(window)


def test_without_an_agreement_nobody_calls(leyla, open_page):
    window = open_page(open_case(leyla))
    assert "Er is geen afspraak. Wij bellen niet. Zij komt zelf." in strip(window)
    window.push(window.view.pages.case.strip.ask)
    assert isinstance(window.form, ContactForm)


def test_when_she_takes_her_yes_back_the_strip_follows_at_once(full, leyla, open_page):
    window = open_page(full)
    leyla.call(consents.withdraw, full, Purpose.CONTACT_BY_US, "", now=MONDAY)
    assert not window.view.pages.case.strip.call.isVisible()
    assert "Zij wil geen contact van ons." in strip(window)


def test_the_number_is_nowhere_on_the_page(full, open_page):
    window = open_page(full)
    everything = window.words() + " ".join(
        each.accessibleName() for each in window.window.findChildren(Label)
    )
    for part in window.view.pages.case.tabs.part("timeline").lines.items:
        everything += part.accessibleName()
    assert NUMBER not in everything
    assert "12345678" not in everything


def test_stopping_and_beginning_again_is_one_click(full, leyla, open_page):
    other = open_case(leyla, "Linde")
    leyla.call(holders.close, other, Reason.MANAGES_HERSELF, None, agreed_none=True, now=MONDAY)
    window = open_page(other)
    closed = window.view.pages.case.closed
    assert closed.isVisible()
    assert "Gestopt op 23 nov. De deur blijft open." in window.words()
    assert not window.view.pages.case.head.hand_over.isVisible()
    window.push(closed.again)
    assert leyla.call(cases.page, other).standing.holding.is_open
    assert not closed.isVisible()


def test_behind_the_veil_there_are_codes_and_no_texts(full, open_page):
    window = open_page(full)
    window.ctx.veil(True)
    case = window.view.pages.case
    seen = window.words() + strip(window)
    seen += " ".join(item.accessibleName() for item in case.tabs.part("timeline").lines.items)
    for hidden in (
        "Roos",
        "Leyla van de",
        "Verkeerd",
        "deur op slot",
        "Jolanda",
        "woning",
        "geld,",
    ):
        assert hidden not in seen
    assert window.window.header.heading.text() == case.page.name.code
    assert "Bellen mag nu" in seen


def test_the_parts_are_made_when_they_are_opened_and_follow_the_case(full, open_page):
    window = open_page(full)
    tabs = window.view.pages.case.tabs
    assert list(tabs._made) == ["timeline"]
    window.focus.setFocus()
    for name in ("safety", "consent", "household", "clocks", "timeline"):
        window.press(Qt.Key.Key_PageDown, CONTROL)
        assert tabs.bar.current() == name
        assert tabs.currentWidget() is tabs.part(name)


def test_the_summary_leads_to_her_consent(full, open_page):
    window = open_page(full)
    tabs = window.view.pages.case.tabs
    tabs.part("timeline").side.tab_asked.emit("consent")
    assert tabs.bar.current() == "consent"


def test_the_right_column_says_what_holds_now(full, open_page):
    words = open_page(full).words()
    for wanted in (
        "Huisverbod",
        "Stopt donderdag 26 november, 18.00. Dan is Leyla bij haar.",
        "Buurtteam Osdorp",
        "wil ze niet",
        "Jolanda: belt over de woning",
    ):
        assert wanted in words


def test_from_one_case_to_another_nothing_stays(full, leyla, open_page):
    window = open_page(full)
    linde = open_case(leyla, "Linde")
    note(leyla, linde, MONDAY, "zevenblad")
    window.view.way.open_case.emit(linde)
    lines = window.view.pages.case.tabs.part("timeline").lines
    said = " ".join(item.accessibleName() for item in lines.items)
    assert "zevenblad" in said
    assert "deur op slot" not in said
    assert "Huisverbod" not in window.words()


def test_two_hundred_notes_make_a_screenful_of_lines(leyla, open_page):
    roos = open_case(leyla)
    many_notes(leyla, roos, 200)
    window = open_page(roos)
    lines = window.view.pages.case.tabs.part("timeline").lines
    assert len(lines.items) < 40
    lines.items[0].setFocus()
    window.press(Qt.Key.Key_End)
    assert len(lines.items) == 202
    assert window.focus is lines.items[-1]
