"""The papers of a session: its list at the door, its poster, and a certificate (R-003)."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts.attendance_list import AttendanceList, AttendanceRow
from hgkm_desktop.handouts.attendance_list import attendance_list as drawn
from hgkm_desktop.rules.sessions import Place
from hgkm_desktop.services import information_sessions, organisation, registrations
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.entrance.beside import run_for
from hgkm_desktop.ui.views.sessions.papers_certificate import CertificateForm
from hgkm_desktop.ui.views.sessions.papers_poster import PosterForm

__all__ = ["CertificateForm", "PosterForm", "attendance_list", "print_list"]

FEWEST_EMPTY, MOST_EMPTY = 5, 60
"""Lines to write on: somebody always brings somebody, and nobody needs a book of them."""
Send = Callable[..., None]


def print_list(
    ctx: Context, parent: QWidget, session_id: UUID, send: Send = printing.print_pdf
) -> None:
    """Print who has a place, made beside the window; a second press meanwhile does nothing."""
    if ctx.veiled:
        ctx.warn(tr("Names are hidden"), tr("Show them first, then print the list."))
        return
    nearest = Qt.FindChildOption.FindDirectChildrenOnly
    if parent.findChild(_ListOnItsWay, options=nearest) is None:
        _ListOnItsWay(ctx, parent, session_id, send)


def attendance_list(ctx: Context, session_id: UUID) -> AttendanceList:
    """Return what stands on the list: who has a place, and lines for who comes besides.

    Their numbers go on after the last one on the list: nobody who waits has the same.
    """
    known = ctx.call(information_sessions.get, session_id)
    everybody = ctx.call(registrations.of_session, session_id)
    placed = [one for one in everybody if one.place is Place.HAS_PLACE]
    last = max((one.number for one in everybody), default=0)
    free = (known.capacity or 0) - len(placed)
    empty = range(last + 1, last + 1 + min(max(FEWEST_EMPTY, free), MOST_EMPTY))
    rows = [AttendanceRow(one.number, one.name, one.children) for one in placed]
    rows += [AttendanceRow(number, "") for number in empty]
    name = ctx.call(organisation.get).name
    return AttendanceList(known.starts_at, known.place, name, rows)


class _ListOnItsWay(QObject):
    """Lives from the button to the dialog of the printer."""

    def __init__(self, ctx: Context, parent: QWidget, session_id: UUID, send: Send) -> None:
        super().__init__(parent)
        self._ctx, self._view, self._id, self._send = ctx, parent, session_id, send
        run_for(self, ctx.background, self._made, self._on_made, self._on_failed)

    def _made(self) -> bytes:
        return drawn(attendance_list(self._ctx, self._id))

    def _on_made(self, pdf: bytes) -> None:
        self._end()
        done = partial(_on_printed, self._ctx, self._id)
        try:
            self._send(self._view.window(), pdf, on_done=done)
        except UserError as error:
            self._ctx.warn(error.title, error.hint)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, UserError):
            raise error
        self._ctx.warn(error.title, error.hint)

    def _end(self) -> None:
        self.setParent(None)
        self.deleteLater()


def _on_printed(ctx: Context, session_id: UUID) -> None:
    ctx.call(information_sessions.printed, session_id)
    ctx.notify(tr("It is with the printer."))
