from datetime import date

import pytest
from hostile import HOSTILE
from reportlab.platypus import PageBreak

from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts import fonts, page
from hgkm_desktop.handouts.passphrase_slip import passphrase_slip
from hgkm_desktop.handouts.recovery_sheet import recovery_sheet


def nothing_more(canvas):
    """Draw no top and no foot."""


@pytest.mark.parametrize(("kind", "strange"), HOSTILE)
def test_no_name_breaks_the_paper(kind, strange, code, read):
    sheets = (
        recovery_sheet(code, strange, date(2026, 11, 19), 1),
        passphrase_slip(strange, "anker brood cirkel duin emmer", date(2026, 11, 19)),
    )
    for sheet in map(read, sheets):
        assert len(sheet.reader.pages) == 1
        assert sheet.picture.getextrema()[0] < 90
        assert sheet.are_all_fonts_inside()


def test_the_top_and_the_foot_stand_on_every_page(read):
    def both(canvas):
        page.frame(canvas, ("Nisa", "Nederlands"), ("Blad 3", "november 2026"))

    story = [page.paragraph("Een"), PageBreak(), page.paragraph("Twee")]
    sheet = read(page.make(story, both))
    assert len(sheet.reader.pages) == 2
    for printed in sheet.reader.pages:
        text = printed.extract_text()
        assert all(w in text for w in ("Nisa", "Nederlands", "Blad 3", "november 2026"))


def test_our_own_words_are_never_read_as_markup(read):
    sheet = read(page.make([page.paragraph("Eten & <drinken>")], nothing_more))
    assert "Eten & <drinken>" in sheet.text


def test_text_stays_inside_the_margins(read):
    picture = read(page.make([page.paragraph("woord " * 70)], nothing_more)).picture
    left, _, right, _ = picture.point(lambda shade: 255 - shade).getbbox()
    assert left >= 2 * page.MARGIN - 2
    assert right <= 2 * (page.WIDTH - page.MARGIN) + 2


@pytest.fixture
def empty_program(tmp_path, monkeypatch):
    fonts.font.cache_clear()
    monkeypatch.setattr(fonts, "files", lambda package: tmp_path)
    folder = tmp_path / "resources" / "built" / "fonts"
    folder.mkdir(parents=True)
    yield folder
    fonts.font.cache_clear()


def check_it_says_what_to_do():
    with pytest.raises(UserError) as problem:
        page.make([], nothing_more)
    assert problem.value.title == "Het blad lukt niet. Er ontbreekt een lettertype."
    assert problem.value.hint == "Installeer het programma opnieuw. Wat je schreef is bewaard."


def test_a_missing_font_is_said_in_plain_words(empty_program):
    check_it_says_what_to_do()


@pytest.mark.parametrize("content", [b"", b"no font at all", b"\0\1\0\0" + bytes(40)])
def test_a_damaged_font_is_said_in_plain_words(empty_program, content):
    (empty_program / "NotoSans-Regular.ttf").write_bytes(content)
    check_it_says_what_to_do()
