import itertools
import re
from dataclasses import replace

import pytest
from card_paper import (
    COVERS,
    INSIDE,
    LANGUAGES,
    LARGE,
    OUTSIDE,
    SCALE,
    cards,
    frames,
    halves,
    is_in,
    letters,
    picture,
    printed,
    registry,
)
from PIL import ImageChops, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from hgkm_desktop.handouts import card_half
from hgkm_desktop.sheets.card import Cover, compose_card


def pixels(box):
    """Return a box in points as the corners of a box in the picture."""
    left, bottom, right, top = (round(side * SCALE) for side in box)
    high = round(A4[1] * SCALE)
    return left, high - top, right, high - bottom


def is_blank(shown, box):
    return shown.crop(pixels(box)).convert("L").getextrema()[0] > 250


def is_marked(shown, x, y):
    around = (x - 0.7, y - 0.7, x + 0.7, y + 0.7)
    return shown.crop(pixels(around)).convert("L").getextrema()[0] < 170


def bands(frame, fold=True, wide=1.5 * mm):
    """Return the strips along the edges of a card, and along its fold."""
    left, bottom, right, top = frame
    a, b = left + 1, right - 1
    yield a, bottom, b, bottom + wide
    yield a, top - wide, b, top
    yield a, bottom, a + wide, top
    yield b - wide, bottom, b, top
    if fold:
        middle = (left + right) / 2
        yield middle - wide, bottom, middle + wide, top


def grown(box, by):
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def beside(frame):
    """Return where marks may stand: along the lines of a card's edges, and of its fold."""
    left, bottom, right, top = frame
    for x in (left, right, (left + right) / 2):
        yield x - 1, bottom - 4 * mm, x + 1, top + 4 * mm
    for y in (bottom, top):
        yield left - 4 * mm, y - 1, right + 4 * mm, y + 1


