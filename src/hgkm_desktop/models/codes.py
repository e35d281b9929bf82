"""The code lists: fixed codes in the file, words on the screen (FACTS.md, appendix A)."""

from collections.abc import Collection
from enum import StrEnum, auto


class Role(StrEnum):
    """What a member may do; she can have several (PRODUCT.md, Roles)."""

    VOLUNTEER = auto()
    CONFIDANT = auto()
    STAFF = auto()
    COORDINATOR = auto()
    ADMINISTRATOR = auto()


def main_role(roles: Collection[Role]) -> Role:
    """Return the role somebody is shown by when she has several."""
    order = (Role.COORDINATOR, Role.ADMINISTRATOR, Role.CONFIDANT, Role.STAFF)
    return next((role for role in order if role in roles), Role.VOLUNTEER)


class ContactSetting(StrEnum):
    """Where a contact took place (R-038, R-072)."""

    WALK_IN = auto()
    CONSULTATION_HOUR = auto()
    MONEY_CONSULTATION = auto()
    ACTIVITY_CRAFT = auto()
    ACTIVITY_SEWING = auto()
    ACTIVITY_COFFEE = auto()
    LANGUAGE_CLASS = auto()
    TRAINING = auto()
    SESSION = auto()
    PHONE = auto()
    APP_MESSAGE = auto()
    EMAIL = auto()
    STREET_SPORT = auto()
    HOME_VISIT = auto()
    NETWORK_MEETING = auto()
    SCHOOL = auto()
    STUDIO_YOUTH = auto()
    OTHER = auto()


class HelpTopic(StrEnum):
    """What it was about (R-100); `dutch` and `alone` come from the mock-ups' nine chips."""

    LETTER_FORM = auto()
    BENEFIT = auto()
    DEBT = auto()
    HEALTH_INSURANCE = auto()
    BANK = auto()
    DIGITAL = auto()
    WORK = auto()
    HOUSING = auto()
    RESIDENCE = auto()
    UPBRINGING = auto()
    HEALTH = auto()
    MOOD = auto()
    DIVORCE = auto()
    SAFETY = auto()
    GOING_ALONG = auto()
    INFORMATION = auto()
    DUTCH = auto()
    ALONE = auto()
    OTHER = auto()


CHIP_TOPICS = (
    HelpTopic.DEBT,
    HelpTopic.HOUSING,
    HelpTopic.UPBRINGING,
    HelpTopic.HEALTH,
    HelpTopic.SAFETY,
    HelpTopic.LETTER_FORM,
    HelpTopic.DUTCH,
    HelpTopic.WORK,
    HelpTopic.ALONE,
)
"""The topics behind the number keys 1 to 9."""


class Language(StrEnum):
    """The language spoken (start list of appendix A)."""

    DUTCH = auto()
    ARABIC_MOROCCAN = auto()
    ARABIC = auto()
    TAMAZIGHT = auto()
    TURKISH = auto()
    SOMALI = auto()
    TIGRINYA = auto()
    ENGLISH = auto()
    SRANAN_TONGO = auto()
    PAPIAMENTO = auto()
    SPANISH = auto()
    PORTUGUESE = auto()
    FRENCH = auto()
    TWI = auto()
    URDU = auto()
    DARI = auto()
    FARSI = auto()
    UKRAINIAN = auto()
    POLISH = auto()
    SIGN_LANGUAGE = auto()
    OTHER = auto()


class Visit(StrEnum):
    """Whether she has been here before; nobody is identified by it (R-134)."""

    NEW = auto()
    KNOWN = auto()


class SignalLevel(StrEnum):
    """How clear a signal of unsafety was."""

    NONE = auto()
    VAGUE = auto()
    CLEAR = auto()
    ACUTE = auto()


class TellsAbout(StrEnum):
    """Whose story it is, as told; never converted automatically (R-085)."""

    SELF = auto()
    SOMEONE_ELSE = auto()
    NOT_CLEAR = auto()


class Urgency(StrEnum):
    """How soon something has to happen (R-086): danger today, this week, calm."""

    NOW = auto()
    SOON = auto()
    CALM = auto()


class FollowUp(StrEnum):
    """What comes after the visit; no value forces a next step (R-040)."""

    NONE_NEEDED = auto()
    COMES_BACK = auto()
    PLAN_TALK = auto()
    GUIDANCE = auto()


class ContactBy(StrEnum):
    """Who made the contact."""

    SELF = auto()
    FAMILY = auto()
    NEIGHBOUR = auto()
    FRIEND = auto()
    PROFESSIONAL = auto()
    VOLUNTEER = auto()
    CHILD = auto()
    UNKNOWN = auto()


class HarmKind(StrEnum):
    """Kinds of violence; optional, may stay "not named" (R-039). Sealed, never in the open."""

    NOT_NAMED = auto()
    PARTNER_VIOLENCE = auto()
    EX_PARTNER_VIOLENCE = auto()
    CHILD_ABUSE_PHYSICAL = auto()
    CHILD_ABUSE_EMOTIONAL = auto()
    NEGLECT = auto()
    WITNESSING = auto()
    SEXUAL_VIOLENCE = auto()
    COERCIVE_CONTROL = auto()
    ECONOMIC_VIOLENCE = auto()
    STALKING = auto()
    DIGITAL_VIOLENCE = auto()
    ELDER_ABUSE = auto()
    VIOLENCE_AGAINST_PARENTS = auto()
    HONOUR_RELATED = auto()
    FORCED_MARRIAGE = auto()
    ABANDONMENT_ABROAD = auto()
    CONFINEMENT = auto()
    FGM = auto()
    COMPLEX_DIVORCE = auto()
    TRAFFICKING_SEXUAL = auto()
    TRAFFICKING_LABOUR = auto()
    TRAFFICKING_CRIMINAL = auto()
    DISCRIMINATION = auto()
    OTHER = auto()


class Act(StrEnum):
    """What a line of the audit log says was done."""

    CREATE = auto()
    CHANGE = auto()
    DELETE = auto()
    READ = auto()
    SEARCH = auto()
    PRINT = auto()
    EXPORT = auto()
    GRANT = auto()
    REVOKE = auto()
    SIGN_IN = auto()
    SIGN_OUT = auto()
    REFUSED = auto()
    BACKUP = auto()
    RESTORE = auto()
    MIGRATE = auto()
    RECOVER = auto()
