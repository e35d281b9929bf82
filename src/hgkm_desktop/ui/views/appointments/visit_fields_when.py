"""When and where: the exact time, where we meet, where it is, and how she is called out (R-050)."""

import re
from dataclasses import replace
from datetime import datetime, time, timedelta

from PySide6.QtCore import Signal

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.appointment import Details, Visit
from hgkm_desktop.rules.going_along import ArrivalSignal
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of, time_of
from hgkm_desktop.ui.forms.group import Group, chosen
from hgkm_desktop.ui.views.appointments.clash_strip import ClashStrip
from hgkm_desktop.ui.views.appointments.prepare_words import span_text, when_text
from hgkm_desktop.ui.views.appointments.visit_fields import options
from hgkm_desktop.ui.views.appointments.visit_fields_length import Length, minutes_of
from hgkm_desktop.ui.widgets.fields import ComboField, DateField, Field, TimeField, line_edit
from hgkm_desktop.ui.widgets.labels import muted

LONGEST = 120
_TIME = re.compile(r"(\d{1,2})(?:\s*[.:u]\s*(\d{2})?)?")


class When(Group):
    """The second part of the form; a visit that is planned is moved elsewhere, not here."""

    changed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.day, self.hour, self.length = DateField(), TimeField(), Length()
        self.clashes = ClashStrip(ctx)
        self.meet_at = line_edit(tr("For example 13.30"), left_to_right=True)
        self.meet_where = line_edit()
        self.place = line_edit()
        none_yet: list[tuple[object, str]] = [("", tr("Not known yet"))]
        self.signal = ComboField([*none_yet, *options(ArrivalSignal)])
        self.fixed = muted("", wrap=True)
        self.meet_at.setMaxLength(5)
        for line in (self.meet_where, self.place):
            line.setMaxLength(LONGEST)
        self._lay_out()
        for signal in (self.day.dateChanged, self.hour.timeChanged, self.length.changed):
            signal.connect(self._on_changed)

    def show_visit(self, visit: Visit) -> None:
        """Show what is known."""
        local, told = clock.local(visit.starts), visit.details
        self.day.set_value(local.date())
        self.hour.set_value(local.time())
        self.length.set_text(str(minutes_of(visit.starts, visit.ends)))
        self.meet_at.setText(time_of(told.meet_at) if told.meet_at is not None else "")
        self.meet_where.setText(told.meet_where)
        self.place.setText(told.place)
        self.signal.set_value(told.signal or "")

    def fix_time(self, visit: Visit) -> None:
        """Only say when it is: moving it is another form, which asks by whom."""
        when = when_text(visit, day_of(self._ctx.now()))
        self.fixed.setText(tr("{when}. Another time? Use the menu of the visit.").format(when=when))
        self.fixed.show()
        self._moment.hide()
        self.fields["ends"].hide()

    def put(self, told: Details) -> Details:
        """Return the details with what stands here; raise Invalid for a time nobody can read."""
        return replace(
            told,
            meet_at=read_time(self.meet_at.text(), "meet_at"),
            meet_where=self.meet_where.text(),
            place=self.place.text(),
            signal=chosen(self.signal.value(), ArrivalSignal),
        )

    def times(self) -> tuple[datetime, datetime]:
        """Return when it begins and ends; raise Invalid for a length that is no number."""
        starts = clock.at(self.day.value(), self.hour.value())
        return starts, starts + timedelta(minutes=self.length.minutes())

    def _lay_out(self) -> None:
        self.fixed.hide()
        self.add(self.fixed)
        starts = self.field("starts", tr("Which day?"), self.day)
        self._moment = self.add(starts, Field(tr("What time?"), self.hour))
        self.more["hour"] = self.hour
        self.add(self.field("ends", tr("How long?"), self.length))
        self.add(self.clashes)
        at = self.field("meet_at", tr("Meeting at what time?"), self.meet_at)
        where = self.field("meet_where", tr("Meeting where?"), self.meet_where)
        self.add(at, where)
        never = tr("Never the address of a secret place.")
        place = self.field("place", tr("Where is it?"), self.place, never)
        signal = self.field("signal", tr("Sign at the door"), self.signal)
        self.add(place, signal)
        self.column.addStretch(1)

    def _on_changed(self) -> None:
        try:
            starts, ends = self.times()
        except (Invalid, OverflowError):
            self.fields["ends"].set_hint("")
            return
        self.fields["ends"].set_hint(span_text(starts, ends, day_of(self._ctx.now())))
        self.changed.emit()


def read_time(typed: str, key: str) -> time | None:
    """Return a typed time ("13.30", "9:05", "14"), None for nothing; raise Invalid(key)."""
    plain = typed.strip()
    if not plain:
        return None
    found = _TIME.fullmatch(plain)
    hours, minutes = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hours > 23 or minutes > 59:
        raise Invalid({key: tr("This time cannot be read.")})
    return time(hours, minutes)
