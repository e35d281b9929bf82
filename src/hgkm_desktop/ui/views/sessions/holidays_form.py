"""Writing down a holiday of the schools, or what should be planned how long before it."""

from datetime import timedelta
from typing import TypeVar

from hgkm_desktop.errors import Conflict, Invalid, UserError
from hgkm_desktop.models import PlanningRule, SchoolHoliday, new_id
from hgkm_desktop.rules.sessions import SchoolHolidayKind, SessionTopic
from hgkm_desktop.services import school_holidays
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.forms.group import beside, chosen
from hgkm_desktop.ui.views.sessions.form_group import number, number_line, options
from hgkm_desktop.ui.widgets.fields import ComboField, DateField, Field

R = TypeVar("R", SchoolHoliday, PlanningRule)
WEEK = timedelta(days=8)
"""From a Saturday to the Sunday after."""
WEEKS = 6


def new_again(record: R) -> R:
    """Return a record that was taken out as one to be kept anew, with its own id."""
    if isinstance(record, SchoolHoliday):
        return SchoolHoliday(
            id=record.id,
            kind=record.kind,
            first_day=record.first_day,
            last_day=record.last_day,
        )
    return PlanningRule(
        id=record.id,
        weeks=record.weeks,
        holiday=record.holiday,
        topic=record.topic,
        is_on=record.is_on,
    )


class AgainForm(FormOverlay):
    """After somebody else was first, what is typed stays, and saving again saves it."""

    def __init__(self, ctx: Context, title: str, record: SchoolHoliday | PlanningRule) -> None:
        super().__init__(title, accept=tr("Save"), cancel=tr("Cancel"))
        self._ctx, self._id, self._version = ctx, record.id, record.version

    def stored_version(self) -> int | None:
        """Return the version that is stored now, None when it is gone."""
        raise NotImplementedError

    def answer(self, error: UserError) -> None:
        """Say what went wrong."""
        super().answer(error)
        found = self.stored_version() if isinstance(error, Conflict) else None
        if found is not None:
            self._version = found
            self.accept_button.setText(tr("Save mine"))


class HolidayForm(AgainForm):
    """Which holiday, from when until when."""

    def __init__(self, ctx: Context, holiday: SchoolHoliday | None = None) -> None:
        known = holiday if holiday is not None else _next_holiday(ctx)
        title = tr("Add a holiday") if holiday is None else tr("Change the holiday")
        super().__init__(ctx, title, known)
        self.kind = ComboField(options(SchoolHolidayKind))
        self.kind.set_value(known.kind)
        self.first_day, self.last_day = DateField(known.first_day), DateField(known.last_day)
        self.add_field("kind", Field(tr("Which holiday?"), self.kind))
        first = self.fields["first_day"] = Field(tr("First day"), self.first_day)
        last = self.fields["last_day"] = Field(tr("Last day"), self.last_day)
        self.add(beside([first, last]))
        self.first_day.dateChanged.connect(self._on_first_day_changed)
        self.keep_in(ctx, f"sessions/holiday/{'new' if holiday is None else holiday.id}")

    def act(self) -> None:
        """Save it."""
        kind = chosen(self.kind.value(), SchoolHolidayKind) or SchoolHolidayKind.AUTUMN
        first, last = self.first_day.value(), self.last_day.value()
        holiday = SchoolHoliday(
            id=self._id, version=self._version, kind=kind, first_day=first, last_day=last
        )
        self._ctx.call(school_holidays.save, holiday)
        self._ctx.notify(tr("The holiday is saved."))

    def stored_version(self) -> int | None:
        """Return the version that is stored now."""
        found = self._ctx.call(school_holidays.everything)
        return next((each.version for each in found if each.id == self._id), None)

    def _on_first_day_changed(self) -> None:
        if self.last_day.value() < self.first_day.value():
            self.last_day.setDate(self.first_day.date().addDays(WEEK.days))


class RuleForm(AgainForm):
    """About what, and how many weeks before which holiday."""

    def __init__(self, ctx: Context, rule: PlanningRule | None = None) -> None:
        known = rule if rule is not None else _usual_rule()
        title = tr("Add a reminder") if rule is None else tr("Change the reminder")
        super().__init__(ctx, title, known)
        self._is_on = known.is_on
        self.topic = ComboField(options(SessionTopic))
        self.topic.set_value(known.topic)
        self.holiday = ComboField(options(SchoolHolidayKind))
        self.holiday.set_value(known.holiday)
        self.weeks = number_line()
        self.weeks.setText(str(known.weeks))
        self.add_field("topic", Field(tr("What should be planned?"), self.topic))
        weeks = self.fields["weeks"] = Field(tr("How many weeks before?"), self.weeks)
        holiday = self.fields["holiday"] = Field(tr("Before which holiday?"), self.holiday)
        self.add(beside([weeks, holiday]))
        self.keep_in(ctx, f"sessions/rule/{'new' if rule is None else rule.id}")

    def act(self) -> None:
        """Save it."""
        weeks = number(self.weeks, "weeks")
        if weeks is None:
            raise Invalid({"weeks": tr("Type a number of weeks.")})
        rule = PlanningRule(
            id=self._id,
            version=self._version,
            weeks=weeks,
            holiday=chosen(self.holiday.value(), SchoolHolidayKind) or SchoolHolidayKind.SUMMER,
            topic=chosen(self.topic.value(), SessionTopic) or SessionTopic.OTHER,
            is_on=self._is_on,
        )
        self._ctx.call(school_holidays.save_rule, rule)
        self._ctx.notify(tr("The reminder is saved."))

    def stored_version(self) -> int | None:
        """Return the version that is stored now."""
        found = self._ctx.call(school_holidays.rules)
        return next((each.version for each in found if each.id == self._id), None)


def _next_holiday(ctx: Context) -> SchoolHoliday:
    today = day_of(ctx.now())
    kind = SchoolHolidayKind.AUTUMN
    return SchoolHoliday(id=new_id(), kind=kind, first_day=today, last_day=today + WEEK)


def _usual_rule() -> PlanningRule:
    """Return the reminder this was made for: six weeks before the summer (R-078)."""
    return PlanningRule(
        id=new_id(), weeks=WEEKS, holiday=SchoolHolidayKind.SUMMER, topic=SessionTopic.FGM
    )
