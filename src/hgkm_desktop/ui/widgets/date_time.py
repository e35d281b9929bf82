"""Times and dates. They read from left to right in every language (LOOK.md 5)."""

from datetime import date, time
from typing import cast

from PySide6.QtCore import QDate, QLocale, QRectF, Qt, QTime
from PySide6.QtGui import QPaintEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QDateEdit,
    QSizePolicy,
    QTimeEdit,
    QToolButton,
)

from hgkm_desktop.texts import current, is_right_to_left
from hgkm_desktop.ui.icons import icon, paint_icon
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.painting import at_side, middle, start

_LOCALES = {
    "nl": QLocale(QLocale.Language.Dutch),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "ar": QLocale(QLocale.Language.Arabic, QLocale.Country.UnitedArabEmirates),
}
"""The Arabic one that writes Western digits and names the months as every page here does."""


class TimeField(QTimeEdit):
    """An hour and minutes, as people here write them: 9.05."""

    def __init__(self, value: time | None = None) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat("HH.mm")
        _prepare(self)
        self.setMinimumWidth(px(86))
        self.setWrapping(True)
        if value is not None:
            self.set_value(value)

    def value(self) -> time:
        """Return the time in the field."""
        return time(self.time().hour(), self.time().minute())

    def set_value(self, value: time) -> None:
        """Show a time."""
        self.setTime(QTime(value.hour, value.minute))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel over the field would change it unseen."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its carets."""
        super().paintEvent(event)
        _paint_mark(self, "caret-up-down", 17)


class DateField(QDateEdit):
    """A day, with a calendar behind the caret."""

    def __init__(self, value: date | None = None) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setLocale(_LOCALES[current()])
        self.setDisplayFormat("d/M/yyyy" if is_right_to_left() else "d MMM yyyy")
        self.setCalendarPopup(True)
        _dress(self.calendarWidget())
        _prepare(self)
        self.setMinimumWidth(px(150))
        if value is not None:
            self.set_value(value)

    def value(self) -> date:
        """Return the day in the field."""
        return cast(date, self.date().toPython())

    def set_value(self, value: date) -> None:
        """Show a day."""
        self.setDate(QDate(value.year, value.month, value.day))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel over the field would change it unseen."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its mark."""
        super().paintEvent(event)
        _paint_mark(self, "calendar-blank", 18)


def _dress(calendar: QCalendarWidget) -> None:
    """Give the calendar our colours and carets, the week-end as calm as the other days."""
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    plain = QTextCharFormat()
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, plain)
    for name, caret in (("prev", "caret-left"), ("next", "caret-right")):
        button = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
        if button is not None:
            button.setIcon(icon(caret))


def _prepare(field: QAbstractSpinBox) -> None:
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    field.setFixedHeight(px(38) + 2)
    line = field.lineEdit()
    line.setTextMargins(px(8), 0, 0, 0)
    line.setProperty("inner", True)


def _paint_mark(field: QAbstractSpinBox, name: str, size: int) -> None:
    box = at_side(QRectF(field.rect()), field.width() - px(10 + size), px(size), False)
    hue = "mut" if field.isEnabled() else "faint"
    paint_icon(start(field), middle(box, px(size)), name, hue)
