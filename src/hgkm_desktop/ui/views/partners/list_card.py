"""The list on its card: the table, and what stands there while nothing was written yet."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from hgkm_desktop.services.partners import PartnerRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.partners.list_bar import is_ours
from hgkm_desktop.ui.views.partners.list_table import PartnerModel, PartnerTable
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.empty import Empty
from hgkm_desktop.ui.widgets.labels import hairline

Place = tuple[str, str]
"""What a row is found again by: the id of a partner and the key of a number."""


class ListCard(Card):
    """Says which row is chosen; filled again, the same row stays chosen."""

    chosen = Signal(object)
    opened = Signal(object)
    all_asked = Signal()
    new_asked = Signal()
    files_asked = Signal()

    def __init__(self, *, may_edit: bool) -> None:
        super().__init__(clip=True)
        self.model = PartnerModel()
        self.nothing_found = _nothing_found()
        self.table = PartnerTable(self.model, self.nothing_found)
        self.nobody_yet = _nobody_yet(may_edit=may_edit)
        self.nobody_yet.setMinimumHeight(px(150))
        self._line = hairline()
        self.add(self.nobody_yet)
        self.add(self._line)
        self.add(self.table, 1)
        self._is_filling = False
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self.opened)
        self.nothing_found.clicked.connect(self.all_asked)
        self.nobody_yet.clicked.connect(self.new_asked)
        self.nobody_yet.quiet_clicked.connect(self.files_asked)

    def show_rows(
        self,
        rows: Sequence[PartnerRow],
        everything: Sequence[PartnerRow],
        today: date,
        *,
        veiled: bool,
    ) -> None:
        """Show what is wanted of everything there is."""
        kept = self.place()
        self.model.today, self.model.veiled = today, veiled
        self._is_filling = True
        self.model.show_all(rows)
        self.table.fit()
        is_new = not any(map(is_ours, everything))
        self.nobody_yet.setVisible(is_new)
        self._line.setVisible(is_new)
        if kept is None or not self.choose(kept):
            self.choose_first()
        self._is_filling = False
        if self.place() != kept:
            self.chosen.emit(self.table.current())

    def place(self) -> Place | None:
        """Return what the chosen row is found again by."""
        row = self.table.current()
        return None if row is None else place_of(row)

    def choose(self, place: Place) -> bool:
        """Choose a row; say whether it is there."""
        found = self.model.place(lambda row: place_of(row) == place)
        if found is not None:
            self.table.select(found)
        return found is not None

    def choose_first(self) -> None:
        """Choose the first row, when there is one."""
        if self.model.rows:
            self.table.select(0)

    def _on_chosen(self, row: object) -> None:
        if not self._is_filling:
            self.chosen.emit(row)


def place_of(row: PartnerRow) -> Place:
    """Return what a row is found again by."""
    return str(row.id or ""), row.number_key


def _nothing_found() -> Empty:
    return Empty(
        tr("Nothing found"),
        tr("Type fewer words, or turn the filters off."),
        button=tr("Filters off"),
        drawing=False,
    )


def _nobody_yet(*, may_edit: bool) -> Empty:
    told = tr("Begin with whom you call most. A name and a direct line are enough.")
    if not may_edit:
        told = tr("A staff member or coordinator writes them down. National numbers are below.")
    return Empty(
        tr("No partners written down yet"),
        told,
        button=tr("New partner") if may_edit else "",
        quiet=tr("Read a list in") if may_edit else "",
        drawing=False,
        icon="plus",
    )
