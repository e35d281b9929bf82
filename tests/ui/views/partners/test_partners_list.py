"""The list of partners: what stands in it, what narrows it, and finding one again."""

import pytest
from city import CHURCH, SCHOOL, SHELTER, TEAM
from PySide6.QtCore import Qt

from hgkm_desktop.rules.lists import Area
from hgkm_desktop.services import numbers, partner_changes
from hgkm_desktop.services.partners import ShowPartner
from hgkm_desktop.ui.views.partners.list_bar import ALL, FORMAL, INFORMAL, NO_FACE, TO_CHECK


def narrow(page, value):
    page.push(next(chip for chip in page.page.bar.chips.chips if chip.value == value))


def test_a_row_says_who_is_known_there_and_how_to_reach_her(city, open_page):
    page = open_page("Hanan")
    assert page.row(TEAM) == [
        TEAM,
        "formeel",
        "Jolanda",
        "020 555 0131",
        "ma–vr 9–17",
        "23 nov",
    ]
    assert page.row(SCHOOL)[1:3] == ["informeel", "juf Marieke"]
    assert page.row(CHURCH)[2:] == ["nog niemand", "", "op afspraak", "jun 2025"]
    assert page.view.subtitle() == "4 organisaties"


def test_the_national_numbers_stand_under_them_and_are_only_read(city, open_page):
    page = open_page("Joke")
    known = page.ctx.call(numbers.by_key)["veilig_thuis"]
    assert page.row(known.name)[3] == known.number
    page.choose(known.name)
    assert known.number in page.words()
    assert "Een landelijk nummer" in page.words()
    assert not page.side.change.isVisible()
    assert not page.side.more.isVisible()
    assert page.page.chosen is None


def test_a_national_number_is_still_right(city, open_page):
    page = open_page("Hanan")
    page.choose("Veilig Thuis")
    page.push(page.side.right)
    assert page.ctx.call(numbers.by_key)["veilig_thuis"].checked_on == page.clock[0].date()
    assert page.said[-1].text == "Klopt nog: Veilig Thuis"


def test_the_chips_count_and_narrow(city, open_page):
    page = open_page("Hanan")
    shown = [chip.text() for chip in page.page.bar.chips.chips]
    assert shown == ["Alles", "Formeel 2", "Informeel 2", "Controleren 1", "Geen vast gezicht 2"]
    for value, names in {
        FORMAL: [SHELTER, TEAM],
        INFORMAL: [SCHOOL, CHURCH],
        TO_CHECK: [CHURCH],
        NO_FACE: [SHELTER, CHURCH],
    }.items():
        narrow(page, value)
        assert page.names == names
        assert all(not row.number_key for row in page.page.list.model.rows)
    narrow(page, ALL)
    assert page.names == [SHELTER, TEAM, SCHOOL, CHURCH]


def test_an_area_narrows_what_has_one(city, open_page):
    page = open_page("Hanan")
    page.page.bar.area.set_value(Area.NIEUW_WEST)
    page.page.bar.area.changed.emit(Area.NIEUW_WEST)
    assert page.names == [TEAM, SCHOOL, CHURCH]


def test_the_search_field_finds_names_faces_and_numbers(city, open_page):
    page = open_page("Hanan")
    for typed, names in {
        "jolánda": [TEAM],
        "0205550131": [TEAM],
        "555 0258": [SCHOOL],
        "vlieg school": [SCHOOL],
        "nergens": [],
    }.items():
        page.view.find(typed)
        assert page.names == names
    assert page.page.list.nothing_found.isVisible()
    assert not page.side.isVisible()
    page.push(page.page.list.nothing_found.button)
    assert len(page.names) == 4


def test_behind_the_veil_no_name_and_no_number_is_seen_or_found(city, open_page):
    page = open_page("Joke")
    page.choose(TEAM)
    page.ctx.veil(True)
    assert page.row(TEAM)[2:4] == ["J.", "•••"]
    words = page.words(page.window)
    for secret in ("Jolanda", "020 555", "Peter", "Mirjam", "Zij bellen terug"):
        assert secret not in words
    page.view.find("jolanda")
    assert page.names == []
    page.view.find("")
    page.view.start_new()
    assert page.overlay is None
    assert not page.page.bar.new.isEnabled()
    page.ctx.veil(False)
    page.choose(TEAM)
    assert "020 555 0131" in page.words()


def test_what_ended_stands_at_the_bottom(city, open_page):
    page = open_page("Hanan")
    chosen = page.card(SCHOOL).partner
    city.db.call(partner_changes.end, chosen.id, page.clock[0].date(), **_now(page))
    page.view.refresh()
    rows = [row.name for row in page.page.list.model.rows]
    assert rows[-1] == SCHOOL
    assert page.row(SCHOOL)[5] == "gestopt"
    assert page.view.subtitle() == "3 organisaties"
    page.choose(SCHOOL)
    assert "Gestopt op 23 nov" in page.words()
    assert not page.side.right.isVisible()


def _now(page):
    names = partner_changes.end.__code__.co_varnames
    return {"now": page.ctx.now()} if "now" in names else {}


def test_before_anything_is_written_down_the_page_says_so(open_page):
    page = open_page("Joke")
    assert page.page.list.nobody_yet.isVisible()
    assert page.view.subtitle() == ""
    assert "112" in page.row("Noodnummer")
    page.push(page.page.list.nobody_yet.button)
    assert page.overlay.accessibleName() == "Nieuwe partner"


def test_a_volunteer_is_told_who_writes_them_down(open_page):
    page = open_page("Hanan")
    assert page.page.list.nobody_yet.isVisible()
    assert not page.page.list.nobody_yet.button.isVisible()


def test_the_keyboard_goes_to_the_card_and_back(city, open_page):
    page = open_page("Joke")
    page.choose(SHELTER)
    page.press(Qt.Key.Key_Down)
    assert page.side.name.text() == TEAM
    page.press(Qt.Key.Key_Return)
    assert page.focus is page.side.change
    page.press(Qt.Key.Key_Escape)
    assert page.focus is page.table
    page.page.next_pane()
    assert page.focus is page.side.change
    page.page.next_pane()
    assert page.focus is page.table


def test_escape_shows_everything_again(city, open_page):
    page = open_page("Hanan")
    narrow(page, INFORMAL)
    page.press(Qt.Key.Key_Escape)
    assert len(page.names) == 4
    assert page.page.bar.chips.value() == ALL


@pytest.mark.parametrize(("who", "writes"), [("Hanan", False), ("Joke", True)])
def test_the_help_page_tells_the_keys(open_page, who, writes):
    keys = open_page(who).view.keys()
    assert keys[0].keys == ("↑", "↓")
    assert (("Ctrl N",) in [key.keys for key in keys]) is writes


def test_another_page_can_open_a_partner(city, open_page):
    page = open_page("Hanan")
    narrow(page, FORMAL)
    wanted = []
    page.view.wanted.connect(wanted.append)
    page.ctx.show(ShowPartner(page.card(SCHOOL).partner.id))
    assert wanted == ["partners"]
    assert page.side.name.text() == SCHOOL
    page.ctx.show("something else")
    assert wanted == ["partners"]


def test_what_a_colleague_changes_is_seen_and_the_row_stays_chosen(city, open_page):
    page = open_page("Hanan")
    page.choose(TEAM)
    partner = city.card(page.card(TEAM).partner).partner
    partner.does = "Alles"
    city.save(partner)
    page.view.refresh()
    assert page.side.name.text() == TEAM
    assert "Alles" in page.words()
