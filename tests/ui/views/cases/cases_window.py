"""The whole window with "Begeleiding" open, for who stands beside whom in these tests."""

import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from desk import MONDAY, Desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from hgkm_desktop.db import Database
from hgkm_desktop.rules.bodies import Began, Consent, Held, Note
from hgkm_desktop.rules.holding import Holder, Holding
from hgkm_desktop.rules.lists import ConsentForm, NoteKind, Purpose
from hgkm_desktop.services import case_key, case_notes, cases, consents
from hgkm_desktop.services.cases import Candidate, NewCase
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.main_window import MainWindow
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.table import RowModel

sys.path.insert(0, str(Path(__file__).parents[1]))
from a_window import Hands, in_front, signed_in, speak

TODAY = date(2026, 11, 23)
LARGE, SMALL = (1440, 868), (1366, 706)


def ago(days: int) -> datetime:
    return MONDAY - timedelta(days=days)


def member(desk: Desk, name: str) -> UUID:
    return desk.keys[name].tile.member_id


def begin(desk: Desk, db: Database, alias: str, *names: str, days: int = 20) -> UUID:
    """Let these two stand beside somebody since so many days."""
    asked = tuple(Candidate(member(desk, name), False) for name in names or ("Leyla", "Imane"))
    day = ago(days).date()
    yes = Consent(Purpose.NOTES, ConsentForm.ORAL, day, heard_by=names[0] if names else "Leyla")
    return db.call(cases.open_case, NewCase(alias, asked, yes, Began(day)), now=ago(days))


def talk(db: Database, case_id: UUID, days: int = 0, kind: NoteKind = NoteKind.TALK) -> None:
    db.call(case_notes.write, case_id, Note(ago(days), seen="zevenblad", kind=kind), now=ago(days))


def may_know(db: Database, case_id: UUID, partner: str, days: int = 15) -> None:
    """Her yes to a partner."""
    day = ago(days).date()
    yes = Consent(Purpose.SHARE_WITH_PARTNER, ConsentForm.ORAL, day, receiver=partner)
    db.call(consents.answer, case_id, yes, now=ago(days))


def let_go(db: Database, case_id: UUID, desk: Desk) -> None:
    """Whoever held her has no key to her any more."""
    gone = Held(Holding(Holder("", "Hanan", member(desk, "Hanan")), ago(2)), "begin")
    db.call(case_key.note, case_id, gone, now=ago(2))


@dataclass
class CasesWindow(Hands):
    """What a test holds on to."""

    window: MainWindow
    ctx: Context
    voice: Voice
    said: list = field(default_factory=list)

    @property
    def view(self):
        return self.window.current

    @property
    def page(self):
        """The page of the view that is open; on the first one its part."""
        here = self.view.pages.here
        return here.here if here is self.view.pages.home else here

    @property
    def table(self):
        return self.page.card.table

    @property
    def form(self):
        return self.overlay

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.focus, key, modifiers)

    def push(self, button: QAbstractButton):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def choose(self, alias: str):
        """Bring the keyboard to somebody's row."""
        self.table.setFocus()
        self.table.select(self.page.card.model.place(lambda row: row.name.alias == alias))

    def click(self, alias: str, column: int = 0):
        model = self.page.card.model
        index = model.index(model.place(lambda row: row.name.alias == alias), column)
        room = self.table.visualRect(index)
        at = QPoint(room.left() + 30, room.center().y())
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def lines(self, model: RowModel | None = None) -> list[str]:
        """Return what stands in the first column, headings too."""
        model = model or self.page.card.model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def cell(self, alias: str, column: int, role: int = Qt.ItemDataRole.DisplayRole):
        model = self.page.card.model
        return model.index(model.place(lambda row: row.name.alias == alias), column).data(role)

    def words(self) -> str:
        """Return every word on labels, buttons and in tables that are seen."""
        kinds = (QLabel, QAbstractButton)
        seen = [each for kind in kinds for each in self.window.findChildren(kind)]
        found = [each.text() for each in seen if each.isVisible()]
        return " ".join(found)


@contextmanager
def cases_window(db: Database, qtbot, qapp, *, size=LARGE, language="nl", scale=100):
    """Open the window at "Begeleiding" for whoever is signed in."""
    speak(qapp, language, scale=scale)
    ctx = signed_in(db, language)
    window = MainWindow(ctx)
    made = CasesWindow(window, ctx, Voice(window, ctx))
    ctx.noticed.connect(made.said.append)
    with in_front(window, ctx, size, qtbot):
        window.go_to("cases")
        yield made
