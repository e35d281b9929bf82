"""What can be noted of somebody we stand beside: one small class per kind, packed as JSON.

Entries are never changed. What holds now follows from all of them in order: the newest agreement
is the agreement, a correction stands beside what it corrects.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum, auto
from uuid import UUID

import msgspec

from hgkm_desktop.rules.clocks import Clock
from hgkm_desktop.rules.contact import SafeContact
from hgkm_desktop.rules.holding import Holding


class NoteKind(StrEnum):
    """What a note is about."""

    TALK = auto()
    CALL = auto()
    ALONG = auto()
    SIGNAL = auto()
    OTHER = auto()


class Voice(StrEnum):
    """Whose words or number it is."""

    HERSELF = auto()
    CONFIDANT = auto()
    CHILD = auto()
    PARTNER = auto()


class Purpose(StrEnum):
    """What she may be asked consent for (Appendix A)."""

    NOTES = auto()
    CONTACT_BY_US = auto()
    BRING_IN_NETWORK_MEETING = auto()
    SHARE_WITH_PARTNER = auto()
    INTERPRETER = auto()
    AFTERCARE_CHECK_IN = auto()
    ANONYMOUS_REPORT = auto()
    RESEARCH_AGGREGATE = auto()


class ConsentForm(StrEnum):
    """How she said it."""

    ORAL = auto()
    WRITTEN = auto()
    REFUSED = auto()
    WITHDRAWN = auto()


@dataclass(frozen=True, repr=False)
class Began:
    """How it began: the day, and the visit it grew from."""

    on: date
    walk_in: UUID | None = None


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
class Consent:
    """One answer of hers: what for, who receives it, why, until when, and how she said it."""

    purpose: Purpose
    form: ConsentForm
    on: date
    receiver: str = ""
    why: str = ""
    may_know: tuple[str, ...] = ()
    until: date | None = None
    language: str = ""
    heard_by: str = ""


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
    """Who does what by when, and whether it was kept; the newest of an id counts."""

    id: UUID
    what: str
    who: str
    by: date | None = None
    kept: bool | None = None


@dataclass(frozen=True, repr=False)
class Household:
    """Children by age band, never by name; what plays, what stands in the way, what she wants."""

    children: dict[str, int] = field(default_factory=dict[str, int])
    worries: tuple[str, ...] = ()
    barriers: tuple[str, ...] = ()
    domains: dict[str, str] = field(default_factory=dict[str, str])
    using_violence: str = ""
    not_to_discuss: str = ""
    wishes: str = ""


Body = Began | Note | Consent | ContactAgreement | Held | Score | ClockSet | Promise | Household
KINDS: dict[str, type[Body]] = {
    kind.__name__: kind
    for kind in (
        Began,
        Note,
        Consent,
        ContactAgreement,
        Held,
        Score,
        ClockSet,
        Promise,
        Household,
    )
}


@dataclass(frozen=True, repr=False)
class Entry:
    """A body, who made it, and when."""

    id: UUID
    made_at: datetime
    made_by: UUID
    body: Body


class _Packed(msgspec.Struct):
    kind: str
    by: UUID
    body: msgspec.Raw


def pack(body: Body, by: UUID) -> bytes:
    """Return a body as the bytes that are sealed."""
    inner = msgspec.Raw(msgspec.json.encode(body))
    return msgspec.json.encode(_Packed(type(body).__name__, by, inner))


def unpack(entry_id: UUID, made_at: datetime, plain: bytes) -> Entry:
    """Return the entry behind unsealed bytes; raise ValueError for a kind from a newer version."""
    packed = _PACKED.decode(plain)
    if packed.kind not in KINDS:
        raise ValueError("an entry of a newer version")
    body = _DECODERS[packed.kind].decode(packed.body)
    return Entry(entry_id, made_at, packed.by, body)


_PACKED = msgspec.json.Decoder(_Packed)
_DECODERS = {name: msgspec.json.Decoder(kind) for name, kind in KINDS.items()}
