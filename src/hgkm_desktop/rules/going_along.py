"""The code lists of going along with her (FACTS.md, appendix A): codes are fixed."""

from enum import StrEnum, auto


class AppointmentKind(StrEnum):
    """What kind of appointment it is (R-037)."""

    DOCTOR = auto()
    HOSPITAL = auto()
    VEILIG_THUIS = auto()
    BLIJF_GROEP = auto()
    POLICE = auto()
    YOUTH_PROTECTION = auto()
    CHILD_PROTECTION_BOARD = auto()
    BUURTTEAM = auto()
    OKT = auto()
    SCHOOL = auto()
    LAWYER = auto()
    COURT = auto()
    BANK = auto()
    MUNICIPALITY = auto()
    GGD = auto()
    INTRODUCTION = auto()
    OTHER = auto()


class FixedKind(StrEnum):
    """What takes place every week."""

    NETWORK_MEETING = auto()
    OWN_PROGRAMME = auto()


class State(StrEnum):
    """How far an appointment is; MOVED waits for a new yes from both sides."""

    PLANNED = auto()
    PREPARED = auto()
    CONFIRMED = auto()
    MOVED = auto()
    HELD = auto()
    CANCELLED = auto()
    NOT_SAFE = auto()
    NO_SHOW = auto()

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to take place."""
        return self in AHEAD


AHEAD = frozenset({State.PLANNED, State.PREPARED, State.CONFIRMED, State.MOVED})
OFF = frozenset({State.CANCELLED, State.NOT_SAFE, State.NO_SHOW})


class Side(StrEnum):
    """By whom something was called off or moved."""

    HER = auto()
    PARTNER = auto()
    US = auto()


class Presence(StrEnum):
    """What she wants of us, asked alone (R-141)."""

    INSIDE = auto()
    WAIT_OUTSIDE = auto()
    TRAVEL_TOGETHER = auto()
    NOT_NEEDED = auto()


class ArrivalSignal(StrEnum):
    """How whoever comes lets know that she is there (R-050)."""

    RING = auto()
    CALL = auto()
    WAIT_OUTSIDE = auto()
    COME_IN = auto()


class Support(StrEnum):
    """What we do at the talk; supporting and interpreting are two things (R-087)."""

    SUPPORT = auto()
    INTERPRETER = auto()
    BOTH = auto()


class BothSides(StrEnum):
    """What the two sides agreed to (mock-up 08a)."""

    SHE_WANTS_US = auto()
    PARTNER_KNOWS = auto()
    TIME_ALONE = auto()


class PlaceWord(StrEnum):
    """The one word for a place that may stand in a calendar; none of them tells anything."""

    NONE = auto()
    HERE = auto()
    THERE = auto()
    LIBRARY = auto()
    STATION = auto()
    CITY = auto()
    PHONE = auto()


class TimeStyle(StrEnum):
    """How the time stands on the paper she takes home, as she chose; at first it is left out."""

    LEFT_OUT = auto()
    DIGITS = auto()
    WORDS = auto()


class Punctual(StrEnum):
    """Whether the partner kept to the time."""

    ON_TIME = auto()
    LATE = auto()
    NOT_COME = auto()


class Wishes(StrEnum):
    """Whether what she wanted was done."""

    YES = auto()
    PARTLY = auto()
    NO = auto()


class Leaving(StrEnum):
    """How she went away."""

    CALM = auto()
    TENSE = auto()
    UNKNOWN = auto()


PROFESSIONAL_INTERPRETER = frozenset(
    {
        AppointmentKind.POLICE,
        AppointmentKind.COURT,
        AppointmentKind.CHILD_PROTECTION_BOARD,
        AppointmentKind.YOUTH_PROTECTION,
    }
)
"""Where a professional interpreter is advised, and nobody of ours (R-087)."""
