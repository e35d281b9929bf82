"""The paper that says somebody was erased: what kinds, how many, when, and nothing of who (R-277).

Two people sign it. It says until when an old copy may still hold what was erased.
"""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer, Table

from hgkm_desktop.handouts import page
from hgkm_desktop.handouts.text import day
from hgkm_desktop.handouts.words import tr
from hgkm_desktop.services.erasing import Certificate

COUNT = 30 * mm
LABEL = 42 * mm
COLUMN = 82 * mm
GUTTER = page.CONTENT.width - 2 * COLUMN


def erasure_certificate(certificate: Certificate, organisation: str) -> bytes:
    """Return the certificate as a PDF of one A4."""

    def decorate(canvas: Canvas) -> None:
        page.frame(canvas, (organisation, ""), (tr("Sheet 1 of 1"), ""))

    return page.make(_story(certificate), decorate)


def _story(certificate: Certificate) -> list[Flowable]:
    return [
        Spacer(1, 7 * mm),
        page.paragraph(tr("Proof of erasing"), 32, bold=True, after=3 * mm),
        page.paragraph(tr("Everything about one person was erased from our log."), 14),
        page.paragraph(tr("This paper does not say who it was."), 14),
        Spacer(1, 8 * mm),
        _counts(certificate),
        Spacer(1, 8 * mm),
        _copies(certificate),
        Spacer(1, 8 * mm),
        page.paragraph(tr("Does she take this paper home?"), bold=True, after=1 * mm),
        page.paragraph(tr("Ask first whether that is safe.")),
        Spacer(1, 8 * mm),
        SignedBy(day(certificate.erased_on)),
    ]


def _counts(certificate: Certificate) -> Table:
    """Return what was erased: kinds and how many of each."""
    rows = [
        (str(certificate.entries), tr("notes, answers and agreements")),
        (str(certificate.grants), tr("keys that opened them")),
        ("1", tr("name and code")),
        ("", tr("half-typed texts and drafts")),
    ]
    cells = [
        [page.paragraph(count, page.HEADING, bold=True), page.paragraph(what, page.HEADING)]
        for count, what in rows
    ]
    everywhere = ((0, 0), (-1, -1))
    return page.table(
        cells,
        [COUNT, page.CONTENT.width - COUNT],
        ("LINEBELOW", *everywhere, 0.6, page.LINE),
        ("TOPPADDING", *everywhere, 2.2 * mm),
        ("BOTTOMPADDING", *everywhere, 2.8 * mm),
    )


def _copies(certificate: Certificate) -> Table:
    until = tr("An old copy may hold it until {day}.").format(day=day(certificate.copies_until))
    words = [
        page.paragraph(until, bold=True),
        page.paragraph(tr("Is such a copy put back? Then it is erased again at once.")),
        page.paragraph(tr("Counts without a name stay.")),
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


class SignedBy(Flowable):
    """The day, already filled in, and a line for each of the two who were there."""

    def __init__(self, erased_on: str) -> None:
        super().__init__()
        self.erased_on = erased_on
        self.width = page.CONTENT.width
        self.height = 44 * mm

    def draw(self) -> None:
        """Draw the day, then two columns to sign in."""
        top = self.height - 8 * mm
        page.line(self.canv, tr("Erased on"), 0, top, page.BODY, width=LABEL)
        page.line(self.canv, self.erased_on, LABEL, top, page.BODY, bold=True)
        for x, label in zip((0, COLUMN + GUTTER), _signers(), strict=True):
            page.line(self.canv, label, x, top - 13 * mm, page.BODY, width=COLUMN)
            page.rule(self.canv, x, x + COLUMN, top - 32 * mm, page.EDGE)


def _signers() -> Sequence[str]:
    return tr("Signature of whoever erased it"), tr("Signature of whoever saw it")
