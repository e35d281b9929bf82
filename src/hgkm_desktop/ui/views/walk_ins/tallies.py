"""Counting questions without persons: for the many small ones of a busy day (R-111)."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from hgkm_desktop.models.codes import CHIP_TOPICS, HelpTopic
from hgkm_desktop.models.labels import label
from hgkm_desktop.services import tallies
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.walk_ins.counter import Counter
from hgkm_desktop.ui.views.walk_ins.keys import number_of
from hgkm_desktop.ui.views.walk_ins.moment import DayField
from hgkm_desktop.ui.views.walk_ins.room import Room
from hgkm_desktop.ui.views.walk_ins.tab_order import follow
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import bold, form_label, group_heading, muted
from hgkm_desktop.ui.widgets.scroll import FittingScroll

COLUMNS = 3
TOPICS = (*CHIP_TOPICS, *(topic for topic in HelpTopic if topic not in CHIP_TOPICS))


class TallyPanel(Card):
    """The counters of one day. Number keys count while the keyboard is in here."""

    closed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__(margins=(18, 12, 18, 14), spacing=8)
        self.ctx = ctx
        self.day = DayField(day_of(ctx.now()), tr("Day"))
        self.back = make_button(tr("Back to the list"), "quiet", icon="arrow-left", small=True)
        self.total = bold("")
        self.counters = {topic: _counter(place, topic) for place, topic in enumerate(TOPICS)}
        self._grid = QGridLayout()
        self._lay_out()
        self.day.changed.connect(self.refresh)
        self.back.clicked.connect(self.closed)
        for topic, counter in self.counters.items():
            counter.counted.connect(partial(self._on_counted, topic))

    def refresh(self) -> None:
        """Fetch the day's numbers again."""
        day = self.day.value()
        if day is not None:
            self._show(self.ctx.call(tallies.of_day, day))
        for counter in self.counters.values():
            counter.setEnabled(day is not None)

    def take_focus(self) -> None:
        """Put the keyboard here, so that number keys count."""
        self.day.set_value(day_of(self.ctx.now()), day_of(self.ctx.now()))
        self.refresh()
        self.counters[TOPICS[0]].more.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fit(self, room: Room) -> None:
        """Stand in two columns where three have no room."""
        columns = COLUMNS if room < Room.TIGHT else COLUMNS - 1
        rows = -(-len(TOPICS) // columns)
        for place, counter in enumerate(self.counters.values()):
            self._grid.addWidget(counter, place % rows, place // rows)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count with a number key."""
        number = number_of(event)
        if number:
            self.counters[TOPICS[number - 1]].count(1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(group_heading(tr("Count without persons")))
        explanation = tr("For short questions. Only a number for each topic and day is kept.")
        head.addWidget(muted(explanation, wrap=True), 1)
        head.addWidget(self.back)
        about = QHBoxLayout()
        about.setSpacing(px(10))
        about.addWidget(form_label(tr("Day")))
        about.addWidget(self.day)
        about.addSpacing(px(12))
        about.addWidget(self.total, 1)
        self.body.addLayout(head)
        self.body.addLayout(about)
        grid = QWidget()
        grid.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(28))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setRowStretch(len(TOPICS), 1)
        self.fit(Room.WIDE)
        self.body.addWidget(FittingScroll(grid), 1)
        buttons = [b for c in self.counters.values() for b in (c.less, c.more)]
        follow([self.back, self.day, *buttons])

    def _show(self, numbers: Mapping[HelpTopic, int]) -> None:
        for topic, counter in self.counters.items():
            counter.show_number(numbers.get(topic, 0))
        total = sum(numbers.values())
        words = tr("1 question") if total == 1 else tr("{count} questions").format(count=total)
        self.total.setText(words)

    def _on_counted(self, topic: HelpTopic, by: int) -> None:
        day = self.day.value()
        if day is not None:
            self._add(day, topic, by)
            undo = partial(self._add, day, topic, -by)
            told = tr("Counted: {topic}").format(topic=label(topic))
            self.ctx.notify(told, undo=undo, quiet=True)

    def _add(self, day: date, topic: HelpTopic, by: int) -> None:
        self.ctx.call(tallies.add, day, topic, by)
        self.refresh()


def _counter(place: int, topic: HelpTopic) -> Counter:
    return Counter(str(place + 1) if place < len(CHIP_TOPICS) else "", label(topic))
