"""What stands over the list: what comes or what was, one topic or all, and a new one."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules import session_words
from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.segmented import Segmented

COMING, OVER = "coming", "over"


class ListHead(QWidget):
    """Says which sessions are wanted; the topics are out of sight until they are asked for."""

    changed = Signal()

    def __init__(self, *, may_edit: bool) -> None:
        super().__init__()
        parts = [(COMING, tr("To come")), (OVER, tr("Past"))]
        self.side = Segmented(parts, tr("Which sessions?"), small=True, check=False)
        self.side.set_value(COMING)
        self.filter = icon_button("funnel", tr("Show one topic"), small=True, kind="bare")
        self.filter.setCheckable(True)
        self.more = icon_button("dots-three", tr("What else can be done"), small=True, kind="bare")
        self.new = make_button(tr("New one"), "primary", "plus", small=True)
        if not may_edit:
            self.new.hide()
        self.topic = ComboField([("", tr("All topics")), *_topics()], small=True)
        self.topic.setAccessibleName(tr("About which topic?"))
        self._lay_out()
        self.side.changed.connect(self._on_changed)
        self.topic.changed.connect(self._on_changed)
        self.filter.clicked.connect(self._on_filter_clicked)

    def is_over(self) -> bool:
        """Say whether what was is wanted."""
        return self.side.value() == OVER

    def chosen_topic(self) -> SessionTopic | None:
        """Return the topic that is wanted, None for all."""
        value = self.topic.value()
        return SessionTopic(value) if isinstance(value, str) and value else None

    def show_side(self, *, is_over: bool) -> None:
        """Want one side, with all topics; nobody is told."""
        self.side.set_value(OVER if is_over else COMING)
        self.show_all_topics()

    def show_all_topics(self) -> None:
        """Want all topics; nobody is told."""
        with QSignalBlocker(self.topic):
            self.topic.set_value("")
        self.filter.setChecked(False)
        self.topic.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(4))
        row.addWidget(self.side)
        row.addStretch(1)
        for button in (self.filter, self.more, self.new):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(row)
        column.addWidget(self.topic)
        self.topic.hide()

    def _on_filter_clicked(self, on: bool) -> None:
        self.topic.setVisible(on)
        if on:
            self.topic.setFocus()
        elif self.chosen_topic() is not None:
            self.show_all_topics()
            self.changed.emit()

    def _on_changed(self, _value: object) -> None:
        self.changed.emit()


def _topics() -> list[tuple[object, str]]:
    return [(each, session_words.word(each)) for each in SessionTopic]
