"""The holidays of the schools, and what should be planned how long before them (R-078)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models import PlanningRule, Record, SchoolHoliday
from hgkm_desktop.rules.session_words import word
from hgkm_desktop.services import access, school_holidays
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.asking import Asking
from hgkm_desktop.ui.forms.fold_card import empty
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.holidays_form import (
    AgainForm,
    HolidayForm,
    RuleForm,
    new_again,
)
from hgkm_desktop.ui.views.sessions.holidays_line import Line, days_text
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.labels import group_heading, hairline, muted


class HolidaysOverlay(Asking):
    """Two lists, each with the ways to add, change and remove for whoever may; others read."""

    def __init__(self, ctx: Context) -> None:
        body = QWidget()
        told = tr("These days are left out of a series, and tell when to plan.")
        super().__init__(
            tr("School holidays and reminders"), body, told, cancel=tr("Back"), width=620
        )
        self._ctx, self.may_change = ctx, ctx.may(*access.EDITORS)
        self.holidays: list[Line] = []
        self.rules: list[Line] = []
        self._shown_rules: Sequence[PlanningRule] = []
        self.add_holiday = make_button(tr("Add a holiday"), icon="plus", small=True)
        self.add_rule = make_button(tr("Add a reminder"), icon="plus", small=True)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, px(4), 0, 0)
        self._column.setSpacing(px(10))
        self._holiday_lines = self._list(tr("School holidays"), self.add_holiday)
        self._rule_lines = self._list(tr("Reminders to plan"), self.add_rule)
        self.add_holiday.clicked.connect(self._on_add_holiday_clicked)
        self.add_rule.clicked.connect(self._on_add_rule_clicked)
        ctx.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now; holidays that are over are not shown any more."""
        today = day_of(self._ctx.now())
        found = self._ctx.call(school_holidays.everything)
        ahead = [each for each in found if each.last_day >= today]
        self.holidays = [self._holiday_line(each) for each in ahead]
        self._shown_rules = self._ctx.call(school_holidays.rules)
        self.rules = [self._rule_line(each) for each in self._shown_rules]
        _fill(self._holiday_lines, self.holidays, tr("No school holidays are known yet."))
        _fill(self._rule_lines, self.rules, tr("Nothing is planned before a holiday yet."))
        stops: list[QWidget] = []
        for lines, add in ((self.holidays, self.add_holiday), (self.rules, self.add_rule)):
            stops += [*(stop for each in lines for stop in each.stops), add]
        self.in_order(stops)

    def _list(self, heading: str, add: Button) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(px(8))
        self._column.addWidget(group_heading(heading))
        self._column.addLayout(lines)
        self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addSpacing(px(8))
        if not self.may_change:
            add.hide()
        return lines

    def _holiday_line(self, holiday: SchoolHoliday) -> Line:
        today = day_of(self._ctx.now())
        days = days_text(holiday.first_day, holiday.last_day, today)
        made = Line(word(holiday.kind), days, may_change=self.may_change)
        made.change.clicked.connect(partial(self._on_holiday_clicked, holiday))
        made.remove.clicked.connect(partial(self._on_holiday_removed, holiday))
        return made

    def _rule_line(self, rule: PlanningRule) -> Line:
        when = tr("{holiday}: {count} weeks before")
        told = when.format(holiday=inside(word(rule.holiday)), count=rule.weeks)
        made = Line(word(rule.topic), told, may_change=self.may_change, is_on=rule.is_on)
        made.change.clicked.connect(partial(self._on_rule_clicked, rule))
        made.remove.clicked.connect(partial(self._on_rule_removed, rule))
        made.switch.clicked.connect(partial(self._on_rule_switched, rule))
        return made

    def _on_add_holiday_clicked(self) -> None:
        self._open(HolidayForm(self._ctx), self.add_holiday)

    def _on_add_rule_clicked(self) -> None:
        self._open(RuleForm(self._ctx), self.add_rule)

    def _on_holiday_clicked(self, holiday: SchoolHoliday) -> None:
        self._open(HolidayForm(self._ctx, holiday), self.add_holiday)

    def _on_rule_clicked(self, rule: PlanningRule) -> None:
        self._open(RuleForm(self._ctx, rule), self.add_rule)

    def _open(self, form: AgainForm, then: Button) -> None:
        """Open a form; its line is made anew when it is saved, so the keyboard goes to `then`."""
        form.accepted.connect(then.setFocus)
        form.open(self.window())

    def _on_holiday_removed(self, holiday: SchoolHoliday) -> None:
        self.add_holiday.setFocus()
        self._ctx.call(school_holidays.remove, holiday.id)
        back = partial(_keep_holiday, self._ctx, new_again(holiday))
        self._ctx.notify(tr("The holiday is taken out."), back)

    def _on_rule_removed(self, rule: PlanningRule) -> None:
        self.add_rule.setFocus()
        self._ctx.call(school_holidays.remove_rule, rule.id)
        back = partial(_keep_rule, self._ctx, new_again(rule))
        self._ctx.notify(tr("The reminder is taken out."), back)

    def _on_rule_switched(self, rule: PlanningRule) -> None:
        place = next(place for place, each in enumerate(self._shown_rules) if each is rule)
        rule.is_on = not rule.is_on
        self._ctx.call(school_holidays.save_rule, rule)
        self.rules[place].switch.setFocus()

    def _on_changed(self, kinds: frozenset[type[Record]]) -> None:
        if kinds & {SchoolHoliday, PlanningRule}:
            self.refresh()


def _keep_holiday(ctx: Context, holiday: SchoolHoliday) -> None:
    ctx.call(school_holidays.save, holiday)


def _keep_rule(ctx: Context, rule: PlanningRule) -> None:
    ctx.call(school_holidays.save_rule, rule)


def _fill(lines: QVBoxLayout, found: Sequence[Line], nothing: str) -> None:
    empty(lines)
    for place, line in enumerate(found):
        if place:
            lines.addWidget(hairline())
        lines.addWidget(line)
    if not found:
        lines.addWidget(muted(nothing, wrap=True))
