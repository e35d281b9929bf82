"""The page "Afspraken" in a window of its own, with appointments in the week of 23 November."""

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from a_window import Hands, framed, in_front, signed_in, speak
from desk import MONDAY, Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from standing_beside import open_linde

from hgkm_desktop import clock
from hgkm_desktop.db import Database
from hgkm_desktop.models import FixedTime
from hgkm_desktop.rules.appointment import Details, Visit
from hgkm_desktop.rules.going_along import AppointmentKind, BothSides, FixedKind
from hgkm_desktop.services import appointments, fixed_times
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.appointments import AppointmentsView
from hgkm_desktop.ui.widgets.dialog import Overlay

TODAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
LARGE, SMALL = (1186, 774), (1112, 602)
BOTH = frozenset({BothSides.SHE_WANTS_US, BothSides.PARTNER_KNOWS})


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a moment as people in Amsterdam say it."""
    return clock.at(day, time(hour, minute))


def plan(
    db: Database,
    starts: datetime,
    case_id: UUID | None = None,
    alias: str = "",
    partner: str = "Veilig Thuis",
    first: UUID | None = None,
    reserve: UUID | None = None,
    **more,
) -> Visit:
    """Plan an hour with her, by whoever is signed in."""
    visit = db.call(appointments.blank, starts, case_id, now=MONDAY)
    known = (visit.first,) if first is None else (first,)
    given = {"both_sides": BOTH, "introduced": known} | more
    details = Details(
        kind=AppointmentKind.VEILIG_THUIS, alias=alias, partner_words=partner, **given
    )
    visit = replace(visit, details=details)
    if first is not None:
        visit = replace(visit, first=first, reserve=reserve)
    return db.call(appointments.plan, visit, now=MONDAY)


def linde(desk: Desk, db: Database) -> UUID:
    """Leyla and Imane stand beside her from now on."""
    return open_linde(desk, db)


def programme(db: Database, title: str = "Naailes", day: int = 1, **more) -> FixedTime:
    """Something every Tuesday, by whoever is staff."""
    given = {"begins": time(14), "ends": time(16), "kind": FixedKind.OWN_PROGRAMME} | more
    fixed = FixedTime(title=title, weekday=day, first_day=date(2026, 1, 1), **given)
    return db.call(fixed_times.save, fixed, now=MONDAY)


@dataclass
class WeekDesk(Hands):
    """What a test holds on to."""

    window: QWidget
    view: AppointmentsView
    ctx: Context
    voice: Voice
    said: list = field(default_factory=list)

    @property
    def page(self):
        return self.view.page

    @property
    def bar(self):
        return self.page.bar

    @property
    def spans(self):
        return self.page.spans

    @property
    def week(self):
        return self.spans.week

    @property
    def month(self):
        return self.spans.month

    @property
    def panel(self):
        return self.page.panel

    @property
    def overlays(self) -> list[Overlay]:
        return [each for each in self.window.findChildren(Overlay) if each.isVisible()]

    def push(self, button: QAbstractButton):
        """Press a button by keyboard."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        QTest.qWait(0)

    def choose(self, words: str):
        """Press the button in the dialog on top that says this."""
        self.push(next(b for b in self.overlay.findChildren(QAbstractButton) if b.text() == words))

    def words(self, root: QWidget | None = None) -> str:
        """Return every word on labels and buttons that are seen."""
        QTest.qWait(0)
        kinds, root = (QLabel, QAbstractButton), root or self.window
        seen = [each for kind in kinds for each in root.findChildren(kind)]
        found = " ".join(each.text() for each in seen if each.isVisible())
        return "".join(char for char in found if char not in "\u2066\u2068\u2069")


@contextmanager
def week_desk(db: Database, qtbot, qapp, *, size=LARGE, language="nl", now=MONDAY):
    """Open the page for whoever is signed in."""
    speak(qapp, language)
    ctx = signed_in(db, language, lambda: now)
    view = AppointmentsView(ctx)
    window = framed(view)
    made = WeekDesk(window, view, ctx, Voice(window, ctx))
    ctx.noticed.connect(made.said.append)
    with in_front(window, ctx, size, qtbot):
        made.spans.here.take_focus()
        yield made


LATER = timedelta(hours=1)
