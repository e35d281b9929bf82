"""An appointment carried to another time: first by whom, and what else there is then (R-051)."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import Side
from hgkm_desktop.rules.going_words import word
from hgkm_desktop.services import conflicts, members
from hgkm_desktop.services.appointment_list import Seen
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.asking import Asking
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments.clash_words import clash_lines
from hgkm_desktop.ui.views.appointments.move_form import move_visit
from hgkm_desktop.ui.views.appointments.prepare_words import called, span_text
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.labels import form_label
from hgkm_desktop.ui.widgets.strips import Banner

WIDTH = 500


class MoveChoice(Asking):
    """Three buttons, one for each side; what clashes is shown and stops nobody."""

    chosen = Signal(object)
    """The side."""

    def __init__(self, title: str, was: str, clashes: list[str]) -> None:
        body = QWidget()
        super().__init__(title, body, text=was, cancel=tr("Leave it"), width=WIDTH)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(10))
        self.clashes = [Banner(line, "am") for line in clashes]
        for banner in self.clashes:
            column.addWidget(banner)
        column.addWidget(form_label(tr("Who moves it?")))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.buttons: dict[Side, Button] = {}
        for side in Side:
            button = self.buttons[side] = make_button(word(side))
            button.clicked.connect(partial(self._on_clicked, side))
            row.addWidget(button, 1)
        column.addLayout(row)

    def _on_clicked(self, side: Side) -> None:
        self.close_overlay()
        self.chosen.emit(side)


class Moving(QObject):
    """Asks, and moves. `stayed` tells that it stays where it was; the calendar shows so."""

    moved = Signal(object)
    """The id of what has another time now."""
    stayed = Signal()

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page

    def begin(self, seen: Seen, starts: datetime) -> None:
        """Ask by whom it goes to this time; how long it takes stays."""
        visit = seen.visit
        ends = starts + (visit.ends - visit.starts)
        if starts == visit.starts:
            self.stayed.emit()
            return
        choice = MoveChoice(*self._words(seen, starts, ends), self._clashes(visit, starts, ends))
        choice.chosen.connect(partial(self._on_chosen, visit, starts, ends))
        choice.rejected.connect(self.stayed)
        choice.open(self._page.window())

    def _words(self, seen: Seen, starts: datetime, ends: datetime) -> tuple[str, str]:
        today = day_of(self._ctx.now())
        who = inside(called(seen, veiled=self._ctx.veiled))
        was = span_text(seen.visit.starts, seen.visit.ends, today)
        title = tr("Move to {time}?").format(time=_small(span_text(starts, ends, today)))
        return title, tr("{name}, now {time}.").format(name=who, time=_small(was))

    def _clashes(self, visit: Visit, starts: datetime, ends: datetime) -> list[str]:
        call = self._ctx.call
        found = call(conflicts.conflicts, visit.companions, starts, ends, visit.id)
        said = clash_lines(found, call(members.names), veiled=self._ctx.veiled)
        return [tr("This time has passed."), *said] if starts < self._ctx.now() else said

    def _on_chosen(self, visit: Visit, starts: datetime, ends: datetime, side: Side) -> None:
        told: Callable[[UUID], object] = self.moved.emit
        if not move_visit(self._ctx, self._page.window(), visit, starts, ends, side, told):
            self.stayed.emit()


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
