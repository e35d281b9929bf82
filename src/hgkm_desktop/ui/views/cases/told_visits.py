"""How going along with her reads in the timeline: what lies ahead on top, the rest in its place."""

from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import OFF, State
from hgkm_desktop.rules.going_words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.cases.moments import DOT, VISITS, Moment, Teller


def moments_of(told: Teller) -> tuple[list[Moment], list[Moment]]:
    """Return the appointments that lie ahead, and those that were or did not take place."""
    ahead: list[Moment] = []
    been: list[Moment] = []
    for visit in told.page.visits:
        (ahead if visit.state.is_ahead else been).append(_moment(visit, told))
    return ahead, been


def _moment(visit: Visit, told: Teller) -> Moment:
    is_off = visit.state in OFF
    return Moment(
        visit.starts,
        VISITS,
        "footprints",
        _title(visit, told),
        _who(visit, told),
        told.hides(_text(visit)),
        "bl" if visit.state.is_ahead else "nt" if is_off else "ok",
        has_time=True,
        planned=visit.state.is_ahead,
        button=_button(visit, told),
        visit=visit,
    )


def _button(visit: Visit, told: Teller) -> str:
    if not visit.state.is_ahead:
        return tr("Look")
    return tr("Preparation") if visit.starts > told.now else tr("How did it go?")


def _title(visit: Visit, told: Teller) -> str:
    details = visit.details
    known = told.partners.get(details.partner_id) if details.partner_id is not None else None
    partner = known or details.partner_words or word(details.kind)
    shown = word(details.kind) if told.veiled else partner
    title = tr("Together to {partner}").format(partner=shown)
    return f"{title}: {word(visit.state)}" if visit.state in OFF else title


def _who(visit: Visit, told: Teller) -> str:
    details = visit.details
    known = told.persons.get(details.person_id) if details.person_id is not None else None
    person = told.hides(known or details.person_words)
    parts = [tr("with {person}").format(person=person)] if person else []
    if visit.state not in OFF:
        goes = tr("{name} goes along") if visit.state is not State.HELD else tr("{name} went along")
        parts.append(goes.format(name=told.who(visit.first)))
    return DOT.join(parts)


def _text(visit: Visit) -> str:
    after = visit.details.afterwards
    return visit.details.off_why if after is None else after.agreed
