"""Moving a visit: at once with a way back, or by choosing where somebody else was first."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import Conflict, UserError
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import Side
from hgkm_desktop.services import appointments
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.views.appointments.clash import MoveConflict, Moved
from hgkm_desktop.ui.views.appointments.prepare_words import when_text


@dataclass(frozen=True)
class Wish:
    """The other time somebody wants for it, and by whom it is moved."""

    starts: datetime
    ends: datetime
    side: Side


def move_visit(
    ctx: Context,
    window: QWidget,
    visit: Visit,
    starts: datetime,
    ends: datetime,
    side: Side,
    moved: Moved | None = None,
) -> bool:
    """Move it at once; show both times where somebody was first, say what is refused."""
    try:
        return move_or_choose(ctx, window, visit, Wish(starts, ends, side), moved)
    except UserError as error:
        ctx.warn(error.title, error.hint)
        return False


def move_or_choose(
    ctx: Context, window: QWidget, visit: Visit, wish: Wish, moved: Moved | None
) -> bool:
    """Move it and say whether it was done; raise Invalid for a time that cannot be."""
    try:
        saved = _move(ctx, visit, wish)
    except Conflict:
        theirs = ctx.call(appointments.get, visit.id)
        if not _is_same_time(visit, theirs):
            _let_choose(ctx, window, theirs, wish, moved)
            return False
        saved = _move(ctx, theirs, wish)
    _say_moved(ctx, saved, moved)
    return True


def _move(ctx: Context, visit: Visit, wish: Wish) -> Visit:
    times = wish.starts, wish.ends
    return ctx.call(appointments.move, visit.id, visit.version, *times, wish.side, now=ctx.now())


def _is_same_time(mine: Visit, theirs: Visit) -> bool:
    """Say whether the other only ticked something off: that is no other time."""
    same = mine.starts == theirs.starts and mine.ends == theirs.ends
    return same and theirs.state.is_ahead


def _let_choose(
    ctx: Context, window: QWidget, theirs: Visit, wish: Wish, moved: Moved | None
) -> None:
    """Open the choice once the form that asked for the other time is gone."""
    dialog = MoveConflict(ctx, theirs, wish.starts, wish.ends)
    again = partial(move_visit, ctx, window, theirs, wish.starts, wish.ends, wish.side, moved)
    dialog.mine_chosen.connect(again)
    if moved is not None:
        dialog.theirs_chosen.connect(partial(moved, theirs.id))
        dialog.rejected.connect(partial(moved, theirs.id))
    QTimer.singleShot(0, window, partial(dialog.open, window))


def _say_moved(ctx: Context, saved: Visit, moved: Moved | None) -> None:
    if moved is not None:
        moved(saved.id)
    told = tr("It is moved to: {when}.").format(when=when_text(saved, day_of(ctx.now())))
    ctx.notify(told, undo=partial(_back, ctx, saved, moved))


def _back(ctx: Context, saved: Visit, moved: Moved | None) -> None:
    ctx.call(appointments.move_back, saved.id, saved.version, now=ctx.now())
    if moved is not None:
        moved(saved.id)
