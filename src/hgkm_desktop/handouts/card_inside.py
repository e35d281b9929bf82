"""The inside of the card: numbers to call, a list to tick, and lines to fill in by hand."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.handouts.card_half import BASELINE, HALF, Half
from hgkm_desktop.handouts.shaping import Piece
from hgkm_desktop.handouts.text import clean
from hgkm_desktop.sheets.card import CardContent, Row

HEADING, NUMBER, LABEL, NOTE = 9, 13, 7.5, 7
GAP = 4
LABEL_PARTS = (0.5, 0.65, 0.8)
"""How much of a line its label may take, so that there is room to write."""
LOWEST_LINE, HIGHEST_LINE = 16, 22
TICK, BETWEEN = 6.5, 0.8
PICTURE, SMALL = 17, 13
CLOCK = "clock"
DAY_AND_NIGHT = ("sun", "moon")
TO_CALL = (("doctor", "stethoscope"), ("team", "users-three"), ("library", "books"))
TO_KNOW = (("ask_for", "user"), ("kept_at", "tote"), ("our_word", "chat-circle-dots"))
ITEMS = (
    ("key",),
    ("plug",),
    ("money",),
    ("copy",),
    ("eyeglasses", "pill"),
    ("rabbit",),
)
"""The drawings of the list, in the order of its words."""


def draw_inside(canvas: Canvas, content: CardContent, pictures: bool) -> None:
    """Draw both halves, the numbers on the side where reading starts."""
    numbers, own = (HALF, 0) if content.rtl else (0, HALF)
    _draw_numbers(_half(canvas, content, numbers), content, pictures)
    _draw_list(_half(canvas, content, own), content, pictures)


def _half(canvas: Canvas, content: CardContent, left: float) -> Half:
    return Half(canvas, left, content.language, rtl=content.rtl)


def _draw_numbers(half: Half, content: CardContent, pictures: bool) -> None:
    if not pictures:
        _heading(half, content.words["numbers"])
    for row in content.rows:
        (_draw_row_in_pictures if pictures else _draw_row)(half, row)
    _draw_lines(half, content, TO_CALL, pictures)


def _draw_list(half: Half, content: CardContent, pictures: bool) -> None:
    if pictures:
        _draw_items_in_pictures(half)
    else:
        _heading(half, content.words["my_list"])
        for item in content.words["items"]:
            _draw_item(half, item)
    _draw_lines(half, content, TO_KNOW, pictures)


def _heading(half: Half, text: str) -> None:
    half.write(half.fit(text, HEADING, bold=True, most=1))
    half.y -= 1.5


def _draw_row(half: Half, row: Row) -> None:
    """Draw a number; what it is for stands beside it, or under it where there is no room."""
    number = half.fit_number(_pieces(row), NUMBER, half.width)
    base, beside = half.y - number.step * BASELINE, number.width + GAP
    label = half.fit(row.label, LABEL, half.width - beside, most=1)
    half.write(number)
    note = clean(row.note)
    if label.is_whole and len(label.lines) == 1:
        half.write_at(label, half.across(beside, label.width), base)
    else:
        note = " · ".join(filter(None, (row.label, note)))
    half.write(half.fit(note, NOTE, most=1))
    half.y -= 1.5
    half.rule(half.y)
    half.y -= 0.5


def _draw_row_in_pictures(half: Half, row: Row) -> None:
    """Draw a number after its drawing; sun and moon say "day and night"."""
    beside = PICTURE + GAP
    number = half.fit_number(_pieces(row), NUMBER + 1, half.width - beside)
    half.y -= PICTURE
    half.icon(row.icon, 0, half.y, PICTURE)
    half.write_at(number, half.across(beside, number.width), half.y + PICTURE / 2 - 5)
    if row.icon == CLOCK:
        half.y -= SMALL
        for place, icon in enumerate(DAY_AND_NIGHT):
            half.icon(icon, beside + place * PICTURE, half.y, SMALL)
    half.y -= GAP


def _pieces(row: Row) -> list[Piece]:
    return [Piece(bit.text, bold=True, fixed=bit.is_number) for bit in row.call]


def _draw_item(half: Half, text: str) -> None:
    block = half.fit(text, LABEL, half.width - TICK - GAP, most=1)
    half.tick_box(0, half.y - block.step * 0.5 - TICK / 2, TICK)
    half.write(block, indent=TICK + GAP)
    half.y -= BETWEEN


def _draw_items_in_pictures(half: Half) -> None:
    for place, names in enumerate(ITEMS):
        column = place % 2 * half.width / 2
        half.tick_box(column, half.y - PICTURE + 4, TICK + 2)
        for n, name in enumerate(names):
            half.icon(name, column + 12 + n * PICTURE, half.y - PICTURE, PICTURE)
        half.y -= place % 2 * (PICTURE + GAP)


def _draw_lines(
    half: Half, content: CardContent, lines: Sequence[tuple[str, str]], pictures: bool
) -> None:
    """Draw lines to write on, spread over the room that is left.

    After opening hours of many words there may be one less: nobody can write between the others.
    """
    count = max(1, min(len(lines), int(half.room / LOWEST_LINE)))
    step = min(HIGHEST_LINE, half.room / count)
    for key, icon in lines[:count]:
        half.y -= step
        if pictures:
            half.icon(icon, 0, half.y, SMALL)
            half.rule(half.y + 1, SMALL + GAP, dotted=True)
        else:
            _draw_line(half, content.words[key])


def _draw_line(half: Half, label: str) -> None:
    """Draw a label and a dotted line after it, on whose height the label's last line stands."""
    rooms = (half.width * part for part in LABEL_PARTS)
    blocks = (half.fit(label, LABEL, room, most=1) for room in rooms)
    block = next((one for one in blocks if one.is_whole), half.fit(label, LABEL))
    foot = half.y
    half.y += block.height
    half.write(block)
    half.rule(foot + block.step * 0.2, block.width + 3, dotted=True)
    half.y = foot
