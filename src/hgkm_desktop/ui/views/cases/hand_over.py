"""Handing her over in four steps, always one next step; until the last one we hold her (R-013).

Nobody lets go before somebody else really holds: offered, a name says yes, talked together, and
she says yes (R-257, R-258).
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from hgkm_desktop.rules.holding import Holding
from hgkm_desktop.rules.lists import Purpose
from hgkm_desktop.services import cases, holders
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.views.cases.ask_her import open_ask_her
from hgkm_desktop.ui.views.cases.called import called
from hgkm_desktop.ui.views.cases.hand_over_parts import (
    AskFirstPart,
    ConfirmPart,
    EndPart,
    OfferPart,
    Part,
    TalkPart,
    WaitPart,
    part_of_step,
)
from hgkm_desktop.ui.views.cases.hand_over_steps import FourSteps, current_step
from hgkm_desktop.ui.views.cases.hand_over_words import (
    dates_of,
    receivers_of,
    talked_on,
    who_holds,
)
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.strips import Banner

WIDTH = 600


def open_hand_over(ctx: Context, page: CasePage, window: QWidget) -> None:
    """Open the handover of a case over the window; one that has stopped begins again first."""
    holding = page.standing.holding
    if holding is None or not holding.is_open:
        ctx.warn(tr("This has stopped. Begin again first."))
        return
    HandOver(ctx, page, holding).open(window)


class HandOver(FormOverlay):
    """One step at a time; what else can happen on the way stands quietly under it."""

    def __init__(self, ctx: Context, page: CasePage, holding: Holding) -> None:
        title = tr("Hand over {name}").format(name=called(ctx, page.name))
        super().__init__(title, accept=tr("Offer"), cancel=tr("Back"), width=WIDTH)
        self.ctx, self.page, self.holding = ctx, page, holding
        self.case_id, self.standing = page.name.case_id, page.standing
        self.talked = talked_on(page.entries)
        self.says = Banner("")
        self.add(self.says)
        self.part: Part = self._next_part()
        self._shown: list[QWidget] = []
        self._show(self.part)

    def is_done(self) -> bool:
        """Note this step and show the next; only her own yes ends it."""
        last = isinstance(self.part, ConfirmPart)
        return self.tried(self.act) and last

    def act(self) -> None:
        """Do what the open part asks."""
        part, self.holding = self.part, self.part.act()
        self.forget_half_typed()
        if isinstance(part, TalkPart):
            self.talked = day_of(self.ctx.now())
        if isinstance(part, ConfirmPart):
            self.ctx.notify(who_holds(self.holding, self.ctx.veiled)[0])
        else:
            self._show(self._next_part())

    def complain(self, problems: Mapping[str, str]) -> None:
        """Say it at the one field there is, or under the form."""
        known = dict(problems)
        if "holding" in known and len(self.fields) == 1:
            known[next(iter(self.fields))] = known.pop("holding")
        super().complain(known)

    def reject(self) -> None:
        """Go back: from what else can happen to the steps, from the steps to the page."""
        if isinstance(self.part, (WaitPart, EndPart)):
            self.complain({})
            self._show(self._next_part())
        else:
            super().reject()

    def _next_part(self) -> Part:
        handover = self.holding.handover
        if handover is not None:
            return part_of_step(self.ctx, self.case_id, handover, current_step(handover))
        receivers = receivers_of(self.standing, day_of(self.ctx.now()))
        if receivers:
            return OfferPart(self.ctx, self.case_id, receivers)
        part = AskFirstPart(self.ctx, self.case_id)
        part.asked.connect(self._on_asked)
        return part

    def _show(self, part: Part) -> None:
        for widget in self._shown:
            widget.hide()
            widget.deleteLater()
        self.part, self.fields = part, part.fields
        said, tone = who_holds(self.holding, self.ctx.veiled)
        self.says.say(said, tone)
        self._shown = self._parts_shown(part)
        self.add(*self._shown)
        for widget in self._shown:
            widget.show()
        self.keep_at(self.ctx, self.case_id, f"hand_over/{type(part).__name__}")
        self.accept_button.setText(part.accept)
        self.accept_button.setVisible(bool(part.accept))
        self.accept_button.setEnabled(bool(part.accept))
        if self.isVisible():
            self._first_stop().setFocus()

    def _parts_shown(self, part: Part) -> list[QWidget]:
        if isinstance(part, (WaitPart, EndPart)):
            return [part]
        today = day_of(self.ctx.now())
        told = dates_of(self.holding.handover, self.talked, today, self.ctx.veiled)
        steps = FourSteps(current_step(self.holding.handover), told, part)
        aside = self._aside()
        return [steps, _row(aside)] if aside else [steps]

    def _aside(self) -> list[Button]:
        """Return what else can happen now."""
        handover = self.holding.handover
        if handover is None:
            mine = self.holding.holder.member_id == self.ctx.member.id
            return [] if mine else [_button(tr("I hold her"), "hand-heart", self._take)]
        found = [
            _button(
                tr("She is on a waiting list"),
                "hourglass-medium",
                partial(self._go_aside, waits=True),
            ),
            _button(tr("It does not go on"), "x-circle", partial(self._go_aside, waits=False)),
        ]
        if handover.feedback_on is None:
            heard = _button(tr("They let us hear"), "chat-teardrop-text", self._hear)
            found.insert(0, heard)
        return found

    def _noted(self, service: Callable[..., Holding]) -> bool:
        def act() -> None:
            self.holding = self.ctx.call(service, self.case_id, now=self.ctx.now())

        return self.tried(act)

    def _hear(self) -> None:
        if self._noted(holders.feedback):
            self._show(self._next_part())

    def _take(self) -> None:
        if self._noted(holders.take):
            self.forget_half_typed()
            self.ctx.notify(tr("You hold her now."))
            self.close_overlay()

    def _go_aside(self, *, waits: bool) -> None:
        handover = self.holding.handover
        known = handover.waiting if handover is not None else None
        waiting = WaitPart(self.ctx, self.case_id, known) if waits else None
        self._show(waiting or EndPart(self.ctx, self.case_id))

    def _on_asked(self) -> None:
        purpose = Purpose.SHARE_WITH_PARTNER
        open_ask_her(self.ctx, self.page, purpose, self.window(), self._on_answered)

    def _on_answered(self) -> None:
        self.standing = self.ctx.call(cases.page, self.case_id).standing
        self._show(self._next_part())


def _button(text: str, icon: str, act: Callable[[], None]) -> Button:
    button = make_button(text, icon=icon, small=True)
    button.clicked.connect(act)
    return button


def _row(buttons: list[Button]) -> QWidget:
    holder = QWidget()
    row = FlowLayout(8, 8)
    holder.setLayout(row)
    for button in buttons:
        row.addWidget(button)
    return holder
