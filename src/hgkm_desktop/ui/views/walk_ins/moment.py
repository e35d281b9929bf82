"""When it was: the time of the contact, and its day in a word ("vandaag") that can be typed."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QTimeEdit,
    QWidget,
)

from hgkm_desktop import clock
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_as_spoken, day_without_weekday, read_day
from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.date_time import TimeField
from hgkm_desktop.ui.widgets.painting import at_side, is_rtl, middle, start

LONGEST = 40
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class DayField(QLineEdit):
    """A day in a word or a few; arrows go a day on or back, and any usual writing is understood.

    Days lie in the past (contacts) or, with `ahead`, in the future (what was agreed).
    """

    changed = Signal()

    def __init__(self, today: date, name: str, ahead: bool = False) -> None:
        super().__init__()
        self._today, self._ahead = today, ahead
        self._day: date | None = None if ahead else today
        self.setMaxLength(LONGEST)
        self.setAccessibleName(name)
        self.setFixedSize(px(150 if ahead else 118), px(40))
        self.setTextMargins(*((px(20), 0, 0, 0) if is_rtl(self) else (0, 0, px(20), 0)))
        if ahead:
            self.setPlaceholderText(tr("which day?"))
        self.textEdited.connect(self._on_edited)
        self._show()

    def value(self) -> date | None:
        """Return the day; None when there is none, or none that can be understood."""
        return self._day

    def is_understood(self) -> bool:
        """Say whether what stands here is a day (or rightly nothing)."""
        return self._day is not None or (self._ahead and not self.text().strip())

    def is_today(self) -> bool:
        """Say whether today stands here."""
        return self._day == self._today

    def set_value(self, day: date | None, today: date | None = None) -> None:
        """Show a day, and from now on count from `today`; nobody is told."""
        self._today = today or self._today
        self._day = day
        self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the day out when she leaves the field."""
        super().focusOutEvent(event)
        if self._day is not None:
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a day on or back with the arrows."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._move(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the carets be clicked: the upper one goes a day on, the lower one a day back."""
        if self._caret_box().contains(event.position()):
            self._move(1 if event.position().y() < self.height() / 2 else -1)
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its carets."""
        super().paintEvent(event)
        paint_icon(start(self), middle(self._caret_box(), px(17)), "caret-up-down", "mut")

    def _caret_box(self) -> QRectF:
        return at_side(QRectF(self.rect()), self.width() - px(28), px(22), is_rtl(self))

    def _move(self, step: int) -> None:
        day = (self._day or self._today) + timedelta(days=step)
        if (day >= self._today) if self._ahead else (day <= self._today):
            self._day = day
            self._show()
            self.changed.emit()

    def _on_edited(self, typed: str) -> None:
        self._day = read_day(typed, self._today, self._ahead)
        self.changed.emit()

    def _show(self) -> None:
        if self._day is None:
            self.clear()
        elif self._day.year == self._today.year:
            self.setText(day_as_spoken(self._day, self._today))
        else:
            self.setText(day_without_weekday(self._day, self._today))
        self.setCursorPosition(0)


class ContactTime(TimeField):
    """A time that is typed from its hours, from whichever side the keyboard comes."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the hours; Qt begins at the minutes after Shift+Tab."""
        super().focusInEvent(event)
        self.setSelectedSection(QTimeEdit.Section.HourSection)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Leave with one Tab; the minutes come by typing on or by an arrow."""
        return QAbstractSpinBox.focusNextPrevChild(self, next)


class Moment(QWidget):
    """Time and day of a contact; a moment that was not touched stays exactly as it was stored."""

    changed = Signal()

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self._stored = now
        self.is_touched = False
        self.time = ContactTime()
        self.time.setAccessibleName(tr("Time"))
        self.day = DayField(clock.local(now).date(), tr("Day"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.time)
        row.addWidget(self.day)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.time)
        self.set_value(now, now)
        self.time.timeChanged.connect(self._on_changed)
        self.day.changed.connect(self._on_changed)

    def value(self) -> datetime | None:
        """Return the moment, None when the day cannot be understood."""
        day, at = self.day.value(), self.time.value()
        if day is None:
            return None
        local = clock.local(self._stored)
        if (day, at) == (local.date(), time(local.hour, local.minute)):
            return self._stored
        return clock.at(day, at)

    def set_value(self, moment: datetime, now: datetime) -> None:
        """Show a stored moment, seen from now; nobody is told."""
        self._stored, self.is_touched = moment, False
        local = clock.local(moment)
        self.time.blockSignals(True)
        self.time.set_value(local.time())
        self.time.blockSignals(False)
        self.day.set_value(local.date(), clock.local(now).date())

    def place_to_mend(self) -> QWidget:
        """Return the field a problem is most likely in: another day than today, or the time."""
        return self.time if self.day.is_today() else self.day

    def mark(self, wrong: bool) -> None:
        """Draw both fields as wrong, or right again."""
        for field in (self.time, self.day):
            field.setProperty("error", wrong)
            field.style().polish(field)

    def _on_changed(self) -> None:
        self.is_touched = True
        self.changed.emit()
