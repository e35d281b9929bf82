"""How somebody around her, and the place of her plan, are shown (06d)."""

from datetime import date, datetime

from hgkm_desktop.rules.all_clocks import clocks_of
from hgkm_desktop.rules.bodies import Person, Plan
from hgkm_desktop.rules.clocks import Kind, Stage
from hgkm_desktop.rules.lists import AgeBand, Knows, PersonRole
from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.rules.words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import day_of, day_without_weekday
from hgkm_desktop.ui.widgets.house import PersonCard

_TONES = {
    Knows.EVERYTHING: "ok",
    Knows.THAT_SHE_COMES: "bl",
    Knows.NOTHING: "nt",
    Knows.MUST_NOT_KNOW: "rd",
    Knows.UNKNOWN: "nt",
}
_CHILDREN = frozenset({AgeBand.UNDER_4, AgeBand.UNDER_12, AgeBand.UNDER_18})


def person_card(person: Person, standing: Standing, now: datetime) -> PersonCard:
    """Return the card of somebody."""
    title = as_typed(person.relation[:1].upper() + person.relation[1:])
    subtitle = _subtitle(person, standing, now)
    tone, knows = _TONES[person.knows], word(person.knows)
    return PersonCard(_icon(person), title, subtitle, tone, knows, as_typed(person.words))


def people_text(count: int) -> str:
    """Return "3 mensen"."""
    if count == 1:
        return tr("one person")
    return tr("{count} people").format(count=count) if count else tr("nobody noted yet")


def plan_text(plan: Plan, today: date) -> str:
    """Return where her plan is, made with whom and when; never what it says."""
    told: list[str] = []
    if plan.made_with:
        told.append(tr("Made with: {who}.").format(who=as_typed(plan.made_with)))
    if plan.on is not None:
        told.append(tr("On {day}.").format(day=day_without_weekday(plan.on, today)))
    if plan.look_again is not None:
        day = day_without_weekday(plan.look_again, today)
        told.append(tr("Look again on {day}.").format(day=day))
    if plan.kept_where:
        told.append(tr("Kept: {where}.").format(where=as_typed(plan.kept_where)))
    return " ".join(told)


def plan_badge(plan: Plan, today: date) -> tuple[str, str] | None:
    """Return the reminder to look at her plan again, when that day has come."""
    if plan.look_again is None or plan.look_again > today:
        return None
    return tr("look again"), "am"


def _subtitle(person: Person, standing: Standing, now: datetime) -> str:
    away = person.role is PersonRole.USING_VIOLENCE and not person.in_the_house
    until = _restrained(standing, now) if away else ""
    if until or person.age is AgeBand.UNKNOWN:
        return until
    return word(person.age)


def _restrained(standing: Standing, now: datetime) -> str:
    """Return until when he has to stay away, while an order runs."""
    for each in clocks_of(standing, now):
        if each.kind is Kind.RESTRAINING_ORDER and each.stage is not Stage.ENDED:
            day = day_without_weekday(each.last_day, day_of(now))
            return tr("restraining order until {day}").format(day=day)
    return ""


def _icon(person: Person) -> str:
    if person.age is AgeBand.UNDER_4:
        return "baby"
    is_child = person.role is PersonRole.CHILD or person.age in _CHILDREN
    return "smiley" if is_child else "user"
