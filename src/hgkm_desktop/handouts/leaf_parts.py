"""What papers with typed texts are built of; each part can be divided between two pages."""

from collections.abc import Sequence
from typing import cast

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from hgkm_desktop.handouts import page
from hgkm_desktop.handouts.blocks import DISC, TINTS, Style, disc
from hgkm_desktop.handouts.leaf_marks import Mark, numbered
from hgkm_desktop.handouts.paragraph import Paragraph
from hgkm_desktop.handouts.shaping import Piece

WITH_HEADING = 2
NEARLY = 0.01
TALL = 260
"""Parts higher than this, in points, stand below each other instead of beside."""


class Item(Flowable):
    """A paragraph with a mark before it; on a next page it goes on without the mark."""

    def __init__(self, said: Paragraph, aside: float, mark: Mark | None = None) -> None:
        super().__init__()
        self.said, self.aside, self.mark = said, aside, mark

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes."""
        _, self.height = self.said.wrap(aW - self.aside, aH)
        self.width = aW
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Return what still fits, with its mark, and the rest."""
        halves = [cast(Paragraph, half) for half in self.said.split(aW - self.aside, aH)]
        marks = self.mark, None
        return [Item(half, self.aside, mark) for half, mark in zip(halves, marks, strict=False)]

    def draw(self) -> None:
        """Draw the mark at the side where reading starts, and the text beside it."""
        rtl = self.said.look.rtl
        if self.mark:
            left = self.width - self.aside if rtl else 0
            self.mark(self.canv, left, left + self.aside, self.height)
        self.said.drawOn(self.canv, 0 if rtl else self.aside, 0)


class Stack(Flowable):
    """Parts below each other; the first `together` of them stay on one page."""

    def __init__(self, parts: Sequence[Flowable], gap: float = 0, together: int = 1) -> None:
        super().__init__()
        self.parts, self.gap, self.together = list(parts), gap, together
        self.least = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes."""
        high = sum(part.wrap(aW, aH)[1] for part in self.parts)
        self.width, self.height = aW, high + self.gap * max(0, len(self.parts) - 1)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Return what still fits and the rest; nothing where a heading would stand alone."""
        left, fit, rest = aH, list[Flowable](), list(self.parts)
        while rest and rest[0].wrap(aW, left)[1] <= left + NEARLY:
            left -= rest[0].height + self.gap
            fit.append(rest.pop(0))
        is_enough = len(fit) + 1 >= self.together or not fit
        if rest and is_enough and (halves := rest[0].split(aW, left)):
            return [self.like([*fit, halves[0]], 1), self.like([*halves[1:], *rest[1:]], 1)]
        if rest and len(fit) >= self.together:
            return [self.like(fit, self.together), self.like(rest, 1)]
        return []

    def draw(self) -> None:
        """Draw every part."""
        y = self.height
        for part in self.parts:
            y -= part.height
            part.drawOn(self.canv, 0, y)
            y -= self.gap

    def like(self, parts: Sequence[Flowable], together: int) -> "Stack":
        """Return the same with other parts."""
        return Stack(parts, self.gap, together)


class Panel(Stack):
    """Parts on a coloured ground with round corners."""

    def __init__(
        self,
        parts: Sequence[Flowable],
        ground: Color,
        pad: float,
        gap: float = 0,
        together: int = 1,
        edge: Color | None = None,
    ) -> None:
        super().__init__(parts, gap, together)
        self.ground, self.pad, self.edge = ground, pad, edge

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes with its ground."""
        _, self.inner = super().wrap(aW - 2 * self.pad, aH)
        self.width, self.height = aW, max(self.least, self.inner + 2 * self.pad)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Return two grounds, one for each page."""
        return super().split(aW - 2 * self.pad, aH - 2 * self.pad)

    def draw(self) -> None:
        """Draw the ground, its edge, and the parts from above."""
        self.canv.setFillColor(self.ground)
        self.canv.roundRect(0, 0, self.width, self.height, 7, stroke=0, fill=1)
        if self.edge is not None:
            self.canv.setStrokeColor(self.edge)
            self.canv.setLineWidth(1.4)
            self.canv.roundRect(0, 0, self.width, self.height, 7, stroke=1, fill=0)
        self.canv.saveState()
        self.canv.translate(self.pad, self.height - self.pad - self.inner)
        whole, self.height = self.height, self.inner
        super().draw()
        self.height = whole
        self.canv.restoreState()

    def like(self, parts: Sequence[Flowable], together: int) -> "Panel":
        """Return the same ground under other parts."""
        return Panel(parts, self.ground, self.pad, self.gap, together, self.edge)


class Across(Flowable):
    """Parts beside each other, equally high, the first where reading starts.

    `shares` says how the width is divided; without it they are equally wide.
    """

    def __init__(
        self, parts: Sequence[Stack], gap: float, *, rtl: bool, shares: Sequence[float] = ()
    ) -> None:
        super().__init__()
        self.parts, self.gap, self.rtl = list(parts), gap, rtl
        self.shares = shares or [1 / len(parts)] * len(parts)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes: as high as the highest."""
        room = aW - self.gap * (len(self.parts) - 1)
        self.widths = [room * share for share in self.shares]
        sizes = zip(self.parts, self.widths, strict=True)
        self.width, self.height = aW, max(part.wrap(wide, aH)[1] for part, wide in sizes)
        for part in self.parts:
            part.least = self.height
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Return the parts one below the other where one of them is too long to stand beside."""
        if self.wrap(aW, aH)[1] <= TALL:
            return []
        below: list[Flowable] = []
        for part in self.parts:
            part.least = 0
            below += [part, Spacer(1, self.gap)]
        return below

    def draw(self) -> None:
        """Draw each from its upper edge."""
        x = self.width if self.rtl else 0
        for part, wide in zip(self.parts, self.widths, strict=True):
            _, high = part.wrap(wide, self.height)
            part.drawOn(self.canv, x - wide if self.rtl else x, self.height - high)
            x += -(wide + self.gap) if self.rtl else wide + self.gap


class Rule(Flowable):
    """A hairline with as much room above it as below."""

    def __init__(self, room: float) -> None:
        super().__init__()
        self.room = room

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes."""
        self.width, self.height = aW, 2 * self.room
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line."""
        page.rule(self.canv, 0, self.width, self.room)


class WriteOn(Flowable):
    """A number and a line to write on."""

    def __init__(self, number: int, style: Style, aside: float) -> None:
        super().__init__()
        self.mark, self.aside = numbered(number, style), aside
        self.rtl, self.body = style.rtl, style.body

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes: high enough for handwriting."""
        self.width, self.height = aW, self.body * 2.1
        return self.width, self.height

    def draw(self) -> None:
        """Draw the number at the foot, and the line beside it."""
        left = self.width - self.aside if self.rtl else 0
        self.mark(self.canv, left, left + self.aside, self.body * 1.4)
        start = 0 if self.rtl else self.aside
        page.rule(self.canv, start, start + self.width - self.aside, 1, page.EDGE)


def headed(icon: str, heading: str, style: Style, parts: Sequence[Flowable]) -> Stack:
    """Return parts under a heading, beside its pictogram; the heading never stands alone."""
    size, colors = style.body * DISC, TINTS[style.color]

    def mark(canvas: Canvas, left: float, right: float, top: float) -> None:
        disc(canvas, icon, right - size if style.rtl else left, top - size, size, colors)

    title = Paragraph([Piece(heading, bold=True)], style.look(1.18, leading=1.25))
    head = Item(title, style.body * style.aside, mark)
    return Stack([head, *parts], style.body * 0.2, WITH_HEADING)