@pytest.mark.parametrize("pictures", [False, True])
@pytest.mark.parametrize("cover", COVERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_stands_inside_a_card_and_no_drawing_is_cut_off(language, cover, pictures):
    pdf = cards(language, cover, pictures=pictures, hours="ma, di, wo 10–15 uur; do, vr 13–17 uur")
    for page in (OUTSIDE, INSIDE):
        inner = frames(page, inset=1.5 * mm)
        assert all(any(is_in(box, frame) for frame in inner) for _, box in letters(pdf, page))
    inside, outside = picture(pdf, INSIDE), picture(pdf, OUTSIDE)
    assert all(is_blank(inside, band) for band in bands(frames(INSIDE)[0]))
    front = halves(frames(OUTSIDE)[0])[language != "ar"]
    assert all(is_blank(outside, band) for band in bands(front, fold=False))


LONG = Cover(
    "Kaarka qaxwada iyo shaaha cusub",
    "Kafee tolid iyo daabac, Isniin, Talaado, Arbaco iyo Khamiis kasta, galabtii iyo fiidkii",
    "Ilaa koobka xiga ee soo socda, walaal",
)
"""Twice as long as the longest that the program comes with."""


@pytest.mark.parametrize("cover", COVERS)
@pytest.mark.parametrize("language", [*LANGUAGES, LONG])
def test_no_drawing_on_the_front_runs_through_the_words(language, cover):
    long = replace(compose_card("so", registry(), cover), cover=LONG)
    pdf = printed(long) if language is LONG else cards(language, cover)
    frame = frames(OUTSIDE)[0]
    front = halves(frame)[language != "ar"]
    words = [b for s, b in letters(pdf, OUTSIDE) if is_in(b, front) and not s.isdigit()]
    foot = min(box[1] for box in words)
    assert foot > frame[1] + 60
    assert is_blank(picture(pdf, OUTSIDE), (front[0] + 2, foot - 3, front[2] - 2, foot - 2))


@pytest.mark.parametrize("page", [OUTSIDE, INSIDE])
def test_marks_say_where_to_cut_and_where_to_fold(page):
    shown = picture(cards(), page)
    for left, bottom, right, top in frames(page):
        for x, out_x in ((left, -1), (right, 1)):
            for y, out_y in ((bottom, -1), (top, 1)):
                assert is_marked(shown, x + out_x * 2 * mm, y)
                assert is_marked(shown, x, y + out_y * 2 * mm)
                assert not is_marked(shown, x + out_x * 0.5 * mm, y)
        for y in (bottom - 3 * mm, top + 3 * mm):
            assert is_marked(shown, (left + right) / 2, y)


@pytest.mark.parametrize("page", [OUTSIDE, INSIDE])
def test_beside_the_cards_there_are_only_marks(page):
    shown = picture(cards("so", 1), page)
    paper = ImageDraw.Draw(shown)
    for frame in frames(page):
        for box in (grown(frame, 0.3 * mm), *beside(frame)):
            paper.rectangle(pixels(box), fill="white")
    assert shown.convert("L").getextrema() == (255, 255)


def test_turned_over_its_long_edge_the_sheet_has_each_inside_behind_its_outside():
    pdf = cards("so", 1)
    front, back = picture(pdf, OUTSIDE), picture(pdf, INSIDE)
    behind = back.transpose(0)
    for shown in (front, behind):
        for frame in frames(OUTSIDE):
            ImageDraw.Draw(shown).rectangle(pixels(frame), fill="white")
    different = ImageChops.difference(front, behind).convert("L").reduce(2)
    assert different.getextrema()[1] < 128
    mirrored = [A4[0] - right for _, _, right, _ in frames(INSIDE)]
    assert mirrored == pytest.approx([left for left, *_ in frames(OUTSIDE)])


def test_a_card_is_as_large_as_a_bank_card_and_all_are_on_the_paper():
    assert (card_half.WIDTH / mm, card_half.HEIGHT / mm) == pytest.approx((85.6, 54))
    for left, bottom, right, top in frames(OUTSIDE):
        assert 10 * mm < left < right < A4[0] - 10 * mm
        assert 10 * mm < bottom < top < A4[1] - 10 * mm
    for one, other in itertools.combinations(frames(OUTSIDE), 2):
        assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def test_from_right_to_left_the_halves_change_places():
    for language, numbers, title in (("nl", 0, 1), ("ar", 1, 0)):
        pdf = cards(language)
        inner = halves(frames(INSIDE)[0])[numbers]
        digits = [b for s, b in letters(pdf, INSIDE, above=LARGE) if s.isdigit()]
        near = [box for box in digits if is_in(box, frames(INSIDE)[0])]
        assert near
        assert all(is_in(box, inner) for box in near)
        front = halves(frames(OUTSIDE)[0])[title]
        stamps = [b for s, b in letters(pdf, OUTSIDE) if s.isdigit()]
        assert sum(is_in(box, front) for box in stamps) == 5


@pytest.mark.parametrize("pictures", [False, True])
@pytest.mark.parametrize("cover", COVERS)
def test_a_black_and_white_printer_loses_nothing(cover, pictures):
    pdf = cards("so", cover, pictures=pictures)
    for page in (OUTSIDE, INSIDE):
        red, green, blue = picture(pdf, page).split()
        assert ImageChops.difference(red, green).getbbox() is None
        assert ImageChops.difference(green, blue).getbbox() is None
        assert red.getextrema() == (0, 255)


def test_words_and_lines_are_black_so_that_a_printer_makes_no_dots_of_them(read):
    for page in read(cards("so", hours="ma–do")).reader.pages:
        words = page.get_contents().get_data()
        assert re.search(rb"0 0 0 rg\s+BT /F\d+ [\d.]+ Tf 1 0 0 1", words)
        assert not re.search(rb"(?<!0 0 0) rg\s+BT /F\d+ [\d.]+ Tf 1 0 0 1", words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_is_smaller_than_a_person_can_read(language, read):
    pages = read(cards(language, hours="x" * 60)).reader.pages
    strokes = b"".join(page.get_contents().get_data() for page in pages)
    assert min(map(float, re.findall(rb"/F\d+ ([\d.]+) Tf", strokes))) >= 6.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_font_travels_in_the_file(language, read):
    pdf = cards(language)
    assert read(pdf).are_all_fonts_inside()
    assert b"Helvetica" not in pdf


def test_the_same_card_gives_the_same_bytes():
    assert cards("ar", 2) == cards("ar", 2)
    assert cards("ar", 2) != cards("ar", 3)
