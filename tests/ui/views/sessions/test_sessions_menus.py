"""What stands behind the dots, and what is said above the list."""

from datetime import date, time, timedelta

from meetings import NOW
from PySide6.QtCore import Qt

from hgkm_desktop.services import attendance, information_sessions, session_names
from hgkm_desktop.ui.views.sessions.page_list import NAMES
from hgkm_desktop.ui.widgets.dialog import Overlay

PUBER = "Praten met je puber"


def numbers(it):
    return [" ".join(it.words(cell).split()) for cell in it.page.facts.cells]


def test_enter_opens_what_can_be_done_with_her(open_page, planned):
    it = open_page("Hanan")
    it.choose_row("Samira")
    it.press(Qt.Key.Key_Return)
    assert it.entries() == [
        "Ze is er niet",
        "Verander",
        "Hoe mogen wij haar bereiken?",
        "Bewijs van deelname",
        "Ze komt niet",
        "Haal van de lijst",
    ]
    it.entry("Ze is er niet")
    assert not it.stored_of("Samira").is_here


def test_taking_off_the_list_asks_first_and_leaves_nothing(open_page, planned):
    it = open_page("Hanan")
    it.choose_row("Samira")
    it.press(Qt.Key.Key_Return)
    it.entry("Haal van de lijst")
    assert "Samira van de lijst halen?" in it.words(it.overlay)
    assert len(it.stored()) == 14
    it.push(it.overlay.accept_button)
    assert "Samira" not in [one.name for one in it.stored()]


def test_forms_about_her_open_from_the_menu(open_page, planned):
    it = open_page("Hanan")
    for entry in ("Verander", "Hoe mogen wij haar bereiken?", "Bewijs van deelname"):
        it.choose_row("Samira")
        it.press(Qt.Key.Key_Return)
        it.entry(entry)
        assert isinstance(it.overlay, Overlay)
        it.overlay.close_overlay()


def test_hidden_names_are_numbers_and_nothing_with_names_is_offered(open_page, planned):
    it = open_page("Leyla")
    it.ctx.veil(True)
    assert it.lines()[:2] == ["1 nr. 1", "2 nr. 2"]
    assert it.page.model.columns[NAMES].extra(it.stored()[1]) == ("", False)
    assert not it.page.head.print.isEnabled()
    it.table.setFocus()
    it.table.select(0)
    it.press(Qt.Key.Key_Return)
    assert it.entries() == ["Ze is er niet", "Ze komt niet", "Haal van de lijst"]
    it.entry("Ze komt niet")
    assert it.last == "nr. 1 komt niet."
    it.push(it.page.head.more)
    assert "Wie mag ik het vertellen?" not in it.entries()


def test_the_menu_of_a_session_offers_what_somebody_may(open_page, planned):
    offered = {}
    for name in ("Hanan", "Joke", "Leyla"):
        it = open_page(name)
        it.push(it.page.head.more)
        offered[name] = it.entries()
        it.overlay.close_overlay()
    desk = ["Aan de deur", "Na afloop", "Poster", "Bewijs van deelname"]
    assert offered["Hanan"] == desk
    assert offered["Joke"] == [*desk, "Lijst uit een bestand", "Gaat niet door"]
    assert offered["Leyla"] == [*desk, "Wie mag ik het vertellen?", "Gesprek erna"]


def test_each_entry_opens_what_it_says(open_page, planned):
    it = open_page(planned.db)
    entries = "Na afloop", "Poster", "Bewijs van deelname", "Lijst uit een bestand"
    for entry in (*entries, "Gaat niet door"):
        it.push(it.page.head.more)
        it.entry(entry)
        assert isinstance(it.overlay, Overlay), entry
        it.overlay.close_overlay()
    it.push(it.page.head.more)
    it.entry("Aan de deur")
    assert it.view.heading() == "Aan de deur"
    it.view.refresh()
    it.view.way_back()()
    confidant = open_page("Leyla")
    confidant.push(confidant.page.head.more)
    confidant.entry("Wie mag ik het vertellen?")
    assert isinstance(confidant.overlay, Overlay)
    confidant.overlay.close_overlay()
    confidant.push(confidant.page.head.more)
    confidant.entry("Gesprek erna")
    assert confidant.view.heading() == "Gesprekken erna"
    assert isinstance(confidant.overlay, Overlay)


