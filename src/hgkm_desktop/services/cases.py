"""Beginning to stand beside somebody, and how it stands: for her confidants only.

Whoever is not beside her learns nothing, not even that she exists (R-075): every refusal has the
same words, and nothing about her is looked for by anything but her ring.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules import holding, standing
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.bodies import Began, Beside, Consent, ContactAgreement, Held
from hgkm_desktop.rules.entries import FIRST, Entry
from hgkm_desktop.rules.holding import Holder
from hgkm_desktop.rules.lists import YES, Purpose
from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.services import (
    access,
    appointment_rows,
    case_board,
    case_key,
    case_name,
    consents,
)
from hgkm_desktop.services.case_name import CaseName, name_with, problem_with_alias
from hgkm_desktop.services.fields import one_line
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit, case_ring
from hgkm_desktop.vault.actor import Actor
from hgkm_desktop.vault.case_ring import CaseKey

OPENERS = access.CONFIDANTS | access.COORDINATORS


@dataclass(frozen=True, repr=False)
class Candidate:
    """Somebody who may stand beside her, and whether she knows her or her family in private."""

    member_id: UUID
    knows_her: bool | None


@dataclass(frozen=True, repr=False)
class NewCase:
    """What it takes to begin: perhaps an alias, who stands beside her, and her yes to notes.

    The first candidate who does not know her is the first confidant, the next one the second.
    """

    alias: str
    candidates: tuple[Candidate, ...]
    consent: Consent | None
    began: Began


@dataclass(frozen=True, repr=False)
class CasePage:
    """Everything a confidant sees of somebody she stands beside."""

    name: CaseName
    standing: Standing
    entries: Sequence[Entry]
    first: UUID
    second: UUID | None
    visits: Sequence[Visit] = ()


def open_case(session: Session, new: NewCase, *, now: datetime) -> UUID:
    """Begin standing beside her; return the case's id.

    Only candidates who said "no, I do not know her" get a key (R-215); a coordinator who assigns
    keeps none. Raise Invalid without consent for notes, or when nobody can stand beside her.
    """
    actor = access.require(session, OPENERS)
    alias = one_line(new.alias)
    _refuse_unless_right(new, alias, actor, clock.local(now).date())
    ids = chosen(new.candidates)
    members = case_key.who_may(session, ids)
    key = case_ring.found(session, members, now=now)
    case_name.keep(session, key, alias, now)
    first, last = ids[0], FIRST
    holder = Holder("", _name(session, first), first)
    assert new.consent is not None
    begun = Held(holding.begin(holder, now), "begin")
    for body in (new.began, Beside(*ids), consents.tidy(new.consent), begun):
        last = case_key.add(session, key, body, last, now=now).link
    case_board.put(session, key, now=now)
    return key.ring.case_id


def chosen(candidates: Sequence[Candidate]) -> list[UUID]:
    """Return who stands beside her: at most two, who answered that they do not know her."""
    free = (candidate.member_id for candidate in candidates if candidate.knows_her is False)
    return list(dict.fromkeys(free))[:2]


def names(session: Session) -> dict[UUID, CaseName]:
    """Return how the cases are called that this member stands beside."""
    found: dict[UUID, CaseName] = {}
    for ring in case_key.mine(session):
        key = case_ring.key_of(session, ring)
        found[ring.case_id] = name_with(session, key)
    return found


def name_of(session: Session, case_id: UUID) -> CaseName:
    """Return how a case is called; raise Forbidden for whoever has no part in it."""
    return name_with(session, case_key.open_ring(session, case_id))


def rename(session: Session, case_id: UUID, alias: str) -> None:
    """Give her another alias, or none; her code stays. Raise Invalid for one that is too long."""
    key = case_key.open_ring(session, case_id)
    alias = one_line(alias)
    if wrong := problem_with_alias(alias):
        raise Invalid({"alias": wrong})
    case_name.change(session, key, alias)


def page(session: Session, case_id: UUID) -> CasePage:
    """Return everything of a case; it is noted who looked.

    The number is left out: only `safe_contact.reach` gives that (R-286).
    """
    key = case_key.open_ring(session, case_id)
    audit.mention(session, Act.READ, "case_record", case_id)
    return replace(page_with(session, key), visits=appointment_rows.of_case(session, key))


def page_with(session: Session, key: CaseKey) -> CasePage:
    """Return everything of an open case without noting it (lists, search)."""
    return page_of(key, name_with(session, key), case_key.everything(session, key))


def page_of(key: CaseKey, name: CaseName, everything: Sequence[Entry]) -> CasePage:
    """Return the page of an open case from its entries, her number left out."""
    entries = [_without_number(entry) for entry in everything]
    found = standing.standing(entries)
    first, *others = key.ring.members
    second = others[0] if others else None
    return CasePage(name, found, entries, first, second)


def _without_number(entry: Entry) -> Entry:
    """Leave out her number, wherever it was ever noted."""
    if not isinstance(entry.body, ContactAgreement):
        return entry
    return replace(entry, body=ContactAgreement(replace(entry.body.agreed, number="")))


def _refuse_unless_right(new: NewCase, alias: str, actor: Actor, today: date) -> None:
    problems = {"alias": problem_with_alias(alias)}
    consent = new.consent
    if consent is None or consent.purpose is not Purpose.NOTES or consent.form not in YES:
        problems["consent"] = tr("Ask her first whether you may make notes.")
    elif wrong := consents.problems_with(consent, today):
        problems["consent"] = next(iter(wrong.values()))
    if new.began.on > today:
        problems["began"] = tr("This day is still to come.")
    problems["candidates"] = _problem_with_candidates(new.candidates, actor)
    if found := {place: wrong for place, wrong in problems.items() if wrong}:
        raise Invalid(found)


def _problem_with_candidates(candidates: Sequence[Candidate], actor: Actor) -> str | None:
    if not chosen(candidates):
        return tr("Nobody can stand beside her yet. Ask another confidant.")
    answers = {candidate.member_id: candidate.knows_her for candidate in candidates}
    confidants_only = not actor.may(*access.COORDINATORS)
    if confidants_only and answers.get(actor.member_id) is not False:
        return tr("Whoever knows her in private does not stand beside her.")
    return None


def _name(session: Session, member_id: UUID) -> str:
    return session.get_one(Member, member_id).name


@dataclass(frozen=True, repr=False)
class StartCase:
    """The wish to stand beside her after a visit; the visit is not told (R-147, R-075).

    Or after what went on since a session: then that has an alias already, and is let go of.
    """

    walk_in: UUID | None
    on: date
    alias: str = ""
    follow_up: UUID | None = None
