"""Wie keek waar?: the newest lines of the log on the overview (13)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.admin.log_lines import LogLine
from hgkm_desktop.ui.views.admin.parts import OneLine
from hgkm_desktop.ui.widgets.avatar import Avatar
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import hairline, label

ROW = 41


class LogCard(Card):
    """A few lines, each with a time, a person and a deed."""

    def __init__(self) -> None:
        super().__init__(margins=(0, 0, 0, 0), spacing=0)
        self.lines: Sequence[LogLine] = ()

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Show these lines instead of those before."""
        self.lines = lines
        while (item := self.body.takeAt(0)) is not None:
            if (before := item.widget()) is not None:
                before.hide()
                before.deleteLater()
        for place, line in enumerate(lines):
            if place:
                self.add(hairline())
            self.add(_row(line))


def _row(line: LogLine) -> QWidget:
    holder = QWidget()
    holder.setFixedHeight(px(ROW - 1))
    holder.setAccessibleName(f"{line.moment} {line.name} {line.deed}")
    row = QHBoxLayout(holder)
    row.setContentsMargins(px(16), 0, px(16), 0)
    row.setSpacing(px(10))
    moment, name = label(line.moment, "muted"), OneLine(line.name, "label")
    moment.setFixedWidth(px(72))
    name.setFixedWidth(px(88))
    for part in (moment, Avatar(line.name, line.color, 24), name):
        row.addWidget(part)
    row.addWidget(OneLine(line.deed, "explain"), 1)
    return holder
