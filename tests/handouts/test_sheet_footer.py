"""The top and the foot of a sheet, its QR code, and the sheet in pictures."""

from dataclasses import replace
from datetime import date

import pytest
from reportlab.graphics.barcode import qr
from sheet_papers import Sheet, all_checked, as_shipped, house, with_spaces

from hgkm_desktop.handouts import footer
from hgkm_desktop.handouts.paper import pdf
from hgkm_desktop.handouts.sheet import A4
from hgkm_desktop.services.prints import Form
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.content import House, Review, compose

READ = Review("A.B.", date(2026, 11, 20))
NAME = "Nisa for Nisa"


def content(language="nl", sheet_id="veilig_thuis", known=None, **extra):
    text = library.text(sheet_id, language)
    return compose(text, as_shipped() if known is None else known, **extra)


def made(one, form=Form.A4):
    return Sheet(one, form, pdf([(one, form)]))


def lines(one, form=Form.A4):
    return [line for page in made(one, form).pages for line in page.lines]


def foot(one):
    return " | ".join(lines(one)[-2:])


def test_the_foot_says_which_sheet_when_checked_and_in_which_languages():
    said = foot(content())
    assert "Blad 2 · november 2026" in said
    assert "Nummers gecontroleerd op 21 november 2026" in said
    assert "English" in said
    assert "Soomaali" in said
    assert "Nederlands" not in said


def test_a_dutch_original_needs_no_reader():
    assert "nagekeken" not in foot(content()).casefold()


def test_a_translation_nobody_read_says_so():
    said = "".join(foot(content("so")).split())
    assert "".join(library.words("so")["not_reviewed"].split()) in said


def test_a_text_that_was_read_says_by_whom_and_when():
    said = foot(content("tr", review=READ))
    assert "A.B." in said
    assert library.words("tr")["not_reviewed"] not in said
    assert "Nagekeken door A.B., 20 november 2026" in foot(content(review=READ))


def test_own_words_say_whose_they_are_where_the_letterhead_is_on():
    named = foot(content(is_own=True, house=house()))
    assert f"Aangepast door {NAME}" in named
    assert "Deze vertaling is nog niet nagekeken" in named
    assert "English" not in named
    unnamed = foot(content(is_own=True, house=house(letterhead=False)))
    assert NAME not in unnamed
    assert "Aangepast" not in unnamed


def test_the_house_is_named_at_the_top_only_where_it_wants_that():
    assert lines(content(house=house()))[0] == f"{NAME} Nederlands"
    assert lines(content(house=house(letterhead=False)))[0] == "Nederlands"
    assert lines(content(house=house(name="")))[0] == "Nederlands"


def test_a_sheet_that_must_not_lead_to_us_never_names_the_house():
    for own in (False, True):
        said = " ".join(lines(content(sheet_id="going_along", house=house(), is_own=own)))
        assert NAME not in said


def test_a_very_long_name_stays_on_its_side():
    page = made(content(house=house(name="Nisa " * 24))).pages[0]
    row = page.rows[0]
    assert max(sign.right for sign in row) <= A4.width - A4.margin + 1
    name = [sign for sign in row if sign.x < A4.width / 2 + 10]
    language = [sign for sign in row if sign not in name]
    assert "".join(sign.text for sign in language) == "Nederlands"
    assert name[-1].right < language[0].x


def test_from_right_to_left_the_top_changes_sides():
    for language, is_left in (("nl", True), ("ar", False)):
        page = made(content(language, house=house())).pages[0]
        (name,) = (row for row in page.rows if NAME in "".join(s.text for s in with_spaces(row)))
        letters = [sign for sign in name if sign.text in "Nisafor"]
        ends_at = letters[-1].right if not is_left else letters[0].x
        assert ends_at == pytest.approx(A4.margin if is_left else A4.width - A4.margin, abs=2)


def test_a_sheet_without_a_checked_number_says_no_date():
    one = replace(content("so", "going_along"), checked_on=None)
    said = " ".join(lines(one))
    assert "".join(library.words("so")["not_reviewed"].split()) in "".join(said.split())
    plain = replace(content("nl", "going_along"), checked_on=None)
    assert "gecontroleerd" not in " ".join(lines(plain))


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("language", library.LANGUAGES)
def test_each_month_is_printed_in_the_sheets_language(language, month):
    one = replace(content(language), checked_on=date(2026, month, 9))
    sheet = made(one)
    words = one.words["checked"].format(date=f"9 {one.words['months'][month - 1]} 2026")
    heard = sheet.actual_texts() if one.rtl else "".join("".join(sheet.pages[0].lines).split())
    assert "".join(words.split()) in heard


