"""What stands over the list: which rows, which area, and what can be begun here (mock-up 10)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from hgkm_desktop.rules.lists import Area
from hgkm_desktop.rules.words import word
from hgkm_desktop.services.partners import PartnerRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.partners.count_chips import CountChips
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.combo import ComboField

ALL, FORMAL, INFORMAL, TO_CHECK, NO_FACE = "all", "formal", "informal", "check", "no_face"
WIDE = 1140
"""From this width on everything but the area stands on one line."""

_WANTED: dict[str, Callable[[PartnerRow], bool]] = {
    FORMAL: lambda row: row.is_formal,
    INFORMAL: lambda row: not row.is_formal,
    TO_CHECK: lambda row: row.age != "fresh",
    NO_FACE: lambda row: not row.face,
}
"""Of our own organisations that did not end; everything is wanted without asking."""


class ListBar(QWidget):
    """Says which rows are wanted; the counts are of everything, whatever is wanted."""

    changed = Signal()

    def __init__(self, *, may_edit: bool) -> None:
        super().__init__()
        self.chips = CountChips(_options())
        self.area = ComboField([("", tr("All areas")), *_areas()], small=True)
        self.area.setAccessibleName(tr("In which area?"))
        self.reachable = make_button(tr("Who can be reached now?"), icon="phone-call", small=True)
        self.print = make_button(tr("Print call card"), icon="printer")
        self.new = make_button(tr("New partner"), "primary", "plus")
        self.more = icon_button("dots-three-outline-vertical", tr("What else can be done"))
        self._beside = _row(self.print, self.new, self.more)
        self.new.setVisible(may_edit)
        self.more.setVisible(may_edit)
        self._second = _row(self.reachable, self.area, None)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(10))
        self._grid.setColumnStretch(0, 1)
        self._place(is_wide=True)
        self.chips.changed.connect(self.changed)
        self.area.changed.connect(self._on_area_chosen)

    def wants(self, row: PartnerRow) -> bool:
        """Say whether a row is wanted; national numbers and what ended only with everything."""
        chosen = str(self.chips.value())
        if chosen != ALL and not (is_ours(row) and _WANTED[chosen](row)):
            return False
        area = self.area.value()
        return not area or not row.areas or area in row.areas

    def is_narrowed(self) -> bool:
        """Say whether anything is left out."""
        return self.chips.value() != ALL or bool(self.area.value())

    def clear(self) -> None:
        """Want everything again; nobody is told."""
        self.chips.set_value(ALL)
        with QSignalBlocker(self.area):
            self.area.set_value("")

    def show_counts(self, rows: Sequence[PartnerRow]) -> None:
        """Show how many there are of each."""
        for value, is_wanted in _WANTED.items():
            self.chips.set_count(value, sum(is_ours(row) and is_wanted(row) for row in rows))

    def show_veil(self, *, veiled: bool) -> None:
        """Print, write and save nothing while names are hidden."""
        for button in (self.print, self.new, self.more):
            button.setEnabled(not veiled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chips under the buttons where there is no room for both."""
        super().resizeEvent(event)
        self._place(is_wide=event.size().width() >= px(WIDE))

    def _place(self, *, is_wide: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._beside, 0, 1, top)
        if is_wide:
            self._grid.addWidget(self.chips, 0, 0, top)
            self._grid.addWidget(self._second, 1, 0, 1, 2)
        else:
            self._grid.addWidget(self._second, 0, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(self.chips, 1, 0, 1, 2)

    def _on_area_chosen(self, _area: object) -> None:
        self.changed.emit()


def is_ours(row: PartnerRow) -> bool:
    """Say whether it is an organisation of our own list that did not end."""
    return not row.number_key and not row.is_ended


def _options() -> list[tuple[object, str]]:
    return [
        (ALL, tr("All")),
        (FORMAL, tr("Formal")),
        (INFORMAL, tr("Informal")),
        (TO_CHECK, tr("To check")),
        (NO_FACE, tr("No known face")),
    ]


def _areas() -> list[tuple[object, str]]:
    return [(area, word(area)) for area in Area if area is not Area.UNKNOWN]


def _row(*parts: QWidget | None) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return holder
