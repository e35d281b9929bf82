"""Cards to look at in tests: made as the program makes them, read as a printer does."""

import io
import re
from datetime import date

import pypdf
import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.handouts import card, fonts
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.card import compose_card
from hgkm_desktop.sheets.numbers import Number

CHECKED = date(2026, 11, 19)
OURS = "020 555 0100"
HOURS = "ma–do, 10–15 uur"
LANGUAGES = tuple(library.LANGUAGES)
COVERS = range(4)
CARD = (85.6 * mm, 54 * mm)
SCALE = 3
OUTSIDE, INSIDE = 0, 1
LARGE = 8
"""Only numbers to call are set larger, in points; headings hold no digits."""
TURNED = re.compile(rb"/ActualText <([0-9A-F]+)>")


def registry(own=OURS, hours=HOURS):
    entries = {"emergency": "112", "veilig_thuis": "0800-2000", "own": own}
    return {
        key: Number(key, "", number, hours if key == "own" else "", checked_on=CHECKED)
        for key, number in entries.items()
        if number
    }


def printed(*contents, pictures=False):
    fonts.register()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, initialFontName=fonts.REGULAR)
    for content in contents:
        card.draw_cards(canvas, content, pictures=pictures)
    canvas.save()
    return out.getvalue()


def cards(language="nl", cover=0, *, pictures=False, **own):
    return printed(compose_card(language, registry(**own), cover), pictures=pictures)


def letters(pdf, page, above=0.0):
    """Return each character that is no space, larger than so many points, and where it stands.

    Places are left, bottom, right and top, in points from the lower left corner of the page.
    """
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    places = [n for n in range(text.count_chars()) if size(text, n) > above]
    signs = [(text.get_text_range(n, 1), text.get_charbox(n)) for n in places]
    document.close()
    return [(sign, box) for sign, box in signs if sign.strip()]


def size(text, place):
    return pypdfium2.raw.FPDFText_GetFontSize(text.raw, place)


def text(pdf, page):
    """Return what stands on a page; what runs from right to left as it is read aloud."""
    document = pypdfium2.PdfDocument(pdf)
    found = document[page].get_textpage().get_text_range()
    document.close()
    strokes = pypdf.PdfReader(io.BytesIO(pdf)).pages[page].get_contents().get_data()
    turned = [bytes.fromhex(said.decode()) for said in TURNED.findall(strokes)]
    return " ".join(" ".join([found, *(said.decode("utf-16") for said in turned)]).split())


def picture(pdf, page):
    document = pypdfium2.PdfDocument(pdf)
    shown = document[page].render(scale=SCALE).to_pil().convert("RGB")
    document.close()
    return shown


def frames(page, inset=0.0):
    corners = card.places() if page == OUTSIDE else card.places_behind()
    wide, high = CARD
    return [(x + inset, y + inset, x + wide - inset, y + high - inset) for x, y in corners]


def is_in(box, frame, slack=0.0):
    return all(a >= b - slack for a, b in zip(box[:2], frame[:2], strict=True)) and all(
        a <= b + slack for a, b in zip(box[2:], frame[2:], strict=True)
    )


def halves(frame):
    left, bottom, right, top = frame
    middle = (left + right) / 2
    return (left, bottom, middle, top), (middle, bottom, right, top)
