"""One information sheet on A4 or A5: as large as fits on one page, the same in every script."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from hgkm_desktop.handouts import footer, page, pictograms
from hgkm_desktop.handouts.blocks import TINTS, Boxes, Column, Section, Style
from hgkm_desktop.handouts.paragraph import Paragraph
from hgkm_desktop.handouts.shaping import Piece
from hgkm_desktop.sheets.content import FOR_CHILDREN, Content

NOT_FOR_HER = frozenset({"using_violence", FOR_CHILDREN})
"""Sheets on which "read it here first" would speak to somebody else than their reader."""
ALOUD_BODY = 19
ENOUGH = 0.01
STEP = 0.25


@dataclass(frozen=True)
class Paper:
    """A size of paper with its margins, and the largest and smallest body that may stand on it."""

    width: float
    height: float
    margin: float
    foot: float
    largest: float
    smallest: float


A4 = Paper(210 * mm, 297 * mm, 17 * mm, 26 * mm, 14, 9)
A5 = Paper(148 * mm, 210 * mm, 11 * mm, 16 * mm, 10.5, 7.5)


def draw_sheet(canvas: Canvas, content: Content, paper: Paper = A4) -> None:
    """Draw a sheet: on one page where that stays legible, else on as many as it takes."""
    steps = round((paper.largest - paper.smallest) / STEP)
    sizes = [paper.smallest + STEP * step for step in range(steps + 1)]
    fitting = bisect_left(sizes, True, key=partial(_is_too_large, content, paper))
    _draw_pages(canvas, content, paper, _laid_out(content, paper, sizes[max(0, fitting - 1)]))


def draw_aloud(canvas: Canvas, content: Content) -> None:
    """Draw the text to read aloud from: very large, no pictograms, nothing to take home."""
    style = Style(ALOUD_BODY, content.language, content.rtl, content.sheet.color, aside=0)
    story: list[Flowable] = [*_head(content, style)]
    story += [Section(shown, style) for shown in content.parts]
    if content.boxes:
        story.append(Boxes(content.boxes, style, content.words["where_to_go"]))
    _draw_pages(canvas, content, A4, paginated(story, *_room(A4)))


def paginated(story: Sequence[Flowable], width: float, height: float) -> list[list[Flowable]]:
    """Return what stands on each page; a part too high for any page is put on one of its own."""
    pages: list[list[Flowable]] = [[]]
    left, waiting = height, list(story)
    while waiting:
        part = waiting.pop(0)
        _, high = part.wrap(width, left)
        if high <= left + ENOUGH:
            pages[-1].append(part)
            left -= high
        elif halves := part.split(width, left):
            waiting[:0] = halves
        elif pages[-1]:
            pages.append([])
            left = height
            waiting.insert(0, part)
        else:
            pages[-1].append(part)
            left = 0
    return pages


def _is_too_large(content: Content, paper: Paper, body: float) -> bool:
    return len(_laid_out(content, paper, body)) > 1


def _laid_out(content: Content, paper: Paper, body: float) -> list[list[Flowable]]:
    style = Style(body, content.language, content.rtl, content.sheet.color)
    return paginated([*_story(content, style)], *_room(paper))


def _room(paper: Paper) -> tuple[float, float]:
    top = footer.HEAD * paper.largest
    return paper.width - 2 * paper.margin, paper.height - paper.margin - top - paper.foot


def _story(content: Content, style: Style) -> Iterator[Flowable]:
    yield from _head(content, style)
    for shown in content.parts:
        yield Section(shown, style)
    if content.boxes:
        yield Boxes(content.boxes, style, content.words["where_to_go"])
        if content.sheet.id not in NOT_FOR_HER:
            yield ReadHere(content.words["read_here"], style)
    if content.sheet.stays_here:
        yield ReadHere(content.words["stays_here"], style)


def _head(content: Content, style: Style) -> Iterator[Flowable]:
    title = Paragraph([Piece(content.title, bold=True)], style.look(2.35, leading=1.12))
    lead = Paragraph([Piece(content.lead)], style.look(1.16, page.MUTED))
    trail = footer.CODE * style.body if footer.has_code(content) else 0
    yield Column([title, lead], 0, style.rtl, style.body * 0.5, trail)
    yield Rule(style)


class Rule(Flowable):
    """A hairline with room above it."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.gap = style.gap

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes."""
        self.width, self.height = aW, self.gap
        return aW, self.gap

    def draw(self) -> None:
        """Draw the line."""
        page.rule(self.canv, 0, self.width, 0)


class ReadHere(Column):
    """The last words: think of who may find this."""

    def __init__(self, words: str, style: Style) -> None:
        self.style = style
        said = Paragraph([Piece(words)], style.look(0.9, leading=1.3))
        super().__init__([said], style.body * 2.2, style.rtl, 0)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes."""
        _, high = super().wrap(aW, aH)
        self.inner = max(high, self.style.body * 1.6)
        self.height = self.inner + self.style.gap
        return self.width, self.height

    def draw(self) -> None:
        """Draw the bag and the words."""
        size = self.style.body * 1.6
        self.height = self.inner
        x = self.width - size if self.style.rtl else 0
        pictograms.draw(self.canv, "tote", x, self.inner - size, size, TINTS["ochre"][0])
        super().draw()


def _draw_pages(
    canvas: Canvas, content: Content, paper: Paper, pages: Sequence[Sequence[Flowable]]
) -> None:
    width, _ = _room(paper)
    for number, parts in enumerate(pages, 1):
        canvas.setPageSize((paper.width, paper.height))
        frame = footer.Frame(canvas, content, paper.width, paper.height, paper.margin)
        frame.draw(paper.largest, number, len(pages))
        y = paper.height - paper.margin - footer.HEAD * paper.largest
        for part in parts:
            _, high = part.wrap(width, y)
            y -= high
            part.drawOn(canvas, paper.margin, y)
        canvas.showPage()
