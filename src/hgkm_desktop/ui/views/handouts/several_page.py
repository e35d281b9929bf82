"""Several sheets, languages and numbers as one print job: asked for once, printed together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.services.prints import Job
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.handouts import words
from hgkm_desktop.ui.views.handouts.back_bar import BackBar
from hgkm_desktop.ui.views.handouts.several_row import SeveralRow
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import bold, muted
from hgkm_desktop.ui.widgets.scroll import FittingScroll

MOST_LINES = 30


class SeveralPage(QWidget):
    """A list of lines; a new one repeats the last in the next language."""

    closed = Signal()
    print_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SeveralRow] = []
        self.bar = BackBar(tr("More at once"))
        self.add = make_button(tr("One more line"), icon="plus", small=True)
        self.print = make_button(tr("Print"), "primary", "printer")
        self.total = bold("")
        self._list = QVBoxLayout()
        self._list.setSpacing(px(10))
        self._lay_out()
        self.bar.back.connect(self.closed)
        self.add.clicked.connect(self._on_add_clicked)
        self.print.clicked.connect(self._on_print_clicked)

    def begin(self, job: Job) -> None:
        """Start with the sheet that is open; what was listed before stays."""
        if not self.rows:
            self._append(job)
        self.rows[-1].copies.field.setFocus()
        self.rows[-1].copies.field.selectAll()

    def jobs(self) -> Sequence[Job]:
        """Return the whole list."""
        return [row.job() for row in self.rows]

    def clear(self) -> None:
        """Empty the list: it is printed."""
        for row in list(self.rows):
            self._drop(row)

    def _lay_out(self) -> None:
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(px(5), px(5), px(5), px(5))
        inside.setSpacing(px(12))
        inside.addLayout(self._list)
        more = QHBoxLayout()
        more.addWidget(self.add)
        more.addStretch(1)
        inside.addLayout(more)
        card = Card(margins=(13, 13, 13, 13))
        card.add(FittingScroll(holder))
        foot = QHBoxLayout()
        foot.setSpacing(px(14))
        foot.setContentsMargins(px(5), 0, px(5), px(3))
        foot.addWidget(self.total)
        foot.addStretch(1)
        foot.addWidget(self.print)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(muted(tr("The printer asks once for all of it."), wrap=True))
        column.addWidget(card)
        column.addStretch(1)

    def _append(self, job: Job) -> None:
        row = SeveralRow(job)
        self.rows.append(row)
        self._list.addWidget(row)
        row.changed.connect(self._count)
        row.remove_asked.connect(self._on_remove_asked)
        self._count()

    def _drop(self, row: SeveralRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._count()

    def _count(self) -> None:
        count = sum(job.copies for job in self.jobs())
        self.total.setText(tr("Together: {count} sheets").format(count=count))
        self.print.setEnabled(bool(self.rows))
        self.add.setEnabled(len(self.rows) < MOST_LINES)

    def _on_add_clicked(self) -> None:
        last = self.rows[-1].job()
        languages = words.languages_of(last.sheet)
        following = languages[(languages.index(last.language) + 1) % len(languages)]
        self._append(replace(last, language=following, copies=1))
        self.rows[-1].language.setFocus()

    def _on_remove_asked(self) -> None:
        row = cast(SeveralRow, self.sender())
        if len(self.rows) == 1:
            self.closed.emit()
        place = self.rows.index(row)
        self._drop(row)
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].sheet.setFocus()

    def _on_print_clicked(self) -> None:
        self.print_asked.emit(self.jobs())
