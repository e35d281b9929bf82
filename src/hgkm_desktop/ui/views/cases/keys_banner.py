"""Tells a confidant that somebody beside her got new keys and cannot read along until she says yes.

A program must not give them by itself: an administrator can give anybody a new passphrase, and
would read along. Whoever says yes has seen her (SECURITY.md, Rings).
"""

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import Case, Grant, Member
from hgkm_desktop.models.base import Record
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import case_team, cases, members
from hgkm_desktop.services.case_team import Waiting
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.names import inside, shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.called import called
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.strips import Banner

SHOWS: frozenset[type[Record]] = frozenset({Member, Grant, Case})


class KeysBanner(QWidget):
    """A line, with its button, for each confidant who waits; hidden while nobody does."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        ctx.changed.connect(self._on_changed)
        ctx.veil_changed.connect(self._on_veil_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show who waits now."""
        while (item := self._column.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        waiting = self._ctx.call(case_team.waiting) if self._ctx.may(Role.CONFIDANT) else ()
        for member_id, theirs in groupby(sorted(waiting, key=_member), key=_member):
            self._column.addWidget(self._line(member_id, list(theirs)))
        self._show_or_hide(bool(waiting))

    def _show_or_hide(self, is_wanted: bool) -> None:
        """A widget that is shown before it has a place becomes a window of its own."""
        if not is_wanted:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()

    def _line(self, member_id: UUID, waiting: Sequence[Waiting]) -> QWidget:
        member = self._ctx.call(members.names)[member_id]
        name = inside(shown(member.name, self._ctx.veiled))
        known = self._ctx.call(cases.names)
        called_by = tr(", ").join(called(self._ctx, known[each.case_id]) for each in waiting)
        said = tr("Does she stand next to you? Then she can read again: {names}.")
        strong = tr("{name} has new keys.").format(name=name)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(Banner(said.format(names=called_by), "bl", strong, "key"), 1)
        button = make_button(tr("Yes, I see her"), icon="check")
        button.setAccessibleName(tr("Yes, I see {name}").format(name=name))
        button.clicked.connect(partial(self._give, [each.case_id for each in waiting], name))
        row.addWidget(button)
        return line

    def _give(self, case_ids: Sequence[UUID], name: str) -> None:
        for case_id in case_ids:
            self._ctx.call(case_team.give_again, case_id, now=self._ctx.now())
        self._ctx.notify(tr("{name} can read again.").format(name=name))

    def _on_changed(self, kinds: frozenset[type[Record]]) -> None:
        if kinds & SHOWS:
            self.refresh()

    def _on_veil_changed(self, _on: bool) -> None:
        self.refresh()


def _member(waiting: Waiting) -> UUID:
    return waiting.member_id
