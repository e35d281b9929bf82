"""What the next shift has to know, read and acknowledged by each (mock-up 03, Overdracht).

A note for everybody at the desk stands in the open log, so no names belong in it; one for the
confidants is sealed with their ring, together with who wrote it and when: nobody who cannot read
it speaks to them with the voice of one of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import ShiftNote, ShiftNoteRead, new_id
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.services import access
from hgkm_desktop.services.fields import clean, problem_with
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit, sealing
from hgkm_desktop.vault.directory import tampered
from hgkm_desktop.vault.sealing import CONFIDANTS, RingKey

SEALED = "shift_note", "sealed"
LONGEST = 1_000
SHOWN_FOR = timedelta(days=7)
"""After so long a hand-over note is no news; what must stay belongs elsewhere."""


@dataclass(frozen=True, repr=False)
class HandOver:
    """A note for the next shift, who read it, and whether I did."""

    id: UUID
    by: UUID
    at: datetime
    lines: tuple[str, ...]
    for_confidants: bool
    read_by: tuple[UUID, ...]
    is_read: bool


@dataclass(frozen=True, repr=False)
class _Packed:
    """What is sealed: the words, and what stands in the open beside them."""

    by: UUID
    at: datetime
    text: str


def write(session: Session, text: str, *, for_confidants: bool, now: datetime) -> UUID:
    """Leave a note for the next shift; raise Invalid for an empty or too long one."""
    actor = access.require(session, access.CONFIDANTS if for_confidants else access.DESK)
    text = clean(text)
    wrong = problem_with(text, LONGEST) if text else tr("Write something here.")
    if wrong:
        raise Invalid({"text": wrong})
    note_id = new_id()
    packed = _Packed(actor.member_id, now, text)
    sealed = _sealed(session, note_id, packed) if for_confidants else None
    open_text = "" if for_confidants else text
    note = ShiftNote(
        id=note_id, made_at=now, made_by=actor.member_id, text=open_text, sealed=sealed
    )
    session.add(note)
    session.flush()
    return note_id


def open_notes(session: Session, *, now: datetime) -> Sequence[HandOver]:
    """Return the notes of the last days this member may read, unread ones first, then newest."""
    actor = access.require(session, access.DESK)
    recent = select(ShiftNote).where(ShiftNote.made_at > now - SHOWN_FOR)
    rows = session.scalars(recent.order_by(ShiftNote.made_at.desc(), ShiftNote.id.desc())).all()
    may = actor.may(Role.CONFIDANT) and sealing.is_held(session, CONFIDANTS)
    readers = _readers(session, [row.id for row in rows])
    found = [
        _hand_over(session, row, readers.get(row.id, ()), actor.member_id)
        for row in rows
        if row.sealed is None or may
    ]
    return sorted(found, key=_unread_first)


def read(session: Session, note_id: UUID, *, now: datetime) -> None:
    """Note that this member read it; twice is once."""
    actor = access.require(session, access.DESK)
    note = session.get(ShiftNote, note_id)
    if note is None:
        raise Conflict(tr("This note is not there any more."))
    if note.sealed is not None and not actor.may(Role.CONFIDANT):
        raise access.refused()
    row = {"note_id": note_id, "member_id": actor.member_id, "read_at": now}
    session.execute(insert(ShiftNoteRead).values(row).on_conflict_do_nothing())
    audit.mention(session, Act.READ, "shift_note", note_id)


def seal_again(session: Session, old: RingKey, ring: RingKey) -> int:
    """Seal the notes for confidants with their new key; return how many."""
    count = 0
    for note in session.scalars(select(ShiftNote).where(ShiftNote.sealed.is_not(None))):
        if sealing.ring_of(note.sealed) == old.ring_id:
            plain = sealing.unseal_inside(session, CONFIDANTS, note.sealed, *SEALED, note.id)
            note.sealed = sealing.seal_inside(session, ring, plain, *SEALED, note.id)
            count += 1
    return count


def _sealed(session: Session, note_id: UUID, packed: _Packed) -> bytes:
    ring = sealing.current(session, CONFIDANTS)
    assert ring is not None, "a confidant signed in, so her ring was made"
    return sealing.seal_inside(session, ring, msgspec.json.encode(packed), *SEALED, note_id)


def _unsealed(session: Session, note: ShiftNote) -> str:
    """Return the words of a note for confidants; raise Tampered when somebody else sent it."""
    plain = sealing.unseal_inside(session, CONFIDANTS, note.sealed, *SEALED, note.id)
    packed = _DECODER.decode(plain)
    if (packed.by, packed.at) != (note.made_by, note.made_at):
        raise tampered("SN-01")
    return packed.text


def _hand_over(session: Session, note: ShiftNote, read_by: tuple[UUID, ...], me: UUID) -> HandOver:
    text = note.text
    if note.sealed is not None:
        text = _unsealed(session, note)
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    is_read = me in read_by or me == note.made_by
    sealed = note.sealed is not None
    return HandOver(note.id, note.made_by, note.made_at, lines, sealed, read_by, is_read)


def _readers(session: Session, ids: Sequence[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    rows = select(ShiftNoteRead).where(ShiftNoteRead.note_id.in_(ids))
    found: dict[UUID, tuple[UUID, ...]] = {}
    for row in session.scalars(rows.order_by(ShiftNoteRead.read_at)):
        found[row.note_id] = (*found.get(row.note_id, ()), row.member_id)
    return found


def _unread_first(note: HandOver) -> tuple[bool, float]:
    return note.is_read, -note.at.timestamp()


_DECODER = msgspec.json.Decoder(_Packed)
