"""The waiting list moves up in order, with somebody's yes; each step can be taken back."""

from meetings import NOW
from PySide6.QtCore import Qt

from hgkm_desktop.errors import Conflict
from hgkm_desktop.rules.sessions import Place
from hgkm_desktop.services import attendance, information_sessions, registrations
from hgkm_desktop.ui.views.sessions import page_row_acts
from hgkm_desktop.ui.views.sessions.page_list import NAMES

PUBER = "Praten met je puber"


def numbers(it):
    return [" ".join(it.words(cell).split()) for cell in it.page.facts.cells]


def free_a_place(planned):
    """Let the first two of the full session call off; two others wait."""
    session = planned.made[PUBER]
    for one in planned.db.call(registrations.of_session, session.id)[:2]:
        planned.db.call(registrations.cancel, one.id)
    return session


def test_fewer_places_than_people_is_said_calmly(open_page, planned):
    session = planned.made["Je rechten bij scheiden"]
    session.capacity, session.child_places = 10, 4
    planned.db.call(information_sessions.save, session, now=NOW)
    it = open_page("Hanan")
    assert numbers(it)[0] == "14 van 10 4 te veel"
    assert numbers(it)[2] == "5 van 4 1 te veel"
    assert len(it.lines()) == 14
    it.page.grab()


def test_who_waits_and_who_does_not_come_stand_below(open_page, planned):
    free_a_place(planned)
    it = open_page("Hanan")
    it.choose(PUBER)
    assert it.lines()[-6:] == [
        "Wachtlijst  2",
        "19 Gasts",
        "20 Gastt",
        "Komt niet  2",
        "1 Gasta",
        "2 Gastb",
    ]
    it.page.grab()


def test_the_first_who_waits_is_asked_and_says_yes(open_page, planned):
    free_a_place(planned)
    it = open_page("Hanan")
    it.choose(PUBER)
    strip = it.page.strips.waiting
    asked = "Er is een plek. Gasts staat als eerste. Vraag het haar."
    assert strip.accessibleName() == asked
    it.push(strip.yes)
    assert it.stored_of("Gasts").place is Place.HAS_PLACE
    assert it.last == "Gasts heeft een plek."
    assert strip.accessibleName().startswith("Er is een plek. Gastt")
    it.undo()
    assert strip.accessibleName() == asked


def test_who_was_not_asked_stays_and_the_next_is_asked(open_page, planned):
    free_a_place(planned)
    it = open_page("Hanan")
    it.choose(PUBER)
    strip = it.page.strips.waiting
    it.push(strip.later)
    assert "Gastt staat als eerste" in strip.accessibleName()
    assert it.lines()[16:19] == ["Wachtlijst  2", "20 Gastt", "19 Gasts"]
    extra = it.page.model.columns[NAMES].extra(it.stored_of("Gasts"))
    assert extra == ("nog niet gevraagd", False)
    it.undo()
    assert it.stored_of("Gasts").place is Place.WAITING


def test_who_says_no_leaves_the_waiting_list_and_can_be_put_back(open_page, planned):
    free_a_place(planned)
    it = open_page("Hanan")
    it.choose(PUBER)
    it.push(it.page.strips.waiting.no)
    assert it.stored_of("Gasts").place is Place.CANCELLED
    assert it.last == "Gasts komt niet."
    it.undo()
    again = it.stored_of("Gasts")
    assert (again.place, again.number) == (Place.WAITING, 19)


def test_nobody_waits_then_nobody_is_asked(open_page, planned):
    it = open_page("Hanan")
    assert it.page.strips.waiting.isHidden()
    it.page.strips.waiting.comes.emit()
    it.page.strips.waiting.not_asked.emit()
    it.page.strips.waiting.does_not_come.emit()
    assert it.said == []


