"""Lines and paragraphs on a page: where the ink falls, and what copying gives."""

import io
import re

import pytest
from reportlab.lib.colors import HexColor
from sheet_papers import Sheet

from hgkm_desktop.handouts import fonts, paper
from hgkm_desktop.handouts.glyph_font import UNSAID
from hgkm_desktop.handouts.paragraph import Look, Paragraph, set_text
from hgkm_desktop.handouts.shaping import Piece

INK = HexColor("#000000")
WORDS = "Je bent niet alleen en het is niet jouw schuld. "


class Content:
    rtl = False


def drawn(*parts, width=300):
    """Return a page with paragraphs below each other, from (100, 700) down."""
    fonts.register()
    out = io.BytesIO()
    canvas = paper.new_canvas(out, "nl")
    y = 700
    for part in parts:
        _, high = part.wrap(width, y)
        y -= high
        part.drawOn(canvas, 100, y)
    canvas.showPage()
    canvas.save()
    return Sheet(Content(), None, out.getvalue())


def ink(sheet):
    """Return the corners of everything dark, in points from the left and the top."""
    picture = sheet.pages[0].picture
    box = picture.point(lambda shade: 255 * (shade < 128)).getbbox()
    return [side * 72 / 150 for side in box]


def stream(sheet):
    return next(sheet.streams()).decode("latin-1")


def test_kerning_moves_the_letters_on_paper():
    sheet = drawn(Paragraph("AV", Look(size=40, color=INK)))
    first, second = sheet.pages[0].rows[0]
    assert second.x - first.x == pytest.approx(0.599 * 40, abs=0.1)
    assert second.x - first.x < 0.639 * 40


def test_bold_has_more_ink_and_a_font_of_its_own():
    thin, thick = (
        drawn(Paragraph([Piece("Bel ons", bold)], Look(size=40, color=INK)))
        for bold in (False, True)
    )
    dark = [sum(s.pages[0].picture.convert("1").histogram()[:1]) for s in (thin, thick)]
    assert dark[1] > dark[0] * 1.15
    names = [{str(f["/BaseFont"])[8:] for f in s.fonts()} - {""} for s in (thin, thick)]
    assert "NotoSans-SemiBold" in names[1] - names[0]


def test_marks_that_rise_get_a_place_of_their_own():
    sheet = drawn(Paragraph("مُ", Look(size=40, rtl=True, language="ar")))
    heights = re.findall(r"1 0 0 1 \S+ (\S+) Tm", stream(sheet))
    assert len(set(heights)) > 1


def test_an_arabic_line_says_its_words_and_a_dutch_one_needs_not():
    arabic = drawn(Paragraph("أنتِ لستِ وحدكِ", Look(rtl=True, language="ar")))
    assert arabic.actual_texts() == "أنتِلستِوحدكِ"
    assert stream(arabic).count("BDC") == stream(arabic).count("EMC") > 10
    dutch = drawn(Paragraph("Je bent niet alleen", Look()))
    assert "BDC" not in stream(dutch)
    assert dutch.reader.pages[0].extract_text().strip() == "Je bent niet alleen"


def test_a_glyph_that_says_nothing_is_not_taken_for_a_digit():
    sheet = drawn(Paragraph("ففي ييي", Look(rtl=True, language="ar")))
    said = b"".join(font["/ToUnicode"].get_data() for font in sheet.fonts())
    assert f"<{ord(UNSAID):04X}>".encode() in said
    shown = {f"<{glyph:04X}> <".encode() for glyph in sheet.glyphs()}
    assert all(one in said for one in shown)


@pytest.mark.parametrize(
    ("look", "left", "right"),
    [
        (Look(), 100, None),
        (Look(rtl=True, language="ar"), None, 400),
        (Look(centered=True), None, None),
        (Look(centered=True, rtl=True), None, None),
    ],
)
def test_each_line_begins_at_its_own_side(look, left, right):
    sheet = drawn(Paragraph("HH" if not look.rtl else "اا", look))
    x1, _, x2, _ = ink(sheet)
    assert left is None or x1 == pytest.approx(left, abs=2)
    assert right is None or x2 == pytest.approx(right, abs=2)
    assert not look.centered or (x1 + x2) / 2 == pytest.approx(250, abs=1.5)


