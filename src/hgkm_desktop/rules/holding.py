"""Who holds her: exactly one, at every moment, until another has really taken over (R-013).

A handover is offered, accepted by a named person, talked over together, and confirmed by her
(R-257, R-258). Until the last step the old holder stays, whatever happens in between.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum, auto
from uuid import UUID

from hgkm_desktop.errors import Invalid
from hgkm_desktop.texts import tr

AFTERCARE = (91, 182, 365)
"""Days after stopping on which somebody asks after her, the first day apart (R-059)."""


class State(StrEnum):
    """Where she stands in the list, the most urgent first."""

    NOBODY = auto()
    OFFERED = auto()
    US = auto()
    PARTNER = auto()
    CLOSED = auto()


class Step(StrEnum):
    """How far a handover is."""

    OFFERED = auto()
    ACCEPTED = auto()
    TALKED = auto()


class Ending(StrEnum):
    """How a handover ended that did not lead to another holder."""

    REFUSED = auto()
    NOT_AVAILABLE = auto()
    WITHDRAWN = auto()


class Reason(StrEnum):
    """Why we stop standing beside her; every one of them is a normal outcome (R-131, R-259)."""

    HELD_BY_OTHERS = auto()
    MANAGES_HERSELF = auto()
    NO_HELP_WANTED_NOW = auto()
    RETURNED_HOME = auto()
    MOVED_AWAY = auto()


@dataclass(frozen=True, repr=False)
class Holder:
    """One organisation and one named person; an empty organisation is our own."""

    organisation: str
    person: str
    member_id: UUID | None = None

    @property
    def is_us(self) -> bool:
        """Whether one of us holds her."""
        return not self.organisation


@dataclass(frozen=True, repr=False)
class Waiting:
    """She is on a list somewhere: for what, since when, and who keeps in touch meanwhile."""

    what: str
    since: date
    keeps_contact: str


@dataclass(frozen=True, repr=False)
class Handover:
    """An offer to another holder, and how far it is."""

    organisation: str
    since: datetime
    step: Step = Step.OFFERED
    person: str = ""
    feedback_due: date | None = None
    feedback_on: date | None = None
    waiting: Waiting | None = None

    def days_late(self, today: date) -> int:
        """Return how many days their answer is overdue, 0 when it is not (R-021)."""
        if self.feedback_due is None or self.feedback_on is not None:
            return 0
        return max(0, (today - self.feedback_due).days)


@dataclass(frozen=True, repr=False)
class Closing:
    """Why it stopped, who is there for her, and when we ask after her (None: agreed not to)."""

    reason: Reason
    on: date
    follow_up: date | None = None

    def days_of_aftercare(self) -> tuple[date, ...]:
        """Return when we ask after her, counted from the first day agreed with her (R-059).

        The first day, then a quarter, half a year and a year after we stopped.
        """
        if self.follow_up is None:
            return ()
        later = (self.on + timedelta(days=days) for days in AFTERCARE)
        return (self.follow_up, *(day for day in later if day > self.follow_up))


@dataclass(frozen=True, repr=False)
class Holding:
    """Who holds her now, and what is under way. Every act gives a new one, or raises Invalid."""

    holder: Holder
    since: datetime
    handover: Handover | None = None
    closing: Closing | None = None

    @property
    def is_open(self) -> bool:
        """Whether we still stand beside her."""
        return self.closing is None

    def state(self, ours: Collection[UUID]) -> State:
        """Return where she stands, given who of us can still hold somebody: her confidants."""
        if self.closing is not None:
            return State.CLOSED
        if self.handover is not None:
            return State.OFFERED
        if not self.holder.is_us:
            return State.PARTNER
        return State.US if self.holder.member_id in ours else State.NOBODY

    def offer(self, organisation: str, at: datetime, feedback_due: date) -> "Holding":
        """Offer her to a partner, who answers before a date."""
        self._must_be_open()
        if self.handover is not None:
            raise _wrong(tr("She was offered to somebody already."))
        if not organisation.strip():
            raise _wrong(tr("Say to whom you offer."))
        if feedback_due < at.date():
            raise _wrong(tr("This day has passed."))
        return replace(self, handover=Handover(organisation, at, feedback_due=feedback_due))

    def accept(self, person: str, on: date) -> "Holding":
        """Note who at the partner said yes; a team without a name cannot hold anybody."""
        if not person.strip():
            raise _wrong(tr("Say who takes over. A team alone is not enough."))
        under_way = self._under_way(Step.OFFERED)
        return self._go_on(replace(under_way, step=Step.ACCEPTED, person=person, feedback_on=on))

    def talk(self) -> "Holding":
        """Note that the three of you talked together; without it nothing is handed over."""
        return self._go_on(replace(self._under_way(Step.ACCEPTED), step=Step.TALKED))

    def confirm(self, at: datetime) -> "Holding":
        """Note that she says: yes, this person. Only now the holder changes."""
        done = self._under_way(Step.TALKED)
        return Holding(Holder(done.organisation, done.person), at)

    def wait(self, waiting: Waiting) -> "Holding":
        """Note that the partner has a waiting list; we hold her meanwhile."""
        if not waiting.keeps_contact.strip():
            raise _wrong(tr("Say who keeps in touch while she waits."))
        return self._go_on(replace(self._under_way(), waiting=waiting))

    def end_handover(self, _how: Ending) -> "Holding":
        """Note that it does not go on; the holder was and stays the same."""
        self._under_way()
        return replace(self, handover=None)

    def hear(self, on: date) -> "Holding":
        """Note that they let us hear; nothing else changes (R-021)."""
        return self._go_on(replace(self._under_way(), feedback_on=on))

    def take(self, holder: Holder, at: datetime) -> "Holding":
        """Let one of us take her over: from a colleague, or back from a partner."""
        self._must_be_open()
        if not holder.person.strip() or not holder.is_us:
            raise _wrong(tr("Say who of us it is."))
        if self.handover is not None:
            raise _wrong(tr("End the offer first."))
        return Holding(holder, at)

    def close(
        self, reason: Reason, on: date, follow_up: date | None, *, agreed_none: bool
    ) -> "Holding":
        """Stop standing beside her: with a reason, and a day to ask after her or an explicit no."""
        self._must_be_open()
        if self.handover is not None:
            raise _wrong(tr("Finish the handover first, or end it."))
        if reason is Reason.HELD_BY_OTHERS and self.holder.is_us:
            raise _wrong(tr("One of us holds her. Hand over first."))
        if follow_up is None and not agreed_none:
            raise _wrong(tr("Choose a day to ask after her, or choose none."))
        if follow_up is not None and follow_up < on:
            raise _wrong(tr("This day has passed."))
        return replace(self, closing=Closing(reason, on, follow_up))

    def reopen(self, holder: Holder, at: datetime) -> "Holding":
        """Begin again where it stopped; no reason is asked (R-259)."""
        if self.is_open:
            raise _wrong(tr("It never stopped."))
        return Holding(holder, at)

    def _must_be_open(self) -> None:
        if not self.is_open:
            raise _wrong(tr("This has stopped. Begin again first."))

    def _under_way(self, step: Step | None = None) -> Handover:
        self._must_be_open()
        if self.handover is None:
            raise _wrong(tr("She was not offered to anybody."))
        if step is not None and self.handover.step is not step:
            raise _wrong(tr("Something comes before this step."))
        return self.handover

    def _go_on(self, handover: Handover) -> "Holding":
        return replace(self, handover=handover)


def begin(holder: Holder, at: datetime) -> Holding:
    """Return how it begins: one of us holds her, from the first moment."""
    return Holding(holder, at)


def _wrong(sentence: str) -> Invalid:
    return Invalid({"holding": sentence})
