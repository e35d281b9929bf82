"""The menu behind the three dots of a visit: what else can be done, and which papers there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import OFF, State
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.tab_chain import buttons_last
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.labels import muted

Act = Callable[[], object]
Entry = tuple[str, str, str, Act]
"""What an entry says, its icon, a few words under it (or nothing), and what it does."""


class VisitMenu(Overlay):
    """A few buttons below each other; one closes the menu and does what it says."""

    def __init__(self, title: str, entries: Sequence[Entry]) -> None:
        body = QWidget()
        super().__init__(title, body, cancel=tr("Back"), width=420)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self.buttons = [make_button(text, icon=icon) for text, icon, _note, _act in entries]
        for button, (_text, _icon, note, act) in zip(self.buttons, entries, strict=True):
            column.addWidget(button)
            if note:
                button.setAccessibleDescription(note)
                column.addWidget(muted(note, wrap=True))
            button.clicked.connect(partial(self._do, act))

    def open(self, window: QWidget) -> None:
        """Show it, the keyboard in the first thing there is to choose."""
        super().open(window)
        buttons_last(self)
        self.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, act: Act) -> None:
        self.close_overlay()
        act()


@dataclass(frozen=True)
class Doing:
    """What can be done with a visit, each by one call."""

    change: Act
    move: Act
    calendar: Act
    bring_back: Act
    reserve: Act
    off: Callable[[State], object]


def entries_of(visit: Visit, doing: Doing, now: datetime) -> list[Entry]:
    """Return what is possible now; what is over can only be corrected."""
    change: Entry = (tr("Change"), "pencil-simple", "", doing.change)
    if visit.state in OFF:
        return [(tr("Bring it back"), "arrow-u-up-left", "", doing.bring_back), change]
    if visit.state is State.HELD:
        return [change]
    reserve: list[Entry] = []
    if visit.reserve is not None:
        reserve = [(tr("The reserve goes along"), "users", "", doing.reserve)]
    nobody: list[Entry] = []
    if visit.starts <= now:
        nobody = [(tr("Nobody came"), "user-minus", "", partial(doing.off, State.NO_SHOW))]
    only_time = tr("Only the time, and one word for the place.")
    return [
        change,
        (tr("Another time"), "clock", "", doing.move),
        *reserve,
        (tr("It does not go on"), "x-circle", "", partial(doing.off, State.CANCELLED)),
        (tr("Not safe now"), "warning-octagon", "", partial(doing.off, State.NOT_SAFE)),
        *nobody,
        (tr("To the calendar"), "calendar-plus", only_time, doing.calendar),
    ]
