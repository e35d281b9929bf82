"""A window with one case in it, for the gate, the forms and the register."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget

from hgkm_desktop import texts
from hgkm_desktop.db import Database
from hgkm_desktop.rules.bodies import Began, Consent
from hgkm_desktop.rules.contact import Channel, SafeContact, Window
from hgkm_desktop.rules.lists import ConsentForm, LifeDomain, Purpose
from hgkm_desktop.services import cases, consents, members, safe_contact
from hgkm_desktop.services.cases import Candidate, NewCase
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import style
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.focus_ring import FocusRing

MONDAY = datetime(2026, 11, 23, 10, 40, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
"""10.30 in Amsterdam: inside her hours."""
TODAY = date(2026, 11, 23)
NUMBER = "06-12345678"
TUESDAY_THURSDAY = Window(frozenset({1, 3}), time(10), time(12))
AGREED = SafeContact(
    channels=frozenset({Channel.CALL, Channel.APP}),
    number=NUMBER,
    windows=(TUESDAY_THURSDAY,),
    name_we_use="Els van de naaicursus",
    if_another_answers="Sorry, verkeerd verbonden",
    code_word="blauwe stof",
)
YES = Consent(Purpose.CONTACT_BY_US, ConsentForm.ORAL, TODAY, heard_by="Leyla")
SHARE = Consent(
    Purpose.SHARE_WITH_PARTNER,
    ConsentForm.ORAL,
    TODAY,
    receiver="Buurtteam",
    person="Jolanda",
    why="Samen een woning zoeken.",
    may_know=(LifeDomain.HOME, LifeDomain.CHILDREN, LifeDomain.SAFETY),
    until=TODAY + timedelta(days=70),
    language="arabic_moroccan",
    heard_by="Leyla",
    her_words="Alleen Jolanda, niet haar collega's.",
    text_version="2026-1",
)


@dataclass
class Desk:
    """A confidant's window, with a clock that is moved by hand."""

    db: Database
    qtbot: object
    at: datetime = MONDAY
    language: str = "nl"
    size: tuple[int, int] = (1100, 640)
    said: list = field(default_factory=list)

    def __post_init__(self) -> None:
        app = QApplication.instance()
        texts.use(self.language)
        rtl = self.language in texts.RIGHT_TO_LEFT
        directions = Qt.LayoutDirection
        app.setLayoutDirection(directions.RightToLeft if rtl else directions.LeftToRight)
        style.apply(app)
        member = self.db.call(members.names)[self.db.actor.member_id]
        self.ctx = Context(self.db, member, Settings(language=self.language), lambda: self.at)
        self.ctx.noticed.connect(self.said.append)
        self.window = QWidget()
        QVBoxLayout(self.window)
        FocusRing(self.window)
        self.voice = Voice(self.window, self.ctx)
        self.window.resize(*self.size)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def open_case(self, alias: str = "Linde") -> UUID:
        """Begin to stand beside her, with Leyla and Imane."""
        team = {each.name: each.id for each in self.db.call(members.names).values()}
        pair = tuple(Candidate(team[name], False) for name in ("Leyla", "Imane"))
        notes = Consent(Purpose.NOTES, ConsentForm.ORAL, TODAY, heard_by="Leyla")
        new = NewCase(alias, pair, notes, Began(TODAY))
        return self.db.call(cases.open_case, new, now=MONDAY)

    def agree(self, case_id: UUID, agreed: SafeContact = AGREED) -> None:
        self.db.call(safe_contact.agree_with, case_id, YES, agreed, now=MONDAY)

    def answer(self, case_id: UUID, consent: Consent = SHARE) -> None:
        self.db.call(consents.answer, case_id, consent, now=MONDAY)

    def page(self, case_id: UUID):
        return self.db.call(cases.page, case_id)

    def standing(self, case_id: UUID):
        return self.page(case_id).standing

    def open(self, overlay: Overlay) -> Overlay:
        overlay.open(self.window)
        QTest.qWait(0)
        return overlay

    def add(self, widget: QWidget) -> QWidget:
        self.window.layout().addWidget(widget)
        QTest.qWait(0)
        return widget

    @property
    def overlay(self) -> Overlay | None:
        """The dialog on top, None when none is open."""
        found = [each for each in self.window.findChildren(Overlay) if each.isVisible()]
        return found[-1] if found else None

    def push(self, button: QAbstractButton) -> None:
        """Press a button by keyboard."""
        QTest.qWait(0)
        assert button.isEnabled() and button.isVisible(), button.text()
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        QTest.qWait(0)

    def close(self) -> None:
        self.ctx.background.wait()
        self.window.close()
        self.window.deleteLater()
        QTest.qWait(0)
        QApplication.instance().setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def words_in(widget: QWidget) -> str:
    """Return everything a widget says or is called, to whoever looks or listens."""
    found: list[str] = []
    for each in [widget, *widget.findChildren(QWidget)]:
        found += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        if isinstance(each, QLabel | QAbstractButton):
            found.append(each.text())
        for reader in ("toPlainText", "currentText", "placeholderText"):
            if hasattr(each, reader):
                found.append(getattr(each, reader)())
        if hasattr(each, "displayText"):
            found.append(each.displayText())
    return "\n".join(found)


def digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
