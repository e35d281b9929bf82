"""What happened and what is planned, down a line; and blocks for time that passes."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import bold, explain, muted, small
from hgkm_desktop.ui.widgets.painting import is_rtl, middle, round_box, start

_TOP = Qt.AlignmentFlag.AlignTop


class _Mark(QWidget):
    """The circle of an item, and the line to the next."""

    def __init__(self, icon: str, planned: bool, last: bool) -> None:
        super().__init__()
        self._icon, self._planned, self._last = icon, planned, last
        self.setFixedWidth(px(32))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Be at least the circle."""
        return QSize(px(32), px(46))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line and the circle."""
        painter = start(self)
        if not self._last:
            line = QRectF(px(15), px(36), px(2), self.height() - px(36))
            painter.fillRect(line, color("line2"))
        circle = QRectF(0, px(4), px(32), px(32))
        tone = "bl" if self._planned else "nt"
        ground, edge = ("blt", "bl") if self._planned else ("sunk", "")
        round_box(painter, circle, px(16), ground, edge, 1.5)
        paint_icon(painter, middle(circle, px(17)), self._icon, tone)


class TimelineItem(QWidget):
    """One thing that happened (or is planned), who did it, and what was said."""

    def __init__(
        self,
        when: str,
        icon: str,
        title: str,
        who: str = "",
        text: str = "",
        planned: bool = False,
        sealed: bool = False,
        last: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(f"{when}: {title} {who} {text}".strip())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        layout.addWidget(_moment(when), 0, _TOP)
        layout.addWidget(_Mark(icon, planned, last))
        column = QVBoxLayout()
        column.setContentsMargins(0, px(6), 0, px(10))
        column.setSpacing(0)
        column.addLayout(_first_line(title, who, sealed))
        if text:
            column.addWidget(explain(text, wrap=True))
        column.addStretch(1)
        layout.addLayout(column, 1)


def _moment(when: str) -> QLabel:
    made = muted(when, wrap=True)
    side = Qt.AlignmentFlag.AlignLeft if is_rtl(made) else Qt.AlignmentFlag.AlignRight
    made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | _TOP)
    made.setContentsMargins(0, px(8), 0, 0)
    made.setFixedWidth(px(76))
    return made


def _first_line(title: str, who: str, sealed: bool) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(px(8))
    line.addWidget(bold(title))
    if who:
        line.addWidget(muted(who))
    line.addStretch(1)
    if sealed:
        line.setSpacing(px(6))
        line.addWidget(IconLabel("seal-check", "mut", 15))
        line.addWidget(small(tr("sealed")))
    return line


class BlockBar(QWidget):
    """A row of blocks: how much of a number has passed. The number is also spoken."""

    def __init__(self, total: int, done: int, tone: str = "am", name: str = "") -> None:
        super().__init__()
        self._total, self._done, self._tone = total, done, tone
        spoken = tr("{done} of {total}").format(done=done, total=total)
        self.setAccessibleName(f"{name} {spoken}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be a thin bar."""
        return QSize(px(120), px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the blocks from the leading side: a time axis mirrors."""
        painter, gap = start(self), px(3)
        width = (self.width() - gap * (self._total - 1)) / self._total
        for place in range(self._total):
            at = self._total - 1 - place if is_rtl(self) else place
            box = QRectF(at * (width + gap), 0, width, self.height())
            round_box(painter, box, px(3), f"{self._tone}s" if place < self._done else "line2")
