"""The call list of the partners: their lines at work, and the two numbers that always answer.

For beside the telephone when the computer is off. It has no field for a private number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from hgkm_desktop.handouts import page
from hgkm_desktop.handouts.blocks import DEEP, SAND, TINTS, WHITE, Style
from hgkm_desktop.handouts.leaf_parts import Across, Panel, Rule, Stack
from hgkm_desktop.handouts.leaves import FILE_NAME, Leaf, document, told, typed
from hgkm_desktop.handouts.paragraph import Look, Paragraph
from hgkm_desktop.handouts.text import day
from hgkm_desktop.handouts.words import language, tr
from hgkm_desktop.sheets import numbers
from hgkm_desktop.sheets.content import ADVICE, EMERGENCY
from hgkm_desktop.sheets.numbers import FRESH_FOR, Number

__all__ = ["FILE_NAME", "CallLine", "call_list"]

MARGIN, TOP, FOOT = 16 * mm, 27 * mm, 34 * mm
INSIDE = page.Box(
    MARGIN, MARGIN + FOOT, page.WIDTH - 2 * MARGIN, page.HEIGHT - 2 * MARGIN - TOP - FOOT
)
A4 = Leaf(page.WIDTH, page.HEIGHT, INSIDE, 11.5, 9)
SHARES = 0.36, 0.2, 0.23, 0.21
GAP = 4 * mm
AROUND = 10


@dataclass(frozen=True, repr=False)
class CallLine:
    """One row: an organisation, or somebody there, and how to reach them at work."""

    name: str
    person: str = ""
    direct: str = ""
    general: str = ""
    hours: str = ""
    checked: date | None = None


def call_list(
    lines: Sequence[CallLine], today: date, known: Mapping[str, Number] | None = None
) -> bytes:
    """Return the PDF, on as many A4 as it takes; `known` is the registry as kept here."""
    registry = known or {number.key: number for number in numbers.shipped()}

    def story(body: float) -> list[Flowable]:
        return [*_story(lines, today, Style(body, language(), False))]

    def decorate(canvas: Canvas, number: int, pages: int) -> None:
        style = Style(AROUND, language(), False)
        _draw_top(canvas, style, today)
        _draw_foot(canvas, style, registry)
        paged = tr("Page {page} of {pages}").format(page=number, pages=pages)
        page.line(canvas, tr("Stays with us"), MARGIN, MARGIN * 0.8, AROUND, bold=True)
        right = page.WIDTH - MARGIN
        page.line(canvas, paged, right, MARGIN * 0.8, AROUND, color=page.MUTED, to_right=True)

    return document(A4, language(), story, decorate)


def _draw_top(canvas: Canvas, style: Style, today: date) -> None:
    """Draw the title, the day, and above each column what stands in it."""
    high, right = page.HEIGHT - MARGIN, page.WIDTH - MARGIN
    page.line(canvas, tr("Call list"), MARGIN, high - 20, 24, bold=True)
    printed = tr("Printed on {day}").format(day=day(today))
    page.line(canvas, printed, right, high - 14, AROUND, color=page.MUTED, to_right=True)
    only = tr("Numbers at work only")
    page.line(canvas, only, right, high - 28, AROUND, color=page.MUTED, to_right=True)
    page.rule(canvas, MARGIN, right, high - 40, page.GREEN, 2.4)
    titles = tr("Organisation"), tr("Person"), tr("Direct"), tr("General")
    look = style.look(0.95, page.MUTED)
    _draw(canvas, _across([[told(title, look)] for title in titles]), high - 64)


def _draw_foot(canvas: Canvas, style: Style, registry: Mapping[str, Number]) -> None:
    """Draw the two numbers that are there day and night."""
    danger, advice = registry[EMERGENCY], registry[ADVICE]
    boxes = [
        _box(tr("Danger now"), danger, style, (DEEP, WHITE)),
        _box(advice.name, advice, style, (SAND, page.INK)),
    ]
    _draw(canvas, Across(boxes, GAP, rtl=False), MARGIN + 6 * mm)


def _box(label: str, number: Number, style: Style, colors: tuple[Color, Color]) -> Panel:
    ground, ink = colors
    parts = [
        *typed(label, style.look(1, ink)),
        *typed(number.number, style.look(1.8, ink, 1.2), bold=True),
        *typed(number.hours, style.look(1, ink)),
    ]
    return Panel(parts, ground, style.body * 0.8)


def _draw(canvas: Canvas, part: Flowable, y: float) -> None:
    part.wrap(INSIDE.width, page.HEIGHT)
    part.drawOn(canvas, MARGIN, y)


def _story(lines: Sequence[CallLine], today: date, style: Style) -> Iterator[Flowable]:
    if not lines:
        yield told(tr("There are no numbers in the list yet."), style.look(1.1))
    for line in lines:
        yield _row(line, today, style)
        yield Rule(style.gap * 0.6)
    yield Spacer(1, style.gap)


def _row(line: CallLine, today: date, style: Style) -> Across:
    name = typed(line.name, style.look(1.05, leading=1.3), bold=True)
    small = style.look(0.85, page.MUTED, 1.3)
    cells = [
        [*name, *typed(line.hours, small), _checked(line, today, style, small)],
        typed(line.person, style.look(1)),
        typed(line.direct, style.look(1.1, leading=1.25), bold=True),
        typed(line.general, style.look(1.05, leading=1.3)),
    ]
    return _across(cells)


def _across(cells: Sequence[Sequence[Paragraph]]) -> Across:
    return Across([Stack(cell) for cell in cells], GAP, rtl=False, shares=SHARES)


def _checked(line: CallLine, today: date, style: Style, small: Look) -> Paragraph:
    """Return when somebody looked; who never did, or long ago, should look first (R-287)."""
    on = line.checked
    if on is None or not on <= today <= on + FRESH_FOR:
        return told(tr("Check this number first"), style.look(0.85, TINTS["ochre"][0], 1.3))
    return told(tr("Checked on {day}").format(day=day(on)), small)
