"""Sheets that are longer than their paper, and the pieces they are built of."""

from dataclasses import replace

import pytest
from reportlab.platypus import Spacer
from sheet_papers import Sheet, all_checked, as_shipped

from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts import fonts, paper, pictograms
from hgkm_desktop.handouts.blocks import Boxes, Section, Style
from hgkm_desktop.handouts.paper import pdf
from hgkm_desktop.handouts.paragraph import Look, Paragraph
from hgkm_desktop.handouts.sheet import A4, A5, paginated
from hgkm_desktop.services.prints import Form
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.content import Bit, Shown, compose

WORDS = {
    "nl": "Je bent niet alleen en het is niet jouw schuld, kom langs en praat met ons mee.",
    "ar": "أنتِ لستِ وحدكِ وليس هذا ذنبكِ، تعالي وتحدثي معنا في أي وقت.",
    "ti": "በይንኺ ኣይኮንክን፣ ጥፍኣትኪ እውን ኣይኮነን። መጺእኪ ምሳና ተዛረቢ።",
}


def content(language="nl", sheet_id="veilig_thuis", known=None, **changes):
    text = library.text(sheet_id, language)
    return replace(compose(text, as_shipped() if known is None else known), **changes)


def long(language, lines=40, sheet_id="veilig_thuis"):
    """Return a sheet whose first section an organisation made far too long; lines are numbered."""
    first, *rest = content(language, sheet_id).parts
    said = tuple((Bit(f"{n:02}. {WORDS[language]}"),) for n in range(1, lines + 1))
    return content(language, sheet_id, parts=(replace(first, lines=said), *rest))


def made(one, form=Form.A4):
    return Sheet(one, form, pdf([(one, form)]))


def heard(sheet):
    if sheet.content.rtl:
        return sheet.actual_texts()
    return "".join("".join(page.extract_text().split()) for page in sheet.reader.pages)


@pytest.mark.parametrize("form", [Form.A4, Form.A5, Form.ALOUD])
@pytest.mark.parametrize("language", WORDS)
def test_a_text_that_is_too_long_goes_on_over_the_page_and_loses_nothing(language, form):
    sheet = made(long(language), form)
    assert len(sheet.reader.pages) > 1
    said = heard(sheet)
    words = "".join(WORDS[language].split())
    assert [said.count(f"{n:02}.{words}") for n in range(1, 41)] == [1] * 40
    assert 0 not in sheet.glyphs()


def test_every_page_says_which_it_is_and_no_line_stands_in_the_foot():
    sheet = made(long("nl", 60))
    pages = len(sheet.reader.pages)
    for number, page in enumerate(sheet.pages, 1):
        assert any(f"{number} van {pages}" in line for line in page.lines)
        body = [sign for sign in page.signs if round(sign.size, 1) == A4.smallest]
        assert min(sign.y for sign in body) > 70
        assert max(sign.right for sign in page.signs) <= A4.width - A4.margin + 1


def test_the_text_is_as_large_as_fits_and_never_too_small_to_read():
    short = content(parts=content().parts[:1])
    sizes = [
        {round(sign.size, 2) for page in made(one).pages for sign in page.signs}
        for one in (short, content(), long("nl", 60))
    ]
    assert A4.largest in sizes[0]
    assert A4.smallest in sizes[2]
    assert max(sizes[0]) > max(sizes[1]) > max(sizes[2])


def test_on_small_paper_the_page_is_small():
    for form, size in ((Form.A4, A4), (Form.A5, A5)):
        box = made(content(), form).reader.pages[0].mediabox
        sides = float(box.width), float(box.height)
        assert sides == pytest.approx((size.width, size.height), abs=0.01)


def test_to_read_aloud_it_is_large_and_without_drawings():
    sheet = made(content(), Form.ALOUD)
    body = [sign.size for page in sheet.pages for sign in page.signs if 100 < sign.y < 750]
    assert min(body) > 15
    first, *_ = (s for s in sheet.pages[0].signs if round(s.size, 1) == 19)
    assert first.x == pytest.approx(A4.margin, abs=2)


def test_without_a_closing_block_there_are_no_boxes():
    sheet = made(content("nl", "going_along"), Form.ALOUD)
    words = library.words("nl")
    assert "".join(words["where_to_go"].split()) not in heard(sheet)


@pytest.mark.parametrize("sheet_id", [one.id for one in library.sheets()])
def test_read_it_here_first_is_said_only_to_whom_it_concerns(sheet_id):
    words = library.words("nl")
    said = heard(made(content("nl", sheet_id)))
    for_her = library.sheet(sheet_id).closing and sheet_id not in ("using_violence", "for_children")
    assert ("".join(words["read_here"].split()) in said) == for_her
    assert ("".join(words["stays_here"].split()) in said) == (sheet_id == "going_along_confidant")


def test_a_part_higher_than_any_page_gets_a_page_of_its_own():
    story = [Spacer(1, 50), Spacer(1, 500), Spacer(1, 40)]
    pages = paginated(story, 100, 200)
    assert [[part.height for part in page] for page in pages] == [[50], [500], [40]]


def test_a_part_that_just_fits_stays():
    assert len(paginated([Spacer(1, 100), Spacer(1, 100)], 100, 200)) == 1
    assert len(paginated([Spacer(1, 100), Spacer(1, 100.1)], 100, 200)) == 2
    assert paginated([], 100, 200) == [[]]


