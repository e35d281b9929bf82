"""Every field of a visit below each other, for putting right what was typed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.walk_ins.entry_fields import EntryFields
from hgkm_desktop.ui.views.walk_ins.keys import meant
from hgkm_desktop.ui.views.walk_ins.margins import set_margins
from hgkm_desktop.ui.views.walk_ins.problem_line import ProblemLine
from hgkm_desktop.ui.views.walk_ins.real_question import RealQuestionPart
from hgkm_desktop.ui.views.walk_ins.tab_order import follow
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import form_label, muted

FIRST = (("happened_at", "visit"), ("language", "signal"))
THEN = (
    ("setting", "contact_by"),
    ("urgency", "tells_about"),
    ("children", "follow_up_on"),
)


class CorrectionForm(QWidget):
    """The fields, and the real question behind a button: whoever corrects need not touch it."""

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self.fields = EntryFields(now)
        self.question = RealQuestionPart()
        self._asks_question = True
        self.change_question = make_button(
            tr("Change the real question"), icon="lock-simple", small=True
        )
        self.question_hint = muted("", wrap=True)
        self.named = self._name_fields()
        self.topic_problem = ProblemLine(self.fields.topics)
        self._chips = [
            self._chip_row(tr("About"), self.fields.topics),
            self._chip_row(tr("And also"), self.fields.other_topics),
            self._chip_row(tr("Follow-up"), self.fields.follow_up),
        ]
        self._lay_out()
        self._place_problems()
        self.open_question(False)

    def values(self) -> dict[str, Any]:
        """Return what stands in the form, the real question under its own name."""
        asked = {"question": self.question.values(), "question_open": self.is_question_open()}
        return self.fields.values() | asked

    def show_values(self, values: dict[str, Any], now: datetime) -> None:
        """Fill the form; nobody is told."""
        self.fields.show(values, now)
        self.question.show_values(values.get("question") or {})
        self.open_question(bool(values.get("question_open")))

    def open_question(self, on: bool) -> None:
        """Show the part for the real question, or only the button that opens it."""
        self.question.setHidden(not on)
        self.question_hint.setHidden(not on)
        self.change_question.setHidden(on or not self._asks_question)

    def is_question_open(self) -> bool:
        """Say whether the real question is being changed."""
        return not self.question.isHidden()

    def hide_fields(self, hidden: frozenset[str]) -> None:
        """Keep away what this organisation does not use (R-300); stored values stay."""
        for name, field in self.named.items():
            field.setHidden(name in hidden)
        self.named["follow_up_on"].setHidden("follow_up" in hidden)
        self._chips[2].setHidden("follow_up" in hidden)
        self._asks_question = "real_question" not in hidden
        self.open_question(self.is_question_open() and self._asks_question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer number and letter keys as the strip does."""
        act = meant(event, self.fields)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _name_fields(self) -> dict[str, Field]:
        fields = self.fields
        return {
            "happened_at": Field(tr("Time"), fields.moment),
            "visit": Field(tr("Visit"), fields.visit),
            "language": Field(tr("Language"), fields.language),
            "signal": Field(tr("Signal of unsafety"), fields.signal),
            "setting": Field(tr("Where"), fields.setting),
            "contact_by": Field(tr("Contact by"), fields.contact_by),
            "urgency": Field(tr("Urgency"), fields.urgency),
            "tells_about": Field(tr("Tells about"), fields.tells_about),
            "children": Field(tr("How many children"), fields.children_count),
            "follow_up_on": Field(tr("When (talk or coming back)"), fields.follow_up_on),
            "desk_question": Field(tr("What was going on"), fields.desk_question),
        }

    def _chip_row(self, name: str, chips: QWidget) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(5))
        column.addWidget(form_label(name))
        column.addWidget(chips)
        return row

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        set_margins(page, 4, 4, 14, 4)
        page.setSpacing(px(12))
        page.addLayout(self._grid(FIRST))
        page.addWidget(self._chips[0])
        page.addWidget(self.topic_problem)
        page.addWidget(self._chips[1])
        page.addWidget(self._chips[2])
        page.addWidget(self.named["desk_question"])
        page.addLayout(self._grid(THEN))
        asking = QHBoxLayout()
        asking.addWidget(self.change_question)
        asking.addWidget(self.question_hint, 1)
        page.addLayout(asking)
        page.addWidget(self.question)
        fields, part = self.fields, self.question
        follow(
            [fields.moment.time, fields.moment.day, fields.visit, fields.language, fields.signal]
            + [fields.topics, fields.other_topics, fields.follow_up, fields.desk_question]
            + [self.named[name].widget for row in THEN for name in row]
            + [self.change_question, part.own_words.widget, part.question.widget]
            + [part.kinds_button, part.kinds]
        )

    def _grid(self, rows: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(18))
        grid.setVerticalSpacing(px(12))
        for row, names in enumerate(rows):
            for column, name in enumerate(names):
                grid.addWidget(self.named[name], row, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _place_problems(self) -> None:
        fields = self.fields
        fields.say_problems_of("topics", self.topic_problem.complain, fields.topics)
        asked = {"own_words": self.question.own_words, "question": self.question.question}
        for name, field in (self.named | asked).items():
            fields.say_problems_of(name, field.complain, field.widget)
