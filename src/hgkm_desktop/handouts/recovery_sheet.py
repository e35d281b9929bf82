"""The recovery sheet: the paper code that opens everything when computer or passphrase is gone.

It says where to keep it and what is lost without it (SECURITY.md, two locks), and nothing
about what the organisation does.
"""

from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer, Table

from hgkm_desktop.handouts import fonts, page
from hgkm_desktop.handouts.text import day, ltr_code
from hgkm_desktop.handouts.words import tr
from hgkm_desktop.vault import recovery_code

COLUMN = 82 * mm
GUTTER = page.CONTENT.width - 2 * COLUMN
ROW = 16.5 * mm
NUMBER = 9 * mm
CELL = 17.5 * mm
CODE_SIZE = 32
LABEL = 36 * mm


def recovery_sheet(code: str, organisation: str, made_on: date, number: int) -> bytes:
    """Return the sheet as a PDF; raises Invalid for a code that would not open anything."""
    recovery_code.read(code)
    groups = ltr_code(code)
    foot = tr("Sheet 1 of 1 · number {number}").format(number=number)

    def decorate(canvas: Canvas) -> None:
        page.frame(canvas, (organisation, ""), (foot, ""))

    return page.make(_story(groups, made_on), decorate)


def _story(groups: list[str], made_on: date) -> list[Flowable]:
    return [
        Spacer(1, 7 * mm),
        page.paragraph(tr("Recovery sheet"), 32, bold=True, after=3 * mm),
        page.paragraph(tr("Forgotten a passphrase, or is the computer broken?"), 14),
        page.paragraph(tr("With this code you get everything back. Without it you do not."), 14),
        Spacer(1, 6 * mm),
        CodeGrid(groups),
        Spacer(1, 8 * mm),
        _advice(),
        Spacer(1, 6 * mm),
        _warning(),
        Spacer(1, 4 * mm),
        KeptBy(day(made_on)),
    ]


def _advice() -> Table:
    keep = [
        tr("In a safe or a locked cupboard."),
        tr("Not near the computer."),
        tr("Not in a photo, not in an e-mail."),
    ]
    use = [
        tr("Type the code over, group by group."),
        tr("Small letters are fine too."),
        tr("Computer gone? Take the newest copy."),
    ]
    cells = [[_list(tr("Keep it like this"), keep), "", _list(tr("Use it like this"), use)]]
    return page.table(cells, [COLUMN, GUTTER, COLUMN])


def _list(heading: str, sentences: list[str]) -> list[Flowable]:
    lines = [page.paragraph(sentence, after=1 * mm) for sentence in sentences]
    return [page.paragraph(heading, page.HEADING, bold=True, after=1.5 * mm), *lines]


def _warning() -> Table:
    words = [
        page.paragraph(tr("Computer, passphrases and this sheet all lost?"), bold=True),
        page.paragraph(tr("Then everything is gone. Nobody can bring it back.")),
    ]
    everywhere = ((0, 0), (-1, -1))
    return page.table(
        [[words]],
        [page.CONTENT.width],
        ("BACKGROUND", *everywhere, page.SUNK),
        ("ROUNDEDCORNERS", [8, 8, 8, 8]),
        ("LEFTPADDING", *everywhere, 5 * mm),
        ("TOPPADDING", *everywhere, 3.5 * mm),
        ("BOTTOMPADDING", *everywhere, 4 * mm),
    )


class CodeGrid(Flowable):
    """The code in numbered groups of four; each character stands in a cell of its own."""

    def __init__(self, groups: list[str]) -> None:
        super().__init__()
        self.groups = groups
        self.width = page.CONTENT.width
        self.height = ROW * ((len(groups) + 2) // 2)

    def draw(self) -> None:
        """Draw the groups row by row, and in the place left over which letters never occur."""
        for index, group in enumerate(self.groups):
            self._draw_group(index + 1, group, *self._place(index))
        x, y = self._place(len(self.groups))
        page.line(self.canv, tr("A round sign is a zero."), x, y + 7, page.BODY, width=COLUMN)
        note = tr("The letters I, L, O and U are never used.")
        page.line(self.canv, note, x, y - 8, page.BODY, width=COLUMN, color=page.MUTED)

    def _place(self, index: int) -> tuple[float, float]:
        row, column = divmod(index, 2)
        return column * (COLUMN + GUTTER), self.height - (row + 1) * ROW + 5 * mm

    def _draw_group(self, number: int, group: str, x: float, y: float) -> None:
        page.line(self.canv, str(number), x, y, 14, color=page.MUTED)
        for place, character in enumerate(group):
            self._draw_character(character, x + NUMBER + (place + 0.5) * CELL, y)
        page.rule(self.canv, x, x + COLUMN, y - 5 * mm + 2)

    def _draw_character(self, character: str, middle: float, y: float) -> None:
        wide = fonts.width(character, fonts.BOLD, CODE_SIZE)
        page.line(self.canv, character, middle - wide / 2, y, CODE_SIZE, bold=True)
        if character == "0":
            self._strike(middle, y)

    def _strike(self, middle: float, y: float) -> None:
        """A stroke through the zero, so that nobody reads the letter O."""
        self.canv.setStrokeColor(page.INK)
        self.canv.setLineWidth(2)
        self.canv.line(middle - 3, y + 7, middle + 3, y + 16)


class KeptBy(Flowable):
    """The lines to fill in by hand, so that a sheet can be found back years later."""

    def __init__(self, made_on: str) -> None:
        super().__init__()
        self.made_on = made_on
        self.width = page.CONTENT.width
        self.height = 46 * mm

    def draw(self) -> None:
        """Draw each line with its label; the day is already filled in."""
        self._label(tr("Made on"), 8 * mm)
        page.line(self.canv, self.made_on, LABEL, self.height - 8 * mm, page.BODY)
        for label, down in ((tr("Kept by"), 19), (tr("Place"), 30), (tr("Signature"), 44)):
            self._label(label, down * mm)
            page.rule(self.canv, LABEL, self.width, self.height - down * mm - 3, page.EDGE)

    def _label(self, text: str, down: float) -> None:
        page.line(self.canv, text, 0, self.height - down, page.BODY, width=LABEL)