def test_a_session_that_is_off_says_why_and_can_take_place_after_all(open_page, planned):
    session = planned.made["Naailes"]
    planned.db.call(information_sessions.call_off, session.id, session.version, "De zaal is bezet")
    it = open_page(planned.db)
    it.choose("Naailes")
    assert it.page.strips.off.accessibleName() == "Gaat niet door: De zaal is bezet"
    assert "gaat niet door" in it.words(it.page.head) and it.quick.isHidden()
    it.page.take_focus()
    assert it.focus is it.table
    it.push(it.page.head.more)
    assert it.entries() == ["Lijst uit een bestand", "Gaat toch door"]
    it.entry("Gaat toch door")
    assert it.page.strips.isHidden() and it.last == "Naailes gaat toch door."
    it.undo()
    assert it.page.strips.off.accessibleName().endswith("De zaal is bezet")


def test_paper_that_is_no_longer_right_is_told(open_page, planned):
    session = planned.made["Naailes"]
    planned.db.call(information_sessions.printed, session.id)
    known = planned.db.call(information_sessions.get, session.id)
    known.place = "zaal 3"
    planned.db.call(information_sessions.save, known, now=NOW)
    it = open_page("Hanan")
    it.choose("Naailes")
    told = "De geprinte lijst klopt niet meer. De tijd of de plek is anders. Print hem opnieuw."
    assert it.page.strips.paper.accessibleName() == told
    it.choose(PUBER)
    assert it.page.strips.paper.isHidden()


def test_nobody_on_the_list_offers_to_count_heads(open_page, meetings):
    session = meetings.plan("Inloop", date(2026, 11, 20), time(19))
    it = open_page("Hanan")
    assert "Zet iemand erbij, of tel alleen de hoofden." in it.words()
    assert numbers(it)[0] == "0 op de lijst"
    it.push(it.page.nobody.button)
    assert isinstance(it.overlay, Overlay)
    it.overlay.close_overlay()
    meetings.db.call(attendance.count_heads, session.id, 23)
    it.view.refresh()
    assert "23 geteld. Dat is genoeg." in it.words()
    assert numbers(it)[1] == "23 geteld"


def test_names_that_are_gone_are_numbers_and_it_says_why(open_page, planned):
    after = NOW + timedelta(days=40)
    planned.db.call(session_names.forget, now=after)
    it = open_page("Leyla", at=after)
    it.pane.head.side.segments[1].click()
    it.choose("Naailes")
    assert it.lines()[:2] == ["1 nr. 1", "2 nr. 2"]
    assert it.page.strips.names.isVisible() and it.quick.isHidden()
    it.push(it.page.head.more)
    assert it.entries() == ["Na afloop", "Poster", "Bewijs van deelname", "Gesprek erna"]
    it.overlay.close_overlay()
    it.table.setFocus()
    it.table.select(0)
    it.press(Qt.Key.Key_Return)
    assert it.entries() == ["Ze is er"]


def test_an_empty_session_whose_names_are_gone_tells_so(open_page, meetings):
    meetings.plan("Inloop", date(2026, 11, 20), time(19))
    after = NOW + timedelta(days=40)
    meetings.db.call(session_names.forget, now=after)
    it = open_page("Hanan", at=after)
    it.pane.head.side.segments[1].click()
    assert "De namen verdwijnen na een tijd. De aantallen blijven." in it.words()


def test_control_p_prints_the_list(open_page, planned, monkeypatch):
    printed = []
    target = "hgkm_desktop.ui.views.sessions.page_deeds.print_list"
    monkeypatch.setattr(target, lambda ctx, parent, session_id: printed.append(session_id))
    it = open_page("Hanan")
    it.table.setFocus()
    it.press(Qt.Key.Key_P, modifiers=Qt.KeyboardModifier.ControlModifier)
    it.pages.show_years()
    it.view._on_print_asked()
    assert printed == [planned.made["Je rechten bij scheiden"].id]
