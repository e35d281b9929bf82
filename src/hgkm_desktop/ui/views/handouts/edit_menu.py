"""What staff and coordinators can do with the sheet that is open."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.sheets.card import CARD
from hgkm_desktop.sheets.library import LANGUAGES
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.handouts import words
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.dialog import Overlay

TEXT, REVIEW, HOUSE, NUMBERS, TRANSLATION = "text", "review", "house", "numbers", "translation"
NOT_FOR_THE_CARD = (TEXT, HOUSE)
"""The card has no name, no code and no words of our own on it."""


class EditMenu(QObject):
    """A few buttons over the page; `chosen` tells which."""

    chosen = Signal(str)

    def __init__(self, sheet_id: str, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._deeds = [
            deed for deed in _deeds() if sheet_id != CARD or deed[0] not in NOT_FOR_THE_CARD
        ]
        told = f"{words.title_of(sheet_id)} · {LANGUAGES[language]}"
        self.overlay = Overlay(tr("Change this sheet"), self._body(), text=told, cancel=tr("Back"))

    def open(self, window: QWidget) -> None:
        """Show the choices over the page."""
        self.overlay.open(window)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for deed, text, icon in self._deeds:
            button = make_button(text, icon=icon)
            button.setProperty("deed", deed)
            button.clicked.connect(self._on_clicked)
            column.addWidget(button)
        return body

    def _on_clicked(self) -> None:
        deed = str(self.sender().property("deed"))
        self.overlay.close_overlay()
        self.chosen.emit(deed)


def _deeds() -> list[tuple[str, str, str]]:
    return [
        (TEXT, tr("Change the text"), "pencil-simple"),
        (REVIEW, tr("Checked by…"), "seal-check"),
        (HOUSE, tr("Our name and QR code"), "house-line"),
        (NUMBERS, tr("Telephone numbers"), "phone-list"),
        (TRANSLATION, tr("Translation out and in"), "translate"),
    ]
