"""Stopping: never by itself, with a reason, and with a day to ask after her or an explicit none.

Every reason is a normal outcome (R-131, R-259). Whether it is safe is asked of her; the program
only repeats her own number and never judges (R-224). What comes after is agreed with her (R-059).
"""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.holding import Closing, Holding, Reason
from hgkm_desktop.rules.lists import Purpose
from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import cases, holders
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_short, day_of
from hgkm_desktop.ui.forms.choices import Choices
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.views.cases.ask_her import open_ask_her
from hgkm_desktop.ui.views.cases.called import called
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.fields import DateField, Field
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.strips import Callout

FIRST_DAY = timedelta(days=14)
"""The first day to ask after her, unless she chooses another."""
A_DAY, NONE = "a day", "none"
WIDTH = 600


def open_closing(ctx: Context, page: CasePage, window: QWidget) -> None:
    """Open the form over the window; whoever was offered to somebody is handed over first."""
    holding = page.standing.holding
    if holding is None or not holding.is_open:
        return
    if holding.handover is not None:
        ctx.warn(tr("Finish the handover first, or end it."))
        return
    ClosingForm(ctx, page, holding).open(window)


class ClosingForm(FormOverlay):
    """Why, and what was agreed about afterwards; nothing is chosen beforehand."""

    def __init__(self, ctx: Context, page: CasePage, holding: Holding) -> None:
        super().__init__(
            tr("Stop standing beside {name}?").format(name=called(ctx, page.name)),
            text=tr("Every reason is fine. The door stays open."),
            accept=tr("Stop standing beside her"),
            cancel=tr("Back"),
            width=WIDTH,
        )
        self.ctx, self.page, self.standing = ctx, page, page.standing
        self.today = day_of(ctx.now())
        self.reason = Choices(_reasons(holding), tr("Why do we stop?"))
        self.after = Choices(_afterwards(), tr("Do we ask after her later?"))
        self.day = DateField(self.today + FIRST_DAY)
        self.days = muted("", wrap=True)
        self.ask = make_button(tr("Note what she says"), icon="check-square", small=True)
        told = tr("We only ask after her when she said yes to it.")
        self.first = Callout(tr("Ask her first"), told, "question", self.ask, tone="am")
        self.day_field = Field(tr("First day"), self.day)
        self._place_all()
        self.after.changed.connect(self._show_days)
        self.day.dateChanged.connect(self._show_days)
        self.ask.clicked.connect(self._on_asked)
        self._show_days()
        self.keep_at(ctx, page.name.case_id, "closing")

    def act(self) -> None:
        """Stop, when all is said."""
        reason, after = self.reason.value(), self.after.value()
        problems: dict[str, str] = {}
        if not isinstance(reason, Reason):
            problems["reason"] = tr("Choose what fits best.")
        if after is None:
            problems["after"] = tr("Choose a day to ask after her, or choose none.")
        elif after == A_DAY and self.day.value() < self.today:
            problems["day"] = tr("This day has passed.")
        if problems or not isinstance(reason, Reason):
            raise Invalid(problems)
        day = self.day.value() if after == A_DAY else None
        given = self.page.name.case_id, reason, day
        self.ctx.call(holders.close, *given, agreed_none=after == NONE, now=self.ctx.now())
        self.ctx.notify(tr("We stopped. The door stays open."))

    def _place_all(self) -> None:
        hint = tr("Does somebody else hold her? Hand over first.")
        us = self.standing.holding is not None and self.standing.holding.holder.is_us
        self.add_field("reason", Field(tr("Why do we stop?"), self.reason, hint if us else ""))
        self.add(muted(_safe_now(self.standing, self.today), wrap=True))
        self.add_field("after", Field(tr("Do we ask after her later?"), self.after))
        self.add(self.first)
        self.add_field("day", self.day_field)
        self.add(self.days)

    def _show_days(self) -> None:
        wanted, may = self.after.value() == A_DAY, self._may_ask_after()
        self.first.setVisible(wanted and not may)
        self.day_field.setVisible(wanted and may)
        self.days.setVisible(wanted and may)
        closing = Closing(Reason.MANAGES_HERSELF, self.today, self.day.value())
        self.days.setText(_later(closing.days_of_aftercare()[1:], self.today))

    def _may_ask_after(self) -> bool:
        purpose = Purpose.AFTERCARE_CHECK_IN
        answer = self.standing.consents.get((purpose, ""))
        return answer is not None and self.standing.may(purpose, self.today)

    def _on_asked(self) -> None:
        purpose = Purpose.AFTERCARE_CHECK_IN
        open_ask_her(self.ctx, self.page, purpose, self.window(), self._on_answered)

    def _on_answered(self) -> None:
        self.standing = self.ctx.call(cases.page, self.page.name.case_id).standing
        self._show_days()


def _reasons(holding: Holding) -> list[tuple[object, str]]:
    """Return every reason that can be true now: while one of us holds her, nobody else does."""
    fitting = (r for r in Reason if r is not Reason.HELD_BY_OTHERS or not holding.holder.is_us)
    return [(reason, word(reason)) for reason in fitting]


def _afterwards() -> list[tuple[object, str]]:
    return [(A_DAY, tr("Yes, on a day we agreed")), (NONE, tr("No, nothing was agreed"))]


def _safe_now(standing: Standing, today: date) -> str:
    """Return the one sentence about safety: her own number, or that she gave none."""
    hers = standing.hers()
    if not hers:
        return tr("Is it safe now? Ask her. She gave no number yet.")
    said = tr("Is it safe now? Ask her. On {day} she said {number}.")
    return said.format(day=day_in_short(hers[-1].on, today), number=hers[-1].number)


def _later(days: Sequence[date], today: date) -> str:
    said = tr(", ").join(day_in_short(day, today) for day in days)
    return tr("And after that: {days}.").format(days=said) if said else ""
