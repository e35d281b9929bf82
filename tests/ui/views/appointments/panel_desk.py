"""The side panel of one appointment in a window of its own, with Linde and Ilse of Veilig Thuis."""

import sys
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from a_window import Hands, in_front, signed_in, speak
from desk import MONDAY, Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget
from sqlalchemy import text
from standing_beside import member, open_linde
from week_desk import TODAY, at

from hgkm_desktop.db import Database
from hgkm_desktop.models import Partner, PartnerPerson
from hgkm_desktop.rules.appointment import Details, Interpreter, NotWith, Visit
from hgkm_desktop.rules.going_along import AppointmentKind, BothSides, Presence
from hgkm_desktop.rules.lists import LifeDomain
from hgkm_desktop.services import appointments, partner_changes, partner_people
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.appointments.panel import VisitPanel
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.focus_ring import FocusRing

sys.path.insert(0, str(Path(__file__).parents[2]))
"""Where `inspection` lies, also when only this folder is run."""

SECRET = "De time-out. Dat ze hier komt."
AFTER = MONDAY + timedelta(hours=6)
"""Two hours after the talk."""


@dataclass
class Going:
    """Linde, whom Leyla and Imane stand beside, and where she goes."""

    case_id: UUID
    partner: Partner
    person: PartnerPerson
    leyla: UUID
    imane: UUID

    def details(self, **more) -> Details:
        given = {
            "partner_id": self.partner.id,
            "person_id": self.person.id,
            "has_met": True,
            "meet_at": time(13, 30),
            "meet_where": "hier, samen met tram 1",
            "domains": (LifeDomain.SAFETY, LifeDomain.CHILDREN),
            "language": "arabic_moroccan",
            "interpreter": Interpreter("Rachida", "Vrouw, niet uit de buurt."),
            "questions": ("Mag mijn zoon bij mij blijven?",),
            "not_with": (NotWith("haar man", SECRET),),
            "presence": Presence.INSIDE,
            "was_asked_alone": True,
            "introduced": (self.leyla, self.imane),
            "both_sides": frozenset({BothSides.SHE_WANTS_US}),
        }
        return Details(AppointmentKind.VEILIG_THUIS, **(given | more))

    def plan(self, db: Database, **more) -> Visit:
        """Plan an hour and a quarter at Veilig Thuis, today."""
        starts = at(TODAY, 13, 45)
        visit = db.call(appointments.blank, starts, self.case_id, now=MONDAY)
        ends = starts + timedelta(minutes=75)
        visit = replace(visit, ends=ends, details=self.details(**more))
        return db.call(appointments.plan, visit, now=MONDAY)


def going(desk: Desk, sign_in, db: Database) -> Going:
    """Staff wrote the partner down; Leyla began to stand beside Linde."""
    joke = sign_in("Joke")
    partner = joke.call(partner_changes.save, Partner(name="Veilig Thuis, spreekuur"), now=MONDAY)
    ilse = PartnerPerson(
        partner_id=partner.id, name="Ilse", direct_number="020 555 0142", is_fixed=True
    )
    person = joke.call(partner_people.save_person, ilse, now=MONDAY)
    pair = member(desk, "Leyla"), member(desk, "Imane")
    return Going(open_linde(desk, db), partner, person, *pair)


@dataclass
class PanelDesk(Hands):
    """What a test holds on to."""

    window: QWidget
    ctx: Context
    panel: VisitPanel
    voice: Voice
    now: list[datetime]
    said: list = field(default_factory=list)
    told: list = field(default_factory=list)

    @property
    def overlay(self) -> Overlay | None:
        """The dialog on top, None when none is open."""
        QTest.qWait(10)
        return super().overlay

    @property
    def ticks(self):
        return self.panel.middle.before.ticks

    @property
    def after(self):
        return self.panel.middle.after

    def visit(self, visit_id: UUID | None = None) -> Visit:
        """Return the appointment as it is kept now."""
        return self.ctx.call(appointments.get, visit_id or self.panel.visit_id)

    def push(self, button: QAbstractButton) -> None:
        """Press a button by keyboard."""
        QTest.qWait(0)
        assert button.isEnabled() and button.isVisible(), button.text()
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        QTest.qWait(0)

    def ask(self, what) -> None:
        """Press a button under the panel."""
        self.push(self.panel.foot.buttons[what])

    def choose(self, words: str) -> None:
        """Press the button in the dialog on top that says this."""
        buttons = self.overlay.findChildren(QAbstractButton)
        self.push(next(each for each in buttons if each.text() == words))

    def words(self, root: QWidget | None = None) -> str:
        """Return every word on labels and buttons that are seen."""
        QTest.qWait(0)
        root = root or self.panel
        found = [each for kind in (QLabel, QAbstractButton) for each in root.findChildren(kind)]
        seen = " ".join(each.text() for each in found if each.isVisibleTo(root))
        return "".join(char for char in seen if char not in "\u2066\u2068\u2069\u200b")


def choose(combo, value) -> None:
    """Choose something of a list, as somebody would."""
    combo.set_value(value)
    combo.changed.emit(combo.value())


def save(it: PanelDesk, form) -> None:
    it.push(form.accept_button)


def saved(it: PanelDesk, form) -> Visit:
    return it.visit(form.visit.id)


def faults(root: QWidget) -> list[str]:
    """Return everything without a name, cut off, or out of reach of Tab.

    A date keeps Tab for its day, month and year.
    """
    from inspection import faults_of, missed, outer, said, stops

    found = [fault for fault in faults_of(root) if fault.startswith(("no name", "cut off"))]
    wanted, seen = stops(root), list[QWidget]()
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3 * len(wanted) + 6):
        seen.append(outer(QApplication.focusWidget()))
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    return found + [f"Tab never comes to {said(each)}" for each in missed(wanted, seen)]


@contextmanager
def panel_desk(db: Database, qtbot, qapp, *, language="nl", now=MONDAY, size=(1168, 696)):
    """Open the panel for whoever is signed in."""
    speak(qapp, language)
    moment = [now]
    ctx = signed_in(db, language, lambda: moment[0])
    window = QWidget()
    layout = QVBoxLayout(window)
    FocusRing(window)
    panel = VisitPanel(ctx)
    layout.addWidget(panel)
    made = PanelDesk(window, ctx, panel, Voice(window, ctx), moment)
    ctx.noticed.connect(made.said.append)
    panel.changed.connect(made.told.append)
    with in_front(window, ctx, size, qtbot):
        try:
            yield made
        finally:
            ctx.background.wait()
            panel.show_visit(None)


def stored(db: Database) -> str:
    """Return every readable word of the drafts table: nothing typed may stand there."""
    with db.engine.connect() as connection:
        return repr(connection.execute(text("select * from draft")).all())
