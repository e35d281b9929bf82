"""Paper on the screen before it is printed: drawn from memory, nothing is written down."""

from typing import Any, Self

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import style

MARGIN = 16
SMALLEST = 40


class Pages:
    """A PDF held in memory, drawn page by page; only for the thread of the window.

    Used in a `with`, so that nothing of it stays open. Raises UserError for bytes that are no PDF.
    """

    def __init__(self, pdf: bytes) -> None:
        from pypdfium2 import (  # pyright: ignore[reportMissingTypeStubs]
            PdfDocument,
            PdfiumError,
        )

        try:
            self._document: Any = PdfDocument(pdf)
        except PdfiumError as problem:
            raise UserError(
                tr("The sheet cannot be shown."), tr("Close it and try again.")
            ) from problem
        self.sizes = [QSizeF(*self._document.get_page_size(n)) for n in self._places()]

    def image(self, place: int, scale: float) -> QImage:
        """Return a picture of one page on white, `scale` dots to a point."""
        drawn = self._document[place].render(scale=scale, prefer_bgrx=True)
        dots = QImage(
            drawn.buffer, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32
        )
        return dots.copy()

    def text(self) -> str:
        """Return the words on all pages, for whoever cannot see them."""
        return "\n".join(self._words(place) for place in self._places())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self._document.close()

    def _places(self) -> range:
        return range(len(self._document))

    def _words(self, place: int) -> str:
        lines = self._document[place].get_textpage().get_text_bounded().splitlines()
        return "\n".join(line for line in lines if line.strip())


class PdfPreview(QScrollArea):
    """Shows a PDF as wide as there is room, and scrolls with the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = _Sheets()
        self.setWidget(self._sheets)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Preview of the sheet"))

    def show_pdf(self, pdf: bytes) -> None:
        """Show this PDF from its first page; raises UserError for bytes that are no PDF."""
        self.clear()
        with Pages(pdf) as pages:
            self._sheets.take(pdf, pages.sizes)
            self.setAccessibleDescription(pages.text())
        self._fit()

    def clear(self) -> None:
        """Show nothing any more, and keep no picture and no words."""
        self._sheets.drop()
        self.setAccessibleDescription("")
        self.verticalScrollBar().setValue(0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as there is room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or the last page too; Qt itself knows the other keys."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        end = ends.get(Qt.Key(event.key()))
        if end is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(end)

    def sizeHint(self) -> QSize:
        """Ask for room to read one page."""
        return QSize(style.px(360), style.px(500))

    def _fit(self) -> None:
        """Make the pages as wide as there is room; the bar is there only when it is needed.

        Both are decided here at once: a bar that comes and goes by itself never settles.
        """
        room = self.contentsRect().size()
        is_too_high = self._sheets.height_for(room.width()) > room.height()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if is_too_high else policy.ScrollBarAlwaysOff
        )
        bar = self.verticalScrollBar().sizeHint().width() if is_too_high else 0
        width = room.width() - bar
        self._sheets.setFixedSize(width, max(self._sheets.height_for(width), room.height()))


class _Sheets(QWidget):
    """The pages below each other on the ground they lie on."""

    def __init__(self) -> None:
        super().__init__()
        self._pdf = b""
        self._sizes: list[QSizeF] = []
        self._images: dict[int, QImage] = {}

    def take(self, pdf: bytes, sizes: list[QSizeF]) -> None:
        """Show pages of these sizes from now on."""
        self._pdf, self._sizes = pdf, sizes
        self._images.clear()
        self.update()

    def drop(self) -> None:
        """Forget pages and pictures."""
        self.take(b"", [])

    def height_for(self, width: int) -> int:
        """Return how high all pages are together at this width."""
        places = self._places(width)
        return places[-1].bottom() + 1 + MARGIN if places else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._images.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), style.color("sunk"))
        painter.setPen(style.color("line2"))
        for place, rect in enumerate(self._places(self.width())):
            if rect.intersects(event.rect()):
                painter.drawImage(rect.topLeft(), self._image(place, rect))
                painter.drawRect(QRectF(rect).adjusted(-0.5, -0.5, 0.5, 0.5))

    def _places(self, width: int) -> list[QRect]:
        """Return where each page lies; the paper keeps its shape."""
        wide = max(width - 2 * MARGIN, SMALLEST)
        places: list[QRect] = []
        top = MARGIN
        for size in self._sizes:
            high = round(wide * size.height() / size.width())
            places.append(QRect(QPoint(MARGIN, top), QSize(wide, high)))
            top += high + MARGIN
        return places

    def _image(self, place: int, rect: QRect) -> QImage:
        """Return the picture of a page in the dots of this screen, drawn once."""
        ratio = self.devicePixelRatioF()
        known = self._images.get(place)
        if known is None or known.devicePixelRatioF() != ratio:
            with Pages(self._pdf) as pages:
                known = pages.image(place, rect.width() * ratio / self._sizes[place].width())
            known.setDevicePixelRatio(ratio)
            self._images[place] = known
        return known
