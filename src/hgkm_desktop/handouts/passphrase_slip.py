"""The slip with a new member's passphrase: she learns it, then it goes through the shredder."""

from collections.abc import Iterator
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts import page
from hgkm_desktop.handouts.text import day, fitted
from hgkm_desktop.handouts.words import tr

SLIP = page.Box((page.WIDTH - 105 * mm) / 2, page.HEIGHT - 178 * mm, 105 * mm, 148 * mm)
INSIDE = page.Box(SLIP.x + 12 * mm, SLIP.y + 10 * mm, 81 * mm, 127 * mm)
MOST_WORDS = 8
WORD_SIZE = 20
WORD_INDENT = 8 * mm
WORD_WIDTH = INSIDE.width - WORD_INDENT
MARK = 6 * mm
GAP = 2 * mm


def passphrase_slip(name: str, passphrase: str, made_on: date) -> bytes:
    """Return an A6 slip on an A4 page; raises UserError for a passphrase it cannot show truly."""
    words = passphrase.split()
    if not _fits(words, passphrase):
        raise UserError(
            tr("This passphrase does not fit on a slip."), tr("Make a new one of five words.")
        )
    story: list[Flowable] = [
        Name(name),
        Spacer(1, 2 * mm),
        page.paragraph(tr("Your passphrase"), page.BODY, color=page.MUTED),
        Words(words),
        Spacer(1, 6 * mm),
        page.paragraph(tr("Type the words with a space between them."), page.SMALL),
        page.paragraph(tr("Learn the words."), page.SMALL),
        page.paragraph(tr("Then throw the slip away, shredded."), page.SMALL),
        Spacer(1, 4 * mm),
        page.paragraph(tr("Made on {day}").format(day=day(made_on)), page.SMALL, color=page.MUTED),
    ]
    return page.make(story, _draw_cut_marks, INSIDE)


def _fits(words: list[str], passphrase: str) -> bool:
    """Say whether each word stands on the slip as it must be typed, none cut or changed."""
    if not 0 < len(words) <= MOST_WORDS or " ".join(words) != passphrase:
        return False
    return all(_shown(word) == word for word in words)


def _shown(word: str) -> str:
    line = fitted(word, WORD_WIDTH, WORD_SIZE, bold=True)
    return line.says if line else ""


def _draw_cut_marks(canvas: Canvas) -> None:
    canvas.setStrokeColor(page.EDGE)
    canvas.setLineWidth(0.5)
    for mark in _cut_marks():
        canvas.line(*mark)


def _cut_marks() -> Iterator[tuple[float, float, float, float]]:
    """Return two strokes outside each corner of the slip."""
    for x, out in ((SLIP.x, -1), (SLIP.x + SLIP.width, 1)):
        for y, up in ((SLIP.y, -1), (SLIP.y + SLIP.height, 1)):
            yield x + out * GAP, y, x + out * (GAP + MARK), y
            yield x, y + up * GAP, x, y + up * (GAP + MARK)


class Name(Flowable):
    """Whose slip it is, on one line."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.width = INSIDE.width
        self.height = 12 * mm

    def draw(self) -> None:
        """Draw the name, cut short where it is too long."""
        page.line(self.canv, self.name, 0, 10, 24, width=self.width, bold=True)


class Words(Flowable):
    """The words, numbered, one below the other."""

    def __init__(self, words: list[str]) -> None:
        super().__init__()
        self.words = words
        self.width = INSIDE.width
        self.row = min(14 * mm, 72 * mm / len(words))
        self.height = self.row * len(words)

    def draw(self) -> None:
        """Draw each word above its hairline."""
        for index, word in enumerate(self.words):
            y = self.height - (index + 1) * self.row
            up = self.row / 5
            page.line(self.canv, str(index + 1), 0, y + up, 12, color=page.MUTED)
            page.line(self.canv, word, WORD_INDENT, y + up, WORD_SIZE, bold=True)
            page.rule(self.canv, 0, self.width, y)
