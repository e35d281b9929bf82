"""A sheet over the whole page, to be read aloud or together: then she needs no paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.sheets.content import Content
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.handouts.aloud import LARGE, AloudText
from hgkm_desktop.ui.views.handouts.back_bar import BackBar
from hgkm_desktop.ui.widgets.card import Card


class ReadingPage(QWidget):
    """The text in large letters, every digit of a number by itself."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bar, self.text = BackBar(tr("Read aloud")), AloudText(LARGE)
        card = Card(clip=True)
        card.add(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(card, 1)
        self.bar.back.connect(self.leave)

    def begin(self, content: Content) -> None:
        """Show a sheet and let the keyboard scroll it."""
        self.text.show_content(content)
        self.text.setFocus()

    def leave(self) -> None:
        """Go back to the sheets."""
        self.text.clear_content()
        self.closed.emit()
