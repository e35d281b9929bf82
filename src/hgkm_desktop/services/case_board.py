"""What the coordinator sees of a case: code, status, holder, confidants, dates, and nothing else.

Whoever holds the case's key seals it for the coordinators, signs it with that key, and numbers it:
an older board that is put back is noticed through the log (SECURITY.md, Log).
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

import msgspec
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.models import AuditLine, Case, CaseEntry
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.rules.holding import State
from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.services import access, case_key
from hgkm_desktop.services.case_name import CaseName, name_with
from hgkm_desktop.vault import audit, case_ring, sealing
from hgkm_desktop.vault.case_ring import CaseKey, CaseRing
from hgkm_desktop.vault.directory import tampered
from hgkm_desktop.vault.envelope import NotAuthentic

BOARD = "case_record", "board"
WRITTEN = "case_board"


@dataclass(frozen=True, repr=False)
class BoardRow:
    """One case on the coordinator's board."""

    case_id: UUID
    code: str
    state: State
    organisation: str
    person: str
    since: date
    began_on: date | None
    last_on: date | None
    feedback_due: date | None
    waiting_since: date | None
    confidants: tuple[UUID, ...] = ()


def put(session: Session, key: CaseKey, *, now: datetime) -> None:
    """Write the board anew from how it stands; nothing happens while there is no coordinator."""
    ring = sealing.current(session, sealing.COORDINATION)
    if ring is None:
        return
    record = session.get_one(Case, key.ring.case_id)
    found = case_key.stands(session, key)
    row = _row(found, name_with(session, key), key.ring)
    number = _times_written(session, record.id) + 1
    body = {"kind": "board", "row": msgspec.json.encode(row).decode(), "number": number}
    signed = case_ring.sign_with(key, body)
    record.board = sealing.seal_for(ring, signed, *BOARD, record.id)
    session.flush()
    audit.mention(session, Act.CHANGE, WRITTEN, record.id)


def board(session: Session) -> Sequence[BoardRow]:
    """Return every case as coordinators see it, what needs somebody first.

    Raise Tampered for a board that somebody else wrote, or an older one that was put back.
    """
    access.require(session, access.COORDINATORS)
    records = session.scalars(select(Case).where(Case.board.is_not(None))).all()
    newest = select(CaseEntry.case_id, func.max(CaseEntry.made_at)).group_by(CaseEntry.case_id)
    last = {case_id: clock.local(at).date() for case_id, at in session.execute(newest)}
    rows = (replace(_read(session, record), last_on=last.get(record.id)) for record in records)
    return sorted(rows, key=_most_urgent)


def missing(session: Session) -> bool:
    """Say whether a case of mine is not on the coordinators' board yet."""
    ids = [ring.case_id for ring in case_key.mine(session)]
    without = select(Case.id).where(Case.id.in_(ids), Case.board.is_(None))
    has_ring = sealing.current(session, sealing.COORDINATION) is not None
    return has_ring and session.scalars(without.limit(1)).first() is not None


def fill(session: Session, *, now: datetime) -> int:
    """Put my cases on the board that are not there yet; return how many."""
    if not missing(session):
        return 0
    count = 0
    for ring in case_key.mine(session):
        if session.get_one(Case, ring.case_id).board is None:
            put(session, case_ring.key_of(session, ring), now=now)
            count += 1
    return count


def start(session: Session, *, now: datetime) -> None:
    """Make the coordinators' ring, or give it to a coordinator who has none yet."""
    actor = access.require(session, access.COORDINATORS)
    signer = sealing.as_member(actor)
    ring = sealing.current(session, sealing.COORDINATION)
    if ring is None:
        secret, serial = os.urandom(32), actor.directory.serial
        ring = sealing.create(session, sealing.COORDINATION, secret, signer, serial, now=now)
    elif actor.member_id not in sealing.holders(session, ring.ring_id):
        return
    else:
        secret = sealing.secret_of(session, ring.ring_id)
    held = sealing.holders(session, ring.ring_id)
    for certificate in actor.directory.with_role(Role.COORDINATOR):
        if certificate.member_id not in held:
            who = certificate.member_id, certificate.x
            sealing.grant(session, ring, secret, *who, signer, now)


def _row(found: Standing, name: CaseName, ring: CaseRing) -> BoardRow:
    holding = found.holding
    assert holding is not None
    handover, closing = holding.handover, holding.closing
    waiting = handover.waiting if handover is not None else None
    return BoardRow(
        ring.case_id,
        name.code,
        holding.state(ring.members),
        handover.organisation if handover is not None else holding.holder.organisation,
        holding.holder.person,
        clock.local(holding.since).date() if closing is None else closing.on,
        found.began.on if found.began is not None else None,
        None,
        handover.feedback_due if handover is not None and not handover.feedback_on else None,
        waiting.since if waiting is not None else None,
    )


def _read(session: Session, record: Case) -> BoardRow:
    ring = case_ring.current(session, record.id)
    plain = sealing.unseal(session, sealing.COORDINATION, record.board, *BOARD, record.id)
    try:
        if ring is None:
            raise NotAuthentic
        body = case_ring.signed_with(ring, plain)
        row = msgspec.json.decode(str(body["row"]), type=BoardRow)
        if (body["kind"], row.case_id) != ("board", record.id):
            raise NotAuthentic
        if int(body["number"]) != _times_written(session, record.id):
            raise NotAuthentic
    except (NotAuthentic, KeyError, ValueError, TypeError) as error:
        raise tampered("BO-01") from error
    return replace(row, confidants=ring.members)


def _times_written(session: Session, case_id: UUID) -> int:
    """Return how often the log knows that this board was written."""
    lines = select(func.count()).select_from(AuditLine)
    return session.scalar(lines.where(AuditLine.record_id == case_id, _WRITTEN)) or 0


_WRITTEN = text("kind IN ('case_board', 'case_entry') AND kind = 'case_board'")
"""The first half is word for word the condition of the index ix_audit_line_case."""


def _most_urgent(row: BoardRow) -> tuple[int, date]:
    return list(State).index(row.state), row.since
