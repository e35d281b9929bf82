"""Standing beside somebody: opening, noting, reading. What is here opens for her confidants only.

Whoever is not beside her learns nothing, not even that she exists (R-075): every refusal has the
same words, and nothing about her is looked for by anything but her ring.
"""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Case, CaseEntry, new_id
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules import entries, holding
from hgkm_desktop.rules.entries import Began, Body, Consent, ConsentForm, Entry, Held, Purpose
from hgkm_desktop.services import access, case_rings, direct
from hgkm_desktop.services.fields import one_line, problem_with_name
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit, sealing

NAMED = "case_record", "sealed"
ENTRY = "case_entry", "sealed"
BOARD = "case_record", "board"
CODES = 10_000


@dataclass(frozen=True, repr=False)
class Candidate:
    """Somebody who may stand beside her, and whether she knows her or her family in private."""

    member_id: UUID
    knows_her: bool | None


@dataclass(frozen=True, repr=False)
class NewCase:
    """What it takes to begin: an alias, who stands beside her, and her yes to notes."""

    alias: str
    candidates: tuple[Candidate, ...]
    consent: Consent | None
    began: Began


@dataclass(frozen=True, repr=False)
class CaseName:
    """How a case is called: a code of chance, and perhaps an alias."""

    case_id: UUID
    code: str
    alias: str


def open_case(session: Session, new: NewCase, *, now: datetime) -> UUID:
    """Begin standing beside her; return the case's id.

    Only candidates who said "no, I do not know her" get a key (R-215). Raise Invalid without
    consent for notes, or when whoever opens it knows her.
    """
    actor = access.require(session, access.CONFIDANTS)
    alias = one_line(new.alias)
    _refuse_unless_right(new, alias, actor.member_id)
    others = [c.member_id for c in new.candidates if c.knows_her is False]
    case_id = new_id()
    ring = case_rings.start(session, case_id, others, now=now)
    code = f"BL-{secrets.randbelow(CODES):04d}"
    plain = json.dumps({"code": code, "alias": alias}).encode()
    case = Case(id=case_id, made_at=now, sealed=b"")
    case.sealed = sealing.seal_inside(session, ring, plain, *NAMED, case_id)
    session.add(case)
    session.flush()
    held = Held(holding.begin(actor.name, now), "begin")
    for body in (new.began, new.consent, held):
        if body is not None:
            note(session, case_id, body, now=now)
    return case_id


def note(session: Session, case_id: UUID, body: Body, *, now: datetime) -> UUID:
    """Add something to a case; return the entry's id. Nothing that stands there is changed."""
    actor = access.require(session, access.CONFIDANTS)
    ring = case_rings.ring_of(session, case_id)
    entry_id = new_id()
    plain = entries.pack(body, actor.member_id)
    sealed = sealing.seal_inside(session, ring, plain, *ENTRY, entry_id, case_id)
    direct.insert(session, CaseEntry(id=entry_id, case_id=case_id, made_at=now, sealed=sealed))
    return entry_id


def mine(session: Session) -> Sequence[CaseName]:
    """Return the cases this member stands beside, by alias and code."""
    ids = case_rings.mine(session)
    rows = session.scalars(select(Case).where(Case.id.in_(ids)))
    return sorted((_named(session, row) for row in rows), key=_by_name)


def name_of(session: Session, case_id: UUID) -> CaseName:
    """Return how a case is called; raise Forbidden for whoever has no part in it."""
    access.require(session, access.CONFIDANTS)
    case_rings.ring_of(session, case_id)
    return _named(session, session.get_one(Case, case_id))


def read(session: Session, case_id: UUID) -> Sequence[Entry]:
    """Return everything of a case, oldest first; it is noted who looked."""
    access.require(session, access.CONFIDANTS)
    case_rings.ring_of(session, case_id)
    audit.mention(session, Act.READ, "case_record", case_id)
    return entries_of(session, case_id)


def entries_of(session: Session, case_id: UUID) -> Sequence[Entry]:
    """Return everything of a case without noting it (search, lists)."""
    name = case_rings.name_of(case_id)
    rows = session.execute(
        select(CaseEntry.id, CaseEntry.made_at, CaseEntry.sealed)
        .where(CaseEntry.case_id == case_id)
        .order_by(CaseEntry.made_at, CaseEntry.id)
    )
    return [
        entries.unpack(
            entry_id,
            made_at,
            sealing.unseal(session, name, sealed, *ENTRY, entry_id, case_id),
        )
        for entry_id, made_at, sealed in rows
    ]


def may_note(found: Sequence[Entry], today: date) -> bool:
    """Say whether her yes to notes still stands (R-271)."""
    answers = [e.body for e in found if isinstance(e.body, Consent)]
    about_notes = [a for a in answers if a.purpose is Purpose.NOTES]
    if not about_notes:
        return False
    last = about_notes[-1]
    said_yes = last.form in (ConsentForm.ORAL, ConsentForm.WRITTEN)
    return said_yes and (last.until is None or today <= last.until)


def _refuse_unless_right(new: NewCase, alias: str, opener: UUID) -> None:
    problems: dict[str, str | None] = {}
    if alias:
        problems["alias"] = problem_with_name(alias)
    consent = new.consent
    said_yes = consent is not None and consent.form in (ConsentForm.ORAL, ConsentForm.WRITTEN)
    if consent is None or consent.purpose is not Purpose.NOTES or not said_yes:
        problems["consent"] = tr("Ask her first whether you may make notes.")
    answers = {candidate.member_id: candidate.knows_her for candidate in new.candidates}
    if answers.get(opener) is not False:
        problems["candidates"] = tr("Whoever knows her in private does not stand beside her.")
    if found := {place: wrong for place, wrong in problems.items() if wrong}:
        raise Invalid(found)


def _named(session: Session, case: Case) -> CaseName:
    name = case_rings.name_of(case.id)
    plain = json.loads(sealing.unseal(session, name, case.sealed, *NAMED, case.id))
    return CaseName(case.id, plain["code"], plain["alias"])


def _by_name(case: CaseName) -> tuple[bool, str, str]:
    return (not case.alias, case.alias.casefold(), case.code)
