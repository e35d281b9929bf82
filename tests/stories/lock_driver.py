"""A real program, driven from inside: sign in, type the words given, and press the lock key.

A woman's page is open then, with a note on it, and over it her number. Before that the day, the
week with an appointment of hers beside it, and the form of a half-typed one were looked at.
"""

import sys
from dataclasses import replace
from datetime import time
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hgkm_desktop.app import Program
from hgkm_desktop.models import RealQuestion
from hgkm_desktop.models.codes import HelpTopic
from hgkm_desktop.rules.appointment import Afterwards, Details, Interpreter, NotWith
from hgkm_desktop.rules.bodies import Began, Consent, Note
from hgkm_desktop.rules.contact import Channel, SafeContact, Window
from hgkm_desktop.rules.going_along import AppointmentKind
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services import (
    appointment_afterwards,
    appointments,
    case_notes,
    cases,
    consents,
    safe_contact,
    shift_notes,
    walk_in_list,
    walk_ins,
)
from hgkm_desktop.services.appointment_afterwards import Agreed
from hgkm_desktop.services.cases import Candidate, NewCase
from hgkm_desktop.ui.views.appointments.visit_form import open_visit_form
from hgkm_desktop.ui.views.cases.call_gate import CallGate

ALWAYS = Window(frozenset(range(7)), time(0), time.max)


def stand_beside(program: Program, marker: str, number: str) -> None:
    """Note something beside somebody, and open her page and her number."""
    db, now = program.desk.db, program.now()
    day = now.date()
    yes = [
        Consent(purpose, ConsentForm.ORAL, day)
        for purpose in (Purpose.NOTES, Purpose.CONTACT_BY_US)
    ]
    me = Candidate(db.actor.member_id, False)
    case_id = db.call(cases.open_case, NewCase(marker, (me,), yes[0], Began(day)), now=now)
    db.call(consents.answer, case_id, yes[1], now=now)
    agreed = SafeContact(frozenset({Channel.CALL}), number, (ALWAYS,))
    db.call(safe_contact.agree, case_id, agreed, now=now)
    for each in range(50):
        note = Note(now, seen=f"{marker} gezien {each}", think=f"{marker} gedacht")
        db.call(case_notes.write, case_id, note, now=now)
    go_along(program, marker, case_id)
    program.desk.page.go_to("cases")
    program.desk.page.current.pages.open_case(case_id)
    gate = CallGate(program.desk.ctx, program.desk.page.current.pages.case.page)
    gate.open(program.window)
    gate.number.button.click()
    assert gate.number.is_shown


def go_along(program: Program, marker: str, case_id: UUID) -> None:
    """Note an appointment and how it went, and look at the day, the week and its panel."""
    db, now = program.desk.db, program.now()
    told = Details(
        AppointmentKind.OTHER,
        partner_words=f"{marker} plek",
        person_words=f"{marker} gezicht",
        purpose=f"{marker} doel",
        meet_where=f"{marker} halte",
        interpreter=Interpreter(f"{marker} tolk"),
        questions=(f"{marker} vraagt",),
        not_with=(NotWith(f"{marker} wie", f"{marker} wat"),),
    )
    blank = db.call(appointments.blank, now, case_id, now=now)
    visit = db.call(appointments.plan, replace(blank, details=told), now=now)
    after = Afterwards(now.date(), agreed=f"{marker} afgesproken", instead=f"{marker} ander")
    promise = [Agreed(f"{marker} belofte", f"{marker} belooft", now.date())]
    asked = visit.id, visit.version, after, promise
    db.call(appointment_afterwards.save, *asked, now=now)
    db.call(shift_notes.write, f"{marker} overdracht", for_confidants=True, now=now)
    program.desk.page.go_to("today")
    QTest.qWait(50)
    program.desk.page.go_to("appointments")
    page = program.desk.page.current.page
    page.show_visit(visit.id)
    for side in ("after", "before"):
        page.panel.show_visit(visit.id, after=side == "after")
        QTest.qWait(50)
    assert page.panel.isVisible()
    form = open_visit_form(program.desk.ctx, program.window, case_id=case_id)
    form.all.topics.purpose.setPlainText(f"{marker} half doel")
    form.reject()


def main(data: str, member: str) -> None:
    passphrase, marker, half_typed, number = (sys.stdin.readline().strip() for _ in range(4))
    app = QApplication([])
    program = Program(data)
    program.begin()
    program.doorway.page.submitted.emit(UUID(member), passphrase)
    while program.desk is None:
        QTest.qWait(10)
    db = program.desk.db
    for each in range(200):
        record = db.call(walk_ins.blank, now=program.now())
        record.topics, record.desk_question = (HelpTopic.DEBT,), f"{marker} {each}"
        db.call(walk_ins.log, record, RealQuestion(f"{marker} vraag"), now=program.now())
    rows = db.call(walk_in_list.page, walk_in_list.Query()).rows
    db.call(walk_ins.read_real_question, rows[0].id)
    program.desk.page.current.refresh()
    view = program.desk.page.current
    draft = view.draft() or {}
    view.restore(draft | {"desk_question": half_typed})
    stand_beside(program, marker, number)
    QTest.qWait(200)
    print("typed", flush=True)
    sys.stdin.readline()
    sys.argv = ["hgkm-desktop", "--data-dir", data]
    QTest.keyClick(program.window, Qt.Key.Key_F12)
    app.exec()
    raise AssertionError("the program was not started anew")


if __name__ == "__main__":
    main(*sys.argv[1:3])
