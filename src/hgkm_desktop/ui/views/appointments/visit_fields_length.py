"""How long a visit takes: the usual lengths to choose from, or a number of minutes."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.fields import line_edit
from hgkm_desktop.ui.widgets.labels import muted

USUAL = 30, 60, 90
OWN = 0
_LONGEST = 4


class Length(QWidget):
    """Three usual lengths and one of her own; changed tells that it is another one."""

    changed = Signal()

    def __init__(self, minutes: int = 60) -> None:
        super().__init__()
        usual: list[tuple[object, str]] = [
            (each, tr("{count} min").format(count=each)) for each in USUAL
        ]
        self.chips = ChipRow([*usual, (OWN, tr("Other"))], exclusive=True, name=tr("How long?"))
        self.own = line_edit(left_to_right=True)
        self.own.setMaxLength(_LONGEST)
        self.own.setFixedWidth(px(64))
        self.own.setAccessibleName(tr("Minutes"))
        self._unit = muted(tr("minutes"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.chips, 1)
        row.addWidget(self.own, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_text(str(minutes))
        self.chips.changed.connect(self._on_chosen)
        self.own.textChanged.connect(self._on_typed)

    def text(self) -> str:
        """Return the minutes as they stand there."""
        chosen = self.chips.value()
        return str(chosen) if isinstance(chosen, int) and chosen != OWN else self.own.text()

    def set_text(self, text: str) -> None:
        """Show so many minutes."""
        plain = text.strip()
        is_usual = plain.isdecimal() and int(plain) in USUAL
        self.chips.set_values([int(plain) if is_usual else OWN])
        self.own.setText("" if is_usual else plain)
        self._show_own()
        self.changed.emit()

    def minutes(self) -> int:
        """Return how many minutes; raise Invalid for anything that is no number."""
        plain = self.text().strip()
        if not plain.isdecimal():
            raise Invalid({"ends": tr("Type a number of minutes.")})
        return int(plain)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to what is chosen."""
        self.chips.chips[0].setFocus(event.reason())

    def _show_own(self) -> None:
        is_own = self.chips.value() in (OWN, None)
        self.own.setVisible(is_own)
        self._unit.setVisible(is_own)

    def _on_chosen(self) -> None:
        self._show_own()
        if self.chips.value() == OWN:
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_typed(self) -> None:
        self.changed.emit()


def minutes_of(starts: datetime, ends: datetime) -> int:
    """Return how long it takes."""
    return round((ends - starts) / timedelta(minutes=1))


@field_values.read.register
def _(field: Length) -> str:
    return field.text()


@field_values.write.register
def _(field: Length, value: str) -> None:
    field.set_text(value)
