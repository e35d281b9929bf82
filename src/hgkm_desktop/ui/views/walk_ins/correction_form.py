"""Every field of a visit below each other, for putting right what was typed."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.walk_ins.entry_fields import EntryFields
from hgkm_desktop.ui.views.walk_ins.problem_line import ProblemLine
from hgkm_desktop.ui.views.walk_ins.real_question import RealQuestionPart
from hgkm_desktop.ui.views.walk_ins.tab_order import follow
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import form_label, muted

GRID = (
    ("happened_at", "visit"),
    ("language", "signal"),
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
        self._named = self._name_fields()
        self._problems = {
            "topics": ProblemLine(self.fields.topics),
            "desk_question": ProblemLine(self.fields.desk_question),
        }
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
        for name, field in self._named.items():
            field.setHidden(name in hidden)
        self._named["follow_up_on"].setHidden("follow_up" in hidden)
        self._chips[2].setHidden("follow_up" in hidden)
        self._asks_question = "real_question" not in hidden
        self.open_question(self.is_question_open() and self._asks_question)

    def _name_fields(self) -> dict[str, Field]:
        fields = self.fields
        return {
            "happened_at": Field(tr("Time"), fields.moment),
            "visit": Field(tr("Visit"), fields.visit),
            "language": Field(tr("Language"), fields.language),
            "signal": Field(tr("Signal of unsafety"), fields.signal),
            "setting": Field(tr("Where"), fields.setting),
            "contact_by": Field(tr("Who made contact"), fields.contact_by),
            "urgency": Field(tr("Urgency"), fields.urgency),
            "tells_about": Field(tr("Tells about"), fields.tells_about),
            "children": Field(tr("How many children"), fields.children_count),
            "follow_up_on": Field(tr("When (talk or coming back)"), fields.follow_up_on),
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
        page.setContentsMargins(px(4), px(4), px(14), px(4))
        page.setSpacing(px(12))
        page.addWidget(self._chips[0])
        page.addWidget(self._problems["topics"])
        page.addWidget(self._chips[1])
        page.addWidget(self._chips[2])
        page.addWidget(self.fields.desk_question)
        page.addWidget(self._problems["desk_question"])
        page.addLayout(self._grid())
        asking = QHBoxLayout()
        asking.addWidget(self.change_question)
        asking.addWidget(self.question_hint, 1)
        page.addLayout(asking)
        page.addWidget(self.question)
        fields, part = self.fields, self.question
        follow(
            [fields.topics, fields.other_topics, fields.follow_up, fields.desk_question]
            + [fields.moment.time, fields.moment.day]
            + [self._named[name].widget for row in GRID for name in row if name != "happened_at"]
            + [self.change_question, part.own_words.widget, part.question.widget]
            + [part.kinds_button, part.kinds]
        )

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(18))
        grid.setVerticalSpacing(px(12))
        for row, names in enumerate(GRID):
            for column, name in enumerate(names):
                grid.addWidget(self._named[name], row, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _place_problems(self) -> None:
        fields = self.fields
        fields.say_problems_of("topics", self._problems["topics"].complain, fields.topics)
        sentence = self._problems["desk_question"]
        fields.say_problems_of("desk_question", sentence.complain, fields.desk_question)
        for name, field in self._named.items():
            fields.say_problems_of(name, field.complain, field.widget)
        for name in ("own_words", "question"):
            field = getattr(self.question, name)
            fields.say_problems_of(name, field.complain, field.widget)
