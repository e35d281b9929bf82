import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.sheets import library
from hgkm_desktop.ui.style import font
from hgkm_desktop.ui.views.handouts.tile import lines_of


def test_every_sheet_has_a_tile_and_the_card_is_the_last(page):
    ids = [tile.sheet_id for tile in page.gallery.tiles]
    assert ids == [*(sheet.id for sheet in library.sheets()), "card"]
    assert page.tile("veilig_thuis").text() == "Wat doet Veilig Thuis?"
    assert page.tile("veilig_thuis").languages == "6 talen"
    assert page.view.subtitle() == f"{len(ids)} bladen"


def test_tiles_speak_the_language_of_the_screen(open_page):
    page = open_page("Hanan", "ar")
    assert page.tile("veilig_thuis").text() == library.text("veilig_thuis", "ar").title


@pytest.mark.parametrize("theme", ["safety", "children", "rights", "money", "together"])
def test_a_theme_shows_its_own_sheets_and_no_others(page, theme):
    next(pill for pill in page.gallery.themes.pills if pill.value == theme).click()
    ours = [sheet.id for sheet in library.sheets() if sheet.theme == theme]
    assert page.gallery.shown() == ours + (["card"] if theme == "safety" else [])
    page.gallery.themes.pills[0].click()
    assert len(page.gallery.shown()) == len(library.sheets()) + 1


def test_arrows_move_and_enter_opens(page):
    page.view.start_new()
    assert page.focus is page.gallery.tiles[0]
    columns = page.gallery._grid._columns
    page.press(Qt.Key.Key_Right, Qt.Key.Key_Down)
    reached = page.gallery.tiles[1 + columns]
    assert page.focus is reached
    assert page.panel.job().sheet == page.gallery.tiles[0].sheet_id
    page.press(Qt.Key.Key_Return)
    assert page.panel.job().sheet == reached.sheet_id
    assert page.focus in page.panel.head.languages.pills
    assert [tile for tile in page.gallery.tiles if tile.isChecked()] == [reached]


def test_the_space_bar_shows_a_sheet_and_the_keyboard_stays(page):
    page.view.start_new()
    page.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert page.focus is page.gallery.tiles[1]
    assert page.panel.job().sheet == "veilig_thuis"


def test_the_tile_with_the_keyboard_is_in_sight(page):
    page.view.start_new()
    page.press(Qt.Key.Key_End)
    port = page.gallery._area.viewport()
    assert port.rect().contains(page.focus.mapTo(port, page.focus.rect().center()))
    assert page.focus.sheet_id == "card"


def test_search_finds_a_sheet_by_a_word_of_any_language(page):
    page.view.find("huisverbod")
    assert page.gallery.shown() == ["restraining_order"]
    page.view.find(library.text("money", "so").title.upper())
    assert page.gallery.shown() == ["money"]
    page.view.find("zwaluwnest")
    assert page.gallery.shown() == []
    assert page.gallery._nothing.isVisible()
    page.view.find("")
    assert "card" in page.gallery.shown()


def test_f6_goes_from_the_gallery_to_the_sheet_and_back(page):
    page.view.start_new()
    page.press(Qt.Key.Key_F6)
    assert page.panel.isAncestorOf(page.focus)
    page.press(Qt.Key.Key_F6)
    assert page.gallery.isAncestorOf(page.focus)


def test_a_long_title_keeps_to_its_lines(qapp):
    lines = lines_of("Jeugdbescherming: wat doen zij wel en niet en nog veel meer", font(15), 120)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
