"""A part of a form that is folded away: beside its heading stands what is filled in already."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.forms.fold_card import FoldCard
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.views.sessions.form_group import Part
from hgkm_desktop.ui.widgets.painting import draw_text, is_rtl, start

_RUNS_LEFT = "\u200f"
"""Names apart from each other have no direction of their own: the line has one."""
_ALL = 1000
"""The stretch of what takes all the room there is."""


class Fold(FoldCard):
    """Opens by its heading, or by itself when something inside has to be looked at."""

    _note: "OneLine | None" = None

    def __init__(self, heading: str, group: Part) -> None:
        super().__init__(heading)
        self.group = group
        self._lines.addWidget(group)
        self.note = self._note = OneLine()
        heading_row = self.body.itemAt(0)
        if isinstance(heading_row, QHBoxLayout):
            heading_row.setSpacing(px(14))
            heading_row.insertWidget(1, self.note, _ALL)
        for widget in self._asked():
            field_values.told_by(widget).connect(self.sum_up)
        self.fold(is_open=False)

    def fold(self, *, is_open: bool) -> None:
        """Show the fields, or only the heading and what is filled in."""
        super().fold(is_open=is_open)
        self.sum_up()

    def sum_up(self) -> None:
        """Say in a few words what is filled in, while it is folded."""
        if self._note is None:
            return
        self._note.setText(tr(", ").join(inside(each) for each in self.group.summary()))
        self._note.setVisible(bool(self._note.text()) and not self.is_open)

    def _asked(self) -> list[QWidget]:
        fields = [field.widget for field in self.group.fields.values()]
        return [*fields, *self.group.more.values()]


class OneLine(QLabel):
    """Muted words on one line, with dots where there is no room for all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the card."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words."""
        whole, rtl = QRectF(self.rect()), is_rtl(self)
        words = f"{_RUNS_LEFT}{self.text()}" if rtl else self.text()
        draw_text(start(self), whole, words, font(14), "mut", rtl)
