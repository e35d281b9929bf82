"""My appointments for a calendar elsewhere: what the file tells is said before it is made."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.services import appointment_list, calendar_file
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.strips import Banner, StatusLine

BEHIND, AHEAD = timedelta(days=14), timedelta(days=366)
"""What was moved or called off a short while ago goes too: the other calendar follows."""

Save = Callable[..., None]


class Export(QObject):
    """Asks, makes the file in memory, and lets her choose where it goes."""

    def __init__(self, ctx: Context, page: QWidget, save: Save = printing.save_file) -> None:
        super().__init__(page)
        self._ctx, self._page, self._save = ctx, page, save

    def begin(self) -> None:
        """Say what is inside, or that there is nothing to put in it."""
        if not self._mine():
            self._ctx.notify(tr("You have no appointments to take along."))
            return
        question = Overlay(
            tr("My appointments in another calendar"),
            _told(),
            accept=tr("Choose where"),
            cancel=tr("Cancel"),
            width=540,
        )
        question.accepted.connect(self._on_accepted)
        question.open(self._page.window())

    def _mine(self) -> list[UUID]:
        """Return those where I go along, or am the reserve."""
        now = self._ctx.now()
        today = day_of(now)
        call = self._ctx.call
        days = call(appointment_list.between, today - BEHIND, today + AHEAD, now=now)
        return [each.visit.id for each in days.seen if each.is_mine]

    def _on_accepted(self) -> None:
        file = self._ctx.call(calendar_file.ics, self._mine(), now=self._ctx.now())
        name = calendar_file.FILE_NAME
        self._save(self._page.window(), file, name, tr("Calendar"), on_done=self._on_saved)

    def _on_saved(self) -> None:
        self._ctx.notify(tr("Your calendar file is saved."))


def _told() -> QWidget:
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, px(4), 0, 0)
    column.setSpacing(px(10))
    inside = tr("The times, the word “appointment” and one word for the place.")
    column.addWidget(StatusLine("check-circle", tr("In the file"), "oks", inside))
    left_out = tr("No names, no partner, no reason.")
    column.addWidget(StatusLine("x-circle", tr("Not in the file"), "mut", left_out))
    warning = tr("A phone or another program sees it too.")
    column.addWidget(Banner(warning, "am", tr("The file has no lock.")))
    return body
