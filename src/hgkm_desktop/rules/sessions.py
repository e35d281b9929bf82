"""The code lists of information sessions (FACTS.md, appendix A): fixed codes, words may change."""

from enum import StrEnum, auto


class SessionTopic(StrEnum):
    """What it is about (R-065, R-107): the line in the figures; the title has words of its own."""

    SIGNALS_OF_VIOLENCE = auto()
    UPBRINGING = auto()
    EDUCATION_SYSTEM = auto()
    HEALTH_SYSTEM = auto()
    MONEY = auto()
    RIGHTS = auto()
    FGM = auto()
    FORCED_MARRIAGE = auto()
    DEPRESSION_MOOD = auto()
    SELF_IMAGE = auto()
    YOUTH_PROTECTION_TELLS = auto()
    SHELTER_TELLS = auto()
    VEILIG_THUIS_TELLS = auto()
    DIGITAL_SAFETY = auto()
    FATHERHOOD = auto()
    WORK = auto()
    SEXUAL_VIOLENCE = auto()
    OTHER = auto()


class SessionForm(StrEnum):
    """How it is told (R-084, R-094, R-171)."""

    TALK = auto()
    GROUP_TALK = auto()
    PERFORMANCE = auto()
    FILM = auto()
    CRAFT_WITH_TALK = auto()
    TRAINING = auto()
    WORKSHOP = auto()
    SPORT = auto()
    LECTURE = auto()
    COACHING = auto()
    MEDIATION = auto()
    PARENT_MEETING = auto()


class Audience(StrEnum):
    """For whom it is (R-181)."""

    WOMEN = auto()
    MEN = auto()
    MIXED = auto()
    FATHERS = auto()
    MOTHERS = auto()
    YOUTH = auto()
    ELDERLY = auto()
    LGBTQI = auto()
    OPEN = auto()


class BuildingBlock(StrEnum):
    """To which of the programme's six building blocks it belongs (R-001)."""

    DATA_ANALYSIS = auto()
    AWARENESS_DIALOGUE = auto()
    INFORMAL_FORMAL_COOPERATION = auto()
    TEMPORARY_RESTRAINING_ORDER = auto()
    TIME_OUT = auto()
    PERPETRATOR_APPROACH = auto()


class NameKind(StrEnum):
    """What stands on the list for somebody: never a surname, and it may be a number alone."""

    FIRST_NAME = auto()
    ALIAS = auto()
    NUMBER = auto()


class Place(StrEnum):
    """Whether somebody has a place. PASSED: asked from the waiting list, and could not be asked."""

    HAS_PLACE = auto()
    WAITING = auto()
    PASSED = auto()
    CANCELLED = auto()


WAITS = frozenset({Place.WAITING, Place.PASSED})


class Reading(StrEnum):
    """How somebody takes a paper in."""

    HERSELF = auto()
    ALOUD = auto()
    PICTURES = auto()


class ChildAge(StrEnum):
    """Age bands for who minds the children."""

    UNDER_4 = auto()
    FROM_4 = auto()
    FROM_8 = auto()
    FROM_12 = auto()


class Source(StrEnum):
    """How somebody heard of it (counted only)."""

    HERE_BEFORE = auto()
    FRIEND = auto()
    VOLUNTEER = auto()
    PARTNER = auto()
    SCHOOL = auto()
    POSTER = auto()
    AT_THE_DOOR = auto()
    OTHER = auto()


class Frequency(StrEnum):
    """How often a series repeats."""

    WEEKLY = auto()
    FORTNIGHTLY = auto()
    MONTHLY = auto()


class SchoolHolidayKind(StrEnum):
    """The holidays of the schools, in the order of a school year."""

    AUTUMN = auto()
    CHRISTMAS = auto()
    SPRING = auto()
    MAY = auto()
    SUMMER = auto()


class StepState(StrEnum):
    """How a small next step stands: "not now" is as good an answer as any (R-083)."""

    TO_DO = auto()
    DONE = auto()
    NOT_NOW = auto()
