"""The words for the code lists: short, at B1, as on the mock-ups.

`label` is the word on forms and in sentences; `short` the word for a narrow column or a badge
where the full one is long or starts with a capital it does not need. Codes are fixed in the file;
words may change (FACTS.md, appendix A).
"""

from enum import StrEnum
from functools import cache

from hgkm_desktop.models.codes import (
    Act,
    ContactBy,
    ContactSetting,
    FollowUp,
    HarmKind,
    HelpTopic,
    Language,
    Role,
    SignalLevel,
    TellsAbout,
    Urgency,
    Visit,
)
from hgkm_desktop.texts import current, tr

Words = dict[StrEnum, str]


def label(code: StrEnum) -> str:
    """Return the word for a code, in the language on the screen."""
    return _labels(current())[(type(code), code.value)]


def short(code: StrEnum) -> str:
    """Return the word for a column or badge (Darija); the full one where it is short already."""
    return _shorts(current()).get((type(code), code.value)) or label(code)


@cache
def _labels(_language: str) -> dict[tuple[type[StrEnum], str], str]:
    parts = (
        _roles(),
        _settings(),
        _topics(),
        _languages(),
        _visits(),
        _harms(),
        _contacts(),
        _acts(),
    )
    return {(type(code), code.value): word for part in parts for code, word in part.items()}


@cache
def _shorts(_language: str) -> dict[tuple[type[StrEnum], str], str]:
    words: Words = {
        Language.ARABIC_MOROCCAN: tr("Darija"),
        Visit.NEW: tr("new"),
        Visit.KNOWN: tr("known"),
        FollowUp.PLAN_TALK: tr("Talk"),
        HelpTopic.BENEFIT: tr("Benefit"),
        HelpTopic.HEALTH_INSURANCE: tr("Insurance"),
    }
    return {(type(code), code.value): word for code, word in words.items()}


def _roles() -> Words:
    return {
        Role.VOLUNTEER: tr("volunteer"),
        Role.CONFIDANT: tr("confidant"),
        Role.STAFF: tr("staff member"),
        Role.COORDINATOR: tr("coordinator"),
        Role.ADMINISTRATOR: tr("administrator"),
    }


def _settings() -> Words:
    return {
        ContactSetting.WALK_IN: tr("Walk-in"),
        ContactSetting.CONSULTATION_HOUR: tr("Consultation hour"),
        ContactSetting.MONEY_CONSULTATION: tr("Money consultation hour"),
        ContactSetting.ACTIVITY_CRAFT: tr("Crafts"),
        ContactSetting.ACTIVITY_SEWING: tr("Sewing morning"),
        ContactSetting.ACTIVITY_COFFEE: tr("Coffee morning"),
        ContactSetting.LANGUAGE_CLASS: tr("Language class"),
        ContactSetting.TRAINING: tr("Course"),
        ContactSetting.SESSION: tr("Information session"),
        ContactSetting.PHONE: tr("Telephone"),
        ContactSetting.APP_MESSAGE: tr("App message"),
        ContactSetting.EMAIL: tr("Email"),
        ContactSetting.STREET_SPORT: tr("In the street or at sports"),
        ContactSetting.HOME_VISIT: tr("Home visit"),
        ContactSetting.NETWORK_MEETING: tr("Network meeting"),
        ContactSetting.SCHOOL: tr("School"),
        ContactSetting.STUDIO_YOUTH: tr("Youth studio"),
        ContactSetting.OTHER: tr("Somewhere else"),
    }


def _topics() -> Words:
    return {
        HelpTopic.LETTER_FORM: tr("Papers"),
        HelpTopic.BENEFIT: tr("Benefit or allowance"),
        HelpTopic.DEBT: tr("Money"),
        HelpTopic.HEALTH_INSURANCE: tr("Health insurance"),
        HelpTopic.BANK: tr("Bank"),
        HelpTopic.DIGITAL: tr("Computer and phone"),
        HelpTopic.WORK: tr("Work"),
        HelpTopic.HOUSING: tr("Housing"),
        HelpTopic.RESIDENCE: tr("Right to stay"),
        HelpTopic.UPBRINGING: tr("Children"),
        HelpTopic.HEALTH: tr("Health"),
        HelpTopic.MOOD: tr("Feeling low"),
        HelpTopic.DIVORCE: tr("Divorce"),
        HelpTopic.SAFETY: tr("At home"),
        HelpTopic.GOING_ALONG: tr("Going along"),
        HelpTopic.INFORMATION: tr("Information"),
        HelpTopic.DUTCH: tr("Dutch"),
        HelpTopic.ALONE: tr("Being alone"),
        HelpTopic.OTHER: tr("Something else"),
    }


