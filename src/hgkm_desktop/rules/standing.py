"""How it stands with her now: what follows from everything that was noted, in order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from hgkm_desktop.rules.clocks import Clock
from hgkm_desktop.rules.contact import SafeContact
from hgkm_desktop.rules.entries import (
    Began,
    ClockSet,
    Consent,
    ConsentForm,
    ContactAgreement,
    Entry,
    Held,
    Household,
    Note,
    Promise,
    Purpose,
    Score,
)
from hgkm_desktop.rules.holding import Holding

SAFE, STABLE = 6, 7
"""From 6 it is safe for now, from 7 it stays so (R-219, R-220)."""
TWICE = 2


@dataclass(repr=False)
class Standing:
    """Everything about her that holds now; the notes themselves oldest first."""

    began: Began | None = None
    holding: Holding | None = None
    contact: SafeContact | None = None
    household: Household = field(default_factory=Household)
    consents: dict[tuple[Purpose, str], Consent] = field(
        default_factory=dict[tuple[Purpose, str], Consent]
    )
    scores: list[Score] = field(default_factory=list[Score])
    clocks: dict[UUID, Clock] = field(default_factory=dict[UUID, Clock])
    promises: dict[UUID, Promise] = field(default_factory=dict[UUID, Promise])
    notes: list[Entry] = field(default_factory=list[Entry])
    corrections: dict[UUID, list[Entry]] = field(default_factory=dict[UUID, list[Entry]])
    last_at: datetime | None = None

    def may(self, purpose: Purpose, today: date, receiver: str = "") -> bool:
        """Say whether she said yes to this, and still does (R-271)."""
        answer = self.consents.get((purpose, receiver))
        if answer is None or answer.form not in (ConsentForm.ORAL, ConsentForm.WRITTEN):
            return False
        return answer.until is None or answer.on <= today <= answer.until

    def to_be_told(self) -> list[str]:
        """Return the receivers who must hear that she took her yes back."""
        withdrawn = (c for c in self.consents.values() if c.form is ConsentForm.WITHDRAWN)
        return [consent.receiver for consent in withdrawn if consent.receiver]

    def open_promises(self, today: date) -> list[Promise]:
        """Return what was promised and is not done, the longest overdue first."""
        waiting = (p for p in self.promises.values() if p.kept is None)
        return sorted(waiting, key=_due)

    def phase(self) -> int:
        """Return 1 (first safe), 2 (staying safe) or 3 (recovery), from her own numbers only.

        Never calculated from several voices; recovery needs a seven on two days (R-219 to R-221).
        """
        hers = [score for score in self.scores if score.voice.value == "herself"]
        if not hers or hers[-1].number < SAFE:
            return 1
        days = {score.on for score in hers[-TWICE:] if score.number >= STABLE}
        return 3 if len(days) >= TWICE else 2


def standing(entries: Iterable[Entry]) -> Standing:
    """Return how it stands, from all entries of a case, oldest first."""
    now = Standing()
    for entry in entries:
        _take_in(now, entry)
        now.last_at = entry.made_at
    return now


def _take_in(now: Standing, entry: Entry) -> None:
    body = entry.body
    match body:
        case Note():
            _take_note(now, entry, body)
        case Held():
            now.holding = body.now
        case ContactAgreement():
            now.contact = body.agreed
        case Consent():
            now.consents[body.purpose, body.receiver] = body
        case Household():
            now.household = body
        case _:
            _take_small(now, body)


def _take_small(now: Standing, body: object) -> None:
    match body:
        case Began():
            now.began = body
        case Score():
            now.scores.append(body)
        case ClockSet():
            now.clocks[body.id] = body.clock
            if not body.clock.days:
                del now.clocks[body.id]
        case Promise():
            now.promises[body.id] = body
        case _:
            raise ValueError("an entry nobody knows")


def _take_note(now: Standing, entry: Entry, note: Note) -> None:
    if note.corrects is None:
        now.notes.append(entry)
    else:
        now.corrections.setdefault(note.corrects, []).append(entry)


def both_texts(now: Standing, entry: Entry) -> Sequence[Entry]:
    """Return a note and what stands beside it: corrections, her own words."""
    return [entry, *now.corrections.get(entry.id, [])]


def _due(promise: Promise) -> date:
    return promise.by or date.max
