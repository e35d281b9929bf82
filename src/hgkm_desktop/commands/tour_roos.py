"""Roos, whom Hatice stands beside since September: her autumn, as in the mock-ups."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any

from hgkm_desktop.models import new_id
from hgkm_desktop.rules import clocks
from hgkm_desktop.rules.bodies import (
    Agreement,
    Consent,
    Household,
    Note,
    Person,
    Plan,
    Promise,
    Score,
    Situation,
)
from hgkm_desktop.rules.contact import Channel, SafeContact, Window
from hgkm_desktop.rules.lists import (
    AgeBand,
    Barrier,
    ConsentForm,
    Knows,
    LifeDomain,
    NoteKind,
    Outcome,
    PersonRole,
    Purpose,
    Voice,
    Worry,
)
from hgkm_desktop.services import (
    around_her,
    case_notes,
    consents,
    safe_contact,
)

D = LifeDomain
Do = Callable[..., Any]
Done = list[tuple[datetime, Do, tuple[object, ...]]]


def at(month: int, day: int, hour: int = 10, minute: int = 0) -> datetime:
    """Return a moment of the autumn of the mock-ups, in Amsterdam's winter hour."""
    return datetime(2026, month, day, hour - 1, minute, tzinfo=UTC)


def autumn() -> Done:
    """Return what was noted of her, and when: moment, service, and what it was given."""
    return [*_beginning(), *_contact(), *_autumn(), *_house()]


def order() -> clocks.Clock:
    """Return the restraining order that runs."""
    return clocks.Clock(
        clocks.Kind.RESTRAINING_ORDER,
        at(11, 13, 18),
        10,
        "Hij mag weer naar huis. Hatice belt het Buurtteam op vrijdag.",
        "Hatice, vanaf 17.00",
    )


def score(day: date, number: int, voice: Voice, name: str, why: str = "", up: str = "") -> Score:
    """Return one voice's number of a day."""
    return Score(day, number, voice, name, why, up)


def _beginning() -> Done:
    numbers = (
        (at(9, 2), 2, Voice.HERSELF, ""),
        (at(9, 4), 3, Voice.CONFIDANT, "Hatice"),
        (at(9, 15), 3, Voice.HERSELF, ""),
        (at(9, 21), 4, Voice.CHILD, "Zoon, 9"),
        (at(9, 30), 3, Voice.HERSELF, ""),
        (at(10, 1), 5, Voice.PARTNER, "Buurtteam"),
        (at(10, 7), 4, Voice.CONFIDANT, "Hatice"),
        (at(10, 11), 5, Voice.CHILD, "Zoon, 9"),
        (at(10, 14), 5, Voice.HERSELF, ""),
        (at(10, 21), 4, Voice.CONFIDANT, "Hatice"),
        (at(10, 23), 6, Voice.PARTNER, "Buurtteam"),
        (at(10, 28), 4, Voice.HERSELF, ""),
        (at(10, 31), 3, Voice.CHILD, "Zoon, 9"),
        (at(11, 4), 3, Voice.CONFIDANT, "Hatice"),
    )
    return [
        (moment, around_her.score, (score(moment.date(), number, voice, name),))
        for moment, number, voice, name in numbers
    ]


def _yes(receiver: str, person: str, why: str, until: date, *parts: LifeDomain) -> Consent:
    return Consent(
        Purpose.SHARE_WITH_PARTNER,
        ConsentForm.ORAL,
        date(2026, 11, 3),
        receiver,
        person,
        why,
        parts,
        until,
        "Darija",
        "Hatice",
        text_version="1.0",
    )


def _contact() -> Done:
    agreed = SafeContact(
        channels=frozenset({Channel.CALL}),
        number="06-12345678",
        windows=(Window(frozenset({0, 2}), time(10), time(12)),),
        name_we_use="Hatice van de kookgroep",
        voicemail="",
        if_another_answers="Sorry, verkeerd verbonden.",
        if_line_drops="Zij belt terug.",
        code_word="blauwe stof",
        until=date(2026, 12, 3),
    )
    call = Consent(Purpose.CONTACT_BY_US, ConsentForm.ORAL, date(2026, 11, 3), heard_by="Hatice")
    team = _yes(
        "Buurtteam Osdorp", "Jolanda", "Woning zoeken", date(2027, 1, 31), D.HOME, D.CHILDREN
    )
    words = "Alleen Jolanda, niet haar collega’s."
    asked = partial(Consent, Purpose.SHARE_WITH_PARTNER)
    answers = (
        replace(team, her_words=words),
        _yes("School", "juf Marieke", "Zoon is stil", date(2026, 12, 18), D.CHILDREN),
        _yes("Huisarts", "", "Slapen", date(2026, 11, 22), D.HEALTH),
        asked(ConsentForm.REFUSED, date(2026, 11, 3), "Blijf Groep", why="Wil ze nu niet"),
        asked(ConsentForm.ASKED, date(2026, 11, 10), "Veilig Thuis", why="Advies vragen"),
    )
    first = at(11, 3)
    return [
        (first, consents.answer, (call,)),
        (first, safe_contact.agree, (agreed,)),
        *((at(11, 10), consents.answer, (answer,)) for answer in answers),
    ]


