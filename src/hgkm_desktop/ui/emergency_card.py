"""Whom to call in danger or despair, one key away on every page (R-128).

It asks nothing, keeps nothing and is noted nowhere: whoever opens it leaves no trace. A number
comes from the registry alone; an old one says when somebody last looked at it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from hgkm_desktop import clock
from hgkm_desktop.errors import UserError
from hgkm_desktop.services import numbers
from hgkm_desktop.sheets import numbers as registry
from hgkm_desktop.sheets.numbers import EMERGENCY, Number
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_full, kept_together
from hgkm_desktop.ui.reading_overlay import ReadingOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.labels import bold, explain, hairline, label, muted
from hgkm_desktop.ui.widgets.painting import sides
from hgkm_desktop.ui.widgets.rail import Rail
from hgkm_desktop.ui.window_keys import WindowKeys

KEY = "F2"
_WIDTH, _NUMBERS = 560, 132


@dataclass(frozen=True)
class _Call:
    keys: tuple[str, ...]
    question: str
    advice: str


class EmergencyHelp(QObject):
    """Opens the card by key and by the button on the rail, and closes it by the same key."""

    def __init__(self, ctx: Context, page: QWidget, keys: WindowKeys, rail: Rail) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page
        self._card: EmergencyCard | None = None
        self.button = rail.add_help(tr("Help in danger"), "phone-call")
        self.button.setToolTip(KEY)
        self.button.clicked.connect(self.show_card)
        keys.add(KEY, tr("Whom to call in danger"), self.show_card, self.button)

    def show_card(self) -> None:
        """Open the card over whatever is open, or close it when it is open."""
        if self._card is not None and isValid(self._card) and self._card.isVisible():
            self._card.reject()
            return
        self._card = EmergencyCard(self._known(), clock.local(self._ctx.now()).date())
        self._card.open(self._page.window())

    def _known(self) -> Mapping[str, Number]:
        """Return the numbers; those that came with the program when the log cannot be read."""
        try:
            return self._ctx.call(numbers.in_need)
        except UserError:
            shipped = {number.key: number for number in registry.shipped()}
            return {key: shipped[key] for key in registry.IN_NEED}


class EmergencyCard(ReadingOverlay):
    """Three lines: a number, what for, what to do."""

    def __init__(self, known: Mapping[str, Number], today: date) -> None:
        body = _Lines(known, today)
        super().__init__(tr("Help in danger"), body, cancel=tr("Back"), width=_WIDTH)
        self.setAccessibleDescription("\n".join(body.said))


class _Lines(QWidget):
    def __init__(self, known: Mapping[str, Number], today: date) -> None:
        super().__init__()
        self._today = today
        self.said: list[str] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(12))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, px(_NUMBERS))
        for call in _calls():
            shown = [known[key] for key in call.keys if _may_show(known.get(key))]
            if shown:
                self._add(call, shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(*sides(self, 0, 4, 0, 0))
        column.setSpacing(px(14))
        column.addLayout(self._grid)
        column.addWidget(muted(" ".join(_for_all()), wrap=True))
        self.said += _for_all()

    def _add(self, call: _Call, shown: list[Number]) -> None:
        row = self._grid.rowCount()
        if self.said:
            self._grid.addWidget(hairline(), row, 0, 1, 2)
            row += 1
        old = _when_checked(shown, self._today)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addLayout(_in_digits(shown), row, 0, top)
        self._grid.addLayout(_in_words(call, old), row, 1, top)
        both = tr("{one} or {other}").format(one=shown[0].number, other=shown[-1].number)
        digits = both if len(shown) > 1 else shown[0].number
        self.said.append(" ".join([digits, call.question, call.advice, *old]))


def _calls() -> list[_Call]:
    return [
        _Call(
            (EMERGENCY,), tr("Danger now?"), tr("Call at once. Say where you are and what happens.")
        ),
        _Call(
            ("suicide_short", "suicide_long"),
            tr("Does somebody think of suicide?"),
            tr("Talk about it. Stay close. Call together."),
        ),
        _Call(
            ("veilig_thuis",),
            tr("Violence at home, and you are in doubt?"),
            tr("Ask for advice. You do not have to give names."),
        ),
    ]


def _for_all() -> list[str]:
    return [
        tr("Calling is free, day and night. These numbers are there for you too."),
        tr("Nobody sees that you open this."),
    ]


def _may_show(found: Number | None) -> bool:
    """Say whether a number was ever looked at; the one for danger always shows."""
    return found is not None and (found.key == EMERGENCY or found.checked_on is not None)


def _when_checked(shown: list[Number], today: date) -> list[str]:
    """Return what to say of numbers nobody looked at for long; 112 is never in doubt."""
    old = [each for each in shown if each.key != EMERGENCY and not each.is_fresh(today)]
    days = {each.checked_on for each in old}
    if len(old) == len(shown) and len(days) == 1:
        return [tr("Last checked on {day}.").format(day=_day(old[0], today))]
    said = tr("{number} was last checked on {day}.")
    return [said.format(number=kept_together(n.number), day=_day(n, today)) for n in old]


def _day(old: Number, today: date) -> str:
    return day_in_full(old.checked_on or today, today)


def _in_digits(shown: list[Number]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(px(2))
    for place, each in enumerate(shown):
        role = "number" if place else "page-title"
        column.addWidget(label(each.number, role))
    return column


def _in_words(call: _Call, old: list[str]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(px(2))
    column.addWidget(bold(call.question, wrap=True))
    column.addWidget(explain(call.advice, wrap=True))
    for text in old:
        column.addWidget(muted(text, wrap=True))
    return column
