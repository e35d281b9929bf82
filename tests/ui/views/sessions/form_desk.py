"""The forms about sessions over a window of their own, with days that are easy to tell apart."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from a_window import Hands, in_front, signed_in, speak
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from hgkm_desktop import clock
from hgkm_desktop.db import Database
from hgkm_desktop.models import InformationSession, Partner, SchoolHoliday
from hgkm_desktop.rules.partners import PartnerType
from hgkm_desktop.rules.sessions import Frequency, SchoolHolidayKind, SessionTopic
from hgkm_desktop.services import (
    information_sessions,
    partner_changes,
    school_holidays,
    session_series,
)
from hgkm_desktop.services.session_list import Query, page
from hgkm_desktop.services.session_series import Repeat
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.sessions.form import SessionForm
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.focus_ring import FocusRing

TUESDAY = date(2026, 12, 1)
SMALL, LARGE = (1366, 696), (1440, 828)
MARKS = dict.fromkeys(map(ord, "\u2066\u2068\u2069"))
"""What keeps words in order is not looked at."""


@dataclass
class FormDesk(Hands):
    """What a test holds on to."""

    window: QWidget
    ctx: Context
    voice: Voice
    said: list = field(default_factory=list)
    saved: list = field(default_factory=list)

    def new(self, topic: SessionTopic | None = None) -> SessionForm:
        """Open the form of a new session, as the page does."""
        fresh = self.ctx.call(information_sessions.blank, now=self.ctx.now())
        fresh.topic = topic or fresh.topic
        return self.open(fresh)

    def open(self, session: InformationSession) -> SessionForm:
        """Open the form of a session."""
        form = SessionForm(self.ctx, session)
        form.saved.connect(self.saved.append)
        form.open(self.window)
        QTest.qWait(0)
        return form

    def keys(self, text: str):
        """Type where the keyboard is."""
        QTest.keyClicks(self.focus, text)

    def push(self, button: QAbstractButton):
        """Press a button by keyboard."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        QTest.qWait(0)

    def save(self):
        """Press Ctrl+Enter where the keyboard is."""
        self.press(Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
        QTest.qWait(0)

    def undo(self):
        """Take back what was said last, as Ctrl+Z does."""
        self.ctx.undo()
        QTest.qWait(0)

    def last(self) -> str:
        """Return what was said last."""
        return self.said[-1].text.translate(MARKS)

    def words(self, root: QWidget | None = None) -> str:
        """Return every word on labels and buttons that are seen."""
        QTest.qWait(0)
        kinds, root = (QLabel, QAbstractButton), root or self.window
        seen = [each for kind in kinds for each in root.findChildren(kind)]
        return " ".join(each.text() for each in seen if each.isVisible()).translate(MARKS)

    def planned(self) -> list[InformationSession]:
        """Return every session to come, soonest first."""
        rows = self.ctx.call(page, Query(self.ctx.now())).rows
        return [self.ctx.call(information_sessions.get, row.id) for row in rows]

    def days(self) -> list[str]:
        """Return the day and hour of every session to come, as the clock on the wall says it."""
        return [wall(each) for each in self.planned()]


def wall(session: InformationSession) -> str:
    """Return when a session begins, as the clock on the wall says it."""
    return f"{clock.local(session.starts_at):%d-%m %H.%M}"


def only(it: FormDesk) -> InformationSession:
    """Return the one session to come."""
    (found,) = it.planned()
    return found


def choose(combo, value):
    """Choose a value of a list, as somebody who presses Enter on it."""
    place = combo.findData(value)
    assert place >= 0
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def one(db: Database, day=TUESDAY, hour=time(10), minutes=90, **given) -> InformationSession:
    """Plan a session that is once."""
    session = db.call(information_sessions.blank, now=MONDAY)
    session.topic = SessionTopic.MONEY
    session.starts_at = clock.at(day, hour)
    session.ends_at = session.starts_at + timedelta(minutes=minutes)
    for name, value in given.items():
        setattr(session, name, value)
    return db.call(information_sessions.save, session, now=MONDAY)


def series(db: Database, day=TUESDAY, until=date(2026, 12, 22), **given):
    """Plan a series of every Tuesday at ten."""
    session = db.call(information_sessions.blank, now=MONDAY)
    session.topic = SessionTopic.MONEY
    starts = clock.at(day, time(10))
    session.starts_at, session.ends_at = starts, clock.at(day, time(11, 30))
    for name, value in given.items():
        setattr(session, name, value)
    return db.call(session_series.begin, session, Repeat(Frequency.WEEKLY, until), now=MONDAY)


def christmas(db: Database) -> SchoolHoliday:
    """Write the Christmas holiday of 2026 down."""
    kind = SchoolHolidayKind.CHRISTMAS
    first, last = date(2026, 12, 19), date(2027, 1, 3)
    return db.call(school_holidays.save, SchoolHoliday(kind=kind, first_day=first, last_day=last))


def partner(db: Database, name: str) -> Partner:
    """Write an organisation down."""
    made = Partner(name=name, type=PartnerType.OTHER, type_words="Informeel")
    return db.call(partner_changes.save, made, now=MONDAY)


@contextmanager
def form_desk(
    db: Database, qtbot, qapp, *, size=LARGE, language="nl", now: datetime = MONDAY, dark=False
):
    """Open a window for whoever is signed in."""
    speak(qapp, language, dark=dark)
    ctx = signed_in(db, language, lambda: now)
    window = QWidget()
    QVBoxLayout(window).addWidget(make_button("achter het formulier"))
    FocusRing(window)
    made = FormDesk(window, ctx, Voice(window, ctx))
    ctx.noticed.connect(made.said.append)
    with in_front(window, ctx, size, qtbot):
        yield made
