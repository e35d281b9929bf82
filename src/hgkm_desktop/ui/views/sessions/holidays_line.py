"""A holiday or a reminder in its list, with the ways to change it and take it out."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_without_weekday, kept_together
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.labels import bold, muted


class Line(QWidget):
    """A reminder has a switch before its words; without `may_change` it is only read."""

    def __init__(
        self, title: str, told: str, *, may_change: bool, is_on: bool | None = None
    ) -> None:
        super().__init__()
        named = f"{inside(title)}, {told}"
        self.switch = CheckBox("")
        self.switch.setAccessibleName(tr("Remind of {what}").format(what=named))
        self.change = make_button(tr("Change"), small=True)
        self.change.setAccessibleName(f"{self.change.text()}: {named}")
        self.remove = icon_button("trash", tr("Take out: {name}").format(name=named), small=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(bold(title, wrap=True))
        words.addWidget(muted(told, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.change)
        row.addWidget(self.remove)
        self.switch.setChecked(bool(is_on))
        self.switch.setEnabled(may_change)
        for part, is_there in (
            (self.switch, is_on is not None),
            (self.change, may_change),
            (self.remove, may_change),
        ):
            part.setHidden(not is_there)

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard can come to, in order."""
        return [self.switch, self.change, self.remove]


def days_text(first: date, last: date, today: date) -> str:
    """Return "19 dec – 3 jan 2027"."""
    days = (day_without_weekday(day, today) for day in (first, last))
    return kept_together(" – ".join(days))
