"""The locked program: a clock over the neighbourhood, and nothing that tells what it is (02b)."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from hgkm_desktop import clock
from hgkm_desktop.ui.entrance.night import DESIGNED, Night
from hgkm_desktop.ui.entrance.unlock_card import SHADOW, UnlockCard
from hgkm_desktop.ui.style import px

if TYPE_CHECKING:
    from hgkm_desktop.vault.slots import Tile

IDLE = 30_000
"""So long the card stays without a key or a click (milliseconds)."""
CARD, GAP = 266, 20
_NOT_WAKING = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_F12,
    }
)
"""The keys that lock, and those pressed with them: they do not show the card."""


class LockScreen(QWidget):
    """Needs no name to be painted. A key or click shows the card of whoever was signed in."""

    submitted = Signal(object, str)
    someone_else = Signal()

    def __init__(
        self,
        now: Callable[[], datetime] = clock.now,
        member_id: UUID | None = None,
        *,
        draft_kept: bool = False,
    ) -> None:
        super().__init__()
        self._member_id, self._is_awaited, self._is_busy = member_id, False, False
        self.night = Night(now)
        self.card = UnlockCard()
        self.card.kept.setVisible(draft_kept)
        for part in (self.night, self.card):
            part.setParent(self)
        self.card.hide()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self.rest)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card.submitted.connect(self._on_submitted)
        self.card.someone_else.connect(self.someone_else)
        self.card.ask.line.installEventFilter(self)

    def show_tiles(self, tiles: "Sequence[Tile]") -> None:
        """Learn the names; the card appears now if somebody already pressed a key."""
        for tile in tiles:
            if tile.member_id == self._member_id:
                self.card.show_person(tile)
        if not self.card.knows_somebody:
            self._member_id = None
        if self._is_awaited:
            self.wake()

    def wake(self) -> None:
        """Show the card; without somebody to unlock for, ask who it is instead."""
        if self._member_id is None:
            self.someone_else.emit()
            return
        self._is_awaited = not self.card.knows_somebody
        if self.card.knows_somebody:
            self.night.make_room(for_a_card=True)
            self.card.show()
            self._arrange()
            self.card.ask.take_focus()
            self._idle.start()

    def rest(self) -> None:
        """Show nothing but the clock again; what was typed is gone."""
        if self._is_busy:
            self._idle.start()
            return
        self._is_awaited = False
        self._idle.stop()
        self.card.ask.clear()
        self.card.hide()
        self.night.make_room(for_a_card=False)
        self._arrange()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, text: str) -> None:
        """Say that it did not work, in the one way it is always said."""
        self.busy(False)
        self.card.ask.show_problem(text)
        self._arrange()

    def wait(self, seconds: int) -> None:
        """Let nothing be tried for a while."""
        self.busy(False)
        self.card.ask.wait(seconds)
        self._arrange()

    def busy(self, is_busy: bool) -> None:
        """Show that it is being tried."""
        self._is_busy = is_busy
        self.card.busy(is_busy)

    def clear_passphrase(self) -> None:
        """Empty the field."""
        self.card.ask.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay while somebody types, and let Esc hide the card again."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._idle.start()
            if event.key() == Qt.Key.Key_Escape:
                self.rest()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the card on any key that says somebody is there; Esc hides it."""
        if event.key() == Qt.Key.Key_Escape:
            self.rest()
        elif self.card.isVisible():
            self._idle.start()
            super().keyPressEvent(event)
        elif event.key() in _NOT_WAKING:
            super().keyPressEvent(event)
        else:
            self.wake()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the card on a click."""
        self.wake()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard, so that the first key is noticed."""
        super().showEvent(event)
        if not self.card.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.night.setGeometry(self.rect())
        self.card.adjustSize()
        top = max(round(CARD * self.height() / DESIGNED), self.night.below_the_clock() + px(GAP))
        self.card.move((self.width() - self.card.width()) // 2, top - px(SHADOW))

    def _on_submitted(self, member_id: object, passphrase: str) -> None:
        self.busy(True)
        self.submitted.emit(member_id, passphrase)
