"""Going along with her: what is agreed beforehand, and what is noted afterwards.

Known face, agreed time, her wishes (PRODUCT.md, 5). What stands here is sealed; the file itself
shows only who is busy and when.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.going_along import (
    OFF,
    AppointmentKind,
    ArrivalSignal,
    BothSides,
    Leaving,
    PlaceWord,
    Presence,
    Punctual,
    Side,
    State,
    Support,
    TimeStyle,
    Wishes,
)
from hgkm_desktop.rules.lists import LifeDomain
from hgkm_desktop.rules.partners import Kept
from hgkm_desktop.texts import tr

SHORTEST, LONGEST = timedelta(minutes=5), timedelta(hours=12)
MOST_QUESTIONS = 5
OLDEST = timedelta(days=365)
"""So far back an appointment can still be noted."""
FURTHEST = timedelta(days=2 * 365)
BOTH = frozenset({BothSides.SHE_WANTS_US, BothSides.PARTNER_KNOWS})
"""Without these two nothing is confirmed (R-043)."""


@dataclass(frozen=True, repr=False)
class NotWith:
    """Who must not hear what: never on anything for her or the partner (R-053)."""

    who: str
    what: str


@dataclass(frozen=True, repr=False)
class Interpreter:
    """Who interprets, apart from who supports her; never a child."""

    name: str = ""
    wish: str = ""
    is_sure: bool = False


@dataclass(frozen=True, repr=False)
class Move:
    """That it was moved: from when, by whom, who noted it, and how it stood before."""

    at: datetime
    by: UUID
    side: Side
    was: datetime
    until: datetime
    state: State = State.PLANNED
    both_sides: frozenset[BothSides] = frozenset()


@dataclass(frozen=True, repr=False)
class Afterwards:
    """How it went, for her and for the count of the partner."""

    on: date
    punctual: Punctual | None = None
    known_face: bool | None = None
    instead: str = ""
    wishes: Wishes | None = None
    agreed: str = ""
    promises: tuple[UUID, ...] = ()
    feedback_by: date | None = None
    feedback_on: date | None = None
    leaving: Leaving | None = None


@dataclass(frozen=True, repr=False)
class Details:
    """Everything of an appointment but when it is and who goes along.

    `alias` only where no case belongs to it. `partner_words` and `person_words` name whoever is
    not in the directory. `introduced` are the companions she has met (R-253). `language` is a code
    of the list of languages.
    """

    kind: AppointmentKind
    alias: str = ""
    partner_id: UUID | None = None
    partner_words: str = ""
    person_id: UUID | None = None
    person_words: str = ""
    has_met: bool | None = None
    not_met_reason: str = ""
    introduction_id: UUID | None = None
    purpose: str = ""
    meet_at: time | None = None
    meet_where: str = ""
    place: str = ""
    place_word: PlaceWord = PlaceWord.NONE
    signal: ArrivalSignal | None = None
    presence: Presence | None = None
    was_asked_alone: bool = False
    support: Support = Support.SUPPORT
    language: str = ""
    interpreter: Interpreter | None = None
    domains: tuple[LifeDomain, ...] = ()
    questions: tuple[str, ...] = ()
    not_with: tuple[NotWith, ...] = ()
    introduced: tuple[UUID, ...] = ()
    both_sides: frozenset[BothSides] = frozenset()
    time_style: TimeStyle = TimeStyle.LEFT_OUT
    place_on_paper: bool = False
    state: State = State.PLANNED
    off_by: Side | None = None
    off_why: str = ""
    moves: tuple[Move, ...] = ()
    afterwards: Afterwards | None = None


@dataclass(frozen=True, repr=False)
class Visit:
    """An appointment as her confidants see it. `version` is what a change starts from."""

    id: UUID
    case_id: UUID | None
    starts: datetime
    ends: datetime
    first: UUID
    reserve: UUID | None
    details: Details
    version: int = 0
    changed_at: datetime | None = None
    changed_by: UUID | None = None

    @property
    def state(self) -> State:
        """How far it is."""
        return self.details.state

    @property
    def companions(self) -> tuple[UUID, ...]:
        """Who goes along, and who would in her place."""
        return (self.first,) if self.reserve is None else (self.first, self.reserve)


def new(details: Details) -> Details:
    """Return what a new appointment says: nothing became of it yet."""
    fresh = Details(details.kind)
    return replace(
        details,
        state=fresh.state,
        off_by=fresh.off_by,
        off_why=fresh.off_why,
        moves=fresh.moves,
        afterwards=fresh.afterwards,
    )


def state_with(state: State, both_sides: frozenset[BothSides]) -> State:
    """Return how far it is when both sides said this: without both it is not confirmed (R-043)."""
    return State.PREPARED if state is State.CONFIRMED and not both_sides >= BOTH else state


def prepared(visit: Visit) -> Visit:
    """Return it as prepared; raise Invalid when it does not lie ahead."""
    return _to(visit, State.PREPARED)


def confirmed(visit: Visit) -> Visit:
    """Return it as confirmed by both sides: she wants us there, and the partner knows (R-043)."""
    if not visit.details.both_sides >= BOTH:
        raise Invalid({"state": tr("Both sides must say yes first: she, and the partner.")})
    return _to(visit, State.CONFIRMED)


def moved(visit: Visit, starts: datetime, ends: datetime, move: Move) -> Visit:
    """Return it at another time; she is met as long before, and the partner says yes again."""
    changed = _to(visit, State.MOVED)
    both = changed.details.both_sides - {BothSides.PARTNER_KNOWS}
    told = {"moves": (*visit.details.moves, move), "meet_at": _meets(visit, starts)}
    details = replace(changed.details, both_sides=both, **told)
    return replace(changed, starts=starts, ends=ends, details=details)


def moved_back(visit: Visit) -> Visit:
    """Return it as it was before the last move: that one was a mistake, and counts for nobody."""
    if not visit.details.moves or visit.state is not State.MOVED:
        raise Invalid({"state": tr("This appointment was not moved.")})
    *earlier, last = visit.details.moves
    details = replace(
        visit.details,
        moves=tuple(earlier),
        state=last.state,
        both_sides=last.both_sides,
        meet_at=_meets(visit, last.was),
    )
    return replace(visit, starts=last.was, ends=last.until, details=details)


def _meets(visit: Visit, starts: datetime) -> time | None:
    if visit.details.meet_at is None:
        return None
    was, now = clock.local(visit.starts), clock.local(starts)
    meets = datetime.combine(was.date(), visit.details.meet_at)
    before = was.replace(tzinfo=None) - meets
    return (now.replace(tzinfo=None) - before).time()


def called_off(visit: Visit, state: State, by: Side | None, why: str) -> Visit:
    """Return it as not taking place: called off by somebody, not safe, or nobody came."""
    if state not in OFF:
        raise ValueError(state)
    if state is State.CANCELLED and by is None:
        raise Invalid({"off_by": tr("Say who called it off.")})
    changed = _to(visit, state)
    return replace(changed, details=replace(changed.details, off_by=by, off_why=why))


def on_again(visit: Visit) -> Visit:
    """Return one that was called off by mistake as planned again."""
    if visit.state not in OFF:
        raise Invalid({"state": tr("This appointment was not called off.")})
    details = replace(visit.details, state=State.PLANNED, off_by=None, off_why="")
    return replace(visit, details=details)


def held(visit: Visit, afterwards: Afterwards) -> Visit:
    """Return it with how it went; what was noted before is replaced."""
    if visit.state in OFF:
        raise Invalid({"state": tr("This appointment was called off.")})
    details = replace(visit.details, state=State.HELD, afterwards=afterwards)
    return replace(visit, details=details)


def with_reserve(visit: Visit) -> Visit:
    """Return it with the reserve going along, and whoever was first in reserve (R-254)."""
    if visit.reserve is None:
        raise Invalid({"reserve": tr("There is no reserve. Ask her whether to move it.")})
    _must_be_ahead(visit)
    return replace(visit, first=visit.reserve, reserve=visit.first)


def kept(details: Details) -> dict[Kept, int]:
    """Return what of this appointment counts for the talk with the partner (R-052)."""
    found: dict[Kept, int] = {}
    if moves := sum(move.side is Side.PARTNER for move in details.moves):
        found[Kept.MOVED] = moves
    if details.state is State.CANCELLED and details.off_by is Side.PARTNER:
        found[Kept.CANCELLED] = 1
    after = details.afterwards
    if details.state is not State.HELD or after is None:
        return found
    answers = (
        Kept.HELD,
        _PUNCTUAL.get(after.punctual),
        _FACE.get(after.known_face),
        _WISHES.get(after.wishes),
    )
    return found | {answer: 1 for answer in answers if answer is not None}


def _to(visit: Visit, state: State) -> Visit:
    _must_be_ahead(visit)
    return replace(visit, details=replace(visit.details, state=state))


def _must_be_ahead(visit: Visit) -> None:
    if not visit.state.is_ahead:
        raise Invalid({"state": tr("This appointment is over.")})


_PUNCTUAL: dict[Punctual | None, Kept] = {
    Punctual.ON_TIME: Kept.ON_TIME,
    Punctual.LATE: Kept.LATE,
    Punctual.NOT_COME: Kept.NOT_COME,
}
_FACE: dict[bool | None, Kept] = {True: Kept.KNOWN_FACE, False: Kept.OTHER_FACE}
_WISHES: dict[Wishes | None, Kept] = {
    Wishes.YES: Kept.WISHES,
    Wishes.PARTLY: Kept.WISHES_NOT,
    Wishes.NO: Kept.WISHES_NOT,
}
