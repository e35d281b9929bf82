"""The preparation of an appointment, for who goes along: it stays with us, and says so twice.

What must not be talked about stands on it, so it never goes home with her (FACTS.md 6.6 A). It
speaks the language on the screen of whoever goes along.
"""

from collections.abc import Iterable, Iterator, Sequence

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from hgkm_desktop import texts
from hgkm_desktop.handouts import page, pictograms
from hgkm_desktop.handouts.blocks import DEEP, TINTS, WHITE, Style
from hgkm_desktop.handouts.leaf_marks import DOT, ITEM, dotted, numbered, pictured, ticked
from hgkm_desktop.handouts.leaf_parts import Across, Item, Panel, Stack
from hgkm_desktop.handouts.leaves import FILE_NAME, Leaf, document, told, typed
from hgkm_desktop.handouts.paragraph import Look, Paragraph
from hgkm_desktop.handouts.visit_facts import (
    Fact,
    PreparationNames,
    facts,
    lists,
    wants_to_talk_about,
    when,
)
from hgkm_desktop.rules import going_words
from hgkm_desktop.rules.appointment import NotWith, Visit
from hgkm_desktop.rules.cautions import Caution, cautions
from hgkm_desktop.rules.going_along import OFF, BothSides
from hgkm_desktop.texts import tr

__all__ = ["FILE_NAME", "PreparationNames", "preparation"]

MARGIN, BAND, APART = 15 * mm, 10.5 * mm, 6 * mm
INSIDE = page.Box(
    MARGIN,
    MARGIN + BAND + APART,
    page.WIDTH - 2 * MARGIN,
    page.HEIGHT - 2 * (MARGIN + BAND + APART),
)
A4 = Leaf(page.WIDTH, page.HEIGHT, INSIDE, 11.5, 8.5)
ON_BAND = 13
RED, ROSE = HexColor("#972B1B"), HexColor("#FBE8E3")


def preparation(
    visit: Visit, names: PreparationNames, found: Sequence[Caution] | None = None
) -> bytes:
    """Return the PDF: one A4, more only where somebody typed a lot.

    `found` is what is not right yet; without it, what follows from the appointment alone.
    """
    told_of = cautions(visit) if found is None else found
    language, rtl = texts.current(), texts.is_right_to_left()

    def story(body: float) -> list[Flowable]:
        return [*_story(visit, names, told_of, Style(body, language, rtl))]

    def decorate(canvas: Canvas, number: int, pages: int) -> None:
        style = Style(ON_BAND, language, rtl)
        paged = tr("Page {page} of {pages}").format(page=number, pages=pages)
        _draw_band(canvas, style, page.HEIGHT - MARGIN - BAND, tr("Never give it along"))
        _draw_band(canvas, style, MARGIN, paged)

    return document(A4, language, story, decorate)


def _draw_band(canvas: Canvas, style: Style, y: float, beside: str) -> None:
    """Draw a dark band: that the paper stays, and something beside it at the far end."""
    canvas.setFillColor(DEEP)
    canvas.roundRect(INSIDE.x, y, INSIDE.width, BAND, 7, stroke=0, fill=1)
    side, pad = style.body * 1.2, style.body * 0.8
    x = INSIDE.x + (INSIDE.width - pad - side if style.rtl else pad)
    pictograms.draw(canvas, "lock-simple", x, y + (BAND - side) / 2, side, WHITE)
    first = told(tr("Stays with us"), style.look(1, WHITE, 1.2), bold=True)
    near = Look(style.body * 0.8, 1.2, WHITE, not style.rtl, style.language)
    indent, room = pad + side * 1.3, INSIDE.width - 2 * pad - side * 1.3
    for part in (first, told(beside, near)):
        _, high = part.wrap(room, BAND)
        part.drawOn(canvas, INSIDE.x + (pad if style.rtl else indent), y + (BAND - high) / 2)


def _story(
    visit: Visit, names: PreparationNames, found: Sequence[Caution], style: Style
) -> Iterator[Flowable]:
    yield from _head(visit, names, style)
    for row in _rows(facts(visit, names), style):
        yield row
        yield Spacer(1, style.gap)
    warnings = _warnings(found, style) if visit.state.is_ahead else ()
    for block in (*warnings, *_kept_silent(visit.details.not_with, style)):
        yield block
        yield Spacer(1, style.gap)
    yield Spacer(1, style.gap * 0.4)
    yield Across([_her_side(visit, style), _two_sides(visit, style)], style.body * 2, rtl=style.rtl)
    yield Spacer(1, style.gap * 1.6)
    columns = [_list(heading, lines, style) for heading, lines in lists()]
    yield Across(columns, style.body, rtl=style.rtl)


