"""Keeps what can be found ready beside the window: read after sign-in, and again after a change.

It lives as long as the window's page; locking starts the program anew, and nothing is left of it.
"""

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from hgkm_desktop.errors import UserError
from hgkm_desktop.models import (
    Case,
    CaseEntry,
    InformationSession,
    OwnSheet,
    Partner,
    PartnerPerson,
    Record,
    WalkIn,
)
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import finding, gathering
from hgkm_desktop.services.finding import Index
from hgkm_desktop.ui.context import Context

SETTLED = 400
"""Milliseconds after a change before it is read: three notes in a row are read once."""
_READ = frozenset[type[Record]](
    {Case, CaseEntry, InformationSession, OwnSheet, Partner, PartnerPerson, WalkIn}
)


class Finder(QObject):
    """Has the index of whoever is signed in; says when there is a newer one."""

    changed = Signal()

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.index, self.is_ready = finding.EMPTY, False
        self._is_busy = self._has_warned = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_soon)
        self._soon.start(0)
        ctx.changed.connect(self._on_changed)

    def _on_changed(self, kinds: frozenset[type[Record]]) -> None:
        if kinds & _READ:
            self._soon.start(SETTLED)

    def _on_soon(self) -> None:
        if self._is_busy:
            self._soon.start(SETTLED)
            return
        self._is_busy = True
        self._ctx.in_background(self._gathered, self._on_gathered, self._on_failed)

    def _gathered(self) -> Index:
        return self._ctx.call(gathering.gather, self.index)

    def _with_questions(self) -> Index:
        return self._ctx.call(gathering.with_questions, self.index)

    def _on_gathered(self, index: Index) -> None:
        """Let cases be found at once; real questions take longer, there may be many."""
        if self._shows(index) and self._ctx.may(Role.CONFIDANT):
            self._ctx.in_background(self._with_questions, self._on_complete, self._on_failed)
        else:
            self._is_busy = False

    def _on_complete(self, index: Index) -> None:
        self._shows(index)
        self._is_busy = False

    def _shows(self, index: Index) -> bool:
        """Use an index, unless the page it was for is gone; say whether it is used."""
        if not isValid(self):
            return False
        self.index, self.is_ready = index, True
        self.changed.emit()
        return True

    def _on_failed(self, error: Exception) -> None:
        """Say once what is wrong with the file; what was read before can still be found."""
        self._is_busy = False
        if not isinstance(error, UserError):
            raise error
        if isValid(self):
            self.is_ready = True
            self.changed.emit()
            if not self._has_warned:
                self._has_warned = True
                self._ctx.warn(error.title, error.hint)
