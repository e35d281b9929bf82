"""What each step of a handover asks, and what is noted when it is done."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.holding import Ending, Handover, Holding, Waiting
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import holders
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.choices import Choices
from hgkm_desktop.ui.names import inside, shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.fields import ComboField, DateField, Field
from hgkm_desktop.ui.widgets.inputs import line_edit
from hgkm_desktop.ui.widgets.labels import explain

FEEDBACK_AFTER = timedelta(days=7)
"""A week is what partners are asked to answer in, unless something else was agreed."""


class Part(QWidget):
    """A few fields and one act; `accept` is what the filled button says, empty for no button."""

    accept = ""

    def __init__(self, ctx: Context, case_id: UUID) -> None:
        super().__init__()
        self.ctx, self.case_id = ctx, case_id
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(12))

    def act(self) -> Holding:
        """Note it; return who holds her now."""
        raise NotImplementedError

    def _add(self, key: str, field: Field) -> None:
        self.fields[key] = field
        self.column.addWidget(field)


class OfferPart(Part):
    """To whom, of those she said yes to, and when they let us hear."""

    def __init__(self, ctx: Context, case_id: UUID, receivers: Sequence[str]) -> None:
        super().__init__(ctx, case_id)
        self.accept = tr("Offer")
        items = [(receiver, receiver) for receiver in receivers]
        self.to = ComboField(items, tr("Choose"))
        self.due = DateField(day_of(ctx.now()) + FEEDBACK_AFTER)
        if len(items) == 1:
            self.to.set_value(receivers[0])
        self._add("to", Field(tr("To whom?"), self.to, tr("She said yes to them.")))
        self._add("due", Field(tr("When do they let us hear?"), self.due))

    def act(self) -> Holding:
        """Offer her; nothing changes for her yet."""
        to = self.to.value()
        if not isinstance(to, str):
            raise Invalid({"to": tr("Say to whom you offer.")})
        due, now = self.due.value(), self.ctx.now()
        if due < day_of(now):
            raise Invalid({"due": tr("This day has passed.")})
        return self.ctx.call(holders.offer, self.case_id, to, due, now=now)


class AskFirstPart(Part):
    """She said yes to nobody: ask her, and note what she said."""

    asked = Signal()

    def __init__(self, ctx: Context, case_id: UUID) -> None:
        super().__init__(ctx, case_id)
        told = tr("Ask her first. She chooses who hears something about her.")
        self.column.addWidget(explain(told, wrap=True))
        self.button = make_button(tr("Note what she says"), icon="check-square")
        self.button.clicked.connect(self.asked)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)


class AcceptPart(Part):
    """Who at the partner says yes; a team alone holds nobody."""

    def __init__(self, ctx: Context, case_id: UUID, handover: Handover) -> None:
        super().__init__(ctx, case_id)
        self.accept = tr("Note the name")
        self.person = line_edit()
        self.person.setMaxLength(4 * holders.SHORT)
        asked = tr("Who at {organisation} says yes?").format(
            organisation=inside(handover.organisation)
        )
        self._add("person", Field(asked, self.person, tr("One person, not a team.")))

    def act(self) -> Holding:
        """Note the name."""
        return self.ctx.call(holders.accept, self.case_id, self.person.text(), now=self.ctx.now())


class TalkPart(Part):
    """The talk of three, or with her alone: noted when it was, never before."""

    def __init__(self, ctx: Context, case_id: UUID, handover: Handover) -> None:
        super().__init__(ctx, case_id)
        self.accept = tr("We talked together")
        told = tr("She, you and {person}. Write her questions down together first.")
        self.column.addWidget(
            explain(told.format(person=inside(shown(handover.person, ctx.veiled))), wrap=True)
        )

    def act(self) -> Holding:
        """Note that the talk took place."""
        return self.ctx.call(holders.talk, self.case_id, now=self.ctx.now())


class ConfirmPart(Part):
    """Her own yes: only now somebody else holds her."""

    def __init__(self, ctx: Context, case_id: UUID, handover: Handover) -> None:
        super().__init__(ctx, case_id)
        self.accept = tr("She says yes")
        told = tr("Ask her alone: does it feel right with {person}?")
        self.column.addWidget(
            explain(told.format(person=inside(shown(handover.person, ctx.veiled))), wrap=True)
        )

    def act(self) -> Holding:
        """Note her yes."""
        return self.ctx.call(holders.confirm, self.case_id, now=self.ctx.now())


class WaitPart(Part):
    """She waits at the partner: for what, since when, and who keeps in touch meanwhile."""

    def __init__(self, ctx: Context, case_id: UUID, known: Waiting | None) -> None:
        super().__init__(ctx, case_id)
        self.accept = tr("Save")
        self.what, self.who = line_edit(), line_edit()
        self.since = DateField(known.since if known else day_of(ctx.now()))
        for line in (self.what, self.who):
            line.setMaxLength(4 * holders.SHORT)
        if known is not None:
            self.what.setText(known.what)
            self.who.setText(known.keeps_contact)
        self._add("what", Field(tr("What does she wait for?"), self.what))
        self._add("since", Field(tr("Since when?"), self.since))
        self._add("who", Field(tr("Who keeps in touch with her?"), self.who))

    def act(self) -> Holding:
        """Note it; we go on holding her."""
        if not self.what.text().strip():
            raise Invalid({"what": tr("Say what she waits for.")})
        if not self.who.text().strip():
            raise Invalid({"who": tr("Say who keeps in touch while she waits.")})
        if self.since.value() > day_of(self.ctx.now()):
            raise Invalid({"since": tr("This day is still to come.")})
        waiting = Waiting(self.what.text(), self.since.value(), self.who.text())
        return self.ctx.call(holders.wait, self.case_id, waiting, now=self.ctx.now())


class EndPart(Part):
    """It does not go on: how it ended, nothing more; for her nothing changes."""

    def __init__(self, ctx: Context, case_id: UUID) -> None:
        super().__init__(ctx, case_id)
        self.accept = tr("Note this")
        self.how = Choices([(how, word(how)) for how in Ending], tr("What did they say?"))
        self._add("how", Field(tr("What did they say?"), self.how, tr("Nothing changes for her.")))

    def act(self) -> Holding:
        """Note how it ended."""
        how = self.how.value()
        if not isinstance(how, Ending):
            raise Invalid({"how": tr("Choose one of the three.")})
        return self.ctx.call(holders.end_handover, self.case_id, how, now=self.ctx.now())


_STEPS: tuple[Callable[[Context, UUID, Handover], Part], ...] = (AcceptPart, TalkPart, ConfirmPart)


def part_of_step(ctx: Context, case_id: UUID, handover: Handover, place: int) -> Part:
    """Return what the second, third or fourth step asks (place counts from 1)."""
    return _STEPS[place - 1](ctx, case_id, handover)
