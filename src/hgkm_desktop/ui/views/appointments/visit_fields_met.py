"""Whether she has met whom she goes to; if not, why it is all right, or getting to know first."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID

from hgkm_desktop import clock
from hgkm_desktop.rules.appointment import Details, Visit
from hgkm_desktop.rules.going_along import AppointmentKind
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.group import Group
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.fields import DateField, Field, TimeField
from hgkm_desktop.ui.widgets.segmented import Segmented

YES, NO = "yes", "no"
_LASTS = timedelta(minutes=30)
_USUAL = time(10)


class Met(Group):
    """A face she knows makes or breaks a visit; this asks about it and never forbids (R-051)."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        asked = tr("Has she met this person?")
        self.answer = Segmented([(YES, tr("Yes")), (NO, tr("Not yet"))], asked, allow_none=True)
        self.reason = FewLines(1)
        self.first = CheckBox(tr("Let them get to know each other first"))
        tomorrow = day_of(ctx.now()) + timedelta(days=1)
        self.day, self.hour = DateField(tomorrow), TimeField(_USUAL)
        self._known_id: UUID | None = None
        self.add(self.field("has_met", asked, self.answer))
        why = tr("Why is it all right?")
        self.add(self.field("not_met_reason", why, self.reason))
        self.add(self.first)
        when = self.field("introduction", tr("When do they meet?"), self.day)
        self._moment = self.add(when, Field(tr("What time?"), self.hour))
        self.more = {"introduce": self.first, "introduction_at": self.hour}
        self.answer.changed.connect(self._show_parts)
        self.first.toggled.connect(self._show_parts)
        self._show_parts()

    def show_details(self, told: Details) -> None:
        """Show what is known."""
        self.answer.set_value({True: YES, False: NO, None: None}[told.has_met])
        self.reason.setPlainText(told.not_met_reason)
        self._known_id = told.introduction_id
        self._show_parts()

    def put(self, told: Details) -> Details:
        """Return the details with the answer; the introduction is planned by the form."""
        answer = {YES: True, NO: False}.get(str(self.answer.value()))
        reason = self.reason.toPlainText() if answer is False else ""
        return replace(told, has_met=answer, not_met_reason=reason)

    def wants_introduction(self) -> bool:
        """Say whether they meet once before."""
        return self.answer.value() == NO and self.first.isChecked() and self._known_id is None

    def introduction(self, blank: Visit, visit: Visit) -> Visit:
        """Return the visit in which they get to know each other, with the same people."""
        told = visit.details
        starts = self._starts()
        details = Details(
            AppointmentKind.INTRODUCTION,
            alias=told.alias,
            partner_id=told.partner_id,
            partner_words=told.partner_words,
            person_id=told.person_id,
            person_words=told.person_words,
            language=told.language,
            interpreter=told.interpreter,
            support=told.support,
            introduced=told.introduced,
            not_with=told.not_with,
        )
        return replace(
            blank,
            case_id=visit.case_id,
            starts=starts,
            ends=starts + _LASTS,
            first=visit.first,
            reserve=visit.reserve,
            details=details,
        )

    def _starts(self) -> datetime:
        return clock.at(self.day.value(), self.hour.value())

    def _show_parts(self) -> None:
        not_yet = self.answer.value() == NO
        first = not_yet and self.first.isChecked() and self._known_id is None
        self.fields["not_met_reason"].setVisible(not_yet and not first)
        self.first.setVisible(not_yet and self._known_id is None)
        self._moment.setVisible(first)
