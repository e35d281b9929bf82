"""Who may be meant, under the field: only while somebody types, and never a list of everybody."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.models import Registration
from hgkm_desktop.services import attendance
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.fold_card import empty
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.views.sessions.list_words import called
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    is_rtl,
    round_box,
    start,
    text_width,
)

PAUSE = 120
"""Milliseconds without a key before they are looked for: fast typing makes nothing flicker."""
FEWEST = 2
"""With one letter half the list would be on the screen, for whoever stands at the door."""


class Matches(QWidget):
    """`chosen` tells whom somebody clicked; the arrows of the field move the mark."""

    chosen = Signal(object)
    changed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.session_id: UUID | None = None
        self._typed, self._place = "", -1
        self.found: Sequence[Registration] = ()
        self.rows: list[MatchRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE)
        self.pause.timeout.connect(self.look)
        self.hide()

    @property
    def marked(self) -> Registration | None:
        """Whom the arrows chose, None while what is typed counts."""
        return self.found[self._place] if self._place >= 0 else None

    def told(self) -> str:
        """Return who is marked, for whoever listens to the screen."""
        return self.rows[self._place].accessibleName() if self._place >= 0 else ""

    def follow(self, typed: str) -> None:
        """Something else is typed: what stood here is about something else."""
        self._typed = typed
        self._show(())
        if len(typed) >= FEWEST or typed.isdecimal():
            self.pause.start()
        else:
            self.pause.stop()

    def look(self) -> None:
        """Look now who may be meant."""
        self.pause.stop()
        if self.session_id is not None and self._typed:
            self._show(self._ctx.call(attendance.matches, self.session_id, self._typed))

    def step(self, by: int) -> None:
        """Mark the next or the one before; before the first what is typed counts again."""
        if not self.found:
            self.look()
        self._mark(min(max(self._place + by, -1), len(self.found) - 1))

    def unmark(self) -> bool:
        """Let what is typed count again; say whether somebody was marked."""
        was = self._place >= 0
        self._mark(-1)
        return was

    def _show(self, found: Sequence[Registration]) -> None:
        if not found and not self.found:
            return
        empty(self._column)
        self.found, self.rows = found, []
        for one in found:
            row = MatchRow(one, veiled=self._ctx.veiled)
            row.clicked.connect(partial(self.chosen.emit, one))
            self.rows.append(row)
            self._column.addWidget(row)
        self.setVisible(bool(found))
        self._mark(-1)
        self.changed.emit()

    def _mark(self, place: int) -> None:
        self._place = place
        for number, row in enumerate(self.rows):
            row.setChecked(number == place)


class MatchRow(QAbstractButton):
    """A name and its number. The keyboard stays in the field."""

    def __init__(self, one: Registration, *, veiled: bool) -> None:
        super().__init__()
        number = tr("no. {number}").format(number=one.number)
        self.setText(called(one, veiled=veiled))
        self._number = "" if self.text() == number else number
        self.setAccessibleName(f"{self.text()} {self._number}".strip())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be low: six of them fit under the field of a small screen."""
        return QSize(px(240), px(36))

    def nextCheckState(self) -> None:
        """Leave the mark to the arrows."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name, and its number muted after it."""
        painter, rtl, whole = start(self), is_rtl(self), QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            round_box(painter, whole, px(8), "prit" if self.isChecked() else "sunk")
        letters = font(16, bold=True)
        room = whole.width() - px(120)
        wide = min(text_width(letters, self.text()), room)
        draw_text(painter, at_side(whole, px(12), wide, rtl), self.text(), letters, "ink", rtl)
        after = at_side(whole, px(12) + wide + px(10), px(90), rtl)
        draw_text(painter, after, self._number, font(14), "mut", rtl)
