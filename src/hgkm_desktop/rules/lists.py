"""The code lists of what is noted beside somebody: fixed codes (FACTS.md, appendix A)."""

from enum import StrEnum, auto


class NoteKind(StrEnum):
    """What a note is about."""

    TALK = auto()
    CALL = auto()
    ALONG = auto()
    SIGNAL = auto()
    CONSULT = auto()
    REVIEW = auto()
    OTHER = auto()


class Voice(StrEnum):
    """Whose words or number it is."""

    HERSELF = auto()
    CONFIDANT = auto()
    CHILD = auto()
    PARTNER = auto()


class Outcome(StrEnum):
    """How an attempt to reach her went."""

    SPOKE = auto()
    NO_ANSWER = auto()
    SOMEBODY_ELSE = auto()
    SENT = auto()


class Purpose(StrEnum):
    """What she may be asked consent for."""

    NOTES = auto()
    CONTACT_BY_US = auto()
    BRING_IN_NETWORK_MEETING = auto()
    SHARE_WITH_PARTNER = auto()
    INTERPRETER = auto()
    AFTERCARE_CHECK_IN = auto()
    ANONYMOUS_REPORT = auto()
    RESEARCH_AGGREGATE = auto()


class ConsentForm(StrEnum):
    """How she answered; asked and not answered is no yes."""

    ASKED = auto()
    ORAL = auto()
    WRITTEN = auto()
    REFUSED = auto()
    WITHDRAWN = auto()


YES = frozenset({ConsentForm.ORAL, ConsentForm.WRITTEN})


class LifeDomain(StrEnum):
    """The parts of a life where something plays, or that a partner may know of."""

    SAFETY = auto()
    HOME = auto()
    MONEY = auto()
    WORK = auto()
    HEALTH = auto()
    CHILDREN = auto()
    RESIDENCE = auto()
    NETWORK = auto()
    LANGUAGE = auto()
    LAW = auto()


class Worry(StrEnum):
    """What she fears; optional (R-042, R-226)."""

    LOSING_CHILDREN = auto()
    YOUTH_PROTECTION = auto()
    SHELTER = auto()
    POLICE = auto()
    HUSBAND = auto()
    FAMILY = auto()
    COMMUNITY = auto()
    MONEY = auto()
    HOME = auto()
    RESIDENCE = auto()
    NONE_SAID = auto()


class Barrier(StrEnum):
    """What stands in the way; optional (R-153, R-154)."""

    LAW_RULES = auto()
    HOUSING = auto()
    WAITING_LIST = auto()
    MONEY = auto()
    LANGUAGE = auto()
    RESIDENCE = auto()
    TRUST = auto()
    CHILDCARE = auto()
    NO_CONTACT_PERSON = auto()
    TOO_COMPLICATED = auto()


class PersonRole(StrEnum):
    """What somebody's part in it is; nobody is a name (R-006)."""

    EXPERIENCING = auto()
    USING_VIOLENCE = auto()
    BOTH = auto()
    CHILD = auto()
    BYSTANDER = auto()
    FAMILY = auto()
    UNCLEAR = auto()


class AgeBand(StrEnum):
    """Age in bands, never a birth date."""

    UNDER_4 = "0_3"
    UNDER_12 = "4_11"
    UNDER_18 = "12_17"
    UNDER_25 = "18_24"
    UNDER_45 = "25_44"
    UNDER_65 = "45_64"
    OLDER = "65_plus"
    UNKNOWN = "unknown"


class Knows(StrEnum):
    """What somebody knows of her coming here, or may never know."""

    EVERYTHING = auto()
    THAT_SHE_COMES = auto()
    NOTHING = auto()
    MUST_NOT_KNOW = auto()
    UNKNOWN = auto()


class GuideStep(StrEnum):
    """The five steps of the guide (FACTS.md 3.1)."""

    SIGNALS = auto()
    CONSULT = auto()
    TALK = auto()
    WEIGH = auto()
    DECIDE = auto()


class ReferralKind(StrEnum):
    """To what she, or he, was shown the way; kept short, the partner directory knows the rest."""

    SUPPORT_GROUP = auto()
    SHELTER = auto()
    BUURTTEAM = auto()
    YOUTH_PROTECTION = auto()
    HEALTH = auto()
    LAWYER = auto()
    DEBT_HELP = auto()
    OTHER = auto()


class ReferralStatus(StrEnum):
    """How far it came; it counts once somebody was there (R-202)."""

    DISCUSSED = auto()
    AGREED = auto()
    REGISTERED = auto()
    FIRST_MEETING = auto()
    STILL_ATTENDING = auto()
    STOPPED = auto()
    REFUSED = auto()
    NOT_AVAILABLE = auto()


ATTENDED = frozenset({ReferralStatus.FIRST_MEETING, ReferralStatus.STILL_ATTENDING})


class Area(StrEnum):
    """The parts of the city and the places around it."""

    NIEUW_WEST = auto()
    ZUIDOOST = auto()
    WEST = auto()
    NOORD = auto()
    OOST = auto()
    ZUID = auto()
    CENTRUM = auto()
    WEESP = auto()
    AALSMEER = auto()
    AMSTELVEEN = auto()
    DIEMEN = auto()
    OUDER_AMSTEL = auto()
    UITHOORN = auto()
    ELSEWHERE = auto()
    UNKNOWN = auto()