def _autumn() -> Done:
    heard = "“Ik slaap pas als de deur op slot is.” Ze had haar jas aan, het hele gesprek."
    thought = "Ze wil mee naar het Buurtteam, maar is bang dat hij het hoort."
    early = Note(at(11, 10, 14), "Ze vertelde over de zomer. Haar zoon is stil op school.")
    now = at(11, 19, 9, 5)
    team, son, hers, ours = _numbers()
    return [
        (at(11, 10, 15), case_notes.write, (early,)),
        (at(11, 10, 16), around_her.score, (team,)),
        (at(11, 16, 11, 10), safe_contact.tried, (Channel.CALL, Outcome.NO_ANSWER)),
        (at(11, 16, 15), around_her.score, (son,)),
        (at(11, 18), around_her.score, (hers,)),
        (at(11, 18, 11), around_her.score, (ours,)),
        (now, case_notes.write, (Note(now, heard, thought, NoteKind.TALK),)),
    ]


def _numbers() -> tuple[Score, Score, Score, Score]:
    """Return what the partner, the son, she herself and a confidant gave (06c)."""
    calm, higher = "Hij is niet in huis. Dat geeft rust.", "ze weet wie er zondag is."
    first, second, third = date(2026, 11, 10), date(2026, 11, 16), date(2026, 11, 18)
    unsure, sure = "Woning nog niet zeker.", "de woning zeker is."
    return (
        score(first, 4, Voice.PARTNER, "Buurtteam", unsure, sure),
        score(second, 6, Voice.CHILD, "Zoon, 9", "Ik slaap weer in mijn eigen bed."),
        score(third, 5, Voice.HERSELF, "", calm, higher),
        score(third, 4, Voice.CONFIDANT, "Hatice", "Nog geen plan voor maandag."),
    )


def _people() -> tuple[Person, ...]:
    using, family, child = PersonRole.USING_VIOLENCE, PersonRole.FAMILY, PersonRole.CHILD
    her, hidden, young = PersonRole.EXPERIENCING, Knows.MUST_NOT_KNOW, AgeBand.UNDER_12
    told = (
        ("Roos", her, AgeBand.UNDER_45, True, Knows.EVERYTHING),
        ("Zoon", child, young, True, Knows.THAT_SHE_COMES),
        ("Dochter", child, young, True, Knows.NOTHING),
        ("Haar man", using, AgeBand.UNDER_45, False, hidden),
        ("Schoonmoeder", family, AgeBand.UNDER_65, False, hidden),
    )
    words = (
        "Slaapt slecht. Wil in het huis blijven.",
        "Gaf zelf een 6 voor veiligheid.",
        "Gaat mee naar de naailes.",
        "Werkt ma en wo, 9–13 uur. Leest haar telefoon.",
        "Komt vaak langs op vrijdag.",
    )
    return tuple(Person(*each, said) for each, said in zip(told, words, strict=True))


def _house() -> Done:
    plan = Plan("Haar zus en Hatice", date(2026, 11, 10), date(2026, 12, 10), "Bij haar zus")
    home = Household(_people(), "Haar zus. De buurvrouw van boven. De juf.", plan)
    plays = Situation(
        "“Ik wil dat het stopt, niet dat hij weggaat.”",
        worries=(Worry.LOSING_CHILDREN, Worry.HOME),
        barriers=(Barrier.HOUSING,),
        domains={D.HOME: "Samen een woning zoeken.", D.CHILDREN: "School weet ervan."},
        not_to_discuss="geld, de afspraak bij het Buurtteam",
    )
    promise = Promise(
        new_id(),
        "Belt over de woning.",
        "Jolanda, Buurtteam",
        date(2026, 11, 20),
        otherwise="Wij bellen Jolanda om 12.30.",
    )
    lines = (
        "Geen post naar huis. Papier blijft bij ons.",
        "Zij zegt “genoeg”: dan stoppen we meteen.",
    )
    when = at(11, 17)
    return [
        (when, around_her.household, (home,)),
        (when, around_her.situation, (plays,)),
        (when, around_her.promise, (promise,)),
        *((when, around_her.agreement, (Agreement(new_id(), line),)) for line in lines),
    ]
