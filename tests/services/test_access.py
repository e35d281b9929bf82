"""Who may do what (PRODUCT.md, Roles): every service, every role, allowed or refused and logged."""

import importlib
import inspect
import pkgutil
from datetime import date
from uuid import UUID

import access_cases
import access_going
import access_partners
import access_sessions
import pytest
from desk import FIRST_WORDS, MONDAY, Desk, Make
from sqlalchemy.orm import Session
from standing_beside import MAY_CONTACT, member, open_linde

from hgkm_desktop import services
from hgkm_desktop.db import Database
from hgkm_desktop.errors import Forbidden, UserError
from hgkm_desktop.models import AuditLine, RealQuestion, WalkIn
from hgkm_desktop.models.codes import Act, HelpTopic, Role
from hgkm_desktop.services import access, consents, members
from hgkm_desktop.services.prints import Job
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.sheets import library
from hgkm_desktop.vault import recovery_code

V, C, S, K, A = Role.VOLUNTEER, Role.CONFIDANT, Role.STAFF, Role.COORDINATOR, Role.ADMINISTRATOR
ALL = {V, C, S, K, A}
DESK = {V, C, S, K}

ONE_OF_EACH = {V: "Hanan", C: "Leyla", S: "Joke", K: "Salma", A: "Bea"}


