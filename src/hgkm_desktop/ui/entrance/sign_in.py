"""Signing in: who you are and your passphrase, nothing about what the program is for (02a)."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop import clock
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.ask import Ask
from hgkm_desktop.ui.entrance.language_button import LanguageButton
from hgkm_desktop.ui.entrance.morning import Morning
from hgkm_desktop.ui.entrance.who import Who
from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import muted, page_title
from hgkm_desktop.ui.widgets.painting import start

if TYPE_CHECKING:
    from hgkm_desktop.vault.slots import Tile

MORNING, WIDEST, SIDE = 590, 760, 72


class SignInPage(QWidget):
    """Painted before any name is known; `show_tiles` brings them. Nothing typed is kept here."""

    submitted = Signal(object, str)
    language_chosen = Signal(str)

    def __init__(self, now: Callable[[], datetime] = clock.now, title: str = "") -> None:
        super().__init__()
        self.morning = Morning(title or tr("Buurtlogboek"), now)
        self.who = Who()
        self.button = make_button(tr("Sign in"), kind="primary", big=True)
        self.ask = Ask(self.button, self)
        self.help = muted(_help(), wrap=True)
        self.language = LanguageButton()
        self._place()
        self.ask.submitted.connect(self._on_submitted)
        self.who.chosen.connect(self._on_chosen)
        self.who.settled.connect(self.ask.take_focus)
        self.language.chosen.connect(self.language_chosen)

    def show_tiles(self, tiles: "Sequence[Tile]") -> None:
        """Show who can sign in."""
        self.who.show_tiles(tiles, take_focus=not self.ask.line.text())

    def show_problem(self, text: str) -> None:
        """Say that it did not work, in the one way it is always said."""
        self.busy(False)
        self.ask.show_problem(text)

    def wait(self, seconds: int) -> None:
        """Let nothing be tried for a while."""
        self.busy(False)
        self.ask.wait(seconds)

    def busy(self, is_busy: bool) -> None:
        """Show that it is being tried."""
        self.who.setEnabled(not is_busy)
        self.ask.busy(is_busy)
        self.help.setText(tr("One moment…") if is_busy else _help())

    def clear_passphrase(self) -> None:
        """Empty the field."""
        self.ask.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the neighbourhood from taking too much of a small window."""
        super().resizeEvent(event)
        self.morning.setFixedWidth(min(px(MORNING), int(self.width() * 0.41)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page."""
        start(self).fillRect(self.rect(), color("page"))

    def _place(self) -> None:
        entry = QHBoxLayout()
        entry.setSpacing(px(18))
        entry.addWidget(self.ask.field, 1, Qt.AlignmentFlag.AlignTop)
        entry.addLayout(self._beside_the_field())
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(IconLabel("question", "mut", 18))
        foot.addWidget(self.help, 1)
        foot.addWidget(self.language)
        asking = QWidget()
        asking.setMaximumWidth(px(WIDEST))
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, px(20), 0, px(20))
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(page_title(tr("Who are you?")))
        column.addSpacing(px(18))
        column.addWidget(self.who)
        column.addSpacing(px(26))
        column.addLayout(entry)
        column.addSpacing(px(10))
        column.addLayout(foot)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.morning)
        row.addSpacing(px(SIDE))
        row.addWidget(asking, 1)
        row.addSpacing(px(SIDE))

    def _beside_the_field(self) -> QVBoxLayout:
        """Put the button beside the line itself, below the height of its name."""
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addSpacing(self.ask.field.label.sizeHint().height() + px(5))
        column.addWidget(self.button)
        column.addStretch(1)
        return column

    def _on_chosen(self, _identity: object, name: str) -> None:
        self.ask.clear()
        self.ask.name(tr("Passphrase of {name}").format(name=name))

    def _on_submitted(self, passphrase: str) -> None:
        member_id = self.who.current()
        if member_id is None:
            self.ask.field.complain(tr("Choose first who you are."))
            self.who.take_focus()
            return
        self.busy(True)
        self.submitted.emit(member_id, passphrase)


def _help() -> str:
    return tr("Forgotten your passphrase? Ask the coordinator or the administrator.")
