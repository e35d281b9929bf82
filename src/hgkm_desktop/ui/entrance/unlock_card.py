"""The card on the locked clock: whose turn it was, and her passphrase (02c)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.ask import Ask
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.avatar import Avatar
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.labels import muted, panel_title
from hgkm_desktop.ui.widgets.painting import round_box, start
from hgkm_desktop.ui.widgets.shadow import paint_shadow

if TYPE_CHECKING:
    from hgkm_desktop.vault.slots import Tile

WIDTH, SHADOW = 448, 40


class UnlockCard(QWidget):
    """Asks the last member to go on, or lets somebody else in. Its shadow lies around it."""

    submitted = Signal(object, str)
    someone_else = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._member_id: object = None
        self._avatar, self._name = Avatar("", 6, 44), panel_title("")
        self.go_on = make_button(tr("Go on"), kind="primary")
        self.other = make_button(tr("Somebody else"))
        self.ask = Ask(self.go_on, self)
        self.kept = muted(tr("Your text is kept. Nothing is gone."))
        self.kept.hide()
        self.ask.submitted.connect(self._on_submitted)
        self.other.clicked.connect(self.someone_else)
        self.setFixedWidth(px(WIDTH + 2 * SHADOW))
        self._place()

    @property
    def knows_somebody(self) -> bool:
        """Say whether there is a name to unlock for."""
        return self._member_id is not None

    def show_person(self, tile: "Tile") -> None:
        """Ask her."""
        self._member_id = tile.member_id
        self._name.setText(tile.name)
        self._avatar.show_person(tile.name, tile.color)
        self.ask.name(tr("Passphrase of {name}").format(name=tile.name))

    def busy(self, is_busy: bool) -> None:
        """Show that it is being tried."""
        self.other.setEnabled(not is_busy)
        self.ask.busy(is_busy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shadow and the card."""
        painter, side = start(self), px(SHADOW)
        card = QRectF(self.rect()).adjusted(side, side, -side, -side)
        paint_shadow(painter, card, px(14))
        round_box(painter, card, px(14), "card")

    def _place(self) -> None:
        self.ask.field.label.hide()
        who = QVBoxLayout()
        who.setSpacing(px(1))
        who.addWidget(self._name)
        who.addWidget(muted(tr("Type your passphrase to go on.")))
        top = QHBoxLayout()
        top.setSpacing(px(14))
        top.addWidget(self._avatar)
        top.addLayout(who, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        buttons.addWidget(self.go_on)
        layout = QVBoxLayout(self)
        side = px(SHADOW)
        layout.setContentsMargins(side + px(26), side + px(24), side + px(26), side + px(22))
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addSpacing(px(18))
        layout.addWidget(self.ask.field)
        layout.addSpacing(px(10))
        layout.addWidget(self.kept)
        layout.addSpacing(px(10))
        layout.addLayout(buttons)

    def _on_submitted(self, passphrase: str) -> None:
        self.busy(True)
        self.submitted.emit(self._member_id, passphrase)
