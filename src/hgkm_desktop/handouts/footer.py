"""What stands at the top and the foot of a sheet: whose, which language, checked, read by whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.handouts import drawing, page, street
from hgkm_desktop.handouts.blocks import TINTS
from hgkm_desktop.handouts.glyph_font import PER_EM
from hgkm_desktop.handouts.shaping import Line, Piece, Text
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.content import ADVICE, Content

HEAD = 2.6
"""The height of the top, as a part of the largest body."""
SMALL = 0.62
CODE = 4.4
"""The width the QR code takes beside the title, in times the body."""
NUMBERLESS = frozenset({"going_along"})
"""Sheets that carry no name of any house: whoever finds them learns nothing (FACTS.md 6.6 B)."""


@dataclass(frozen=True)
class Frame:
    """Draws the top and the foot of one page."""

    canvas: Canvas
    content: Content
    width: float
    height: float
    margin: float

    def draw(self, body: float, number: int, pages: int) -> None:
        """Draw both, and the street below them on large paper."""
        self._draw_top(body)
        if self.height > 250 * mm:
            street.draw(self.canvas, self.width)
        self._draw_foot(body * SMALL, number, pages)
        if number == 1 and has_code(self.content):
            self._draw_code(body)

    def _draw_top(self, body: float) -> None:
        content, y = self.content, self.height - self.margin - body * 0.8
        house = content.house.name if self._may_name_house() else ""
        self._side(house, y, body * 0.9, page.INK, bold=True)
        name = library.LANGUAGES[content.language]
        self._side(name, y, body * 0.9, page.MUTED, trailing=True)
        ink = TINTS[content.sheet.color][0]
        page.rule(
            self.canvas, self.margin, self.width - self.margin, y - body * 0.9, ink, body * 0.2
        )

    def _may_name_house(self) -> bool:
        return self.content.house.letterhead and self.content.sheet.id not in NUMBERLESS

    def _draw_foot(self, size: float, number: int, pages: int) -> None:
        lines = [*self._notes(number, pages)]
        y = self.margin * 0.62 + size * 1.4 * (len(lines) - 1)
        if self.height > 250 * mm:
            y += 6 * mm
        for leading, trailing in lines:
            self._side(leading, y, size, page.MUTED)
            self._side(trailing, y, size, page.MUTED, trailing=True)
            y -= size * 1.4

    def _notes(self, number: int, pages: int) -> Iterator[tuple[str, str]]:
        content, words = self.content, self.content.words
        sheet = words["sheet"].format(
            number=content.sheet.number, version=self._month(content.sheet.version)
        )
        paged = words["page"].format(page=number, pages=pages) if pages > 1 else ""
        yield " · ".join(part for part in (sheet, paged) if part), self._also_in()
        if content.checked_on is not None:
            yield words["checked"].format(date=self._day(content.checked_on)), self._reading()
        elif reading := self._reading():
            yield reading, ""

    def _reading(self) -> str:
        content, words = self.content, self.content.words
        if content.must_say_unread:
            return words["not_reviewed"]
        if content.review is None:
            return ""
        day = self._day(content.review.on)
        return words["reviewed"].format(initials=content.review.initials, date=day)

    def _also_in(self) -> str:
        if self.content.is_own:
            name = self.content.house.name if self._may_name_house() else ""
            return self.content.words["own_version"].format(organisation=name) if name else ""
        others = [
            library.LANGUAGES[code]
            for code in library.languages(self.content.sheet.id)
            if code != self.content.language
        ]
        comma = "، " if self.content.rtl else ", "
        return self.content.words["also_in"].format(languages=comma.join(others))

    def _month(self, version: str) -> str:
        year, month = version.split("-")
        return f"{self.content.words['months'][int(month) - 1]} {year}"

    def _day(self, day: date) -> str:
        return f"{day.day} {self._month(f'{day.year}-{day.month}')}"

    def _side(
        self,
        text: str,
        y: float,
        size: float,
        color: Color,
        *,
        bold: bool = False,
        trailing: bool = False,
    ) -> None:
        line = self._line(text, bold)
        if line is None:
            return
        room = (self.width - 2 * self.margin) * 0.52
        size = min(size, room / line.width * PER_EM)
        at_right = self.content.rtl != trailing
        left = self.width - self.margin - line.width * size / PER_EM if at_right else self.margin
        drawing.draw(self.canvas, line, left, y, size, color)

    def _line(self, text: str, bold: bool) -> Line | None:
        content = self.content
        set_text = Text([Piece(text, bold)], rtl=content.rtl, language=content.language)
        return next(iter(set_text.lines(float("inf"))), None)

    def _draw_code(self, body: float) -> None:
        """A code that calls the advice line; only where the organisation turned it on.

        What draws it takes long to load, and most sheets have none.
        """
        from reportlab.graphics import renderPDF
        from reportlab.graphics.barcode.qr import QrCodeWidget
        from reportlab.graphics.shapes import Drawing

        size = body * (CODE - 0.8)
        number = self.content.numbers[ADVICE].replace("-", "").replace(" ", "")
        code = QrCodeWidget(f"tel:{number}", barBorder=0)
        left, low, right, high = code.getBounds()
        scale = size / max(right - left, high - low)
        picture = Drawing(size, size, transform=[scale, 0, 0, scale, 0, 0])
        picture.add(code)
        x = self.margin if self.content.rtl else self.width - self.margin - size
        y = self.height - self.margin - body * HEAD - size
        renderPDF.draw(picture, self.canvas, x, y)


def has_code(content: Content) -> bool:
    """Say whether a sheet carries a QR code: turned on, and a number to call (never the card)."""
    return content.house.qr and ADVICE in content.numbers