def _languages() -> Words:
    return {
        Language.DUTCH: tr("Dutch"),
        Language.ARABIC_MOROCCAN: tr("Arabic (Darija)"),
        Language.ARABIC: tr("Arabic"),
        Language.TAMAZIGHT: tr("Tamazight"),
        Language.TURKISH: tr("Turkish"),
        Language.SOMALI: tr("Somali"),
        Language.TIGRINYA: tr("Tigrinya"),
        Language.ENGLISH: tr("English"),
        Language.SRANAN_TONGO: tr("Sranan Tongo"),
        Language.PAPIAMENTO: tr("Papiamento"),
        Language.SPANISH: tr("Spanish"),
        Language.PORTUGUESE: tr("Portuguese"),
        Language.FRENCH: tr("French"),
        Language.TWI: tr("Twi"),
        Language.URDU: tr("Urdu"),
        Language.DARI: tr("Dari"),
        Language.FARSI: tr("Farsi"),
        Language.UKRAINIAN: tr("Ukrainian"),
        Language.POLISH: tr("Polish"),
        Language.SIGN_LANGUAGE: tr("Sign language"),
        Language.OTHER: tr("Another language"),
    }


def _visits() -> Words:
    return {
        Visit.NEW: tr("New"),
        Visit.KNOWN: tr("Known"),
        SignalLevel.NONE: tr("none"),
        SignalLevel.VAGUE: tr("vague"),
        SignalLevel.CLEAR: tr("clear"),
        SignalLevel.ACUTE: tr("acute"),
        TellsAbout.SELF: tr("herself"),
        TellsAbout.SOMEONE_ELSE: tr("someone else"),
        TellsAbout.NOT_CLEAR: tr("not clear"),
        Urgency.NOW: tr("now"),
        Urgency.SOON: tr("this week"),
        Urgency.CALM: tr("calm"),
        FollowUp.NONE_NEEDED: tr("Nothing needed"),
        FollowUp.COMES_BACK: tr("Comes back"),
        FollowUp.PLAN_TALK: tr("Plan a talk"),
        FollowUp.GUIDANCE: tr("Guidance"),
    }


def _harms() -> Words:
    return {
        HarmKind.NOT_NAMED: tr("not named"),
        HarmKind.PARTNER_VIOLENCE: tr("violence by a partner"),
        HarmKind.EX_PARTNER_VIOLENCE: tr("violence by an ex-partner"),
        HarmKind.CHILD_ABUSE_PHYSICAL: tr("a child is hit"),
        HarmKind.CHILD_ABUSE_EMOTIONAL: tr("a child is humiliated or frightened"),
        HarmKind.NEGLECT: tr("neglect"),
        HarmKind.WITNESSING: tr("children see or hear violence"),
        HarmKind.SEXUAL_VIOLENCE: tr("sexual violence"),
        HarmKind.COERCIVE_CONTROL: tr("controlled and cut off"),
        HarmKind.ECONOMIC_VIOLENCE: tr("no say over money"),
        HarmKind.STALKING: tr("stalking"),
        HarmKind.DIGITAL_VIOLENCE: tr("violence by phone or internet"),
        HarmKind.ELDER_ABUSE: tr("violence against an older person"),
        HarmKind.VIOLENCE_AGAINST_PARENTS: tr("violence against parents"),
        HarmKind.HONOUR_RELATED: tr("violence over family honour"),
        HarmKind.FORCED_MARRIAGE: tr("forced marriage"),
        HarmKind.ABANDONMENT_ABROAD: tr("left behind abroad"),
        HarmKind.CONFINEMENT: tr("kept indoors"),
        HarmKind.FGM: tr("girls' circumcision"),
        HarmKind.COMPLEX_DIVORCE: tr("a divorce full of conflict"),
        HarmKind.TRAFFICKING_SEXUAL: tr("forced into sex work"),
        HarmKind.TRAFFICKING_LABOUR: tr("forced to work"),
        HarmKind.TRAFFICKING_CRIMINAL: tr("forced to commit crimes"),
        HarmKind.DISCRIMINATION: tr("discrimination"),
        HarmKind.OTHER: tr("another kind"),
    }


def _contacts() -> Words:
    return {
        ContactBy.SELF: tr("she herself"),
        ContactBy.FAMILY: tr("family"),
        ContactBy.NEIGHBOUR: tr("someone from the neighbourhood"),
        ContactBy.FRIEND: tr("a friend"),
        ContactBy.PROFESSIONAL: tr("a professional"),
        ContactBy.VOLUNTEER: tr("a volunteer"),
        ContactBy.CHILD: tr("a child"),
        ContactBy.UNKNOWN: tr("not known"),
    }


def _acts() -> Words:
    return {
        Act.CREATE: tr("made"),
        Act.CHANGE: tr("changed"),
        Act.DELETE: tr("deleted"),
        Act.READ: tr("read"),
        Act.SEARCH: tr("searched"),
        Act.PRINT: tr("printed"),
        Act.EXPORT: tr("exported"),
        Act.GRANT: tr("gave access"),
        Act.REVOKE: tr("took access away"),
        Act.SIGN_IN: tr("signed in"),
        Act.SIGN_OUT: tr("signed out"),
        Act.REFUSED: tr("was refused"),
        Act.BACKUP: tr("made a copy"),
        Act.RESTORE: tr("put a copy back"),
        Act.MIGRATE: tr("brought the file up to date"),
        Act.RECOVER: tr("tested the recovery sheet"),
    }
