"""One answer of hers in full, and what can be done with it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.rules.lists import YES
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.consent_rows import ConsentRow
from hgkm_desktop.ui.views.cases.consent_sheet import ConsentSheet
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.scroll import FittingScroll

WIDTH = 340


class ConsentDetail(Card):
    """What is moved here is a new answer, noted under the old one once she says yes to it."""

    answered = Signal(object)
    withdrawn = Signal(object)
    asked_again = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(px(WIDTH))
        self.row: ConsentRow | None = None
        self.sheet: ConsentSheet | None = None
        self._scroll: QWidget | None = None
        self.keep = make_button(tr("She says yes"), "primary", "check", small=True)
        self.undo = make_button(tr("Back"), small=True)
        self.withdraw = make_button(tr("Take back"), icon="arrow-u-up-left", small=True)
        self.again = make_button(tr("Ask again"), icon="chats-circle", small=True)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        for button in (self.keep, self.undo, self.again, self.withdraw):
            foot.addWidget(button, 1)
        self.body.addLayout(foot)
        self.keep.clicked.connect(self._on_kept)
        self.undo.clicked.connect(self._on_undone)
        self.withdraw.clicked.connect(self._on_withdrawn)
        self.again.clicked.connect(self._on_asked_again)

    def show_row(self, row: ConsentRow | None) -> None:
        """Show an answer, or nothing."""
        self.row = row
        if self._scroll is not None:
            self._scroll.hide()
            self._scroll.deleteLater()
        self._scroll = self.sheet = None
        if row is not None:
            self.sheet = ConsentSheet(row)
            self.sheet.changed.connect(self._show_buttons)
            self._scroll = FittingScroll(self.sheet)
            self.body.insertWidget(0, self._scroll, 1)
        self._show_buttons()

    def _show_buttons(self) -> None:
        changed = self.sheet is not None and self.sheet.is_changed()
        is_yes = self.row is not None and self.row.answer.form in YES
        for button in (self.keep, self.undo):
            button.setVisible(changed)
        self.withdraw.setVisible(is_yes and not changed)
        self.again.setVisible(self.row is not None and not changed)

    def _on_kept(self) -> None:
        if self.row is None or self.sheet is None:
            return
        answer = replace(self.row.answer, may_know=self.sheet.parts)
        if answer.until is not None:
            answer = replace(answer, until=self.sheet.until.value())
        self.answered.emit(answer)

    def _on_undone(self) -> None:
        self.show_row(self.row)

    def _on_withdrawn(self) -> None:
        if self.row is not None:
            self.withdrawn.emit(self.row.answer)

    def _on_asked_again(self) -> None:
        if self.row is not None:
            self.asked_again.emit(self.row.answer)
