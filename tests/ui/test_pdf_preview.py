from datetime import date

import pytest
from PySide6.QtCore import Qt
from reportlab.platypus import PageBreak

from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts import page
from hgkm_desktop.handouts.recovery_sheet import recovery_sheet
from hgkm_desktop.ui.widgets.pdf_preview import PdfPreview
from hgkm_desktop.vault import recovery_code


@pytest.fixture(scope="module")
def sheet():
    return recovery_sheet(recovery_code.new(), "Nisa for Nisa", date(2026, 11, 19), 1)


@pytest.fixture(scope="module")
def two_pages():
    story = [page.paragraph("Een"), PageBreak(), page.paragraph("Twee")]
    return page.make(story, lambda canvas: None)


@pytest.fixture
def preview(qtbot):
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.resize(400, 600)
    preview.show()
    return preview


def test_a_preview_shows_the_paper_and_reads_it_out(preview, sheet):
    preview.show_pdf(sheet)
    assert preview.accessibleName() == "Voorbeeld van het blad"
    assert "Herstelblad\n" in preview.accessibleDescription()
    seen = preview.grab().toImage()
    dots = [(x, y) for x in range(20, 380) for y in range(80, 140)]
    shades = {seen.pixelColor(x, y).lightness() for x, y in dots}
    assert max(shades) == 255
    assert min(shades) < 100


def test_a_page_is_as_wide_as_there_is_room_and_scrolls_only_when_it_must(preview, sheet):
    preview.show_pdf(sheet)
    assert not preview.verticalScrollBar().isVisible()
    preview.resize(400, 300)
    bar = preview.verticalScrollBar()
    assert bar.isVisible()
    assert preview.widget().width() == 400 - bar.sizeHint().width()
    assert preview.widget().height() > 500


def test_the_keyboard_scrolls_the_pages(preview, two_pages, qtbot):
    preview.show_pdf(two_pages)
    bar = preview.verticalScrollBar()
    qtbot.keyClick(preview, Qt.Key.Key_Down)
    assert bar.value() > 0
    qtbot.keyClick(preview, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(preview, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_another_pdf_starts_at_its_first_page(preview, two_pages, sheet):
    preview.show_pdf(two_pages)
    preview.verticalScrollBar().setValue(200)
    preview.show_pdf(sheet)
    assert preview.verticalScrollBar().value() == 0
    assert "Twee" not in preview.accessibleDescription()


def test_a_cleared_preview_keeps_no_picture_and_no_words(preview, sheet):
    empty = preview.grab().toImage()
    preview.show_pdf(sheet)
    assert preview.grab().toImage() != empty
    preview.clear()
    assert preview.grab().toImage() == empty
    assert preview.accessibleDescription() == ""


def test_what_is_no_pdf_is_said_in_plain_words(preview):
    with pytest.raises(UserError) as problem:
        preview.show_pdf(b"no pdf at all")
    assert problem.value.title == "Het blad is niet te zien."
    assert problem.value.hint == "Sluit het en probeer het opnieuw."
