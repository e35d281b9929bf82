"""What else can be done for her: the entries behind the three dots of her page."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.services import holders
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.menu import Entry
from hgkm_desktop.ui.views.cases.aftercare import open_aftercare
from hgkm_desktop.ui.views.cases.closing import open_closing
from hgkm_desktop.ui.views.cases.erase_dialog import open_erase
from hgkm_desktop.ui.views.cases.incident import open_incident
from hgkm_desktop.ui.views.cases.rename import open_rename
from hgkm_desktop.ui.views.cases.team_dialog import open_team
from hgkm_desktop.ui.views.cases.way import Way

Opens = Callable[[Context, CasePage, QWidget], None]


def menu_entries(
    ctx: Context, way: Way, page: CasePage, window: QWidget | None = None
) -> list[Entry]:
    """Return the entries; dialogs open over `window`, else over the window the view is in."""

    def over(opens: Opens) -> Callable[[], None]:
        return partial(_open, opens, ctx, page, way, window)

    holding = page.standing.holding
    is_open = holding is not None and holding.is_open
    return [
        (tr("Something happened"), "warning", over(open_incident)),
        (tr("Another name"), "pencil-simple", over(open_rename)),
        (tr("Who stands beside her"), "users", over(open_team)),
        (tr("Guide in five steps"), "path", partial(way.guide.emit, page.name.case_id)),
        *(_while_open(over) if is_open else _when_stopped(ctx, page, over)),
        (tr("Erase everything of her"), "trash", over(open_erase)),
    ]


def _while_open(over: Callable[[Opens], Callable[[], None]]) -> list[Entry]:
    return [(tr("Stop standing beside her"), "pause-circle", over(open_closing))]


def _when_stopped(
    ctx: Context, page: CasePage, over: Callable[[Opens], Callable[[], None]]
) -> list[Entry]:
    found: list[Entry] = [
        (tr("Begin again"), "arrow-clockwise", partial(begin_again, ctx, page)),
    ]
    days = page.standing.aftercare()
    if days:
        asks = over(partial(_ask_after, days[0]))
        found.insert(0, (tr("Ask how it goes"), "calendar-check", asks))
    return found


def begin_again(ctx: Context, page: CasePage) -> None:
    """Stand beside her again: one click, and no question why (R-259)."""
    ctx.call(holders.reopen, page.name.case_id, now=ctx.now())
    ctx.notify(tr("You stand beside her again."))


def _ask_after(day: date, ctx: Context, page: CasePage, window: QWidget) -> None:
    open_aftercare(ctx, page, day, window)


def _open(opens: Opens, ctx: Context, page: CasePage, way: Way, window: QWidget | None) -> None:
    over = window or _window_of(way)
    if over is not None:
        opens(ctx, page, over)


def _window_of(way: Way) -> QWidget | None:
    """Return the window the view is in; the active one where the way belongs to no view."""
    view = way.parent()
    return view.window() if isinstance(view, QWidget) else QApplication.activeWindow()
