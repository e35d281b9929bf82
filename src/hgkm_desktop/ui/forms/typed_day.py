"""A day that may stay empty, typed as people write it: "19 nov", "morgen", "vrijdag"."""

from datetime import date

from PySide6.QtWidgets import QLineEdit

from hgkm_desktop.errors import Invalid
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_without_weekday, read_day

_LONGEST = 40


class TypedDay(QLineEdit):
    """A day behind us or, with `ahead`, before us."""

    def __init__(self, day: date | None, today: date, *, ahead: bool = False) -> None:
        super().__init__()
        self._shown, self._today, self._ahead = day, today, ahead
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(tr("For example: {day}").format(day=day_without_weekday(today)))
        if day is not None:
            self.setText(f"{day_without_weekday(day)} {day.year}")
        self._before = self.text()

    def day(self, key: str) -> date | None:
        """Return the day, None when it is empty; raise Invalid(key) when it cannot be read."""
        typed = self.text().strip()
        if typed == self._before:
            return self._shown
        if not typed:
            return None
        found = read_day(typed, self._today, self._ahead)
        if found is None:
            raise Invalid({key: tr("This day cannot be read.")})
        return found
