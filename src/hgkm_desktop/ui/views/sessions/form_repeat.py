"""A session that repeats: how often, until when, and on which days not (R-070)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import SchoolHoliday
from hgkm_desktop.rules.holidays import holiday
from hgkm_desktop.rules.session_words import word
from hgkm_desktop.rules.sessions import Frequency
from hgkm_desktop.services import school_holidays, session_series
from hgkm_desktop.services.session_series import Repeat
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_short, day_of
from hgkm_desktop.ui.forms.group import Group, beside, chosen
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.views.sessions.form_days import Days
from hgkm_desktop.ui.views.sessions.form_group import options
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.fields import DateField
from hgkm_desktop.ui.widgets.labels import bold, muted
from hgkm_desktop.ui.widgets.segmented import Segmented

ONCE = ""
USUAL = timedelta(weeks=11)
"""Twelve times when it is every week."""
LAST = date(9999, 12, 31)


class RepeatPart(Group):
    """Once, or a list of days; those of a holiday are left out, until somebody ticks them."""

    def __init__(self, ctx: Context, first: DateField) -> None:
        super().__init__()
        self._ctx, self._first = ctx, first
        self._today = day_of(ctx.now())
        self._schools = _days_of(ctx.call(school_holidays.everything))
        asked = tr("How often?")
        often: list[tuple[object, str]] = [(ONCE, tr("Once")), *options(Frequency)]
        self.frequency = Segmented(often, asked, small=True)
        self.frequency.set_value(ONCE)
        self.until = DateField(_usual_end(first))
        self.not_in_holidays = CheckBox(tr("Not in school holidays"))
        self.not_on_public = CheckBox(tr("Not on public holidays"))
        self.days = Days(tr("On which days?"), self._today, self.not_on_public)
        self.count = bold("", wrap=True)
        self._lay_out(asked)
        self._is_until_chosen = False
        self._connect()
        self._show()

    def repeat(self) -> Repeat | None:
        """Return how it repeats, None for a session that is once."""
        often = chosen(self.frequency.value(), Frequency)
        if often is None:
            return None
        return Repeat(often, self.until.value(), self.days.left_out())

    def _lay_out(self, asked: str) -> None:
        for box in (self.not_in_holidays, self.not_on_public):
            box.setChecked(True)
        self.add(self.field("frequency", asked, self.frequency))
        until = self.field("until", tr("Up to and including"), self.until)
        none_yet = muted(tr("No school holidays are known yet. Add them in the menu."), wrap=True)
        if self._schools:
            none_yet.hide()
        boxes = Group()
        boxes.add(self.not_in_holidays)
        boxes.add(self.not_on_public)
        boxes.add(none_yet)
        self.known = none_yet
        self.ahead = Group()
        self.ahead.add(beside([until, boxes]))
        self.ahead.add(self.count)
        self.ahead.add(self.days)
        self.add(self.ahead)
        self.more = {
            "not_in_holidays": self.not_in_holidays,
            "not_on_public": self.not_on_public,
            "days": self.days,
        }

    def _connect(self) -> None:
        self._first.dateChanged.connect(self._on_first_changed)
        self.until.dateChanged.connect(self._on_until_changed)
        self.frequency.changed.connect(self._show)
        self.not_in_holidays.toggled.connect(self._show)
        self.not_on_public.toggled.connect(self._show)
        self.days.changed.connect(self._count)

    def _show(self) -> None:
        """Show the days that come of it, or why there are none."""
        often = chosen(self.frequency.value(), Frequency)
        self.ahead.setHidden(often is None)
        if often is None:
            return
        first, until = self._first.value(), self.until.value()
        self.fields["until"].clear()
        try:
            days = self._ctx.call(session_series.days, first, Repeat(often, until))
        except Invalid as error:
            self.fields["until"].complain(error.problems["until"])
            days: Sequence[date] = ()
        marks = self._marks(days)
        self.days.show_days(days, marks, self._closed(days))
        self._count()

    def _count(self) -> None:
        """Say how often it is and until when."""
        left_out = self.days.left_out()
        found = [day for day in self.days.boxes if day not in left_out]
        if not found:
            self.count.setText("")
            return
        last = inside(day_in_short(found[-1], self._today))
        said = tr("{count} times, up to and including {day}.").format(count=len(found), day=last)
        if left_out:
            said = f"{said} {tr('{count} times not.').format(count=len(left_out))}"
        self.count.setText(said)

    def _marks(self, days: Sequence[date]) -> dict[date, str]:
        """Return what is on a day: a public holiday, or that the schools are closed."""
        found = {day: holiday(day) or self._schools.get(day, "") for day in days}
        return {day: mark for day, mark in found.items() if mark}

    def _closed(self, days: Sequence[date]) -> frozenset[date]:
        schools, public = self.not_in_holidays.isChecked(), self.not_on_public.isChecked()
        return frozenset(
            day for day in days if (schools and day in self._schools) or (public and holiday(day))
        )

    def _on_first_changed(self) -> None:
        """Take the last day along, until somebody chose one."""
        if not self._is_until_chosen:
            self.until.blockSignals(True)
            self.until.set_value(_usual_end(self._first))
            self.until.blockSignals(False)
        self._show()

    def _on_until_changed(self) -> None:
        self._is_until_chosen = True
        self._show()


def _usual_end(first: DateField) -> date:
    return min(first.value(), LAST - USUAL) + USUAL


def _days_of(holidays: Sequence[SchoolHoliday]) -> Mapping[date, str]:
    """Return every day on which the schools are closed, with the name of the holiday."""
    return {
        each.first_day + timedelta(days=step): word(each.kind)
        for each in holidays
        for step in range((each.last_day - each.first_day).days + 1)
    }
