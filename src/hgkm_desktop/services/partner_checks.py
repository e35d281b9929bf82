"""What a partner, a person there and an agreement must be before they are kept; no session."""

import re
from collections.abc import Callable
from datetime import date

from hgkm_desktop.models import Partner, PartnerAgreement, PartnerPerson, Record
from hgkm_desktop.rules import opening
from hgkm_desktop.rules.partners import SECRET_PLACES, PartnerType
from hgkm_desktop.services.fields import clean, one_line, problem_with, problem_with_name
from hgkm_desktop.texts import tr

LINE = 120
TEXT = 1000
NUMBER = 30
FIRST_YEAR, LAST_YEAR = 1950, 2100
_NUMBER = re.compile(r"\+?(?:[0-9() -]*)")
_MOST_DIGITS = 15

_LINES = {"name", "type_words", "night_words", "hours_words", "address"}
_TEXTS = ("does", "does_not", "bring", "costs")
_NUMBERS = ("general_number", "night_number")


def tidy_partner(partner: Partner) -> dict[str, str]:
    """Clean what was typed, in place; return what is wrong by field."""
    _tidy(partner, one_line, *_LINES, *_NUMBERS)
    _tidy(partner, _clean, *_TEXTS)
    if partner.type is not PartnerType.OTHER:
        partner.type_words = ""
    problems = {name: _long(getattr(partner, name), LINE) for name in _LINES}
    problems |= {name: _long(getattr(partner, name), TEXT) for name in _TEXTS}
    problems |= {name: _problem_with_number(getattr(partner, name)) for name in _NUMBERS}
    problems["name"] = problem_with_name(partner.name) or problems["name"]
    problems["hours"] = problem_with_hours(partner.hours)
    if partner.address and partner.type in SECRET_PLACES:
        problems["address"] = tr("We never write down where a shelter is. Take this out.")
    return _found(problems)


def tidy_person(person: PartnerPerson) -> dict[str, str]:
    """Clean what was typed, in place; return what is wrong by field."""
    _tidy(person, one_line, "name", "does", "direct_number", "hours_words")
    problems = {name: _long(getattr(person, name), LINE) for name in ("does", "hours_words")}
    problems["name"] = problem_with_name(person.name) or problem_with(person.name)
    problems["direct_number"] = _problem_with_number(person.direct_number)
    problems["hours"] = problem_with_hours(person.hours)
    problems["since"] = problem_with_day(person.since)
    problems["until"] = problem_with_day(person.until)
    if person.since and person.until and person.since > person.until:
        problems["until"] = tr("This day is before the first day.")
    if person.stand_in_id == person.id:
        problems["stand_in"] = tr("Nobody stands in for herself. Choose somebody else.")
    return _found(problems)


def tidy_agreement(agreement: PartnerAgreement) -> dict[str, str]:
    """Clean what was typed, in place; return what is wrong by field."""
    _tidy(agreement, _clean, "text")
    problems = {"text": problem_with(agreement.text, TEXT)}
    if not agreement.text:
        problems["text"] = tr("Write what was agreed.")
    for name in ("agreed_on", "look_again", "ended_on"):
        day: date | None = getattr(agreement, name)
        problems[name] = problem_with_day(day)
        if day and agreement.agreed_on and day < agreement.agreed_on:
            problems[name] = tr("This day is before the day of the agreement.")
    return _found(problems)


def problem_with_hours(packed: str) -> str:
    """Return why opening hours cannot be kept, "" when they can."""
    try:
        return opening.problem_with(opening.unpack(packed))
    except ValueError:
        return tr("Look at the hours once more.")


def problem_with_day(day: date | None) -> str:
    """Return why a day cannot be: a typing error in the year."""
    if day is None or FIRST_YEAR <= day.year <= LAST_YEAR:
        return ""
    return tr("Look at the year once more.")


def _long(text: str, longest: int) -> str | None:
    return problem_with(text, longest) if text else None


def _problem_with_number(number: str) -> str | None:
    if not number:
        return None
    digits = sum(map(str.isdigit, number))
    if not _NUMBER.fullmatch(number) or not 3 <= digits <= _MOST_DIGITS or len(number) > NUMBER:
        return tr("Type the number with digits only.")
    return problem_with(number)


def _tidy(record: Record, how: Callable[[str], str], *names: str) -> None:
    for name in names:
        if typed := getattr(record, name):
            setattr(record, name, how(typed))


def _clean(text: str) -> str:
    """Return a cleaned text; of a megabyte only the beginning, which is too long as well."""
    return clean(text[: 2 * TEXT])


def _found(problems: dict[str, str | None]) -> dict[str, str]:
    return {name: wrong for name, wrong in problems.items() if wrong}
