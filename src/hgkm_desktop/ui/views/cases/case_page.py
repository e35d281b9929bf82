"""Everything about one of them: how she may be reached first, then what happened and holds (06)."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from hgkm_desktop.services import cases
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of, day_without_weekday
from hgkm_desktop.ui.keys import Key
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.called import called
from hgkm_desktop.ui.views.cases.case_tabs import TIMELINE, CaseTabs
from hgkm_desktop.ui.views.cases.closed_banner import ClosedBanner
from hgkm_desktop.ui.views.cases.head import Head
from hgkm_desktop.ui.views.cases.strip import ContactStrip
from hgkm_desktop.ui.views.cases.way import Page, Way

NARROW = 1150


class CasePageView(Page):
    """One case at a time; it is read again after every act, and each reading is noted."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__(ctx, way)
        self.page: CasePage | None = None
        self.head, self.strip = Head(ctx, way), ContactStrip(ctx)
        self.closed, self.tabs = ClosedBanner(ctx), CaseTabs(ctx, way)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for part in (self.head, self.closed, self.strip, self.tabs.bar):
            column.addWidget(part)
        column.addWidget(self.tabs, 1)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, partial(self.tabs.turn, step))

    def begin(self, case_id: UUID) -> None:
        """Open a case at its timeline; raise Forbidden for whoever has no part in it."""
        page = self.ctx.call(cases.page, case_id)
        if self.page is None or self.page.name.case_id != case_id:
            self.tabs.bar.select(TIMELINE)
        self._show(page)

    def heading(self) -> str:
        """Return how she is called."""
        return called(self.ctx, self.page.name) if self.page is not None else ""

    def beside(self) -> str:
        """Return her code, and since when we stand beside her where there is room."""
        if self.page is None:
            return ""
        name, parts = self.page.name, list[str]()
        if name.code != self.heading():
            parts.append(name.code)
        began = self.page.standing.began
        if began is not None and self.width() >= px(NARROW):
            day = day_without_weekday(began.on, day_of(self.ctx.now()))
            parts.append(tr("with us since {day}").format(day=day))
        return " · ".join(parts)

    def refresh(self) -> None:
        """Read the case again."""
        if self.page is not None:
            self._show(self.ctx.call(cases.page, self.page.name.case_id))

    def keys(self) -> Sequence[Key]:
        """Return the keys of this page."""
        return (Key(("Ctrl PgUp", "Ctrl PgDn"), tr("To the part before or after")),)

    def take_focus(self) -> None:
        """Begin with how she may be reached: it is read aloud before anything else."""
        self.strip.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less beside her name on a small screen."""
        super().resizeEvent(event)
        before, now = event.oldSize().width(), event.size().width()
        if (before >= px(NARROW)) is not (now >= px(NARROW)):
            self.retitled.emit()

    def _show(self, page: CasePage) -> None:
        self.page = page
        self.head.show_case(page)
        self.closed.show_case(page)
        self.strip.show_case(page)
        self.tabs.show_case(page)
        self.retitled.emit()
