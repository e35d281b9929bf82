"""The page: what narrows the list, the list, and the one that is chosen at its side."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import Conflict
from hgkm_desktop.services import access, numbers, partners
from hgkm_desktop.services.partners import PartnerCard, PartnerRow
from hgkm_desktop.services.search import fold
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.partners.list_bar import ListBar, is_ours
from hgkm_desktop.ui.views.partners.list_card import ListCard
from hgkm_desktop.ui.views.partners.side import SidePanel

ROOMY = 1150
"""From this width on the side is wide."""


class Page(QWidget):
    """Reads everything at once and shows what is wanted of it."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.rows: Sequence[PartnerRow] = ()
        self._wanted = ""
        may_edit = ctx.may(*access.EDITORS)
        self.bar, self.list = ListBar(may_edit=may_edit), ListCard(may_edit=may_edit)
        self.side = SidePanel(ctx, may_edit=may_edit)
        self._lay_out()
        self.bar.changed.connect(self._show)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.list.all_asked.connect(self.show_all)

    @property
    def chosen(self) -> PartnerCard | None:
        """The partner at the side; none while a national number is."""
        return self.side.card

    def count(self) -> int:
        """Return how many organisations of our own there are now."""
        return sum(map(is_ours, self.rows))

    def refresh(self) -> None:
        """Read everything again and stay at the same row."""
        self.rows = self._ctx.call(partners.rows, now=self._ctx.now())
        self.side.coming.forget()
        self.bar.show_veil(veiled=self._ctx.veiled)
        self._show()
        self._on_chosen(self.list.table.current())

    def show_partner(self, partner_id: UUID) -> None:
        """Choose a partner, without filters that hide it."""
        place = str(partner_id), ""
        if not self.list.choose(place):
            self.show_all()
            self.list.choose(place)
        self.list.table.setFocus()

    def show_all(self) -> None:
        """Leave nothing out."""
        self.bar.clear()
        self._wanted = ""
        self._show()

    def search(self, text: str) -> None:
        """Show what holds this in its name, its kind, its people or its numbers."""
        self._wanted = fold(text)
        self._show()

    def next_pane(self) -> None:
        """Go on to the side, or back to the list (F6)."""
        if self.side.isVisible() and not self.side.isAncestorOf(self.focusWidget() or self):
            self.side.take_focus()
        else:
            self.list.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the side to the window."""
        super().resizeEvent(event)
        self.side.fit(is_wide=event.size().width() >= px(ROOMY))

    def _lay_out(self) -> None:
        self._beside = QHBoxLayout()
        self._beside.setSpacing(px(16))
        self._beside.addWidget(self.list, 1)
        self._beside.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addLayout(self._beside, 1)

    def _show(self) -> None:
        self.bar.show_counts(self.rows)
        wanted = [row for row in self.rows if self.bar.wants(row) and self._is_found(row)]
        today = day_of(self._ctx.now())
        self.list.show_rows(wanted, self.rows, today, veiled=self._ctx.veiled)

    def _is_found(self, row: PartnerRow) -> bool:
        said = [row.name, row.type_word, row.hours]
        if not self._ctx.veiled or row.number_key:
            digits = f"{row.direct} {row.general}"
            said += [row.face, digits, digits.replace(" ", "")]
        return all(word in fold(" ".join(said)) for word in self._wanted.split())

    def _on_chosen(self, row: PartnerRow | None) -> None:
        try:
            self._show_beside(row)
        except Conflict:
            self.side.show_nothing()  # it went away in the meantime; the list follows

    def _show_beside(self, row: PartnerRow | None) -> None:
        if row is None:
            self.side.show_nothing()
        elif row.id is None:
            self.side.show_number(self._ctx.call(numbers.by_key)[row.number_key])
        else:
            self.side.show_card(self._ctx.call(partners.card, row.id, now=self._ctx.now()))

    def _on_opened(self, _row: object) -> None:
        self.side.take_focus()
