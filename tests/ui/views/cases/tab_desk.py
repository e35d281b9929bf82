"""One tab about Linde in a window of its own, filled again after every act."""

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from contact_desk import MONDAY, Desk, words_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hgkm_desktop.rules.bodies import Household, Person, Score, Situation
from hgkm_desktop.rules.lists import AgeBand, Knows, PersonRole, Voice
from hgkm_desktop.services import around_her
from hgkm_desktop.ui.views.cases.case_tab import CaseTab
from hgkm_desktop.ui.views.cases.way import Way

sys.path.insert(0, str(Path(__file__).parents[2]))
"""Where `inspection` lies, also when only this folder is run."""

HOME = Household(
    (
        Person("zoon", PersonRole.CHILD, AgeBand.UNDER_12, True, Knows.THAT_SHE_COMES, "Voetbal."),
        Person(
            "haar man",
            PersonRole.USING_VIOLENCE,
            AgeBand.UNDER_45,
            False,
            Knows.MUST_NOT_KNOW,
            "Leest haar telefoon.",
        ),
    ),
    "Haar zus.",
)
PLAYS = Situation(own_words="“Ik wil rust.”", not_to_discuss="De naailes, bij haar schoonmoeder.")


@dataclass
class TabDesk:
    """What a test holds on to."""

    desk: Desk
    tab: CaseTab
    case_id: UUID

    @property
    def standing(self):
        return self.desk.standing(self.case_id)

    @property
    def form(self):
        return self.desk.overlay

    @property
    def focus(self):
        return QApplication.focusWidget()

    @property
    def words(self) -> str:
        QTest.qWait(0)
        plain = words_in(self.tab)
        return "".join(char for char in plain if char not in "\u2066\u2068\u2069")

    def push(self, button) -> None:
        self.desk.push(button)

    def press(self, *keys) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key)

    def save(self) -> None:
        self.push(self.form.accept_button)

    def faults(self, root) -> list[str]:
        """Return everything without a name, cut off, or out of reach of Tab."""
        from inspection import faults_of, outer, said, stops

        QTest.qWait(100)
        wanted, seen = stops(root), set()
        found = [fault for fault in faults_of(root) if fault.startswith(("no name", "cut off"))]
        wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(3 * len(wanted) + 6):  # a date keeps Tab for its day, month and year
            seen.add(outer(self.focus))
            self.press(Qt.Key.Key_Tab)
        return found + [f"Tab never comes to {said(each)}" for each in wanted if each not in seen]

    def refill(self) -> None:
        self.tab.show_case(self.desk.page(self.case_id))

    def veil(self) -> None:
        self.desk.ctx.veil(True)
        self.refill()

    def number(self, on: date, number: int, voice=Voice.HERSELF, **more) -> None:
        given = Score(on, number, voice, **more)
        self.desk.db.call(around_her.score, self.case_id, given, now=self.desk.at)

    def house(self, household=HOME, situation=PLAYS) -> None:
        call = self.desk.db.call
        call(around_her.household, self.case_id, household, now=self.desk.at)
        call(around_her.situation, self.case_id, situation, now=self.desk.at)


@contextmanager
def tab_desk(db, qtbot, kind, *, at=MONDAY, language="nl", size=(1146, 640)):
    """Open a tab; whatever changes fills it again, as the page would."""
    desk = Desk(db, qtbot, at, language, size)
    case_id = desk.open_case()
    made = TabDesk(desk, kind(desk.ctx, Way()), case_id)
    desk.add(made.tab)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    made.refill()
    desk.ctx.changed.connect(made.refill)
    try:
        yield made
    finally:
        desk.close()
        QApplication.instance().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