def test_who_was_asked_by_somebody_else_first_is_said_and_shown(open_page, planned, monkeypatch):
    free_a_place(planned)
    it = open_page("Hanan")
    it.choose(PUBER)

    def too_late(_session, _id):
        raise Conflict("Iemand anders staat eerst.", "Vraag het haar eerst.")

    monkeypatch.setattr(page_row_acts.waiting_list, "says_yes", too_late)
    it.push(it.page.strips.waiting.yes)
    assert it.said[-1].is_problem and it.said[-1].text == "Iemand anders staat eerst."
    assert it.stored_of("Gasts").place is Place.WAITING


def test_who_waited_and_came_is_in_and_undo_lets_her_wait_again(open_page, planned):
    it = open_page("Hanan")
    it.choose(PUBER)
    it.choose_row("Gastt")
    it.press(Qt.Key.Key_Space)
    assert it.stored_of("Gastt").place is Place.HAS_PLACE
    assert numbers(it)[0] == "19 van 18 1 te veel"
    it.undo()
    again = it.stored_of("Gastt")
    assert (again.place, again.is_here, again.number) == (Place.WAITING, False, 20)


def test_who_called_off_and_came_is_in_and_undo_takes_that_back(open_page, planned):
    free_a_place(planned)
    it = open_page("Hanan")
    it.choose(PUBER)
    it.choose_row("Gasta")
    it.press(Qt.Key.Key_Space)
    assert it.stored_of("Gasta").is_here
    it.undo()
    assert it.stored_of("Gasta").place is Place.CANCELLED


def test_she_does_not_come_and_comes_after_all(open_page, planned):
    it = open_page("Hanan")
    it.choose_row("Samira")
    it.press(Qt.Key.Key_Return)
    it.entry("Ze komt niet")
    assert it.lines()[-2:] == ["Komt niet  1", "1 Samira"]
    it.undo()
    assert it.stored_of("Samira").place is Place.HAS_PLACE and it.stored_of("Samira").is_here
    it.choose_row("Selihom")
    it.press(Qt.Key.Key_Return)
    it.entry("Ze komt niet")
    it.undo()
    assert not it.stored_of("Selihom").is_here
    it.ctx.call(registrations.cancel, it.stored_of("Selihom").id)
    it.choose_row("Selihom")
    it.press(Qt.Key.Key_Return)
    it.entry("Ze komt toch")
    assert it.last == "Selihom komt toch."
    it.undo()
    assert it.stored_of("Selihom").place is Place.CANCELLED


def test_who_comes_after_all_to_a_full_session_waits(open_page, planned):
    session = planned.made[PUBER]
    first = planned.db.call(registrations.of_session, session.id)[0]
    planned.db.call(registrations.cancel, first.id)
    waiting = planned.db.call(registrations.of_session, session.id)[18]
    planned.db.call(attendance.tick, waiting.id, is_here=True)
    it = open_page("Hanan")
    it.choose(PUBER)
    it.choose_row("Gasta")
    it.press(Qt.Key.Key_Return)
    it.entry("Ze komt toch")
    assert it.last == "Het is nu vol. Gasta staat op de wachtlijst."
    it.undo()
    again = it.stored_of("Gasta")
    assert (again.place, again.number) == (Place.CANCELLED, 1)


def test_the_first_who_waits_gets_her_place_from_the_menu_too(open_page, planned):
    free_a_place(planned)
    it = open_page("Hanan")
    it.choose(PUBER)
    it.choose_row("Gasts")
    it.press(Qt.Key.Key_Return)
    it.entry("Ze komt")
    assert it.stored_of("Gasts").place is Place.HAS_PLACE


def test_without_a_session_nothing_can_be_asked_for(open_page, db):
    it = open_page(db)
    for ask in ("change", "print_list", "after", "show_menu"):
        getattr(it.pages.deeds, ask)()
    it.pages.row_deeds.show_menu(None)
    assert it.overlay is None and it.said == []
    it.pages.show_session(None)
    it.pages.go_back()
    assert it.pages.is_first()