def coded(known=None, **extra):
    return content(known=known, house=House(NAME, qr=True), **extra)


def modules(picture, one):
    """Return the QR code of a page as rows of True and False, read at the middle of each."""
    scale = 150 / 72
    size = A4.largest * (footer.CODE - 0.8)
    left = A4.margin if one.rtl else A4.width - A4.margin - size
    top = A4.margin + A4.largest * footer.HEAD
    count = 21
    step = size / count
    return [
        [
            picture.getpixel(
                (round((left + (x + 0.5) * step) * scale), round((top + (y + 0.5) * step) * scale))
            )
            < 128
            for x in range(count)
        ]
        for y in range(count)
    ]


FINDER = [
    [True] * 7,
    [True, *[False] * 5, True],
    [True, False, True, True, True, False, True],
]


@pytest.mark.parametrize("language", ["nl", "ar", "ti"])
def test_the_code_is_where_it_was_asked_for_and_can_be_found(language):
    one = content(language, house=House(NAME, qr=True))
    found = modules(made(one).pages[0].picture, one)
    for y, row in enumerate([*FINDER, FINDER[2], FINDER[2], FINDER[1], FINDER[0]]):
        assert found[y][:7] == row
        assert found[y][-7:] == row
        assert found[y - 7][:7] == row


def test_the_code_calls_the_advice_line(monkeypatch):
    asked = []
    widget = qr.QrCodeWidget

    def noted(value, **look):
        asked.append(value)
        return widget(value, **look)

    monkeypatch.setattr(qr, "QrCodeWidget", noted)
    made(coded())
    assert asked == ["tel:08002000"]


def test_there_is_no_code_unless_somebody_wants_it_and_there_is_a_number():
    assert not footer.has_code(content())
    assert footer.has_code(coded())
    unchecked = as_shipped()
    unchecked["veilig_thuis"] = replace(unchecked["veilig_thuis"], checked_on=None)
    assert not footer.has_code(coded(unchecked))
    one = content()
    assert not any(all(row) for row in modules(made(one).pages[0].picture, one))


def test_the_title_makes_room_for_the_code():
    sheet = made(replace(coded(), title="Een heel lange titel die over twee regels loopt"))
    page = sheet.pages[0]
    top = [sign for row in page.rows[1:4] for sign in row]
    assert max(sign.right for sign in top) <= A4.width - A4.margin - A4.largest * 3


def test_the_code_does_not_make_the_sheet_longer():
    assert len(made(coded(all_checked())).pages) == 1


@pytest.mark.parametrize("language", library.LANGUAGES)
def test_in_pictures_there_are_no_words_only_numbers(language):
    page = made(content(language, known=all_checked()), Form.PICTURES).pages[0]
    assert {sign.text for sign in page.signs} <= set("0123456789-+")
    assert page.picture.getextrema()[0] < 90


def test_in_pictures_the_first_number_stands_highest():
    page = made(content(known=all_checked()), Form.PICTURES).pages[0]
    heights = [next(page.found(n))[0].y for n in ("112", "0800-2000", "113", "020 555 01 00")]
    assert heights == sorted(heights, reverse=True)


def test_in_pictures_a_box_without_a_number_is_left_out():
    with_ours, without = (
        made(content(known=known), Form.PICTURES).pages[0] for known in (all_checked(), None)
    )
    assert len(with_ours.rows) == len(without.rows) + 1


def test_in_pictures_the_sections_run_the_way_people_read():
    def row(language):
        picture = made(content(language), Form.PICTURES).pages[0].picture
        return picture.crop((0, 420, picture.width, 700))

    dutch, arabic, english = row("nl"), row("ar"), row("en")
    assert dutch.tobytes() == english.tobytes()
    assert dutch.tobytes() != arabic.tobytes()


def test_a_sheet_without_numbers_is_drawings_alone():
    page = made(content(sheet_id="going_along"), Form.PICTURES).pages[0]
    assert page.signs == []
    assert page.picture.getextrema()[0] < 90
