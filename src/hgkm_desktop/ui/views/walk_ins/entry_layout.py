"""How the strip is laid out: three rows as on the mock-up, and a second part that opens."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from hgkm_desktop.models.labels import label
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.views.walk_ins.elided import ElidedLabel
from hgkm_desktop.ui.views.walk_ins.entry_fields import EntryFields
from hgkm_desktop.ui.views.walk_ins.entry_values import code
from hgkm_desktop.ui.views.walk_ins.more_fields import MoreFields
from hgkm_desktop.ui.views.walk_ins.problem_line import ProblemLine
from hgkm_desktop.ui.views.walk_ins.real_question import RealQuestionPart
from hgkm_desktop.ui.views.walk_ins.room import Room
from hgkm_desktop.ui.views.walk_ins.tab_order import first_stop, follow
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.key_hints import show_key
from hgkm_desktop.ui.widgets.labels import form_label, group_heading
from hgkm_desktop.ui.widgets.painting import text_width
from hgkm_desktop.ui.widgets.scroll import FittingScroll

OPENING_KEY = "Alt+M"
WIDE = {"margins": (18, 8, 18, 16), "gaps": (4, 14, 12), "chip": (51,)}
NARROW = {"margins": (14, 3, 14, 10), "gaps": (0, 8, 6), "chip": (48,)}
"""Chips get no spare room for bold letters, so that nine stand beside their name at 1366 wide."""


class StripLayout:
    """Puts the fields into the card; knows which of them are in sight."""

    def __init__(self, card: Card, fields: EntryFields, question: RealQuestionPart) -> None:
        self._card, self._fields, self._question = card, fields, question
        self.hint = ElidedLabel()
        self.summary = ElidedLabel(least=110)
        self.restart = make_button(tr("Start again"), "quiet", small=True)
        self.other_topics = make_button(tr("Other topic"), "quiet", small=True, key_hint="0")
        self.toggle = make_button(tr("Fill in more"), "quiet", small=True, key_hint="Alt M")
        self.toggle.setCheckable(True)
        self.save = make_button(tr("Save"), "primary", trailing="arrow-elbow-down-left")
        self.more = MoreFields(fields, question)
        self.scroll = FittingScroll(self.more)
        self.scroll.hide()
        self.topic_problem = ProblemLine(fields.topics)
        self.sentence_problem = ProblemLine(fields.desk_question)
        self._gaps = [QWidget(), QWidget(), QWidget()]
        self.top = self._top_fields()
        self._lay_out()
        self._connect()
        self.fit(Room.WIDE)
        self._order_tabs()
        self.say_restored("")

    def hide_fields(self, hidden: frozenset[str]) -> None:
        """Keep away what this organisation does not use (R-300)."""
        for name, part in self.top.items():
            part.setHidden(name in hidden)
        for part in (self._follow_up_name, self._fields.follow_up):
            part.setHidden("follow_up" in hidden)
        self.more.hide_fields(hidden)

    def fit(self, room: Room) -> None:
        """Stand closer together on a small screen, so that the list keeps its rows."""
        look = WIDE if room == Room.WIDE else NARROW
        self._card.body.setContentsMargins(*(px(side) for side in look["margins"]))
        for gap, height in zip(self._gaps, look["gaps"], strict=True):
            gap.setFixedHeight(px(height))
        for chip in self._fields.topics.chips:
            words = round(text_width(font(15), chip.text()))
            chip.setFixedWidth(words + px(look["chip"][0]))
        self.more.fit(room)
        self._break_rows(room == Room.TIGHT)

    def _break_rows(self, tight: bool) -> None:
        """Give the signal, and the sentence with its button, rows of their own."""
        question, save = self._fields.desk_question, self.save
        parts = ((self._first, self.top["signal"], 0), (self._last, question, 1))
        for (row, broken), part, stretch in (*parts, (self._last, save, 0)):
            (broken if tight else row).addWidget(part, stretch, Qt.AlignmentFlag.AlignVCenter)
        for _row, broken in (self._first, self._last):
            broken.setContentsMargins(0, px(8 if tight else 0), 0, 0)
            broken.setSpacing(px(8))

    def ask_other_topics(self) -> None:
        """Go to the topics that have no number."""
        self.toggle.setChecked(True)
        first_stop(self._fields.other_topics).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def bring_into_sight(self, field: QWidget) -> None:
        """Open the second part when a field with a problem is in it."""
        if self.more.isAncestorOf(field):
            self.toggle.setChecked(True)
            self.scroll.ensureWidgetVisible(field)

    def say_restored(self, kept_at: str) -> None:
        """Say that what was typed earlier is back; without a time, the usual sentence."""
        self.restart.setVisible(bool(kept_at))
        self.hint.setText(
            tr("Your text of {time} is still here.").format(time=kept_at)
            if kept_at
            else tr("One topic is enough. Write down no real names, addresses or numbers.")
        )

    def show_summary(self) -> None:
        """Say in a few words what the closed second part holds; where it was is always there."""
        fields = self._fields
        setting = code("setting", fields.setting.value())
        choices = (setting, *fields.other_topics.values(), fields.urgency.value())
        words = [label(each) for each in choices if isinstance(each, StrEnum)]
        self.summary.setText(" · ".join(words))

    def _top_fields(self) -> dict[str, Field]:
        fields = self._fields
        top = {
            "happened_at": Field(tr("Time"), fields.moment),
            "visit": Field(tr("Visit"), fields.visit),
            "language": Field(tr("Language"), fields.language),
            "signal": Field(tr("Signal of unsafety"), fields.signal),
        }
        for name, field in top.items():
            fields.say_problems_of(name, field.complain, field.widget)
        fields.say_problems_of("topics", self.topic_problem.complain, fields.topics)
        sentence = fields.desk_question
        fields.say_problems_of("desk_question", self.sentence_problem.complain, sentence)
        return top

    def _lay_out(self) -> None:
        body = self._card.body
        body.setSpacing(0)
        self._first = self._first_row(), QHBoxLayout()
        self._follow_up_name = _row_name(tr("Follow-up"))
        last = _row(self._follow_up_name, self._fields.follow_up, 0)
        last.addSpacing(px(8))
        self._last = last, QHBoxLayout()
        topics = _row(_row_name(tr("About")), self._fields.topics, 1)
        groups = (self._first, (topics,), self._last)
        problems = (None, self.topic_problem, self.sentence_problem)
        body.addLayout(self._header())
        for gap, rows, problem in zip(self._gaps, groups, problems, strict=True):
            body.addWidget(gap)
            for row in rows:
                body.addLayout(row)
            if problem is not None:
                body.addWidget(problem)
        body.addWidget(self.scroll)

    def _order_tabs(self) -> None:
        fields, more = self._fields, self.more
        follow(
            [self.restart, self.other_topics, self.toggle, fields.moment.time, fields.moment.day]
            + [fields.visit, fields.language, fields.signal, fields.topics, fields.follow_up]
            + [fields.desk_question, self.save, fields.other_topics]
            + [field.widget for field in more.fields.values()]
            + [self._question.own_words.widget, self._question.question.widget]
            + [self._question.kinds_button, self._question.kinds]
        )

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        heading = group_heading(tr("New visit"))
        show_key(heading, "Ctrl N")
        row.addWidget(heading)
        row.addWidget(self.hint)
        row.addWidget(self.restart)
        row.addStretch(1)
        row.addWidget(self.summary)
        row.addWidget(self.other_topics)
        row.addWidget(self.toggle)
        return row

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(16))
        for name in ("happened_at", "visit", "language"):
            row.addWidget(self.top[name], int(name == "language"), Qt.AlignmentFlag.AlignTop)
        return row

    def _connect(self) -> None:
        self.toggle.toggled.connect(self._on_toggled)
        self.other_topics.clicked.connect(self.ask_other_topics)
        QShortcut(QKeySequence(OPENING_KEY), self._card, self.toggle.toggle)

    def _on_toggled(self, on: bool) -> None:
        self.scroll.setVisible(on)
        self.toggle.setText(tr("Fill in less") if on else tr("Fill in more"))
        if on:
            first_stop(self._fields.other_topics).setFocus(Qt.FocusReason.ShortcutFocusReason)


def _row_name(text: str) -> QLabel:
    name = form_label(text)
    name.setFixedWidth(px(78))
    return name


def _row(name: QLabel, part: QWidget, stretch: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(8))
    row.addWidget(name)
    row.addWidget(part, stretch)
    return row
