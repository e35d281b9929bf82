"""One clock on a card: how far it is, what happens on its last day, and who is there then (06e)."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from hgkm_desktop.rules.all_clocks import Running
from hgkm_desktop.rules.clocks import MOST, Kind, Stage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import day_of, day_without_weekday
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases import clock_words
from hgkm_desktop.ui.widgets.avatar import Avatar
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.buttons import Button, icon_button, make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.clock_bar import DayBar, ProgressLine
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import body, form_label, group_heading, label, muted
from hgkm_desktop.ui.widgets.strips import Banner

_TOP = Qt.AlignmentFlag.AlignTop


class ClockCard(Card):
    """A clock, and buttons to change it, to make it longer and to put it away."""

    change_asked = Signal(object)
    longer_asked = Signal(object)
    away_asked = Signal(object)

    def __init__(
        self, running: Running, now: datetime, colors: Mapping[str, int], *, veiled: bool
    ) -> None:
        super().__init__(margins=(18, 14, 18, 16), spacing=9)
        self.running = running
        self._now, self._colors, self._veiled = now, colors, veiled
        self.name = clock_words.title(running, veiled=veiled)
        self.change: Button | None = None
        self.longer: Button | None = None
        self.away: Button | None = None
        self.setAccessibleName(self.name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.body.addLayout(self._head())
        self._add_bar()
        if not veiled:
            self._add_what()
            self.body.addSpacing(px(4))
            self.body.addLayout(self._answers())
        self.body.addStretch(1)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [part for part in (self.change, self.away, self.longer) if part is not None]

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(9))
        row.addWidget(IconLabel(clock_words.ICONS[self.running.kind], "ink", 21))
        row.addWidget(group_heading(self.name, wrap=True), 1)
        self.badge = Badge(*clock_words.badge(self.running, self._now))
        row.addWidget(self.badge)
        if not self._veiled:
            row.addWidget(self._change())
        if self.running.is_of_the_law:
            row.addWidget(self._away())
        return row

    def _change(self) -> Button:
        named = tr("Change: {name}").format(name=self.name)
        made = self.change = icon_button("pencil-simple", named, small=True, kind="bare")
        made.clicked.connect(self._on_change_clicked)
        return made

    def _away(self) -> Button:
        named = tr("Put away: {name}").format(name=self.name)
        made = self.away = icon_button("trash", named, small=True, kind="bare")
        made.clicked.connect(self._on_away_clicked)
        return made

    def _add_bar(self) -> None:
        running, today = self.running, day_of(self._now)
        if running.kind is Kind.PROMISE:
            return
        if running.kind is Kind.RESTRAINING_ORDER:
            first = day_of(running.clock.starts)
            bar = DayBar(first, (running.last_day - first).days + 1, today)
            bar.setAccessibleName(clock_words.badge(running, self._now)[0])
            self.add(bar)
            self._add_longer()
            return
        first, last = day_of(running.clock.starts), running.last_day
        words = [day_without_weekday(day, today) for day in (first, last)]
        tone = clock_words.badge(running, self._now)[1]
        self.add(ProgressLine(running.share(self._now), tone, words[0], words[1]))

    def _add_longer(self) -> None:
        """Say how long it may last, and ask whether it became longer."""
        running, most = self.running, MOST[Kind.RESTRAINING_ORDER]
        if running.clock.days >= most:
            self.add(muted(tr("It is as long as it may be."), wrap=True))
            return
        told = tr("The mayor can make it longer, until {day} at the latest.").format(
            day=clock_words.latest_text(running, most, self._now)
        )
        self.longer = make_button(tr("Did it become longer?"), "quiet", small=True)
        self.longer.clicked.connect(self._on_longer_clicked)
        row = QHBoxLayout()
        row.setSpacing(px(6))
        row.addWidget(IconLabel("arrow-bend-up-right", "mut", 17))
        row.addWidget(muted(told))
        row.addWidget(self.longer)
        row.addStretch(1)
        self.body.addLayout(row)

    def _add_what(self) -> None:
        running = self.running
        if running.promise is not None:
            self.add(body(as_typed(running.promise.what), wrap=True))
        if running.is_of_the_law and running.stage is Stage.ENDING:
            told = tr("Agree with her who is there.")
            if running.who:
                told = tr("Look whether everything still holds.")
            self.add(Banner(told, "am", tr("This stops soon.")))

    def _answers(self) -> QGridLayout:
        asked_then, asked_who = clock_words.questions(self.running.kind)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(18))
        grid.setVerticalSpacing(px(2))
        parts = [(asked_then, self._then()), (asked_who, self._who())]
        if self.running.kind is Kind.RESTRAINING_ORDER:
            parts.append((tr("Is there a child expert?"), body(self._child_expert())))
        for place, (asked, answer) in enumerate(parts):
            grid.addWidget(form_label(asked), 0, place)
            grid.addWidget(answer, 1, place, _TOP)
            grid.setColumnStretch(place, 1)
        return grid

    def _then(self) -> QWidget:
        told = clock_words.then(self.running)
        return body(told, wrap=True) if told else _nothing(tr("Not agreed yet"))

    def _who(self) -> QWidget:
        who = self.running.who
        if not who:
            return _nothing(tr("Nobody yet"))
        words = body(as_typed(who), wrap=True)
        known = max((name for name in self._colors if who.startswith(name)), key=len, default="")
        if not known:
            return words
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(Avatar(known, self._colors[known], 24), 0, _TOP)
        row.addWidget(words, 1)
        return made

    def _child_expert(self) -> str:
        answers = {True: tr("Yes"), False: tr("No"), None: tr("We do not know yet")}
        return answers[self.running.clock.child_expert]

    def _on_change_clicked(self) -> None:
        self.change_asked.emit(self.running)

    def _on_longer_clicked(self) -> None:
        self.longer_asked.emit(self.running)

    def _on_away_clicked(self) -> None:
        self.away_asked.emit(self.running)


def _nothing(text: str) -> QWidget:
    """Return in red what is still missing."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(7))
    row.addWidget(IconLabel("warning-circle", "rd", 18, "fill"))
    row.addWidget(label(text, "problem"), 1)
    return made
