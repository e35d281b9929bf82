"""What stands over the calendar: which days, whose, what else there is, and a new one (08a)."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments.legend import Legend, Person
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.segmented import Segmented

WEEK, MONTH = "week", "month"
BETWEEN = 16


class Bar(QWidget):
    """The legend stands between the buttons, or below them where there is no room."""

    stepped = Signal(int)
    today_asked = Signal()
    span_chosen = Signal(object)
    menu_asked = Signal()
    new_asked = Signal()

    def __init__(self, *, may_plan: bool) -> None:
        super().__init__()
        self.before = icon_button("caret-left", "")
        self.today = make_button("")
        self.after = icon_button("caret-right", "")
        self.legend = Legend()
        spans = [(WEEK, tr("Week")), (MONTH, tr("Month"))]
        self.span = Segmented(spans, tr("How much at once?"), check=False)
        self.span.set_value(WEEK)
        self.more = icon_button("dots-three", tr("What else there is"))
        self.new = make_button(tr("New appointment"), "primary", "plus")
        self._days = _beside(8, self.before, self.today, self.after)
        self._acts = _beside(8, self.span, self.more, *([self.new] if may_plan else []))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(BETWEEN))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._days, 0, 0)
        self._grid.addWidget(self._acts, 0, 2)
        self._is_narrow = True
        self._place(is_narrow=False)
        self.show_span(WEEK)
        self._connect()

    def show_span(self, span: str) -> None:
        """Name the buttons after a week or a month."""
        is_week = span == WEEK
        self.span.set_value(span)
        self.today.setText(tr("This week") if is_week else tr("This month"))
        _name(self.before, tr("Week before") if is_week else tr("Month before"))
        _name(self.after, tr("Week after") if is_week else tr("Month after"))

    def show_people(self, people: Sequence[Person]) -> None:
        """Show who is who."""
        self.legend.show_people(people, self.after)
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the legend where there is room for it."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """Ask for the buttons; the legend goes below them."""
        width = self._days.sizeHint().width() + self._acts.sizeHint().width() + px(BETWEEN)
        return QSize(width, super().minimumSizeHint().height())

    def _fit(self, width: int) -> None:
        parts = self._days, self.legend, self._acts
        asked = sum(each.sizeHint().width() for each in parts) + 2 * px(BETWEEN)
        self._place(is_narrow=asked > width)

    def _place(self, *, is_narrow: bool) -> None:
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        if is_narrow:
            self._grid.addWidget(self.legend, 1, 0, 1, 3)
        else:
            self._grid.addWidget(self.legend, 0, 1, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.today.clicked.connect(self.today_asked)
        self.span.changed.connect(self.span_chosen)
        self.more.clicked.connect(self.menu_asked)
        self.new.clicked.connect(self.new_asked)

    def _on_before(self) -> None:
        self.stepped.emit(-1)

    def _on_after(self) -> None:
        self.stepped.emit(1)


def _name(button: QWidget, words: str) -> None:
    button.setAccessibleName(words)
    button.setToolTip(words)


def _beside(gap: int, *parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(gap))
    for part in parts:
        row.addWidget(part)
    return holder
