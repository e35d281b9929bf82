"""From what is to be said to the bytes of a PDF: in memory, nameless, the same every time."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.handouts import fonts, page
from hgkm_desktop.handouts.card import draw_cards
from hgkm_desktop.handouts.picture_sheet import draw_pictures
from hgkm_desktop.handouts.sheet import A4, A5, draw_aloud, draw_sheet
from hgkm_desktop.services.prints import Form
from hgkm_desktop.sheets.card import CardContent
from hgkm_desktop.sheets.content import Content


def pdf(items: Sequence[tuple[Content | CardContent, Form]]) -> bytes:
    """Return one document with every sheet and card asked for, in this order.

    Raise UserError when a font is missing or a sign cannot be printed; then there is no paper.
    """
    fonts.register()
    out = BytesIO()
    canvas = new_canvas(out, items[0][0].language)
    for content, form in items:
        _draw(canvas, content, form)
    canvas.save()
    return page.without_maker(out.getvalue())


def new_canvas(out: BytesIO, language: str) -> Canvas:
    """Return an empty document that says nothing of itself but its language."""
    settings: dict[str, Any] = {"initialFontName": fonts.REGULAR}  # its stub says a number
    size = A4.width, A4.height
    canvas = Canvas(out, size, invariant=1, pageCompression=1, lang=language, **settings)
    page.keep_quiet(canvas)
    return canvas


def _draw(canvas: Canvas, content: Content | CardContent, form: Form) -> None:
    if isinstance(content, CardContent):
        draw_cards(canvas, content, pictures=form is Form.PICTURE_CARD)
    elif form is Form.PICTURES:
        draw_pictures(canvas, content)
    elif form is Form.ALOUD:
        draw_aloud(canvas, content)
    else:
        draw_sheet(canvas, content, A5 if form is Form.A5 else A4)
