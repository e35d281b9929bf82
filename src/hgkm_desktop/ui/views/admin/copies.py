"""Kopie en herstel: make a copy, test the sheet, and how a copy is put back elsewhere."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.admin.choose_folder import Choose, choose_folder
from hgkm_desktop.ui.views.admin.copy_card import CopyCard
from hgkm_desktop.ui.views.admin.key_ring import KeyRingWatch
from hgkm_desktop.ui.views.admin.key_ring_card import KeyRingCard
from hgkm_desktop.ui.views.admin.recovery_card import RecoveryCard
from hgkm_desktop.ui.widgets.card import Card, Heading
from hgkm_desktop.ui.widgets.labels import bold, muted
from hgkm_desktop.ui.widgets.steps import NumberMark

TEXT_WIDTH = 720


class CopiesPage(QWidget):
    """One column: what is safe now, and what to do when this computer is gone."""

    def __init__(self, ctx: Context, watch: KeyRingWatch, choose: Choose = choose_folder) -> None:
        super().__init__()
        self.copies, self.key_ring = CopyCard(ctx, choose), KeyRingCard(watch)
        self.recovery = RecoveryCard(ctx)
        column = QVBoxLayout()
        column.setSpacing(px(4))
        column.addWidget(Heading("hard-drives", tr("Copy and recovery")))
        column.addWidget(self.copies)
        column.addSpacing(px(8))
        column.addWidget(Heading("file-text", tr("Recovery sheet and its halves")))
        column.addWidget(self.recovery)
        column.addSpacing(px(8))
        column.addWidget(Heading("key", tr("Key ring of this computer")))
        column.addWidget(self.key_ring)
        column.addSpacing(px(8))
        column.addWidget(Heading("download-simple", tr("On another computer")))
        column.addWidget(_steps())
        column.addStretch(1)
        holder = QWidget()
        holder.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        holder.setMaximumWidth(px(TEXT_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(holder, 1)
        row.addStretch(0)

    def refresh(self) -> None:
        """Read again what is known of copy and sheet."""
        self.copies.refresh()
        self.recovery.refresh()


def _steps() -> Card:
    card = Card(clip=True)
    told = (
        (tr("Start the program there"), tr("No log has to be there yet.")),
        (tr("Choose: put a copy back"), tr("Put the USB stick in and choose it.")),
        (tr("Type the code of the sheet"), tr("The sheet lies in the safe.")),
        (tr("Sign in as always"), tr("Your own passphrase stays the same.")),
    )
    for number, (title, text) in enumerate(told, start=1):
        card.add_row(_step(number, title, text))
    return card


def _step(number: int, title: str, text: str) -> QWidget:
    holder = QWidget()
    words = QVBoxLayout()
    words.setSpacing(px(1))
    words.addWidget(bold(title, wrap=True))
    words.addWidget(muted(text, wrap=True))
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(13))
    row.addWidget(NumberMark(number, "tint"))
    row.addLayout(words, 1)
    return holder
