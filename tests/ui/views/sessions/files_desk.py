"""A session with a list, over a window of its own; files and the printer are held by the test."""

import io
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from a_window import Hands, in_front, signed_in, speak
from desk import MONDAY
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from sqlalchemy import select

from hgkm_desktop.models import AuditLine, InformationSession
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services import information_sessions, registrations, tables
from hgkm_desktop.services.registrations import NewRegistration
from hgkm_desktop.services.tables import Format
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.focus_ring import FocusRing

MARKS = dict.fromkeys(map(ord, "\u2066\u2068\u2069"))

HEADER = "Voornaam", "Schuilnaam", "Taal", "Leest", "Kinderen", "Waarom"
ROWS = (
    ("Samira el Idrissi", "", "Somali", "Leest zelf", 2, "ruzie thuis"),
    ("", "Zonnebloem", "Turks", "Laat voorlezen", 0, ""),
    ("Hodan", "", "Klingon", "", 0, ""),
    ("", "", "Somali", "", 1, ""),
    ("Fatima", "", "", "", 0, ""),
)
"""A list in which three lines are right."""


def as_file(rows=ROWS, form=Format.XLSX, header=HEADER):
    """Return a list as the program of somebody else writes it."""
    return tables.written(header, rows, form)


@dataclass
class FilesDesk(Hands):
    """What a test holds on to."""

    window: QWidget
    ctx: Context
    voice: Voice
    said: list = field(default_factory=list)
    files: list = field(default_factory=list)
    papers: list = field(default_factory=list)

    def plan(self, days=1, topic=SessionTopic.RIGHTS, **given) -> InformationSession:
        starts = MONDAY + timedelta(days=days)
        planned = InformationSession(
            starts_at=starts, ends_at=starts + timedelta(minutes=90), topic=topic
        )
        for name, value in ({"place": "zaal 1", "languages": (Language.DUTCH,)} | given).items():
            setattr(planned, name, value)
        return self.ctx.call(information_sessions.save, planned, now=MONDAY)

    def put_on(self, session, name, **more):
        new = NewRegistration(name, **more)
        return self.ctx.call(registrations.register, session.id, new).registration

    def people(self, session):
        return self.ctx.call(registrations.of_session, session.id)

    def names(self, session):
        return [one.name for one in self.people(session)]

    def push(self, button: QAbstractButton):
        """Press a button by keyboard."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        self.settle()

    def choose(self, group, value):
        """Choose a part of a segmented choice, by keyboard."""
        self.push(next(each for each in group.segments if each.option.value == value))

    def pick(self, combo, value):
        """Choose a value of a closed list by its keys."""
        combo.setFocus()
        place = [combo.itemData(index) for index in range(combo.count())].index(value)
        step = Qt.Key.Key_Down if place > combo.currentIndex() else Qt.Key.Key_Up
        for _ in range(abs(place - combo.currentIndex())):
            QTest.keyClick(combo, step)
        assert combo.value() == value
        self.settle()

    def settle(self):
        """Wait until everything beside the window is answered."""
        QTest.qWait(0)
        deadline = 6000
        while (self.ctx.background._jobs or _is_drawing(self.overlay)) and deadline:
            QTest.qWait(10)
            deadline -= 1
        assert deadline
        QTest.qWait(0)

    def words(self, root=None):
        """Return every word that is seen."""
        QTest.qWait(0)
        root = root or self.window
        found = [each for kind in (QLabel, QAbstractButton) for each in root.findChildren(kind)]
        said = [each.text() for each in found if each.isVisible()]
        said += [each.accessibleName() for each in root.findChildren(Badge) if each.isVisible()]
        return "\n".join(said).translate(MARKS)

    def acts(self):
        def read(session):
            return [(line.act, line.kind) for line in session.scalars(select(AuditLine))]

        return self.ctx.call(read)

    def send(self, _parent, pdf, *, on_done):
        self.papers.append(pdf)
        on_done()

    def save(self, _parent, content, *name_and_kind, on_done):
        self.files.append((*name_and_kind, content))
        on_done()

    def lock(self):
        """Take every dialog away, as locking does."""
        for each in self.window.findChildren(Overlay):
            each.close_overlay()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def files_desk(db, qtbot, qapp, language="nl"):
    """Open a window for whoever is signed in, and put it away again."""
    speak(qapp, language)
    ctx = signed_in(db, language)
    window = QWidget()
    QVBoxLayout(window).addWidget(QPushButton("achter"))
    FocusRing(window)
    desk = FilesDesk(window, ctx, Voice(window, ctx))
    ctx.noticed.connect(desk.said.append)
    with in_front(window, ctx, (1366, 768), qtbot):
        yield desk


def read_back(pdf):
    """Return the words on a paper."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def _is_drawing(overlay):
    return overlay is not None and getattr(overlay, "is_drawing", bool)()
