"""Her days and times: as many as she wants, each with its own days."""

from collections.abc import Sequence
from datetime import time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.contact import Window
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.tab_chain import follow
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.date_time import TimeField
from hgkm_desktop.ui.widgets.labels import explain

MOST = 6
FIRST = Window(frozenset(), time(10), time(12))
"""No day is chosen beforehand."""


class WindowRow(QWidget):
    """On which days, between which times."""

    changed = Signal()
    removed = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.days = ChipRow(_short_days(), name=tr("On which days?"))
        self.begins, self.ends = TimeField(window.begins), TimeField(window.ends)
        self.begins.setAccessibleName(tr("From what time?"))
        self.ends.setAccessibleName(tr("Until what time?"))
        self.remove = icon_button("x", tr("Remove these days"), small=True, kind="bare")
        self.days.set_values(window.days)
        self._lay_out()
        self.days.changed.connect(self.changed)
        self.begins.timeChanged.connect(self._on_time_changed)
        self.ends.timeChanged.connect(self._on_time_changed)
        self.remove.clicked.connect(self.removed)

    def value(self) -> Window:
        """Return what is chosen."""
        days = frozenset(day for day in self.days.values() if isinstance(day, int))
        return Window(days, self.begins.value(), self.ends.value())

    def _lay_out(self) -> None:
        times = QHBoxLayout()
        times.setSpacing(px(8))
        for part in (explain(tr("from")), self.begins, explain(tr("to")), self.ends):
            times.addWidget(part)
        times.addStretch(1)
        times.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(7))
        column.addWidget(self.days)
        column.addLayout(times)

    def _on_time_changed(self) -> None:
        self.changed.emit()


class WindowsEditor(QWidget):
    """All her days and times below each other."""

    changed = Signal()

    def __init__(self, windows: Sequence[Window]) -> None:
        super().__init__()
        self.rows: list[WindowRow] = []
        self.more = make_button(tr("Another day or time"), "quiet", "plus", small=True)
        self.more.setParent(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        for window in windows or (FIRST,):
            self._add(window)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self.more.clicked.connect(self._on_more)

    def values(self) -> tuple[Window, ...]:
        """Return all of them, half chosen ones too: those are refused when saving."""
        return tuple(row.value() for row in self.rows)

    def set_values(self, windows: Sequence[Window]) -> None:
        """Show these and no others."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for window in windows or (FIRST,):
            self._add(window)
        self.changed.emit()

    def _add(self, window: Window) -> WindowRow:
        row = WindowRow(window)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        row.changed.connect(self.changed)
        row.removed.connect(partial(self._on_removed, row))
        before = [each.remove for each in self.rows[-2:-1]]
        follow((*before, *row.days.chips, row.begins, row.ends, row.remove, self.more))
        self._count()
        return row

    def _count(self) -> None:
        for row in self.rows:
            row.remove.setVisible(len(self.rows) > 1)
        self.more.setVisible(len(self.rows) < MOST)
        self.setFocusProxy(self.rows[0].days.chips[0])

    def _on_more(self) -> None:
        self._add(FIRST).days.chips[0].setFocus()
        self.changed.emit()

    def _on_removed(self, row: WindowRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._count()
        self.rows[0].days.chips[0].setFocus()
        self.changed.emit()


def _short_days() -> list[tuple[object, str]]:
    short = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
    return list(enumerate(short))
