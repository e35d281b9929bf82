"""Two people gave the same visit another time: both stand there, and a person chooses."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import OFF
from hgkm_desktop.rules.going_words import word
from hgkm_desktop.services import members
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_as_spoken, day_of, kept_together, time_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments.prepare_words import person_name, span_text
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.labels import bold, explain, muted
from hgkm_desktop.ui.widgets.strips import Strip

Moved = Callable[[UUID], object]
"""Told which visit stands at another time."""
WIDTH = 620


class MoveConflict(Overlay):
    """Nothing was overwritten: hers, the other's, or look first."""

    mine_chosen = Signal()
    theirs_chosen = Signal()

    def __init__(self, ctx: Context, theirs: Visit, starts: datetime, ends: datetime) -> None:
        body = QWidget()
        super().__init__(
            tr("You both changed this appointment"),
            body,
            text=tr("Nothing is overwritten. Choose which time is right."),
            cancel=tr("Look first"),
            width=WIDTH,
        )
        today = day_of(ctx.now())
        self.mine = make_button(tr("Take my time"), icon="check")
        self.theirs = make_button(tr("Take the other time"), icon="check")
        mine = _card(tr("Your time"), span_text(starts, ends, today), [tr("not saved")], self.mine)
        other = _card(_whose(ctx, theirs), _theirs(ctx, theirs), _noted(ctx, theirs), self.theirs)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, px(6), 0, 0)
        row.setSpacing(px(14))
        row.addWidget(mine, 1)
        row.addWidget(other, 1)
        self.mine.setVisible(theirs.state.is_ahead)
        self.mine.clicked.connect(self._on_mine)
        self.theirs.clicked.connect(self._on_theirs)

    def _on_mine(self) -> None:
        self.close_overlay()
        self.mine_chosen.emit()

    def _on_theirs(self) -> None:
        self.close_overlay()
        self.theirs_chosen.emit()


def _whose(ctx: Context, theirs: Visit) -> str:
    name = person_name(ctx.call(members.names), theirs.changed_by, veiled=ctx.veiled)
    return tr("Of {name}").format(name=name) if name else tr("The other time")


def _theirs(ctx: Context, theirs: Visit) -> str:
    if theirs.state in OFF:
        return word(theirs.state)
    return span_text(theirs.starts, theirs.ends, day_of(ctx.now()))


def _noted(ctx: Context, theirs: Visit) -> list[str]:
    if theirs.changed_at is None:
        return []
    day = day_as_spoken(day_of(theirs.changed_at), day_of(ctx.now()))
    when = f"{day} {kept_together(time_of(theirs.changed_at))}"
    lines = [tr("saved {when}").format(when=when)]
    if theirs.details.moves and theirs.state.is_ahead:
        lines.append(tr("moved by: {side}").format(side=word(theirs.details.moves[-1].side)))
    return lines


def _card(title: str, when: str, notes: list[str], button: Button) -> QWidget:
    strip = Strip("nt")
    column = QVBoxLayout(strip)
    column.setContentsMargins(px(16), px(13), px(16), px(15))
    column.setSpacing(px(4))
    column.addWidget(explain(title, wrap=True))
    column.addWidget(bold(when, wrap=True))
    for note in notes:
        column.addWidget(muted(note, wrap=True))
    column.addStretch(1)
    column.addSpacing(px(6))
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
    return strip