class Case:
    """What the services are called with: a log, a walk-in of somebody else, two women, their ids.

    Leyla stands beside both women; Imane, who knows them in private, beside nobody.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        db = Database(desk.open("Joke"), desk.now)
        self.walk_in = Make(db).walk_in(RealQuestion("zevenblad"))
        db.close()
        self.id = self.walk_in.id
        self.imane, self.leyla = member(desk, "Imane"), member(desk, "Leyla")
        leyla = Database(desk.open("Leyla"), desk.now)
        self.case_id, self.other_case_id = (open_linde(desk, leyla, Imane=True) for _ in range(2))
        leyla.call(consents.answer, self.case_id, MAY_CONTACT, now=MONDAY)
        leyla.close()

    def blank(self) -> WalkIn:
        return WalkIn(happened_at=MONDAY, setting=self.walk_in.setting, topics=(HelpTopic.DEBT,))


TODAY = date(2026, 11, 23)
NOW = {"now": MONDAY}
ON = {"today": TODAY}
JOB = Job("money", "ar", 20)
MONEY = library.text("money", "nl")
MATRIX = {
    "audit_log.first_broken_line": ({K, A}, lambda c: ((), {})),
    "audit_log.note": (ALL, lambda c: ((Act.PRINT, "walk_in"), {})),
    "audit_log.page": ({K, A}, lambda c: ((), {})),
    "bulk.add_tallies": (DESK, lambda c: (([(TODAY, HelpTopic.DEBT, 3)],), {})),
    "bulk.settle": ({A}, lambda c: ((), {})),
    "bulk.add_walk_ins": (DESK, lambda c: (([],), {})),
    "drafts.drop": (ALL, lambda c: (("walk_ins",), {})),
    "drafts.keep": (ALL, lambda c: (("walk_ins", {}), {})),
    "drafts.look": (ALL, lambda c: (("walk_ins",), {})),
    "members.add": ({A}, lambda c: (("Nora", [V], 1), NOW)),
    "members.change": ({A}, lambda c: ((c.imane, "Imane", [C], 2), {})),
    "members.change_own_passphrase": (ALL, lambda c: ((FIRST_WORDS, FIRST_WORDS), {})),
    "members.everyone": ({K, A}, lambda c: ((), {})),
    "members.leave": ({A}, lambda c: ((c.imane,), NOW)),
    "members.names": (ALL, lambda c: ((), {})),
    "members.reset_passphrase": ({A}, lambda c: ((c.imane,), NOW)),
    "members.signed_in": (ALL, lambda c: ((), {})),
    "numbers.add": ({S, K}, lambda c: (("Wij", "020 555 0100", ""), ON)),
    "numbers.by_key": (DESK, lambda c: ((), {})),
    "numbers.change": ({S, K}, lambda c: (("fier", "0800", ""), ON)),
    "numbers.check": (DESK, lambda c: (("emergency",), ON)),
    "numbers.every": (DESK, lambda c: ((), {})),
    "numbers.remove": ({S, K}, lambda c: (("own",), {})),
    "organisation.backed_up": ({K, A}, lambda c: ((), NOW)),
    "organisation.change": ({A}, lambda c: (("Nisa", "Buurtlogboek", frozenset()), {})),
    "organisation.get": (ALL, lambda c: ((), {})),
    "organisation.sheet_tested": ({K, A}, lambda c: ((), NOW)),
    "prints.history": (DESK, lambda c: ((), {})),
    "prints.old_numbers": (DESK, lambda c: (([JOB],), ON)),
    "prints.prepare": (DESK, lambda c: (([JOB],), ON)),
    "prints.preview": (DESK, lambda c: ((JOB,), {})),
    "prints.record": (DESK, lambda c: (([JOB],), ON)),
    "recovery.give_halves": ({A}, lambda c: ((Helpers(c.desk.code),), {})),
    "recovery.holders": ({K, A}, lambda c: ((), {})),
    "recovery.new_sheet": ({A}, lambda c: ((recovery_code.new(),), NOW)),
    "rings.exists": (ALL, lambda c: ((), {})),
    "rings.give": ({C}, lambda c: ((c.imane,), {})),
    "rings.is_held": (ALL, lambda c: ((), {})),
    "rings.needs_new_key": ({C}, lambda c: ((), {})),
    "rings.renew": ({C}, lambda c: ((), {})),
    "rings.waiting": ({C}, lambda c: ((), {})),
    "sheets.card_content": (DESK, lambda c: (("nl",), {})),
    "sheets.choice": (DESK, lambda c: (("money",), {})),
    "sheets.choose": ({S, K}, lambda c: (("money",), {"letterhead": True, "qr": False})),
    "sheets.content": (DESK, lambda c: (("money", "ar"), {})),
    "sheets.keep": ({S, K}, lambda c: ((MONEY, MONEY), NOW)),
    "sheets.reset": ({S, K}, lambda c: (("money", "nl"), {})),
    "sheets.review": ({S, K}, lambda c: (("money", "ar", "Samira"), ON)),
    "sheets.states": (DESK, lambda c: (("money",), {})),
    "sheets.text": (DESK, lambda c: (("money", "ti"), {})),
    "tallies.add": (DESK, lambda c: ((TODAY, HelpTopic.DEBT), {})),
    "tallies.of_day": (DESK, lambda c: ((TODAY,), {})),
    "translations.export": ({S, K}, lambda c: (("so",), {})),
    "translations.take_in": ({S, K}, lambda c: ((b"{}",), NOW)),
    "walk_in_list.count": (DESK, lambda c: ((Query(),), {})),
    "walk_in_list.month_counts": (DESK, lambda c: ((2026, 11), {})),
    "walk_in_list.page": (DESK, lambda c: ((Query(),), {})),
    "walk_ins.blank": (DESK, lambda c: ((), NOW)),
    "walk_ins.correct": ({S, K}, lambda c: ((c.walk_in,), NOW)),
    "walk_ins.delete": ({S, K}, lambda c: ((c.id, "dubbel"), NOW)),
    "walk_ins.get": (DESK, lambda c: ((c.id,), {})),
    "walk_ins.history": (DESK, lambda c: ((c.id,), {})),
    "walk_ins.log": (DESK, lambda c: ((c.blank(),), NOW)),
    "walk_ins.may_correct": (ALL, lambda c: ((c.walk_in,), NOW)),
    "walk_ins.read_real_question": ({C}, lambda c: ((c.id,), {})),
    "walk_ins.undelete": ({S, K}, lambda c: ((c.id,), NOW)),
}
PARTS = access_cases, access_going, access_partners, access_sessions
ABOUT_HER = access_cases.ABOUT_HER | access_going.ABOUT_HER
TOOLS: dict[str, str] = {}
for part in PARTS:
    MATRIX |= part.ROWS
    TOOLS |= part.TOOLS

NO_SERVICES = {"access.require", "direct.fetched", "direct.insert", *TOOLS}
"""What services use among themselves, after they asked who may."""


def every_service() -> dict:
    """Return all public functions of the services that work in a session."""
    found = {}
    for part in pkgutil.iter_modules(services.__path__):
        module = importlib.import_module(f"hgkm_desktop.services.{part.name}")
        for name, function in vars(module).items():
            ours = inspect.isfunction(function) and function.__module__ == module.__name__
            if ours and not name.startswith("_") and _works_in_a_session(function):
                found[f"{part.name}.{name}"] = function
    return {name: service for name, service in found.items() if name not in NO_SERVICES}


def _works_in_a_session(function) -> bool:
    return next(iter(inspect.signature(function).parameters), "") == "session"


SERVICES = every_service()


def test_every_service_has_its_line_in_the_table():
    assert sorted(SERVICES) == sorted(MATRIX)


@pytest.fixture
def case(desk) -> Case:
    return Case(desk)


@pytest.fixture
def as_only(desk, sign_in):
    """Open the log for somebody who has this one role and no other."""

    def open_for(role: Role) -> Database:
        if role is K:
            bea = Database(desk.open("Bea"), desk.now)
            salma = desk.keys["Salma"].tile.member_id
            bea.call(members.change, salma, "Salma", [K], 6)
            bea.close()
        db = sign_in(ONE_OF_EACH[role])
        assert db.actor.roles == {role}
        return db

    return open_for


@pytest.mark.parametrize("role", Role)
def test_each_role_may_do_what_the_table_says_and_no_more(case, as_only, role):
    db = as_only(role)
    allowed = [name for name in sorted(MATRIX) if role in MATRIX[name][0]]
    refused = [name for name in sorted(MATRIX) if role not in MATRIX[name][0]]
    assert [name for name in refused if _may(db, case, name)] == []
    expected = [(name.partition(".")[0], db.actor.member_id) for name in refused]
    assert _refusals(db) == expected
    assert [name for name in allowed if not _may(db, case, name)] == []
    assert _refusals(db) == expected


def _may(db: Database, case: Case, name: str) -> bool:
    given, named = MATRIX[name][1](case)
    try:
        db.call(SERVICES[name], *given, **named)
    except Forbidden:
        return False
    except UserError as error:
        assert error.title
    return True


def _refusals(db: Database) -> list:
    with Session(db.engine) as session:
        lines = session.query(AuditLine).filter_by(act=Act.REFUSED).order_by(AuditLine.seq)
        return [(line.kind, line.member_id) for line in lines]


def test_a_confidant_of_others_gets_the_same_answer_whether_she_exists_or_not(case, sign_in):
    imane, erased = sign_in("Imane"), case.other_case_id
    for case_id in (case.case_id, erased, UUID(int=1)):
        case.case_id = case.other_case_id = case_id
        assert [name for name in sorted(ABOUT_HER) if _may(imane, case, name)] == []
    modules = [name.partition(".")[0] for name in sorted(ABOUT_HER)]
    assert _refusals(imane) == [(module, imane.actor.member_id) for module in modules * 3]


def test_a_confidant_of_others_does_nothing_with_her_appointments(case, sign_in):
    imane, of_visits = sign_in("Imane"), access_going.OF_VISITS
    assert [name for name in sorted(of_visits) if _may(imane, case, name)] == []
    assert len(_refusals(imane)) == len(of_visits)


def test_what_is_about_her_asks_for_her_and_no_tool_is_a_service(case):
    about = {n for n, s in SERVICES.items() if "case_id" in inspect.signature(s).parameters}
    assert about == set(ABOUT_HER) | {"case_team.recover"}
    assert not NO_SERVICES & set(MATRIX)
    assert all(TOOLS.values())


def test_nobody_signed_in_may_do_nothing(case):
    opened = case.desk.open("Joke")
    for name, (_roles, arguments) in MATRIX.items():
        given, named = arguments(case)
        session = Session(opened.engine, info={"now": case.desk.now})
        with session, pytest.raises(Forbidden):
            SERVICES[name](session, *given, **named)
    opened.engine.dispose()


def test_whoever_ends_her_own_access_may_do_nothing_from_then_on(desk, sign_in):
    bea = sign_in("Bea")
    bea.call(members.leave, desk.keys["Bea"].tile.member_id, now=MONDAY)
    assert bea.actor.roles == frozenset()
    with pytest.raises(Forbidden):
        bea.call(members.names)


def test_the_refusal_has_one_calm_sentence():
    refused = access.refused()
    assert (refused.title, refused.hint) == (
        "Dit deel kun je niet openen.",
        "Vraag de coördinator als je het nodig hebt.",
    )
