"""What a confidant goes to there in the next weeks: when, with whom, and who goes along."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import appointment_list, members
from hgkm_desktop.services.appointment_list import Seen, ShowVisit
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_as_spoken, day_of, time_of
from hgkm_desktop.ui.names import shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.partners.facts import NAMES, Section
from hgkm_desktop.ui.views.partners.spread import spread
from hgkm_desktop.ui.views.partners.words import HIDDEN
from hgkm_desktop.ui.widgets.avatar import Avatar
from hgkm_desktop.ui.widgets.buttons import icon_button
from hgkm_desktop.ui.widgets.labels import bold, muted

AHEAD, MOST = timedelta(days=28), 4


class Coming:
    """Read once after every change; others than confidants have nothing here to read."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._known: Sequence[Seen] | None = None

    def forget(self) -> None:
        """Read again the next time it is asked."""
        self._known = None

    def section(self, partner_id: UUID) -> QWidget | None:
        """Return the next appointments at a partner, None when there are none she may see."""
        found = [each for each in self._all() if each.visit.details.partner_id == partner_id]
        if not found:
            return None
        names = self._ctx.call(members.names)
        made = Section(tr("Coming up"))
        for each in found[:MOST]:
            made.add(self._line(each, names))
        return made

    def _all(self) -> Sequence[Seen]:
        if self._known is None:
            self._known = self._read() if self._ctx.may(Role.CONFIDANT) else ()
        return self._known

    def _read(self) -> Sequence[Seen]:
        now = self._ctx.now()
        first = day_of(now)
        found = self._ctx.call(appointment_list.between, first, first + AHEAD, now=now).seen
        return [each for each in found if each.visit.ends > now and each.visit.state.is_ahead]

    def _line(self, seen: Seen, names: Mapping[UUID, Member]) -> QWidget:
        called = self._called(seen)
        when = muted(self._when(seen))
        when.setMinimumWidth(px(NAMES))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(when)
        row.addWidget(bold(spread(called), wrap=True), 1)
        first = names.get(seen.visit.first)
        if first is not None:
            row.addWidget(Avatar(shown(first.name, self._ctx.veiled), first.color, 24))
        go = icon_button("caret-right", tr("Open the visit"), small=True, kind="bare")
        go.setAccessibleDescription(called)
        go.clicked.connect(partial(self._ctx.show, ShowVisit(seen.visit.id)))
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _called(self, seen: Seen) -> str:
        if not self._ctx.veiled:
            return seen.label
        return seen.name.code if seen.name is not None else HIDDEN

    def _when(self, seen: Seen) -> str:
        starts, today = seen.visit.starts, day_of(self._ctx.now())
        day = day_as_spoken(day_of(starts), today)
        return f"{day} {time_of(starts)}" if day_of(starts) == today else day
