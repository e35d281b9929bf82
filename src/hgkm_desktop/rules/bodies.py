"""What can be noted of somebody we stand beside: one small class per kind.

Entries are never changed. What holds now follows from all of them in order (`standing.py`): the
newest agreement is the agreement, a correction stands beside what it corrects.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from hgkm_desktop.rules.clocks import Clock
from hgkm_desktop.rules.contact import Channel, SafeContact
from hgkm_desktop.rules.holding import Holding
from hgkm_desktop.rules.lists import (
    AgeBand,
    Area,
    Barrier,
    ConsentForm,
    GuideStep,
    Knows,
    LifeDomain,
    NoteKind,
    Outcome,
    PersonRole,
    Purpose,
    ReferralKind,
    ReferralStatus,
    Voice,
    Worry,
)


@dataclass(frozen=True, repr=False)
class Began:
    """How it began: the day of the first contact, and the visit it grew from (R-147)."""

    on: date
    walk_in: UUID | None = None


@dataclass(frozen=True, repr=False)
class Beside:
    """Who stands beside her: a first and a second confidant (R-253)."""

    first: UUID
    second: UUID | None = None


@dataclass(frozen=True, repr=False)
class Note:
    """What was seen and heard, apart from what one thinks; one of the two is enough (R-125)."""

    at: datetime
    seen: str = ""
    think: str = ""
    kind: NoteKind = NoteKind.TALK
    voice: Voice = Voice.CONFIDANT
    corrects: UUID | None = None


@dataclass(frozen=True, repr=False)
class Reached:
    """One attempt to reach her, and how it went."""

    at: datetime
    channel: Channel
    outcome: Outcome


@dataclass(frozen=True, repr=False)
class Incident:
    """Something happened: from now on ask her again before anybody calls (R-285)."""

    on: date
    what: str = ""


@dataclass(frozen=True, repr=False)
class Consent:
    """One answer of hers: what for, who receives what, why, until when, and how she said it."""

    purpose: Purpose
    form: ConsentForm
    on: date
    receiver: str = ""
    person: str = ""
    why: str = ""
    may_know: tuple[LifeDomain, ...] = ()
    until: date | None = None
    language: str = ""
    heard_by: str = ""
    her_words: str = ""
    text_version: str = ""


@dataclass(frozen=True, repr=False)
class ContactAgreement:
    """How we may reach her, as agreed from now on."""

    agreed: SafeContact


@dataclass(frozen=True, repr=False)
class Held:
    """Who holds her after something was done, and what was done."""

    now: Holding
    act: str


@dataclass(frozen=True, repr=False)
class Score:
    """How safe it is, 0 to 10, by one voice; never averaged, never predicted (R-304)."""

    on: date
    number: int
    voice: Voice
    name: str = ""
    why: str = ""
    one_higher_when: str = ""


@dataclass(frozen=True, repr=False)
class ClockSet:
    """A clock, as it stands from now on; the newest of an id counts, days 0 ends it."""

    id: UUID
    clock: Clock


@dataclass(frozen=True, repr=False)
class Promise:
    """Who does what by when, and whether it was kept; the newest of an id counts (R-018, R-049)."""

    id: UUID
    what: str
    who: str
    by: date | None = None
    kept: bool | None = None
    otherwise: str = ""


@dataclass(frozen=True, repr=False)
class Agreement:
    """Something agreed with her that stays (no post); `ended` takes it back."""

    id: UUID
    text: str
    ended: bool = False


@dataclass(frozen=True, repr=False)
class Person:
    """Somebody around her, by relation and age, not by name (R-007, R-294)."""

    relation: str
    role: PersonRole = PersonRole.UNCLEAR
    age: AgeBand = AgeBand.UNKNOWN
    in_the_house: bool = True
    knows: Knows = Knows.UNKNOWN
    words: str = ""


@dataclass(frozen=True, repr=False)
class Plan:
    """Where her plan for leaving in a hurry is kept, and never what it says (R-195)."""

    made_with: str = ""
    on: date | None = None
    look_again: date | None = None
    kept_where: str = ""


@dataclass(frozen=True, repr=False)
class Household:
    """Who lives there and who does not, who stands by her, and where her plan is."""

    people: tuple[Person, ...] = ()
    circle: str = ""
    plan: Plan = field(default_factory=Plan)
    pregnant_or_baby: bool = False


@dataclass(frozen=True, repr=False)
class Situation:
    """Her own words first; then, all optional, what she fears, what is in the way, what plays."""

    own_words: str = ""
    harms: tuple[str, ...] = ()
    worries: tuple[Worry, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    domains: dict[LifeDomain, str] = field(default_factory=dict[LifeDomain, str])
    wishes: str = ""
    not_to_discuss: str = ""


@dataclass(frozen=True, repr=False)
class GuideNote:
    """What was done at one step of the voluntary guide (R-157)."""

    step: GuideStep
    on: date
    text: str = ""
    with_whom: str = ""
    told_her: bool | None = None


@dataclass(frozen=True, repr=False)
class Referral:
    """A way that was shown: by which organisation, to what, and how far it came."""

    id: UUID
    kind: ReferralKind
    by: str
    area: Area
    status: ReferralStatus
    on: date


@dataclass(frozen=True, repr=False)
class AskedAfter:
    """A planned day of aftercare that was used, or skipped (R-059)."""

    planned: date
    on: date
    words: str = ""


Body = (
    Began
    | Beside
    | Note
    | Reached
    | Incident
    | Consent
    | ContactAgreement
    | Held
    | Score
    | ClockSet
    | Promise
    | Agreement
    | Household
    | Situation
    | GuideNote
    | Referral
    | AskedAfter
)
