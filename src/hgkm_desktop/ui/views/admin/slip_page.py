"""A fresh passphrase, shown once and large; afterwards nobody can look it up (SECURITY.md)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop import clock
from hgkm_desktop.errors import UserError
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import audit_log
from hgkm_desktop.services.members import NewMember
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.admin import people
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import label, muted, panel_title, small
from hgkm_desktop.ui.widgets.strips import Banner

Print = Callable[..., None]
WIDTH = 720


class SlipPage(QWidget):
    """Shows the words, prints the slip, and forgets both."""

    given = Signal()

    def __init__(self, ctx: Context, print_pdf: Print = printing.print_pdf) -> None:
        super().__init__()
        self._ctx, self._print_pdf = ctx, print_pdf
        self._new: NewMember | None = None
        self._title = panel_title("")
        self._words = [label("", "page-title") for _ in range(5)]
        self.print_button = make_button(tr("Print the slip"), icon="printer")
        self.done_button = make_button(tr("I gave it to her"), "primary", "check")
        self.print_button.clicked.connect(self._on_print_clicked)
        self.done_button.clicked.connect(self._on_given)
        ctx.veil_changed.connect(self._on_veil_changed)
        self._lay_out()

    def show_words(self, new: NewMember) -> None:
        """Show a passphrase that was made just now; one Enter too many must not take it away."""
        self._new = new
        self._write()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """Return the words as they stand on the page."""
        return " ".join(word.text() for word in self._words if word.text())

    def _write(self) -> None:
        name = people.shown(self._new.member.name, self._ctx.veiled) if self._new else ""
        self._title.setText(tr("The passphrase of {name}").format(name=name))
        words = self._new.passphrase.split() if self._new else []
        for place, shown in enumerate(self._words):
            word = words[place] if place < len(words) else ""
            shown.setText("•" * 5 if self._ctx.veiled and word else word)

    def _lay_out(self) -> None:
        card = Card(margins=(28, 24, 28, 24), spacing=14)
        card.add(self._title)
        card.add(muted(tr("Let her read it, or print the slip for her."), wrap=True))
        for number, word in enumerate(self._words, start=1):
            card.body.addLayout(_numbered(number, word))
        card.add(Banner(tr("You see these words once. Nobody can look them up."), tone="am"))
        card.add(muted(tr("At her first sign-in she chooses her own."), wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(10))
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.done_button)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        card.setFixedWidth(px(WIDTH))
        row = QHBoxLayout()
        row.addWidget(card)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(8), 0, 0)
        layout.addLayout(row)
        layout.addStretch(1)

    def _on_print_clicked(self) -> None:
        if self._new is not None:
            self._ctx.in_background(partial(self._slip, self._new), self._on_slip_made)

    def _slip(self, new: NewMember) -> bytes:
        from hgkm_desktop.handouts.passphrase_slip import passphrase_slip

        day = clock.local(self._ctx.now()).date()
        return passphrase_slip(new.member.name, new.passphrase, day)

    def _on_slip_made(self, pdf: bytes) -> None:
        if self._new is None:
            return
        printed = partial(self._on_printed, self._new)
        try:
            self._print_pdf(self.window(), pdf, on_done=printed)
        except UserError as error:
            self._ctx.warn(error.title, error.hint)

    def _on_printed(self, new: NewMember) -> None:
        self._ctx.call(audit_log.note, Act.PRINT, "passphrase", new.member.id)

    def _on_given(self) -> None:
        self._new = None
        self._write()
        self.given.emit()

    def _on_veil_changed(self, _on: bool) -> None:
        self._write()


def _numbered(number: int, word: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(14))
    digit = small(str(number))
    digit.setFixedWidth(px(14))
    row.addWidget(digit)
    row.addWidget(word, 1)
    return row