def _head(visit: Visit, names: PreparationNames, style: Style) -> Iterator[Flowable]:
    day, hours = when(visit)
    yield told(tr("Preparation"), style.look(2.1, leading=1.15), bold=True)
    her = " · ".join(part for part in (names.her, names.code) if part)
    yield from typed(her, style.look(1.25, page.MUTED))
    yield Spacer(1, style.gap)
    aside, ink = style.body * 2.2, TINTS["green"][0]
    look = style.look(1.35, leading=1.3)
    parts: list[Flowable] = [
        Item(told(day, look, bold=True), aside, pictured("calendar-blank", style, 1.4, ink)),
        Item(told(hours, look, bold=True), aside, pictured("clock", style, 1.4, ink)),
    ]
    if visit.state in OFF:
        off = told(tr("This does not take place."), style.look(1.1, RED), bold=True)
        parts.append(Item(off, aside))
    yield Panel(parts, TINTS["green"][1], style.body * 0.8)
    yield Spacer(1, style.gap * 1.4)


def _rows(shown: Sequence[Fact], style: Style) -> Iterator[Across]:
    """Yield the facts two by two."""
    for place in range(0, len(shown), 2):
        cells = [_cell(fact, style) for fact in shown[place : place + 2]]
        yield Across(cells, style.body * 2, rtl=style.rtl)


def _cell(fact: Fact, style: Style) -> Stack:
    label = told(fact.label, style.look(0.86, page.MUTED, 1.3))
    main = typed(fact.main, style.look(1.05, leading=1.3), bold=True) or [_nothing(style)]
    more = [line for text in fact.more for line in typed(text, style.look(0.95, leading=1.3))]
    return Stack([label, *main, *more], 0, 2)


def _warnings(found: Sequence[Caution], style: Style) -> Iterator[Panel]:
    """Yield what is not right yet, if anything; of what is over nothing has to be."""
    if found:
        lines = [told(" ".join(map(going_words.caution_words, found)), style.look(0.95))]
        yield _block(tr("Not settled yet"), "info", lines, style, TINTS["ochre"])


def _kept_silent(not_with: Iterable[NotWith], style: Style) -> Iterator[Panel]:
    for one in not_with:
        heading = tr("Do not talk about this when {who} is there").format(who=one.who)
        lines = typed(one.what, style.look(1.15, leading=1.3), bold=True)
        yield _block(heading, "ear", lines, style, (RED, ROSE), edge=RED)


def _block(
    heading: str,
    icon: str,
    lines: Sequence[Paragraph],
    style: Style,
    colors: tuple[Color, Color],
    *,
    edge: Color | None = None,
) -> Panel:
    """Return lines on a ground of their own, under a heading that has a pictogram."""
    (ink, ground), aside = colors, style.body * 2
    titles = typed(heading, style.look(1.1, ink, 1.3), bold=True)
    marks = [pictured(icon, style, 1.3, ink)]
    parts = [Item(line, aside, marks.pop() if marks else None) for line in (*titles, *lines)]
    return Panel(parts, ground, style.body * 0.7, 0, len(titles) + 1, edge)


def _her_side(visit: Visit, style: Style) -> Stack:
    """Return what she wants to talk about, and her questions or lines for them."""
    details = visit.details
    about = [line for text in wants_to_talk_about(details) for line in typed(text, style.look(1))]
    title = _title(tr("She wants to talk about"), style)
    parts: list[Flowable] = [title, *(about or [_nothing(style)])]
    if details.questions:
        parts += [Spacer(1, style.gap), _title(tr("Her questions"), style)]
        parts += _questions(details.questions, style)
    return Stack(parts, 0, 2)


def _questions(questions: Sequence[str], style: Style) -> Iterator[Item]:
    for number, question in enumerate(questions, 1):
        for place, line in enumerate(typed(question, style.look(1))):
            mark = None if place else numbered(number, style)
            yield Item(line, style.body * ITEM, mark)


def _two_sides(visit: Visit, style: Style) -> Stack:
    boxes = [
        Item(
            told(going_words.word(side), style.look(1)),
            style.body * ITEM,
            ticked(side in visit.details.both_sides, style),
        )
        for side in BothSides
    ]
    return Stack([_title(tr("Agreed on both sides"), style), *boxes], style.body * 0.15, 2)


def _list(heading: str, lines: Sequence[str], style: Style) -> Panel:
    items = [
        Item(told(line, style.look(0.92, leading=1.3)), style.body * DOT, dotted(style))
        for line in lines
    ]
    title = told(heading, style.look(1, leading=1.35), bold=True)
    return Panel([title, *items], page.SUNK, style.body * 0.8, style.body * 0.2, 2)


def _nothing(style: Style) -> Paragraph:
    return told(tr("Not agreed yet"), style.look(1, page.MUTED))


def _title(text: str, style: Style) -> Paragraph:
    return told(text, style.look(1.05, leading=1.4), bold=True)
