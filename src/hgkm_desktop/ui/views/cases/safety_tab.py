"""How safe it is, from 0 to 10: everybody's own line, never an average or a forecast (06b).

R-219 to R-221, R-304: the thresholds 6 and 7 are information. The phase follows from her own
numbers only, and nothing happens by itself.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.rules.bodies import ClockSet
from hgkm_desktop.rules.clocks import MOST, Clock
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.lists import Voice
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.case_tab import CaseTab, emptied
from hgkm_desktop.ui.views.cases.clock_words import short_name
from hgkm_desktop.ui.views.cases.score_form import ScoreForm
from hgkm_desktop.ui.views.cases.score_list import ScoreList
from hgkm_desktop.ui.views.cases.score_table import ScoreTable
from hgkm_desktop.ui.views.cases.voices import Speaker, speakers
from hgkm_desktop.ui.views.cases.way import Way
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import group_heading, muted
from hgkm_desktop.ui.widgets.safety_chart import SafetyChart
from hgkm_desktop.ui.widgets.scroll import FittingScroll

_NARROW, _SIDE, _SMALL_SIDE = 1150, 330, 290


class SafetyTab(CaseTab):
    """The chart, or the same numbers as a table; beside it what everybody said last."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__(ctx, way)
        self.people: Sequence[Speaker] = ()
        self.as_table = make_button(tr("As a table"), icon="table")
        self.new_score = make_button(tr("New number"), "primary", icon="plus")
        self.chart, self.table = SafetyChart(), ScoreTable()
        self._both = _Both()
        self._side = QWidget()
        self._latest = QVBoxLayout(self._side)
        self._lay_out()
        self.as_table.clicked.connect(self._on_table_clicked)
        self.new_score.clicked.connect(self._on_new_clicked)

    def fill(self, page: CasePage) -> None:
        """Show everybody's numbers as they are now."""
        today, veiled = day_of(self.ctx.now()), self.ctx.veiled
        her_name = page.name.code if veiled else page.name.shown
        self.people = speakers(page.standing.scores, her_name, veiled=veiled)
        lines = [speaker.line() for speaker in self.people]
        phase = phase_text(page.standing.phase())
        self.chart.show_lines(lines, _events(page.entries, self.people), phase)
        self.table.show_people(self.people, today, veiled=veiled)
        emptied(self._latest)
        if self.people:
            self._latest.addWidget(ScoreList(self.people, today, veiled=veiled))
        self._latest.addStretch(1)
        self._scroll.setVisible(bool(self.people))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave more room to the chart on a small screen."""
        super().resizeEvent(event)
        wide = self.width() >= px(_NARROW)
        self._scroll.setFixedWidth(px(_SIDE if wide else _SMALL_SIDE))

    def _lay_out(self) -> None:
        self._latest.setContentsMargins(0, 0, 0, 0)
        self._both.addWidget(self.chart)
        self._both.addWidget(self.table)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(group_heading(tr("How safe is it now, from 0 to 10?"), wrap=True), 1)
        head.addWidget(self.as_table)
        head.addWidget(self.new_score)
        card = Card(margins=(16, 14, 16, 12), spacing=12)
        card.body.addLayout(head)
        card.add(self._both, 1)
        told = tr("Every number is one person's. We make no average and predict nothing.")
        card.add(muted(told, wrap=True))
        self._scroll = FittingScroll(self._side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(18))
        row.addWidget(FittingScroll(_alone(card)), 1)
        row.addWidget(self._scroll)

    def _on_table_clicked(self) -> None:
        to_table = self._both.currentWidget() is self.chart
        self._both.setCurrentWidget(self.table if to_table else self.chart)
        self.as_table.setText(tr("As a chart") if to_table else tr("As a table"))
        self.as_table.set_icon("chart-line-up" if to_table else "table")
        if to_table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_new_clicked(self) -> None:
        named = {speaker.voice: speaker.last.name for speaker in self.people if speaker.last.name}
        named.pop(Voice.CONFIDANT, None)
        self.open_form(ScoreForm(self.ctx, self.case_id, {} if self.ctx.veiled else named))


class _Both(QStackedWidget):
    """The chart and the table, as high as there is room for."""

    def sizeHint(self) -> QSize:
        """Ask for no more than the least: a small screen shows a lower chart, not a part of it."""
        return self.minimumSizeHint()


def _alone(card: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    return holder


def phase_text(phase: int) -> str:
    """Return "Fase 1 · Eerst veilig"."""
    names = {1: tr("Safe first"), 2: tr("Staying safe"), 3: tr("Recovery")}
    return tr("Phase {number} · {name}").format(number=phase, name=names[phase])


def _events(entries: Sequence[Entry], people: Sequence[Speaker]) -> list[tuple[date, str]]:
    """Return what the law began while numbers were given; it explains a rise or a fall."""
    days = [score.on for speaker in people for score in speaker.scores]
    begun: dict[UUID, Clock] = {}
    for entry in entries:
        body = entry.body
        if isinstance(body, ClockSet) and body.clock.days and body.clock.kind in MOST:
            begun[body.id] = body.clock
    return [
        (day_of(running.starts), short_name(running.kind))
        for running in begun.values()
        if days and min(days) <= day_of(running.starts) <= max(days)
    ]
