"""Gathering what a member may find: unsealed once, in memory, and only what is hers.

A case that did not change since the last time is kept as it was read. Nothing is looked for by
anything but the rings this member holds, and nothing is noted in the log: whoever opens a hit is.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from operator import attrgetter
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hgkm_desktop import texts
from hgkm_desktop.models import (
    Case,
    CaseEntry,
    InformationSession,
    Partner,
    PartnerPerson,
    WalkIn,
)
from hgkm_desktop.models.codes import HarmKind
from hgkm_desktop.models.labels import label
from hgkm_desktop.rules.session_words import name_of
from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services import access, case_key, finding_words, rings, sheets
from hgkm_desktop.services.cases import OPENERS, page_with
from hgkm_desktop.services.finding import (
    APPOINTMENTS,
    CASES,
    EMPTY,
    SESSIONS,
    VISITS,
    Index,
    Kind,
    Known,
    OpenCase,
    OpenSheet,
    OpenVisit,
    Text,
    deed,
)
from hgkm_desktop.services.information_sessions import ShowSession
from hgkm_desktop.services.partners import ShowPartner
from hgkm_desktop.services.search import fold
from hgkm_desktop.sheets import library
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import case_ring, sealing
from hgkm_desktop.vault.actor import actor_of
from hgkm_desktop.vault.case_ring import CaseKey

MOST_SESSIONS = 1_000
"""More of them are years ago; the page of sessions finds those."""


def gather(session: Session, before: Index = EMPTY) -> Index:
    """Return what this member may find, real questions apart; what did not change is kept."""
    actor = actor_of(session)
    known = _cases(session, before) if actor.may(*access.CONFIDANTS) else {}
    newest = _newest_first(known.values())
    titles = _sheets(session) if actor.may(*access.DESK) else ()
    directory = _partners(session) if actor.may(*access.DESK) else ()
    deeds = [deed(VISITS, tr("New visit"), is_new=True)] if actor.may(*access.DESK) else []
    held = _sessions(session) if actor.may(*access.DESK) else ()
    if actor.may(*access.EDITORS):
        deeds.append(deed(SESSIONS, tr("New session"), is_new=True))
    if actor.may(*OPENERS):
        deeds.append(deed(CASES, tr("Begin with somebody"), is_new=True))
    if actor.may(*access.CONFIDANTS):
        deeds.append(deed(APPOINTMENTS, tr("New appointment"), is_new=True))
    return Index(known, newest, before.questions, directory, titles, held, tuple(deeds))


def with_questions(session: Session, index: Index) -> Index:
    """Return the index with the real questions of visits, for who holds the confidants' ring."""
    if not actor_of(session).may(*access.CONFIDANTS) or not rings.is_held(session):
        return replace(index, questions=())
    known = {text.seal: text for text in index.questions}
    columns = select(WalkIn.id, WalkIn.version, WalkIn.happened_at, WalkIn.sealed)
    newest = columns.where(WalkIn.sealed.is_not(None), WalkIn.deleted_at.is_(None))
    found = [
        known.get((walk_in_id, version)) or _question(session, walk_in_id, version, at, sealed)
        for walk_in_id, version, at, sealed in session.execute(newest)
    ]
    found.sort(key=attrgetter("at"), reverse=True)
    return replace(index, questions=tuple(found))


def _newest_first(cases: Iterable[Known]) -> tuple[tuple[UUID, Text], ...]:
    noted = [(case.name.case_id, text) for case in cases for text in case.texts]
    return tuple(sorted(noted, key=_moment, reverse=True))


def _moment(noted: tuple[UUID, Text]) -> datetime:
    at = noted[1].at
    assert at is not None
    return at


def _cases(session: Session, before: Index) -> dict[UUID, Known]:
    found: dict[UUID, Known] = {}
    for ring in case_key.mine(session):
        key, old = case_ring.key_of(session, ring), before.cases.get(ring.case_id)
        seal = _seal(session, key)
        found[ring.case_id] = old if old and old.seal == seal else _known(session, key, seal)
    return found