def test_lines_stand_below_each_other_within_their_height():
    part = Paragraph(WORDS * 6, Look(size=12, leading=1.5, after=7, color=INK))
    _, high = part.wrap(300, 500)
    assert high % 18 == pytest.approx(0)
    assert part.getSpaceAfter() == 7
    _, top, right, bottom = ink(drawn(part))
    assert top >= 842 - 700
    assert bottom <= 842 - 700 + high
    assert right <= 400 + 1


def test_a_paragraph_is_divided_between_two_lines():
    part = Paragraph(WORDS * 6, Look(size=12))
    _, high = part.wrap(300, 1000)
    first, rest = part.split(300, high * 0.6)
    sizes = [one.wrap(300, 1000)[1] for one in (first, rest)]
    assert sum(sizes) == pytest.approx(high)
    assert sizes[0] <= high * 0.6
    words = drawn(first, rest).reader.pages[0].extract_text().split()
    assert words == (WORDS * 6).split()


@pytest.mark.parametrize("room", [0, 5, 10_000])
def test_a_paragraph_is_not_divided_where_no_line_or_every_line_fits(room):
    assert Paragraph(WORDS, Look()).split(300, room) == []


def test_a_set_text_can_be_used_in_several_sizes():
    text = set_text([Piece("Bel "), Piece("112", bold=True, fixed=True)], Look())
    small, large = (Paragraph(text, Look(size=size)) for size in (8, 80))
    assert small.text is large.text is text
    assert small.wrap(200, 500)[1] < large.wrap(200, 500)[1]
    assert set_text([Piece("Bel "), Piece("112", True, True)], Look(size=3)) is text


def test_a_paragraph_without_words_takes_no_room():
    assert Paragraph("", Look()).wrap(300, 500) == (300, 0)


def test_markup_is_only_text():
    sheet = drawn(Paragraph("<b>Bel</b> &amp; (kom) \\ <para>", Look()))
    assert "<b>Bel</b> &amp; (kom) \\ <para>" in sheet.reader.pages[0].extract_text()


def test_two_documents_at_a_time_keep_their_glyphs_apart():
    fonts.register()
    files = [io.BytesIO(), io.BytesIO()]
    canvases = [paper.new_canvas(out, "nl") for out in files]
    for canvas, word in zip(canvases, ("abc", "xyz"), strict=True):
        part = Paragraph(word, Look())
        part.wrap(300, 300)
        part.drawOn(canvas, 100, 600)
    for canvas in canvases:
        canvas.showPage()
        canvas.save()
    texts = [Sheet(Content(), None, out.getvalue()).reader.pages[0] for out in files]
    assert [page.extract_text().strip() for page in texts] == ["abc", "xyz"]


def test_reportlabs_own_drawing_of_text_uses_the_same_font():
    """What is not shaped (a label of a drawing) still comes out, with its glyphs inside."""
    fonts.register()
    out = io.BytesIO()
    canvas = paper.new_canvas(out, "nl")
    canvas.setFont(fonts.REGULAR, 20)
    canvas.drawString(100, 600, "Wáár (12)")
    canvas.showPage()
    canvas.save()
    sheet = Sheet(Content(), None, out.getvalue())
    assert sheet.reader.pages[0].extract_text().strip() == "Wáár (12)"
    assert fonts.width("Wáár (12)", fonts.REGULAR, 20) == pytest.approx(
        sheet.pages[0].rows[0][-1].right - 100, abs=0.5
    )


def test_a_subset_holds_only_what_is_used():
    small, large = drawn(Paragraph("a", Look())), drawn(Paragraph("abcdefghijklm", Look()))
    sizes = []
    for sheet in (small, large):
        (font,) = sheet.fonts()
        (inner,) = font["/DescendantFonts"]
        sizes.append(len(inner["/FontDescriptor"]["/FontFile2"].get_data()))
        assert re.fullmatch(r"/[A-Z]{6}\+NotoSans-Regular", font["/BaseFont"])
    assert sizes[0] < sizes[1] < 60_000
    assert {str(f["/BaseFont"]) for f in small.fonts()} != {
        str(f["/BaseFont"]) for f in large.fonts()
    }


def test_more_than_a_hundred_glyphs_keep_their_text():
    """A table of texts may hold a hundred rows at once (Adobe's CMap rules)."""
    letters = "".join(map(chr, range(0x1200, 0x1248))) + "".join(map(chr, range(0x1260, 0x12A0)))
    letters = "".join(sign for sign in letters if fonts.can_draw(sign))
    assert len(letters) > 110
    sheet = drawn(Paragraph(letters, Look(size=8)))
    assert "".join(sheet.reader.pages[0].extract_text().split()) == letters
