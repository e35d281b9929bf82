"""Somebody is not there: from when to when, and never why (R-254)."""

from datetime import timedelta
from functools import partial
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import Absence, Member
from hgkm_desktop.services import absences, access, members
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of, day_without_weekday
from hgkm_desktop.ui.forms.fold_card import empty
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.names import inside, shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.date_time import DateField
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import body, form_label

AHEAD = timedelta(days=60)


class AbsenceForm(FormOverlay):
    """Keeps what it noted in `noted`; below stands who is away already, to take it back."""

    def __init__(self, ctx: Context) -> None:
        told = tr("Colleagues see the days. They never see why.")
        super().__init__(
            tr("Somebody is not there"), text=told, accept=tr("Note it"), cancel=tr("Cancel")
        )
        self._ctx = ctx
        self.noted: Absence | None = None
        self._names = ctx.call(members.names)
        today = day_of(ctx.now())
        self.who = ComboField(_choices(ctx, self._names))
        self.who.set_value(ctx.member.id)
        self.first_day, self.last_day = DateField(today), DateField(today)
        self.add_field("member", Field(tr("Who is not there?"), self.who))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        asked = {"first_day": tr("First day"), "last_day": tr("Last day")}
        for (key, name), field in zip(asked.items(), (self.first_day, self.last_day), strict=True):
            self.fields[key] = Field(name, field)
            row.addWidget(self.fields[key], 1, Qt.AlignmentFlag.AlignTop)
        self.backs: list[Button] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(6))
        self.known = QWidget()
        self.known.setLayout(self._lines)
        self._lines.setContentsMargins(0, px(4), 0, 0)
        self.add(holder, self.known)
        self.first_day.dateChanged.connect(self._on_first_day_changed)
        self.refresh()

    def act(self) -> None:
        """Note it."""
        who = cast(UUID, self.who.value())
        first, last = self.first_day.value(), self.last_day.value()
        noted = self._ctx.call(absences.note, who, first, last, now=self._ctx.now())
        said = tr("Noted: {name} is not there.").format(name=self._name(who))
        self._ctx.notify(said, partial(self._take_back, noted))
        self.noted = Absence(id=noted, member_id=who, first_day=first, last_day=last)

    def refresh(self) -> None:
        """Show who is away now or soon."""
        empty(self._lines)
        self.backs = []
        today = day_of(self._ctx.now())
        found = self._ctx.call(absences.of_days, today, today + AHEAD)
        if found:
            self._lines.addWidget(form_label(tr("Already noted")))
        for absence in found:
            self._lines.addWidget(self._line(absence))
        self.known.setHidden(not found)

    def _line(self, absence: Absence) -> QWidget:
        name, today = self._name(absence.member_id), day_of(self._ctx.now())
        days = [day_without_weekday(day, today) for day in (absence.first_day, absence.last_day)]
        span = days[0] if absence.first_day == absence.last_day else " – ".join(days)
        back = make_button(tr("Is there again"), small=True)
        back.setAccessibleName(f"{back.text()}: {name}, {span}")
        back.clicked.connect(partial(self._on_back_clicked, absence.id))
        self.backs.append(back)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(body(tr(", ").join((name, inside(span))), wrap=True), 1)
        row.addWidget(back)
        return holder

    def _take_back(self, absence_id: UUID) -> None:
        self._ctx.call(absences.end, absence_id)

    def _name(self, member_id: UUID) -> str:
        member = self._names.get(member_id)
        return inside(shown(member.name, self._ctx.veiled)) if member is not None else ""

    def _on_first_day_changed(self) -> None:
        if self.last_day.value() < self.first_day.value():
            self.last_day.set_value(self.first_day.value())

    def _on_back_clicked(self, absence_id: UUID) -> None:
        self.who.setFocus()
        if self.tried(partial(self._take_back, absence_id)):
            self.refresh()


def _choices(ctx: Context, names: dict[UUID, Member]) -> list[tuple[object, str]]:
    there = [each for each in names.values() if each.left_at is None and _is_of_desk(each)]
    return [(each.id, shown(each.name, ctx.veiled)) for each in sorted(there, key=_by_name)]


def _is_of_desk(member: Member) -> bool:
    return bool(access.DESK & set(member.roles))


def _by_name(member: Member) -> str:
    return member.name
