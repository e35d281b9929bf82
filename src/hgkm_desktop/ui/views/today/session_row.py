"""A session of today: when, what it is called, how full it is, and the way to its list (03)."""

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.services.information_sessions import ShowSession
from hgkm_desktop.services.sessions_today import PrintSessionList, TakesPlace
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import time_in_column
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.today.rich import Part, Rich
from hgkm_desktop.ui.views.today.row import Row
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.views.today.showing import show_when
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.labels import number

_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class SessionRow(Row[TakesPlace]):
    """Opens the session; the button prints its list. It names nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.time, self.name, self.full = number(""), Rich(), Rich()
        self.badge = Badge("")
        self.print = make_button(tr("List"), icon="printer", small=True)
        self._lay_out()
        self.print.clicked.connect(self._on_print_clicked)

    def key_of(self, item: TakesPlace) -> Hashable:
        """Return which session it is."""
        return item.row.id

    def opens(self, item: TakesPlace, scene: Scene) -> object:
        """Lead to the session."""
        return ShowSession(item.row.id)

    def write(self, item: TakesPlace, scene: Scene) -> None:
        """Say how full it is; what is over stands back, what is called off says so."""
        is_over = item.row.ends_at <= scene.now
        name = as_typed(item.name)
        self.time.setText(time_in_column(item.row.starts_at))
        self.time.setEnabled(not is_over)
        self.name.say([Part(name, "mut" if is_over else "ink", is_bold=not is_over, size=15)])
        self.full.say([Part(how_full(item, is_over=is_over), "mut")])
        told = _badge(item)
        self.badge.say(*(told or ("", "nt")))
        show_when(self.badge, told is not None)
        show_when(self.print, not item.row.is_off and not is_over and not scene.veiled)
        self.print.setAccessibleName(f"{tr('Print the list')}: {name}")
        said = self.time.text(), self.name.text, self.full.text, told[0] if told else ""
        self.setAccessibleName(", ".join(filter(None, said)))

    def stops(self) -> list[QWidget]:
        """Come to the session first, then to its list."""
        return [*super().stops(), *([] if self.print.isHidden() else [self.print])]

    def _on_print_clicked(self) -> None:
        if self.item is not None:
            self.wants.emit(PrintSessionList(self.item.row.id))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.name, 1)
        head.addWidget(self.badge, 0, _TOP)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addLayout(head)
        words.addWidget(self.full)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(9), px(14), px(10))
        row.setSpacing(px(10))
        self.time.setFixedWidth(px(50))
        row.addWidget(self.time, 0, _MIDDLE)
        row.addLayout(words, 1)
        row.addWidget(self.print, 0, _MIDDLE)


def how_full(item: TakesPlace, *, is_over: bool) -> str:
    """Return "14 van 18 · 5 kinderen in de opvang", or how many were there."""
    row = item.row
    if is_over:
        return tr("{count} were there").format(count=row.present)
    places = tr("{count} on the list").format(count=row.taken)
    if row.capacity is not None:
        places = tr("{taken} of {capacity} places").format(taken=row.taken, capacity=row.capacity)
    if not item.children:
        return places
    minded = tr("{count} children are minded").format(count=item.children)
    if item.children == 1:
        minded = tr("1 child is minded")
    return f"{places} · {minded}"


def _badge(item: TakesPlace) -> tuple[str, str] | None:
    if item.row.is_off:
        return tr("does not take place"), "nt"
    if item.row.is_full and item.row.waiting:
        return tr("full, {count} waiting").format(count=item.row.waiting), "am"
    return None
