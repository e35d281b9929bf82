"""The part of the table (test_access.py) that is about going along and the day."""

from dataclasses import replace
from datetime import time
from uuid import UUID

from desk import MONDAY
from going import BEFORE, HOUR, NOW, TUESDAY, plan
from standing_beside import TODAY

from hgkm_desktop.db import Database
from hgkm_desktop.models import FixedTime, new_id
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.appointment import Afterwards, Visit
from hgkm_desktop.rules.going_along import FixedKind, Side, State

C, S, K = Role.CONFIDANT, Role.STAFF, Role.COORDINATOR
DESK = {Role.VOLUNTEER, C, S, K}
ID = UUID(int=7)
WITH_KEY = "reads or seals with an open key, which only `open_ring` and `opener` give"

TOOLS = {
    "appointment_checks.may_signal": WITH_KEY,
    "appointment_checks.problems_with": "looks at what is being kept; who keeps it was asked",
    "appointment_checks.problems_with_time": "looks at what is being moved; who moves was asked",
    "appointment_rows.add": WITH_KEY,
    "appointment_rows.keep": WITH_KEY,
    "appointment_rows.let_others_go": WITH_KEY,
    "appointment_rows.of_case": WITH_KEY,
    "appointment_rows.opener": "asks who may itself, and gives the key",
    "appointment_rows.openers": "gives the keys a confidant has; whoever asks was asked before",
    "appointment_rows.read": WITH_KEY,
    "appointment_rows.row_of": "returns a sealed row, which is opened with a key",
    "appointment_rows.seal_again": "seals with two open keys",
    "appointment_rows.seal_for_confidants": "seals with two keys of the confidants' ring",
    "case_key.refuse_if_cut": "says only whether the log knows more; whoever reads was asked",
    "changing.changed": "keeps a record; who may was asked by the service that has it",
    "partner_count.follow": "counts what a service of appointments just kept",
    "partner_count.of_partner": "numbers without persons, for a card whose service asked",
    "shift_notes.seal_again": "seals with two keys of the confidants' ring",
}
"""What cannot be called without what only a service gives, after it asked who may; and why."""


def _visit(c, name: str = "ahead") -> Visit:
    """Return a visit of Linde's that Leyla planned, once for every table."""
    known = vars(c).setdefault("visits", {})
    if name not in known:
        leyla = Database(c.desk.open("Leyla"), c.desk.now)
        known[name] = plan(leyla, c.case_id, {"ahead": TUESDAY, "past": BEFORE}[name])
        leyla.close()
    return known[name]


def _changing(*given, visit="ahead"):
    """Return the line of a service that begins from a version of an appointment."""

    def arguments(c):
        known = _visit(c, visit)
        return (known.id, known.version, *given), NOW

    return {C}, arguments


def _meeting() -> FixedTime:
    return FixedTime(
        kind=FixedKind.NETWORK_MEETING,
        title="Overleg",
        weekday=0,
        begins=time(9),
        ends=time(10),
        first_day=TODAY,
    )


ABOUT_HER = {
    "appointments.blank": ({C}, lambda c: ((TUESDAY, c.case_id), NOW)),
    "appointments.of_case": ({C}, lambda c: ((c.case_id,), {})),
}
"""For who stands beside her, and for nobody else, whatever her role."""

OF_VISITS = {
    "appointment_afterwards.save": _changing(Afterwards(TODAY), (), visit="past"),
    "appointment_list.one": ({C}, lambda c: ((_visit(c).id,), {})),
    "appointments.bring_back": _changing(),
    "appointments.call_off": _changing(State.CANCELLED, Side.HER, ""),
    "appointments.change": ({C}, lambda c: ((_visit(c),), NOW)),
    "appointments.confirm": _changing(),
    "appointments.get": ({C}, lambda c: ((_visit(c).id,), {})),
    "appointments.let_reserve_go": _changing(),
    "appointments.move": _changing(TUESDAY + HOUR, TUESDAY + 2 * HOUR, Side.HER),
    "appointments.move_back": _changing(),
    "appointments.plan": ({C}, lambda c: ((replace(_visit(c), id=new_id()),), NOW)),
    "appointments.prepare": _changing(),
    "calendar_file.ics": ({C}, lambda c: (([_visit(c).id],), NOW)),
}
"""About one appointment of hers: as much closed to others as she is herself."""

ROWS = (
    ABOUT_HER
    | OF_VISITS
    | {
        "absences.end": ({C, K}, lambda c: ((ID,), {})),
        "absences.note": ({C, K}, lambda c: ((c.imane, TODAY, TODAY), NOW)),
        "absences.of_days": (DESK, lambda c: ((TODAY, TODAY), {})),
        "appointment_list.between": (DESK, lambda c: ((TODAY, TODAY), NOW)),
        "appointment_list.of_day": (DESK, lambda c: ((TODAY,), {})),
        "appointment_list.to_hand_over": ({C}, lambda c: ((), NOW)),
        "beside_today.beside": ({C}, lambda c: ((TODAY,), NOW)),
        "case_reading.everybody": ({C}, lambda c: ((), {})),
        "conflicts.conflicts": (DESK, lambda c: (([c.leyla], MONDAY, TUESDAY), {})),
        "fixed_times.between": (DESK, lambda c: ((TODAY, TODAY), {})),
        "fixed_times.end": ({S, K}, lambda c: ((ID, TODAY), {})),
        "fixed_times.everything": (DESK, lambda c: ((), {})),
        "fixed_times.save": ({S, K}, lambda c: ((_meeting(),), NOW)),
        "partner_names.names": (DESK, lambda c: ((), {})),
        "partner_names.person_names": (DESK, lambda c: ((), {})),
        "shift_notes.open_notes": (DESK, lambda c: ((), NOW)),
        "shift_notes.read": (DESK, lambda c: ((ID,), NOW)),
        "shift_notes.write": (DESK, lambda c: (("let op",), {"for_confidants": False, **NOW})),
        "today.today": (DESK, lambda c: ((), NOW)),
    }
)
