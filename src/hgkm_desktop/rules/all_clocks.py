"""Everything around her that ends, in one row: what the law ends, what she said yes to, promises.

Only a restraining order and a time-out place are noted as clocks. The others follow from what was
agreed, so that nobody has to set them. What happens that day and who is there then can be noted
of every one of them: it is kept as a clock under an id that follows from what ends.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from hgkm_desktop import clock
from hgkm_desktop.rules.bodies import Consent, Promise
from hgkm_desktop.rules.clocks import MOST, Clock, Kind, Stage
from hgkm_desktop.rules.contact import GOOD_FOR, SafeContact
from hgkm_desktop.rules.entries import named_id
from hgkm_desktop.rules.lists import YES, Purpose
from hgkm_desktop.rules.standing import Standing

LINGERS = timedelta(days=30)
"""So long an answer that ran out is still told; what the law ends stays until it is put away."""
CONTACT_ID = named_id(b"clock of the contact agreement")


@dataclass(frozen=True, repr=False)
class Running:
    """One thing that ends, or has ended and asks to be looked at.

    `source` is the id under which `clock_set` keeps it. `promise` and `consent` say what it
    follows from, None for what is a clock of itself.
    """

    clock: Clock
    stage: Stage
    source: UUID
    consent: Consent | None = None
    promise: Promise | None = None

    @property
    def kind(self) -> Kind:
        """What it is of."""
        return self.clock.kind

    @property
    def ends(self) -> datetime:
        """When it ends; what ends with a day ends at midnight."""
        return self.clock.ends

    @property
    def last_day(self) -> date:
        """The last day on which it holds, as people in Amsterdam say it."""
        return clock.local(self.ends - timedelta(microseconds=1)).date()

    @property
    def then(self) -> str:
        """What happens that day, as somebody wrote it."""
        return self.clock.then

    @property
    def who(self) -> str:
        """Who is there then, as somebody wrote it."""
        return self.clock.who

    @property
    def is_of_the_law(self) -> bool:
        """Whether its length is bound, and it is put away by hand."""
        return self.kind in MOST

    def days_left(self, now: datetime) -> int:
        """Return how many days are left, 0 on the last one."""
        return max(0, (self.last_day - clock.local(now).date()).days)

    def share(self, now: datetime) -> float:
        """Return which part has passed, from 0 to 1."""
        whole = (self.ends - self.clock.starts).total_seconds()
        passed = (now - self.clock.starts).total_seconds()
        return min(max(passed / whole, 0.0), 1.0) if whole > 0 else 1.0


def clocks_of(standing: Standing, now: datetime) -> list[Running]:
    """Return everything that ends, what ends first in front."""
    found = [*_of_the_law(standing, now), *_derived(standing, now)]
    return sorted(found, key=_end)


def ends_soon(standing: Standing, now: datetime) -> int:
    """Return how many of them end soon or have ended: the number that asks to be looked at."""
    return sum(each.stage is not Stage.RUNNING for each in clocks_of(standing, now))


def consent_id(purpose: Purpose, receiver: str) -> UUID:
    """Return the id under which it is kept what happens when this answer runs out."""
    return named_id(b"clock of a consent" + purpose.encode() + b"\0" + receiver.encode())


def promise_id(promise: UUID) -> UUID:
    """Return the id under which it is kept who watches over a promise."""
    return named_id(b"clock of a promise" + promise.bytes)


def _of_the_law(standing: Standing, now: datetime) -> Iterator[Running]:
    for known, running in standing.clocks.items():
        if running.kind in MOST:
            yield Running(running, running.stage(now), known)


def _derived(standing: Standing, now: datetime) -> Iterator[Running]:
    made = (*_contact(standing, now), *_consents(standing, now), *_promises(standing, now))
    for each in made:
        told = standing.clocks.get(each.source)
        if told is None:
            yield each
        else:
            yield replace(
                each, clock=replace(each.clock, then=told.then or each.then, who=told.who)
            )


def _contact(standing: Standing, now: datetime) -> Iterator[Running]:
    agreed = standing.contact
    if agreed is None or agreed.checked_on is None or not agreed.channels:
        return
    since, last = agreed.checked_on, _last_day(agreed, agreed.checked_on)
    running = _by_days(Kind.CONTACT, since, last)
    today = clock.local(now).date()
    if agreed.incident_on is not None or since > today:
        yield Running(running, Stage.ENDED, CONTACT_ID)
    elif running.ends + LINGERS > now:
        yield Running(running, running.stage(now), CONTACT_ID)


def _last_day(agreed: SafeContact, checked: date) -> date:
    """Return until when it holds: a month after it was asked, or earlier as agreed (R-285)."""
    month = checked + GOOD_FOR
    return month if agreed.until is None else min(agreed.until, month)


def _consents(standing: Standing, now: datetime) -> Iterator[Running]:
    for (purpose, receiver), answer in standing.consents.items():
        if answer.form not in YES or answer.until is None:
            continue
        running = _by_days(Kind.CONSENT, answer.on, answer.until)
        if running.ends + LINGERS > now:
            source = consent_id(purpose, receiver)
            yield Running(running, running.stage(now), source, consent=answer)


def _promises(standing: Standing, now: datetime) -> Iterator[Running]:
    """Return the promises with a day; `otherwise` says what happens when it is not kept."""
    for promise in standing.open_promises():
        if promise.by is not None:
            running = replace(
                _by_days(Kind.PROMISE, promise.by, promise.by), then=promise.otherwise
            )
            yield Running(running, running.stage(now), promise_id(promise.id), promise=promise)


def _by_days(kind: Kind, first: date, last: date) -> Clock:
    """Return a clock from the beginning of one day to the end of another."""
    days = max(1, (last - first).days + 1)
    return Clock(kind, clock.at(first, time.min), days)


def _end(running: Running) -> tuple[datetime, str]:
    return running.ends, str(running.source)