def section(count, *, rtl=False, aside=3.7):
    lines = tuple((Bit(f"Regel {n}. {WORDS['nl']}"),) for n in range(count))
    return Section(Shown("info", "Wat is het?", lines), Style(12, "nl", rtl, aside=aside))


def test_a_section_is_divided_between_lines_and_shows_its_heading_once():
    whole = section(8)
    _, high = whole.wrap(400, 1000)
    head, rest = whole.split(400, high / 2)
    assert head.wrap(400, 1000)[1] <= high / 2
    assert len(head.shown.lines) + len(rest.shown.lines) == 8
    assert (len(head.parts), len(rest.parts)) == (len(head.shown.lines) + 1, len(rest.shown.lines))
    again = rest.split(400, rest.wrap(400, 1000)[1] / 2)
    assert all(part.continued for part in again)


def test_a_section_that_has_no_room_for_a_single_line_is_not_divided():
    assert section(4).split(400, 20) == []
    assert section(1).split(400, 1000) == []


def test_a_short_section_is_as_high_as_its_pictogram():
    drawing, words = section(0), section(0, aside=0)
    assert drawing.wrap(400, 1000)[1] > words.wrap(400, 1000)[1]


def test_boxes_stand_two_in_a_row_and_one_alone_at_the_reading_side():
    boxes = content(known=all_checked()).boxes
    heights = [
        Boxes(boxes[:count], Style(12, "nl", False), "Waar kan ik terecht?").wrap(480, 800)[1]
        for count in (1, 2, 3, 4)
    ]
    assert heights[0] <= heights[1] < heights[2] <= heights[3]


def test_the_block_begins_where_reading_begins():
    for language, at_left in (("nl", True), ("ar", False)):
        sheet = made(content(language, known=all_checked()))
        (page,) = sheet.pages
        small, large = ([*page.found(n)][-1][0].x for n in ("112", "0800-2000"))
        assert (small < large) == at_left


@pytest.fixture
def no_drawings(tmp_path, monkeypatch):
    for known in (pictograms._outlines, pictograms._path):
        known.cache_clear()
    monkeypatch.setattr(pictograms, "files", lambda package: tmp_path)
    yield tmp_path
    for known in (pictograms._outlines, pictograms._path):
        known.cache_clear()


@pytest.mark.parametrize("damaged", [None, "", "{", "\ufffe"])
def test_missing_drawings_are_said_in_plain_words(no_drawings, damaged):
    folder = no_drawings / "resources" / "built" / "pictograms"
    if damaged is not None:
        folder.mkdir(parents=True)
        (folder / "pictograms.json").write_text(damaged, encoding="utf-8")
    with pytest.raises(UserError) as problem:
        made(content())
    assert problem.value.title == "Het blad lukt niet. De tekeningen ontbreken."
    assert problem.value.hint


@pytest.mark.parametrize("missing", fonts.FAMILIES)
def test_a_missing_font_stops_every_sheet_before_there_is_a_page(tmp_path, monkeypatch, missing):
    built = fonts.files("hgkm_desktop") / "resources" / "built" / "fonts"
    folder = tmp_path / "program" / "resources" / "built" / "fonts"
    folder.mkdir(parents=True)
    for file in built.iterdir():
        if file.name.endswith("ttf") and file.name != f"{missing}-SemiBold.ttf":
            (folder / file.name).symlink_to(file)
    monkeypatch.setattr(fonts, "files", lambda package: tmp_path / "program")
    fonts.font.cache_clear()
    try:
        with pytest.raises(UserError) as problem:
            made(content())
    finally:
        fonts.font.cache_clear()
    assert problem.value.title == "Het blad lukt niet. Er ontbreekt een lettertype."


def test_a_drawing_nobody_made_is_our_mistake():
    with pytest.raises(KeyError):
        pictograms.draw(paper.new_canvas(None, "nl"), "unicorn", 0, 0, 10, Look().color)


def test_a_sign_that_cannot_be_printed_stops_the_whole_job():
    good, bad = content(), content(title="漢字")
    with pytest.raises(UserError, match="漢"):
        pdf([(good, Form.A4), (bad, Form.A4)])


def test_several_sheets_are_one_document_in_the_order_asked():
    job = [(content("nl"), Form.A4), (content("ar"), Form.A5), (content("ti"), Form.ALOUD)]
    together = Sheet(job[0][0], Form.A4, pdf(job))
    alone = [len(made(*one).reader.pages) for one in job]
    assert len(together.reader.pages) == sum(alone)
    widths = [round(float(page.mediabox.width)) for page in together.reader.pages]
    assert widths[0] == 595
    assert 420 in widths
    assert together.reader.trailer["/Root"]["/Lang"] == "nl"
    assert pdf(job) == together.pdf


def test_markup_in_an_own_text_is_only_text():
    strange = "<b>Bel</b> & kom <script>alert(1)</script> %s {x}"
    sheet = made(content(title=strange[:40], lead=strange))
    assert "".join(strange.split()) in heard(sheet)


def test_a_paragraph_of_a_megabyte_is_set_in_pages_without_loss():
    part = Paragraph("woord " * 20_000, Look())
    pages = paginated([part], 480, 700)
    assert sum(len(page[0].wrap(480, 700) and page[0]._lines) for page in pages) == len(
        part.text.lines(480 / 12.5 * 1000)
    )
