"""The calm second part of the strip: what the first rows do not ask."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.walk_ins.entry_fields import EntryFields
from hgkm_desktop.ui.views.walk_ins.real_question import RealQuestionPart
from hgkm_desktop.ui.views.walk_ins.room import Room
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import form_label, hairline

PARTS = ("setting", "contact_by", "urgency", "tells_about", "children", "follow_up_on")


class MoreFields(QWidget):
    """Other topics, where, who, how soon, about whom, children; and beside it the real question."""

    def __init__(self, fields: EntryFields, question: RealQuestionPart) -> None:
        super().__init__()
        self.setProperty("role", "scrolled")
        self.question = question
        self.fields = _named(fields)
        for name, field in self.fields.items():
            fields.say_problems_of(name, field.complain, field.widget)
        for name, field in (("own_words", question.own_words), ("question", question.question)):
            fields.say_problems_of(name, field.complain, field.widget)
        self._lay_out(fields)

    def hide_fields(self, hidden: frozenset[str]) -> None:
        """Keep away what this organisation does not use (R-300)."""
        for name, field in self.fields.items():
            field.setHidden(name in hidden)
        self.fields["follow_up_on"].setHidden("follow_up" in hidden)
        self.question.setHidden("real_question" in hidden)

    def fit(self, room: Room) -> None:
        """Put the real question below the other fields where it has no room beside them."""
        direction = QBoxLayout.Direction.LeftToRight
        if room == Room.TIGHT:
            direction = QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)

    def _lay_out(self, fields: EntryFields) -> None:
        topics = QHBoxLayout()
        topics.setSpacing(px(8))
        name = form_label(tr("And also"))
        name.setFixedWidth(px(78))
        topics.addWidget(name, 0, Qt.AlignmentFlag.AlignVCenter)
        topics.addWidget(fields.other_topics, 1)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(px(28))
        self._columns.addLayout(self._grid(), 0)
        self._columns.addWidget(self.question, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, px(12), 0, px(2))
        page.setSpacing(px(12))
        page.addWidget(hairline())
        page.addLayout(topics)
        page.addLayout(self._columns)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(10))
        for place, name in enumerate(PARTS):
            at = place // 2, place % 2
            grid.addWidget(self.fields[name], *at, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(3, 1)
        return grid


def _named(fields: EntryFields) -> dict[str, Field]:
    return {
        "setting": Field(tr("Where"), fields.setting),
        "contact_by": Field(tr("Contact by"), fields.contact_by),
        "urgency": Field(tr("Urgency"), fields.urgency),
        "tells_about": Field(tr("Tells about"), fields.tells_about),
        "children": Field(tr("How many children"), fields.children_count),
        "follow_up_on": Field(tr("When (talk or coming back)"), fields.follow_up_on),
    }
