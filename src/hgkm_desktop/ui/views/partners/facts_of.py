"""What a card says: the facts of a partner, of a person, and how it was before."""

from collections.abc import Sequence
from datetime import date

from hgkm_desktop.models import PartnerAgreement, PartnerPerson
from hgkm_desktop.rules import opening
from hgkm_desktop.rules import words as rule_words
from hgkm_desktop.rules.partner_words import word
from hgkm_desktop.services.partners import PartnerCard
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_without_weekday
from hgkm_desktop.ui.names import inside, shown
from hgkm_desktop.ui.views.partners import words


def facts(card: PartnerCard, *, veiled: bool) -> list[tuple[str, str]]:
    """Return what is told of a partner, each with its name; empty ones are left out later."""
    partner = card.partner
    areas = tr(", ").join(rule_words.word(area) for area in partner.areas)
    return [
        (tr("They do"), partner.does),
        (tr("They do not"), partner.does_not),
        (tr("Open"), hours(partner.hours, partner.hours_words)),
        (tr("On holidays"), tr("open as well") if partner.open_on_holidays else ""),
        (tr("At night"), _night(card, veiled=veiled)),
        (tr("Address"), partner.address),
        (tr("Area"), areas),
        (tr("Languages"), words.languages(partner.languages)),
        (tr("Bring along"), partner.bring),
        (tr("Costs"), partner.costs),
        (tr("Experience"), words.experience(card)),
    ]


def hours(packed: str, own_words: str) -> str:
    """Return when they are there: the times, and what was said about them."""
    times = opening.words(opening.unpack(packed))
    return tr("; ").join(part for part in (times, own_words) if part)


def of_person(person: PartnerPerson, today: date) -> list[str]:
    """Return what is told of somebody beside her name and number."""
    knows = tr(", ").join(word(each) for each in person.expertise)
    begins = ""
    if person.since is not None and person.since > today:
        begins = tr("from {day}").format(day=day_without_weekday(person.since, today))
    return [
        hours(person.hours, person.hours_words),
        tr("Knows a lot of: {what}").format(what=knows) if knows else "",
        words.languages(person.languages),
        begins,
    ]


def history(
    card: PartnerCard, over: Sequence[PartnerAgreement], today: date, *, veiled: bool
) -> list[str]:
    """Return former names, who was there before, what went up in it, and what was agreed then."""
    lines = [
        tr("Called {name} until {day}").format(
            name=inside(each.name), day=day_without_weekday(each.until, today)
        )
        for each in card.former
    ]
    lines += [
        tr("{name} went up in this one").format(name=inside(m.name)) for m in card.merged_from
    ]
    for person in card.earlier:
        name, when = inside(shown(person.name, veiled)), words.since_until(person, today)
        lines.append(tr(", ").join(part for part in (name, when) if part))
    if not veiled:
        lines += [f"{word(each.whose)}: {each.text}" for each in over]
    return lines


def _night(card: PartnerCard, *, veiled: bool) -> str:
    digits = words.number(card.partner.night_number, veiled=veiled)
    return tr(", ").join(part for part in (digits, card.partner.night_words) if part)