def _seal(session: Session, key: CaseKey) -> object:
    """Return what changes whenever anything of a case does."""
    case_id = key.ring.case_id
    version = select(Case.version).where(Case.id == case_id)
    many = select(func.count()).select_from(CaseEntry).where(CaseEntry.case_id == case_id)
    return key.ring.key.ring_id, session.scalar(version), session.scalar(many)


def _known(session: Session, key: CaseKey, seal: object) -> Known:
    page = page_with(session, key)
    name, found = page.name, page.standing
    found.last = None
    if found.contact is not None:
        found.contact = replace(found.contact, number="", code_word="")
    folded = fold(f"{name.alias} {name.code} {name.code.replace('-', '')}")
    noted = [_text(name.case_id, said) for said in finding_words.said(page.entries)]
    everything = "\n".join(text.folded for text in noted)
    return Known(name, found, key.ring.members, folded, tuple(noted), everything, seal)


def _text(case_id: UUID, said: finding_words.Said) -> Text:
    target = OpenCase(case_id, said.entry_id)
    return Text(Kind.CASE, target, said.words, fold(" ".join(said.words)), said.about, said.at)


def _question(
    session: Session, walk_in_id: UUID, version: int, at: datetime, sealed: bytes | None
) -> Text:
    plain = sealing.unseal(session, sealing.CONFIDANTS, sealed, *rings.QUESTION, walk_in_id)
    data = json.loads(plain)
    harm = [label(HarmKind(code)) for code in data["harm"]]
    words = tuple(each for each in (data["own_words"], data["question"], *harm) if each)
    target, about = OpenVisit(walk_in_id), tr("Real question")
    seal = walk_in_id, version
    return Text(Kind.VISIT, target, words, fold(" ".join(words)), about, at, seal)


def _partners(session: Session) -> tuple[Text, ...]:
    """Return the directory, with who is known there: two keys from anywhere to a line (R-124)."""
    faces: dict[UUID, PartnerPerson] = {}
    for person in session.scalars(select(PartnerPerson).where(PartnerPerson.is_fixed)):
        if person.until is None:
            faces[person.partner_id] = person
    rows = session.scalars(select(Partner).where(Partner.ended_on.is_(None)).order_by(Partner.name))
    return tuple(_partner(row, faces.get(row.id)) for row in rows)


def _partner(partner: Partner, face: PartnerPerson | None) -> Text:
    number = (face.direct_number if face is not None else "") or partner.general_number
    person = face.name if face is not None else ""
    about = " · ".join(part for part in (person, number) if part)
    target, folded = ShowPartner(partner.id), fold(f"{partner.name} {person}")
    return Text(Kind.PARTNER, target, (partner.name,), folded, about)


def _sessions(session: Session) -> tuple[Text, ...]:
    """Return the newest sessions: the next one first, then what was; nobody on a list is in it."""
    kind, now = InformationSession, session.info["now"]()
    columns = kind.id, kind.starts_at, kind.topic, kind.title, kind.place, kind.speaker
    newest = select(*columns).order_by(kind.starts_at.desc(), kind.id).limit(MOST_SESSIONS)
    found = [_held(*row) for row in session.execute(newest)]
    ahead = [each for each in found if each.at is not None and each.at > now]
    return (*reversed(ahead), *found[len(ahead) :])


def _held(
    session_id: UUID, at: datetime, topic: SessionTopic, title: str, place: str, speaker: str
) -> Text:
    name = name_of(topic, title)
    folded = fold(f"{name} {place} {speaker}")
    return Text(Kind.SESSION, ShowSession(session_id), (name,), folded, place, at)


def _sheets(session: Session) -> tuple[Text, ...]:
    return tuple(_sheet(session, sheet.id) for sheet in library.sheets())


def _sheet(session: Session, sheet_id: str) -> Text:
    spoken = library.languages(sheet_id)
    here = texts.current() if texts.current() in spoken else library.MASTER
    languages = dict.fromkeys((here, library.MASTER))
    titles = tuple(sheets.text(session, sheet_id, language).title for language in languages)
    about = tr("Information sheet · {count} languages").format(count=len(spoken))
    return Text(Kind.SHEET, OpenSheet(sheet_id), titles, fold(" ".join(titles)), about)
