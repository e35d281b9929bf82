"""Opens the search over everything, asks, and goes to what was chosen.

What is in memory answers at once, visits come from the file a moment later. A question is held
only as long as it is asked.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from hgkm_desktop.services import access, finding, members
from hgkm_desktop.services.finding import Hit, Kind, OpenPage, Target
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.finder import Finder
from hgkm_desktop.ui.palette import Palette
from hgkm_desktop.ui.palette_lines import Line, Surroundings, groups, line_of
from hgkm_desktop.ui.view import View

PAUSE = 160
"""Milliseconds without typing before the file is asked for visits."""
LEAST = 2
"""Letters it takes before the file is asked."""


class Window(Protocol):
    """What this needs of the window's page."""

    views: list[View]

    @property
    def current(self) -> View | None:
        """The view that is open."""
        ...

    def go_to(self, identifier: str) -> None:
        """Open a view."""
        ...

    def window(self) -> QWidget:
        """Return the window itself."""
        ...


class Seeker(QObject):
    """One search at a time over a window's page."""

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, cast(Window, page)
        self.finder = Finder(ctx, self)
        self.palette: Palette | None = None
        self._visits: list[Hit] = []
        self._is_asking = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self.finder.changed.connect(self._show)

    def open(self, typed: str = "") -> None:
        """Open the search; it closes by its own keys."""
        if self._shown() is not None:
            return
        self._around = self._surroundings()
        palette = self.palette = Palette()
        palette.typed.connect(self._on_typed)
        palette.chosen.connect(self._on_chosen)
        palette.closed.connect(self._on_closed)
        palette.open(self._page.window())
        palette.field.setText(typed)
        self._show()

    def _shown(self) -> Palette | None:
        palette = self.palette
        return palette if palette is not None and isValid(palette) and palette.isVisible() else None

    def _surroundings(self) -> Surroundings:
        here = self._page.current
        return Surroundings(
            self._ctx.now(),
            self._ctx.call(members.names),
            {view.identifier: view.title() for view in self._page.views},
            here.identifier if here is not None else "",
            self._ctx.veiled,
        )

    def _show(self) -> None:
        """Show what is found now; the line that was chosen stays the current one."""
        palette = self._shown()
        if palette is None:
            return
        place, target = palette.rows.current, palette.rows.target()
        typed, pages = palette.field.text(), self._around.pages
        index = finding.with_pages(self.finder.index, pages)
        found = finding.search(index, typed, veiled=self._around.veiled)
        hits = _in_order(list(found), self._visits)
        palette.show_lines(_grouped(hits, self._around), self._note(typed, hits))
        palette.rows.go_to_target(target if place > 0 else None)

    def _note(self, typed: str, hits: Sequence[Hit]) -> str:
        if not self.finder.is_ready:
            return tr("Your notes are still being read.")
        is_done = not (self._pause.isActive() or self._is_asking)
        nothing = all(hit.kind is Kind.DEED for hit in hits) and bool(finding.words_of(typed))
        return tr("Nothing found. Type fewer words, or others.") if nothing and is_done else ""

    def _on_typed(self, typed: str) -> None:
        self._visits = []
        self._pause.stop()
        if self._ctx.may(*access.DESK) and len(typed.strip()) >= LEAST:
            self._pause.start()
        self._show()
        if self.palette is not None:
            self.palette.rows.go_to(0)

    def _on_pause(self) -> None:
        palette = self._shown()
        if palette is None:
            return
        if self._is_asking:
            self._pause.start()
            return
        self._is_asking, typed, veiled = True, palette.field.text(), self._around.veiled

        def work() -> list[Hit]:
            return self._ctx.call(finding.visits, typed, veiled=veiled)

        self._ctx.in_background(work, partial(self._on_visits, typed), self._on_refused)

    def _on_visits(self, typed: str, hits: list[Hit]) -> None:
        if not isValid(self):
            return
        self._is_asking = False
        palette = self._shown()
        if palette is not None and palette.field.text() == typed:
            self._visits = hits
            self._show()

    def _on_refused(self, error: Exception) -> None:
        self._is_asking = False
        raise error

    def _on_chosen(self, target: Target) -> None:
        self._page.go_to(finding.page_of(target))
        view = self._page.current
        if not isinstance(target, OpenPage):
            self._ctx.show(target)
        elif target.is_new and view is not None:
            view.start_new()

    def _on_closed(self) -> None:
        self._pause.stop()
        self.palette, self._visits = None, []


def _in_order(found: Sequence[Hit], visits: Sequence[Hit]) -> list[Hit]:
    """Return all hits by kind; a visit that was found twice stands there once."""
    known = {hit.target for hit in found}
    both = [*found, *(hit for hit in visits if hit.target not in known)]
    order = list(Kind)
    return sorted(both, key=lambda hit: order.index(hit.kind))


def _grouped(hits: Sequence[Hit], around: Surroundings) -> list[tuple[str, list[Line]]]:
    titles: Mapping[Kind, str] = groups()
    lines = {kind: [line_of(hit, around) for hit in hits if hit.kind is kind] for kind in titles}
    return [(titles[kind], found) for kind, found in lines.items() if found]
