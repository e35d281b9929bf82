"""Keeping a visit, and with it the one in which she gets to know somebody first (R-051)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from hgkm_desktop.db import Session
from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.services import appointments

_ELSEWHERE = {"companions": "reserve"}
"""Where a problem is said that has another name in the services."""


def plan_both(
    session: Session, visit: Visit, first: Visit | None, *, is_new: bool, now: datetime
) -> Visit:
    """Keep both or neither: a visit that is refused leaves no introduction behind."""
    keep = appointments.plan if is_new else appointments.change
    if first is None:
        return keep(session, visit, now=now)
    try:
        met = appointments.plan(session, first, now=now)
    except Invalid as error:
        raise Invalid(_of_introduction(error.problems)) from None
    details = replace(visit.details, introduction_id=met.id)
    return keep(session, replace(visit, details=details), now=now)


def problems_here(problems: Mapping[str, str]) -> dict[str, str]:
    """Return problems by the names of the fields of the form."""
    found: dict[str, str] = {}
    for key, text in problems.items():
        field = key.partition(".")[0]
        found.setdefault(_ELSEWHERE.get(field, field), text)
    return found


def _of_introduction(problems: Mapping[str, str]) -> dict[str, str]:
    """Say at the introduction what is wrong with its time; the rest is of both visits."""
    times = {"starts", "ends"}
    return {"introduction" if key in times else key: text for key, text in problems.items()}
