"""Four numbers under the head: places, who is there, children, who waits (mock-up 09)."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.views.sessions.page_about import About
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import label, lead, muted


class PageFacts(QWidget):
    """Counts only; too many is said calmly."""

    def __init__(self) -> None:
        super().__init__()
        icons = "armchair", "check-square", "baby", "hourglass-medium"
        self.cells = [_Number(icon) for icon in icons]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, cell in enumerate(self.cells):
            if place:
                row.addWidget(_Upright())
            row.addWidget(cell, 1)

    def show_session(self, about: About) -> None:
        """Show how one session stands."""
        places, here, children, waiting = self.cells
        counts = about.counts
        places.say(counts.taken, tr("places"), counts.capacity)
        if counts.capacity is None:
            places.say(counts.taken, tr("on the list"))
        self._show_here(here, about)
        children.say(counts.children, tr("with child care"), counts.child_places)
        waiting.say(counts.waiting, tr("on the waiting list"))

    def _show_here(self, cell: "_Number", about: About) -> None:
        heads = about.session.head_count
        told = tr("were there") if about.is_over else tr("here at present")
        if heads is None:
            cell.say(about.counts.here, told)
        else:
            cell.say(heads, tr("were counted"))


class _Number(QWidget):
    """A number, of how many, and what it counts."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.number, self.of, self.what = label("", "empty-title"), lead(""), muted("", wrap=True)
        self.of.setWordWrap(False)
        self._usual, self._icon = icon, IconLabel(icon, "mut", 17)
        self.what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(px(6))
        upper.addWidget(self.number)
        upper.addWidget(self.of)
        upper.addStretch(1)
        lower.setSpacing(px(7))
        lower.addWidget(self._icon)
        lower.addWidget(self.what, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(8), px(12), px(9))
        column.setSpacing(0)
        column.addLayout(upper)
        column.addLayout(lower)

    def say(self, number: int, what: str, most: int | None = None) -> None:
        """Show a number; more than there may be is said in place of what it counts."""
        self.number.setText(str(number))
        self.of.setText("" if most is None else tr("of {most}").format(most=most))
        too_many = most is not None and number > most
        if most is not None and too_many:
            what = tr("{count} too many").format(count=number - most)
        self.what.setText(what)
        icon = ("warning-circle", "ams") if too_many else (self._usual, "mut")
        self._icon.show_icon(*icon)
        self.setAccessibleName(f"{number} {self.of.text()} {what}")


class _Upright(QWidget):
    """A line of one pixel from top to bottom."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), color("line"))
