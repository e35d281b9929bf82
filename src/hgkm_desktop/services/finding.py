"""Finding again whatever a member may read, her sealed notes among it, in memory and nowhere else.

`gathering.gather` unseals once after sign-in; `search` compares what is typed with that and keeps
nothing of it. The index holds what is hers and no more, so that neither the answer nor the time
tells of anybody she does not stand beside (R-075). Nobody's number is in it (R-286).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum, auto
from itertools import islice
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.services import walk_in_list
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.services.information_sessions import ShowSession
from hgkm_desktop.services.partners import ShowPartner
from hgkm_desktop.services.search import fold
from hgkm_desktop.services.snippets import NOTHING, Marked, marked, snippet
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.texts import tr

LIMIT = 6
"""How many of a kind are shown; whoever sees more types one more letter."""
LONGEST, MOST_WORDS = 100, 8
CASES, VISITS, PARTNERS, SHEETS = "cases", "walk_ins", "partners", "handouts"
APPOINTMENTS, SESSIONS = "appointments", "sessions"
"""Identifiers of the window's pages."""


class Kind(StrEnum):
    """What was found, in the order it is shown."""

    CASE = auto()
    VISIT = auto()
    PARTNER = auto()
    SESSION = auto()
    SHEET = auto()
    DEED = auto()


@dataclass(frozen=True)
class OpenCase:
    """Ask for somebody one stands beside, perhaps at one thing that was noted."""

    case_id: UUID
    entry_id: UUID | None = None


@dataclass(frozen=True)
class OpenVisit:
    """Ask for a visit at the desk."""

    walk_in_id: UUID


@dataclass(frozen=True)
class OpenSheet:
    """Ask for an information sheet."""

    sheet_id: str


@dataclass(frozen=True)
class OpenPage:
    """Ask for a page of the window, or for something new on it."""

    page: str
    is_new: bool = False


Target = OpenCase | OpenVisit | ShowPartner | ShowSession | OpenSheet | OpenPage
PAGES: Mapping[type[Target], str] = {
    OpenCase: CASES,
    OpenVisit: VISITS,
    ShowPartner: PARTNERS,
    ShowSession: SESSIONS,
    OpenSheet: SHEETS,
}
"""On which page each is shown."""


@dataclass(frozen=True, repr=False)
class Text:
    """Something that can be found: its words, as they are and as they are compared."""

    kind: Kind
    target: Target
    words: tuple[str, ...]
    folded: str
    about: str = ""
    at: datetime | None = None
    seal: object = None


@dataclass(frozen=True, repr=False)
class Known:
    """Somebody this member stands beside, and everything noted of her, newest first."""

    name: CaseName
    standing: Standing
    members: tuple[UUID, ...]
    folded: str
    texts: tuple[Text, ...]
    everything: str = ""
    seal: object = None


@dataclass(frozen=True, repr=False)
class Index:
    """Everything that can be found by whoever is signed in, and by nobody else."""

    cases: Mapping[UUID, Known] = field(default_factory=dict[UUID, Known])
    notes: tuple[tuple[UUID, Text], ...] = ()
    questions: tuple[Text, ...] = ()
    partners: tuple[Text, ...] = ()
    sheets: tuple[Text, ...] = ()
    sessions: tuple[Text, ...] = ()
    deeds: tuple[Text, ...] = ()


@dataclass(frozen=True, repr=False)
class Hit:
    """One line of the answer. A case comes with how it stands; behind the veil without words."""

    kind: Kind
    target: Target
    title: Marked
    snippet: Marked = NOTHING
    about: str = ""
    at: datetime | None = None
    case: Known | None = None


EMPTY = Index()


def with_pages(index: Index, pages: Mapping[str, str]) -> Index:
    """Return the index with the pages of the window, titles by identifier, and what they can do."""
    possible = [deed for deed in index.deeds if page_of(deed.target) in pages]
    return replace(index, deeds=(*possible, *(deed(page, title) for page, title in pages.items())))


def deed(page: str, title: str, *, is_new: bool = False) -> Text:
    """Return something that can be done on a page: open it, or begin something new."""
    return Text(Kind.DEED, OpenPage(page, is_new), (title,), fold(title))


def page_of(target: Target) -> str:
    """Return the identifier of the page where something is shown."""
    return target.page if isinstance(target, OpenPage) else PAGES[type(target)]


