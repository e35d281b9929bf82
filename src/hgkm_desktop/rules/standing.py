"""How it stands with her now: what follows from everything that was noted, in order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import singledispatch
from uuid import UUID

from hgkm_desktop import clock
from hgkm_desktop.rules.bodies import (
    Agreement,
    AskedAfter,
    Began,
    Beside,
    ClockSet,
    Consent,
    ContactAgreement,
    GuideNote,
    Held,
    Household,
    Incident,
    Note,
    Promise,
    Reached,
    Referral,
    Score,
    Situation,
)
from hgkm_desktop.rules.clocks import Clock
from hgkm_desktop.rules.contact import SafeContact
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.holding import Holding
from hgkm_desktop.rules.lists import (
    ATTENDED,
    YES,
    ConsentForm,
    GuideStep,
    NoteKind,
    Outcome,
    Purpose,
    Voice,
)

SAFE, STABLE = 6, 7
"""From 6 it is safe for now, from 7 it stays so (R-219, R-220)."""
TWICE = 2
QUARTER = timedelta(days=91)
"""After so long one looks back together; standing beside her takes one to two years (R-119)."""
Answers = dict[tuple[Purpose, str], Consent]
Steps = dict[GuideStep, list[GuideNote]]


@dataclass(repr=False)
class Standing:
    """Everything about her that holds now; lists oldest first."""

    began: Began | None = None
    beside: Beside | None = None
    holding: Holding | None = None
    contact: SafeContact | None = None
    contact_by: UUID | None = None
    household: Household = field(default_factory=Household)
    situation: Situation = field(default_factory=Situation)
    consents: Answers = field(default_factory=Answers)
    scores: list[Score] = field(default_factory=list[Score])
    clocks: dict[UUID, Clock] = field(default_factory=dict[UUID, Clock])
    promises: dict[UUID, Promise] = field(default_factory=dict[UUID, Promise])
    agreements: dict[UUID, Agreement] = field(default_factory=dict[UUID, Agreement])
    guide: Steps = field(default_factory=Steps)
    referrals: dict[UUID, Referral] = field(default_factory=dict[UUID, Referral])
    counted: set[UUID] = field(default_factory=set[UUID])
    reached: list[Reached] = field(default_factory=list[Reached])
    asked_after: dict[date, AskedAfter] = field(default_factory=dict[date, AskedAfter])
    notes: list[Entry] = field(default_factory=list[Entry])
    corrections: dict[UUID, list[Entry]] = field(default_factory=dict[UUID, list[Entry]])
    last: Entry | None = None

    def may(self, purpose: Purpose, today: date, receiver: str = "") -> bool:
        """Say whether she said yes to this, and still does (R-271)."""
        answer = self.consents.get((purpose, receiver))
        if answer is None or answer.form not in YES or answer.on > today:
            return False
        return answer.until is None or today <= answer.until

    def to_be_told(self) -> list[str]:
        """Return the receivers who must hear that she took her yes back."""
        withdrawn = (c for c in self.consents.values() if c.form is ConsentForm.WITHDRAWN)
        return [consent.receiver for consent in withdrawn if consent.receiver]

    def open_promises(self) -> list[Promise]:
        """Return what was promised and is not done, what is due first in front."""
        return sorted((p for p in self.promises.values() if p.kept is None), key=_due)

    def hers(self) -> list[Score]:
        """Return her own numbers; no other voice counts for her phase."""
        return [score for score in self.scores if score.voice is Voice.HERSELF]

    def phase(self) -> int:
        """Return 1 (first safe), 2 (staying safe) or 3 (recovery), from her own numbers only.

        Never calculated from several voices; recovery needs a seven on two days (R-219 to R-221).
        """
        hers = self.hers()
        if not hers or hers[-1].number < SAFE:
            return 1
        days = {score.on for score in hers[-TWICE:] if score.number >= STABLE}
        return 3 if len(days) >= TWICE else 2

    def aftercare(self) -> list[date]:
        """Return the planned days to ask after her that are still to come or were let pass."""
        closing = self.holding.closing if self.holding is not None else None
        planned = closing.days_of_aftercare() if closing is not None else ()
        return [day for day in planned if day not in self.asked_after]

    def reviewed_on(self) -> date | None:
        """Return when was last looked back together; standing beside her began counts too."""
        days = [clock.local(note.at).date() for note in self._reviews()]
        return max([*days, *([self.began.on] if self.began is not None else [])], default=None)

    def is_review_due(self, today: date) -> bool:
        """Say whether it is time to look back together, while we stand beside her (R-119)."""
        last, holding = self.reviewed_on(), self.holding
        is_open = holding is not None and holding.is_open
        return is_open and last is not None and last + QUARTER <= today

    def was_reviewed(self) -> bool:
        """Say whether anybody looked back with her yet."""
        return bool(self._reviews())

    def _reviews(self) -> list[Note]:
        bodies = (entry.body for entry in self.notes)
        return [body for body in bodies if isinstance(body, Note) and body.kind is NoteKind.REVIEW]

    def both_texts(self, note: Entry) -> Sequence[Entry]:
        """Return a note and what stands beside it: corrections, her own words (R-276)."""
        return [note, *self.corrections.get(note.id, [])]


def standing(entries: Iterable[Entry]) -> Standing:
    """Return how it stands, from all entries of a case, oldest first."""
    now = Standing()
    for entry in entries:
        _take_in(entry.body, now, entry)
        now.last = entry
    return now


@singledispatch
def _take_in(body: object, _now: Standing, _entry: Entry) -> None:
    raise ValueError(f"an entry nobody knows: {type(body).__name__}")


@_take_in.register
def _(body: Began, now: Standing, _entry: Entry) -> None:
    now.began = body


@_take_in.register
def _(body: Beside, now: Standing, _entry: Entry) -> None:
    now.beside = body


@_take_in.register
def _(body: Note, now: Standing, entry: Entry) -> None:
    if body.corrects is None:
        now.notes.append(entry)
    else:
        now.corrections.setdefault(body.corrects, []).append(entry)


@_take_in.register
def _(body: Reached, now: Standing, entry: Entry) -> None:
    now.reached.append(body)
    if body.outcome is Outcome.SOMEBODY_ELSE:
        _ask_again(now, clock.local(entry.made_at).date())


@_take_in.register
def _(body: Incident, now: Standing, _entry: Entry) -> None:
    _ask_again(now, body.on)


@_take_in.register
def _(body: Consent, now: Standing, _entry: Entry) -> None:
    now.consents[body.purpose, body.receiver] = body


@_take_in.register
def _(body: ContactAgreement, now: Standing, entry: Entry) -> None:
    now.contact, now.contact_by = replace(body.agreed, incident_on=None), entry.made_by


@_take_in.register
def _(body: Held, now: Standing, _entry: Entry) -> None:
    now.holding = body.now


@_take_in.register
def _(body: Score, now: Standing, _entry: Entry) -> None:
    now.scores.append(body)
    now.scores.sort(key=_score_day)


@_take_in.register
def _(body: ClockSet, now: Standing, _entry: Entry) -> None:
    now.clocks[body.id] = body.clock
    if not body.clock.days:
        del now.clocks[body.id]


@_take_in.register
def _(body: Promise, now: Standing, _entry: Entry) -> None:
    now.promises[body.id] = body


@_take_in.register
def _(body: Agreement, now: Standing, _entry: Entry) -> None:
    now.agreements[body.id] = body
    if body.ended:
        del now.agreements[body.id]


@_take_in.register
def _(body: Household, now: Standing, _entry: Entry) -> None:
    now.household = body


@_take_in.register
def _(body: Situation, now: Standing, _entry: Entry) -> None:
    now.situation = body


@_take_in.register
def _(body: GuideNote, now: Standing, _entry: Entry) -> None:
    now.guide.setdefault(body.step, []).append(body)


@_take_in.register
def _(body: Referral, now: Standing, _entry: Entry) -> None:
    now.referrals[body.id] = body
    if body.status in ATTENDED:
        now.counted.add(body.id)


@_take_in.register
def _(body: AskedAfter, now: Standing, _entry: Entry) -> None:
    now.asked_after[body.planned] = body


def _ask_again(now: Standing, on: date) -> None:
    """What was agreed before something happened does not hold until she is asked (R-285)."""
    if now.contact is not None:
        now.contact = replace(now.contact, incident_on=on)


def _due(promise: Promise) -> date:
    return promise.by or date.max


def _score_day(score: Score) -> date:
    return score.on
