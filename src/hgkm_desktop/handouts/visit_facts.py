"""What stands in the preparation of an appointment: each fact with its label, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from hgkm_desktop import clock
from hgkm_desktop.rules import day_words, going_words, words
from hgkm_desktop.rules.appointment import Details, Interpreter, Visit
from hgkm_desktop.texts import tr


@dataclass(frozen=True, repr=False)
class PreparationNames:
    """The names and words an appointment only knows by their ids."""

    her: str
    code: str = ""
    partner: str = ""
    person: str = ""
    direct: str = ""
    first: str = ""
    reserve: str = ""
    language: str = ""


@dataclass(frozen=True, repr=False)
class Fact:
    """A label, the main words under it (none: not agreed yet), and what is added to them."""

    label: str
    main: str
    more: tuple[str, ...] = ()


def when(visit: Visit) -> tuple[str, str]:
    """Return the day, and from when till when; the last day too when it is another one."""
    starts, ends = clock.local(visit.starts), clock.local(visit.ends)
    till = _time(ends)
    if ends.date() != starts.date():
        till = f"{_day(ends.date())} {till}"
    return f"{_day(starts.date())} {starts.year}", f"{_time(starts)} – {till}"


def facts(visit: Visit, names: PreparationNames) -> list[Fact]:
    """Return everything that was agreed, two by two; what is not known says so."""
    told = visit.details
    return [
        Fact(tr("Meeting up"), _meeting(told)),
        Fact(tr("Where it is"), told.place),
        Fact(
            tr("With whom"),
            names.partner or told.partner_words or going_words.word(told.kind),
            _kind(told, names),
        ),
        Fact(tr("Who talks with her"), _person(told, names), tuple(_met(told))),
        Fact(tr("Who goes along"), names.first, (_reserve(names.reserve),)),
        Fact(tr("Sign when we arrive"), going_words.word(told.signal) if told.signal else ""),
        Fact(
            tr("What she wants of us"),
            going_words.word(told.presence) if told.presence else "",
            (_asked(told),),
        ),
        Fact(tr("What we do"), going_words.word(told.support), _interpreting(told, names)),
    ]


def wants_to_talk_about(told: Details) -> list[str]:
    """Return what she wants to talk about: the parts of her life, and what it is for."""
    domains = " · ".join(words.word(domain) for domain in told.domains)
    return [text for text in (domains, told.purpose) if text]


def lists() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what to think of before, during and after (FACTS.md 6.6 A; R-298)."""
    yield (
        tr("Before, alone with her"),
        (
            tr("Do I come inside, or wait outside? She chooses."),
            tr("What time exactly? Who comes? Does she know them?"),
            tr("What do we not talk about when others are there?"),
            tr("Is an interpreter needed? Never let a child do it."),
        ),
    )
    yield (
        tr("During the talk"),
        (
            tr("She talks. You support her."),
            tr("You do not speak for her."),
            tr("Ask for a break when she needs one."),
            tr("Do you disturb the talk? Then they may refuse you."),
        ),
    )
    yield (
        tr("Afterwards"),
        (
            tr("What was agreed? Who does what?"),
            tr("When do we hear something?"),
            tr("Is it still safe to call her? Ask again."),
        ),
    )


def _meeting(told: Details) -> str:
    at = _time(told.meet_at) if told.meet_at else ""
    return " · ".join(part for part in (at, told.meet_where) if part)


def _kind(told: Details, names: PreparationNames) -> tuple[str, ...]:
    is_named = names.partner or told.partner_words
    return (going_words.word(told.kind),) if is_named else ()


def _person(told: Details, names: PreparationNames) -> str:
    """Return who it is and, on a line of its own, how to reach her at once."""
    direct = tr("Direct line: {number}").format(number=names.direct) if names.direct else ""
    return "\n".join(part for part in (names.person or told.person_words, direct) if part)


def _met(told: Details) -> Iterator[str]:
    if told.has_met is not None:
        yield tr("She knows this person.") if told.has_met else tr("She never met this person.")
    if told.not_met_reason:
        yield told.not_met_reason


def _reserve(name: str) -> str:
    return tr("In reserve: {name}").format(name=name) if name else tr("There is no reserve yet.")


def _asked(told: Details) -> str:
    if told.was_asked_alone:
        return tr("We asked her alone.")
    return tr("We did not ask her alone yet.")


def _interpreting(told: Details, names: PreparationNames) -> tuple[str, ...]:
    language = (tr("Language: {language}").format(language=names.language),)
    spoken = language if names.language else ()
    return (*spoken, *_interpreter(told.interpreter)) if told.interpreter else spoken


def _interpreter(interpreter: Interpreter) -> Iterator[str]:
    name = interpreter.name or tr("not known yet")
    yield tr("Interpreter: {name}").format(name=name)
    if interpreter.wish:
        yield interpreter.wish
    yield tr("The interpreter said yes.") if interpreter.is_sure else tr("Not sure yet.")


def _day(day: date) -> str:
    return tr("{weekday} {day} {month}").format(
        weekday=day_words.weekdays()[day.weekday()],
        day=day.day,
        month=day_words.months()[day.month - 1],
    )


def _time(at: datetime | time) -> str:
    return f"{at.hour}.{at.minute:02}"