def search(index: Index, typed: str, limit: int = LIMIT, *, veiled: bool = False) -> Iterator[Hit]:
    """Yield what holds every word that was typed, at most `limit` of a kind, the best first.

    Nothing typed finds what can be done and no person. Behind the veil no word is shown: of a case
    its code, of everything else what kind of text it is.
    """
    words = words_of(typed)
    if words:
        yield from islice(_of_cases(index, words, veiled), limit)
        asked = (text for text in index.questions if _holds(text.folded, words))
        yield from islice((_hit(text, words, veiled) for text in asked), limit)
        known = (text for text in index.partners if _holds(text.folded, words))
        yield from islice((_hit(text, words, veiled) for text in known), limit)
        held = (text for text in index.sessions if _holds(text.folded, words))
        yield from islice((_session_hit(text, words) for text in held), limit)
        titled = (text for text in index.sheets if _holds(text.folded, words))
        yield from islice((_hit(text, words, False) for text in titled), limit)
    yield from _deeds(index.deeds, words)


def visits(session: Session, typed: str, limit: int = LIMIT, *, veiled: bool = False) -> list[Hit]:
    """Return visits by what the desk noted, newest first: the search of the list itself.

    Raise Forbidden for whoever sees no visits.
    """
    words = words_of(typed)
    rows = walk_in_list.page(session, Query(text=typed), limit=limit).rows if words else ()
    return [_visit(row.id, row.happened_at, row.desk_question, words, veiled) for row in rows]


def words_of(typed: str) -> tuple[str, ...]:
    """Return the words that must all be found, as they are compared."""
    return tuple(dict.fromkeys(fold(typed[:LONGEST]).split()))[:MOST_WORDS]


def _holds(folded: str, words: Iterable[str]) -> bool:
    return all(word in folded for word in words)


def _of_cases(index: Index, words: Sequence[str], veiled: bool) -> Iterator[Hit]:
    """Yield who is called so, then what was noted; her name may be one of the words."""
    for case_id, case in index.cases.items():
        if _holds(case.folded, words):
            yield Hit(Kind.CASE, OpenCase(case_id), _called(case, words, veiled), case=case)
    for case, text in _noted(index, words):
        yield replace(_hit(text, words, veiled), title=_called(case, words, veiled), case=case)


def _noted(index: Index, words: Sequence[str]) -> Iterator[tuple[Known, Text]]:
    """Yield the texts that hold what her name does not, newest first, nothing done twice."""
    left = {case_id: _left(case, words) for case_id, case in index.cases.items()}
    for case_id, text in index.notes:
        wanted = left[case_id]
        if wanted and _holds(text.folded, wanted):
            yield index.cases[case_id], text


def _left(case: Known, words: Sequence[str]) -> Sequence[str]:
    """Return what a text of hers must hold; nothing when not even all of them together do."""
    left = [word for word in words if word not in case.folded] or words
    return left if _holds(case.everything, left) else ()


def _called(case: Known, words: Sequence[str], veiled: bool) -> Marked:
    return Marked(case.name.code) if veiled else marked(case.name.shown, words)


def _hit(text: Text, words: Sequence[str], veiled: bool) -> Hit:
    found = NOTHING if veiled else snippet(text.words, words)
    if text.kind is Kind.PARTNER:
        about = "" if veiled else text.about
        return Hit(text.kind, text.target, marked(text.words[0], words), about=about)
    if text.kind is Kind.SHEET:
        return Hit(text.kind, text.target, marked(text.words[0], words), about=text.about)
    return Hit(text.kind, text.target, NOTHING, found, text.about, text.at)


def _session_hit(text: Text, words: Sequence[str]) -> Hit:
    """A session names nobody, so the veil hides nothing of it."""
    name = marked(text.words[0], words)
    return Hit(text.kind, text.target, name, about=text.about, at=text.at)


def _deeds(deeds: Sequence[Text], words: Sequence[str]) -> Iterator[Hit]:
    """Yield what was asked for first; beginning something new is always offered."""
    asked = [each for each in deeds if _holds(each.folded, words)]
    always = [each for each in deeds if each not in asked and _is_new(each.target)]
    for each in (*asked, *always):
        yield Hit(Kind.DEED, each.target, marked(each.words[0], words))


def _is_new(target: Target) -> bool:
    return isinstance(target, OpenPage) and target.is_new


def _visit(
    walk_in_id: UUID, at: datetime, question: str, words: Sequence[str], veiled: bool
) -> Hit:
    text = Text(Kind.VISIT, OpenVisit(walk_in_id), (question,), "", tr("At the desk"), at)
    return _hit(text, words, veiled)
