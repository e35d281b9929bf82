"""Which words of what was noted beside somebody can be looked for, and what each is called.

Of what is replaced only the newest counts; her number, her code word and the whole agreement on
contact are never looked through: they stand behind the gate (R-286).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import singledispatch
from uuid import UUID

from hgkm_desktop.models.codes import HarmKind
from hgkm_desktop.models.labels import label
from hgkm_desktop.rules.bodies import (
    Agreement,
    AskedAfter,
    ClockSet,
    Consent,
    GuideNote,
    Held,
    Household,
    Incident,
    Note,
    Person,
    Promise,
    Referral,
    Score,
    Situation,
)
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.words import word
from hgkm_desktop.texts import tr

About = tuple[str, Sequence[str]]
NOTHING: About = ("", ())


@dataclass(frozen=True, repr=False)
class Said:
    """The words of one entry: where they stand, since when, and what kind of text it is."""

    entry_id: UUID
    at: datetime
    about: str
    words: tuple[str, ...]


def said(entries: Iterable[Entry]) -> list[Said]:
    """Return the words of all entries of a case, given oldest first."""
    newest: dict[object, Said | None] = {}
    for entry in entries:
        newest[_place(entry)] = _said(entry)
    return [each for each in newest.values() if each is not None]


def _said(entry: Entry) -> Said | None:
    about, words = _words(entry.body)
    kept = tuple(each for each in words if each)
    at = entry.body.at if isinstance(entry.body, Note) else entry.made_at
    return Said(entry.id, at, about, kept) if kept else None


def _place(entry: Entry) -> object:
    """Return what an entry takes the place of: the newest of a place counts."""
    body = entry.body
    match body:
        case Promise() | Agreement() | ClockSet() | Referral():
            return body.id
        case Consent():
            return body.purpose, body.receiver
        case Household() | Situation() | Held():
            return type(body)
        case _:
            return entry.id


@singledispatch
def _words(_body: object) -> About:
    """Return nothing of what has no words of its own, or stands behind the gate."""
    return NOTHING


@_words.register
def _(body: Note) -> About:
    return word(body.kind), (body.seen, body.think)


@_words.register
def _(body: Incident) -> About:
    return tr("Something happened"), (body.what,)


@_words.register
def _(body: Consent) -> About:
    return word(body.purpose), (body.receiver, body.person, body.why, body.her_words)


@_words.register
def _(body: Held) -> About:
    holder, handover = body.now.holder, body.now.handover
    found = [holder.organisation, holder.person if holder.organisation else ""]
    if handover is not None:
        found += [handover.organisation, handover.person]
        waiting = handover.waiting
        found += [waiting.what, waiting.keeps_contact] if waiting is not None else []
    return tr("Who holds her"), found


@_words.register
def _(body: Score) -> About:
    return tr("Number for safety"), (body.name, body.why, body.one_higher_when)


@_words.register
def _(body: ClockSet) -> About:
    clock = body.clock
    return (word(clock.kind), (word(clock.kind), clock.then, clock.who)) if clock.days else NOTHING


@_words.register
def _(body: Promise) -> About:
    return tr("A promise"), (body.what, body.who, body.otherwise)


@_words.register
def _(body: Agreement) -> About:
    return NOTHING if body.ended else (tr("Agreed with her"), (body.text,))


@_words.register
def _(body: Household) -> About:
    plan = body.plan
    people = [each for person in body.people for each in _person(person)]
    return tr("Around her"), (*people, body.circle, plan.made_with, plan.kept_where)


def _person(person: Person) -> Sequence[str]:
    return person.relation, word(person.role), person.words


@_words.register
def _(body: Situation) -> About:
    known = frozenset(HarmKind)
    codes = [word(each) for each in (*body.worries, *body.barriers)]
    harms = [label(HarmKind(harm)) for harm in body.harms if harm in known]
    domains = [f"{word(domain)}: {text}" for domain, text in body.domains.items()]
    texts = body.own_words, body.wishes, body.not_to_discuss
    return tr("How it is with her"), (*texts, *domains, *harms, *codes)


@_words.register
def _(body: GuideNote) -> About:
    return word(body.step), (body.text, body.with_whom)


@_words.register
def _(body: Referral) -> About:
    return tr("A way that was shown"), (word(body.kind), body.by, word(body.area))


@_words.register
def _(body: AskedAfter) -> About:
    return tr("Asked after her"), (body.words,)
