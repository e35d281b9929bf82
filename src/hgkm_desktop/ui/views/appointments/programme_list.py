"""What takes place every week, with the ways to change it, end it or add to it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import FixedTime, Record
from hgkm_desktop.rules.day_words import weekdays
from hgkm_desktop.services import fixed_times
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of, day_without_weekday, times_of
from hgkm_desktop.ui.forms.asking import Asking
from hgkm_desktop.ui.forms.fold_card import empty
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments.programme_form import ProgrammeForm
from hgkm_desktop.ui.widgets.buttons import Button, icon_button, make_button
from hgkm_desktop.ui.widgets.labels import bold, hairline, muted


class ProgrammeList(Asking):
    """Reads again after every change; what came to an end is not shown any more."""

    def __init__(self, ctx: Context) -> None:
        self.add_button = make_button(tr("Add"), icon="plus")
        self.changes: list[Button] = []
        self.ends: list[Button] = []
        body = QWidget()
        told = tr("This stands in everybody's week. Appointments at the same time are noticed.")
        super().__init__(tr("Weekly programme"), body, text=told, cancel=tr("Back"), width=600)
        self._ctx = ctx
        column = QVBoxLayout(body)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(12))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(9))
        column.addLayout(self._lines)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(self._on_add_clicked)
        ctx.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show what runs now, in the order of the week."""
        empty(self._lines)
        self.changes, self.ends = [], []
        today = day_of(self._ctx.now())
        found = self._ctx.call(fixed_times.everything)
        running = [each for each in found if each.last_day is None or each.last_day >= today]
        for place, fixed in enumerate(running):
            if place:
                self._lines.addWidget(hairline())
            self._lines.addWidget(self._line(fixed, today))
        if not running:
            self._lines.addWidget(muted(tr("Nothing takes place every week yet."), wrap=True))
        pairs = zip(self.changes, self.ends, strict=True)
        self.in_order([*(each for pair in pairs for each in pair), self.add_button])

    def _line(self, fixed: FixedTime, today: date) -> QWidget:
        change = make_button(tr("Change"), small=True)
        change.setAccessibleName(f"{change.text()}: {fixed.title}")
        end = icon_button("trash", tr("Stop with {title}").format(title=fixed.title), small=True)
        change.clicked.connect(partial(self._on_change_clicked, fixed))
        end.clicked.connect(partial(self._on_end_clicked, fixed))
        self.changes.append(change)
        self.ends.append(end)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(_words(fixed, today), 1)
        row.addWidget(change)
        row.addWidget(end)
        return holder

    def _on_add_clicked(self) -> None:
        ProgrammeForm(self._ctx).open(self.window())

    def _on_change_clicked(self, fixed: FixedTime) -> None:
        ProgrammeForm(self._ctx, fixed).open(self.window())

    def _on_end_clicked(self, fixed: FixedTime) -> None:
        before = _copy(fixed)
        self.add_button.setFocus()
        self._ctx.call(fixed_times.end, fixed.id, day_of(self._ctx.now()))
        said = tr("{title} stops after today.").format(title=inside(fixed.title))
        self._ctx.notify(said, partial(go_on, self._ctx, before))

    def _on_changed(self, kinds: frozenset[type[Record]]) -> None:
        if FixedTime in kinds:
            self.refresh()


def go_on(ctx: Context, before: FixedTime) -> None:
    """Let something take place again as it did."""
    found = {each.id: each for each in ctx.call(fixed_times.everything)}
    known = found.get(before.id)
    before.version = known.version if known is not None else 0
    ctx.call(fixed_times.save, before, now=ctx.now())


def _copy(fixed: FixedTime) -> FixedTime:
    return FixedTime(
        id=fixed.id,
        kind=fixed.kind,
        title=fixed.title,
        weekday=fixed.weekday,
        begins=fixed.begins,
        ends=fixed.ends,
        place=fixed.place,
        area=fixed.area,
        first_day=fixed.first_day,
        last_day=fixed.last_day,
    )


def _words(fixed: FixedTime, today: date) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bold(fixed.title, wrap=True))
    times = times_of(fixed.begins, fixed.ends)
    said = [f"{weekdays()[fixed.weekday]} {times}"]
    if fixed.place:
        said.append(inside(fixed.place))
    if fixed.last_day is not None:
        said.append(tr("until {day}").format(day=day_without_weekday(fixed.last_day, today)))
    column.addWidget(muted(tr(", ").join(said), wrap=True))
    return holder
