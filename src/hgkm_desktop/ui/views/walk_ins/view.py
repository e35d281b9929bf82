"""The page at the desk: a strip to type a contact, the list, and the one that is chosen."""

from functools import partial
from typing import Any, ClassVar, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from hgkm_desktop.models import Member, Organisation, Record, TallyDay, WalkIn
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import access, organisation
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_full, day_of
from hgkm_desktop.ui.keys import Key
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views.walk_ins.asked_for import AskedFor
from hgkm_desktop.ui.views.walk_ins.chosen import Chosen
from hgkm_desktop.ui.views.walk_ins.deeds import Deeds
from hgkm_desktop.ui.views.walk_ins.escape import escape
from hgkm_desktop.ui.views.walk_ins.half_typed import HalfTyped
from hgkm_desktop.ui.views.walk_ins.page import Page
from hgkm_desktop.ui.views.walk_ins.page_keys import page_keys
from hgkm_desktop.ui.widgets.scroll import FittingScroll

LEAST = 760, 460
"""Smaller than this the page is never made; down to it everything finds a place."""


class WalkInsView(View):
    """Log and find walk-in contacts."""

    identifier: ClassVar[str] = "walk_ins"
    icon_name: ClassVar[str] = "door-open"
    roles: ClassVar[frozenset[Role]] = access.DESK
    shows: ClassVar[frozenset[type[Record]]] = frozenset({WalkIn, TallyDay, Organisation, Member})
    begins_new: ClassVar[bool] = True

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.page = Page(ctx)
        self.deeds = Deeds(ctx, self)
        self.half_typed = HalfTyped(ctx, self.page.strip, self.deeds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(FittingScroll(self.page))
        self.setMinimumSize(px(LEAST[0]), px(LEAST[1]))
        self.chosen = Chosen(ctx, self.page)
        self.asked_for = AskedFor(ctx, self.page, self.chosen)
        self._connect()

    def title(self) -> str:
        """Return the page's name."""
        return tr("Walk-ins")

    def subtitle(self) -> str:
        """Return the day."""
        return day_in_full(day_of(self.ctx.now()))

    def refresh(self) -> None:
        """Fetch and show again; the first time also what was half typed earlier."""
        hidden = organisation.hidden_fields(self.ctx.call(organisation.get))
        self.deeds.hidden_fields = hidden
        self.page.strip.use(hidden, self.ctx.veiled)
        self.page.list.use(hidden)
        self.page.list.refresh()
        self.page.tally.refresh()
        self.page.detail.follow_veil()
        self.half_typed.bring_back()

    def keys(self) -> list[Key]:
        """Return the keys of this page."""
        return page_keys(self.page.strip.hidden_fields)

    def start_new(self) -> None:
        """Put the keyboard where a contact is typed."""
        self.page.strip.take_focus()

    def find(self, text: str) -> None:
        """Look for a text in everything there is."""
        if self.page.is_counting():
            self.page.count(False)
        self.page.list.bar.look_for(text)

    def draft(self) -> dict[str, Any] | None:
        """Return what is half typed: in the strip, and in a correction with its record's id."""
        return self.half_typed.read()

    def restore(self, draft: dict[str, Any]) -> None:
        """Put a half-typed strip and an open correction back."""
        self.half_typed.restore(draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer keys that no field took: topics, visit and signal of the strip; Esc."""
        if event.key() == Qt.Key.Key_Escape:
            escape(self.page, self.half_typed)
        elif self.page.has_counting_keys() or not self.page.strip.answer(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the strip's keys answer in the list too, which would look for rows with them."""
        if event.type() == QEvent.Type.KeyPress:
            return self.page.strip.answer(cast(QKeyEvent, event))
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the screen."""
        super().resizeEvent(event)
        self.page.fit(event.size().width(), event.size().height())

    def _connect(self) -> None:
        page, deeds = self.page, self.deeds
        self.asked_for.new_wanted.connect(partial(self.wanted.emit, self.identifier))
        page.strip.saved.connect(self._on_saved)
        page.strip.ticked.connect(self._on_ticked)
        page.list.table.installEventFilter(self)
        page.list.opened.connect(page.detail.take_focus)
        page.list.tally_asked.connect(page.count_or_list)
        page.tally.closed.connect(page.count_or_list)
        page.detail.correct_asked.connect(deeds.correct)
        page.detail.delete_asked.connect(deeds.delete)
        deeds.shown.connect(self.chosen.show)
        QShortcut(QKeySequence("Alt+T"), self, page.count_or_list)
        QShortcut(QKeySequence("F6"), self, page.next_pane)

    def _on_saved(self, walk_in: WalkIn, typed: dict[str, Any]) -> None:
        self.page.strip.start_anew()
        self.half_typed.forget(typed)
        self.chosen.show(walk_in)
        self.page.strip.take_focus()
        self.deeds.say_saved(walk_in)

    def _on_ticked(self) -> None:
        if self.page.list.source.is_of_another_day() and self.isVisible():
            self.refresh()
