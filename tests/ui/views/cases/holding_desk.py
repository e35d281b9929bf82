"""Dialogs about who holds Linde, over an empty window: opened, filled in, and read."""

from contextlib import contextmanager
from dataclasses import dataclass, field

from a_window import Hands, in_front, signed_in, speak
from desk import MONDAY
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from standing_beside import TODAY

from hgkm_desktop.rules.bodies import Consent
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services import cases, consents
from hgkm_desktop.ui.context import Context

SIZE = 1366, 696
PARTNER = "Buurtteam Osdorp"


@dataclass
class Over(Hands):
    """What a test holds on to: the window, the case, and everything that was said."""

    window: QWidget
    ctx: Context
    case_id: object
    qtbot: object
    said: list = field(default_factory=list)

    @property
    def page(self):
        return self.ctx.call(cases.page, self.case_id)

    @property
    def holding(self):
        return self.page.standing.holding

    def open(self, opens, *more):
        opens(self.ctx, self.page, *more, self.window)
        return self.overlay

    def yes(self):
        QTest.mouseClick(self.overlay.accept_button, Qt.MouseButton.LeftButton)

    def no(self):
        QTest.mouseClick(self.overlay.cancel_button, Qt.MouseButton.LeftButton)

    def push(self, text):
        """Press the button in the dialog that says this."""
        buttons = self.overlay.findChildren(QAbstractButton)
        (button,) = [each for each in buttons if each.isVisible() and each.text() == text]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def words(self):
        """Return all that can be read in the dialog on top."""
        shown = [each for each in self.overlay.findChildren(QLabel) if each.isVisible()]
        return " ".join(each.text() for each in shown)

    def settle(self):
        """Wait until nothing works in the background any more."""
        self.qtbot.waitUntil(lambda: not self.ctx.background._jobs, timeout=20_000)

    def consents_to(self, purpose, receiver="", form=ConsentForm.ORAL, on=TODAY):
        answer = Consent(purpose, form, on, receiver=receiver, heard_by="Leyla")
        self.ctx.call(consents.answer, self.case_id, answer, now=MONDAY)

    def may_share(self):
        self.consents_to(Purpose.SHARE_WITH_PARTNER, PARTNER)


def paste(field, text):
    """Paste a text into a field of some lines, as Ctrl+V does."""
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


@contextmanager
def over_a_window(db, case_id, qtbot, qapp, *, now=lambda: MONDAY, language="nl"):
    """Show an empty window for whoever the log is open for."""
    speak(qapp, language)
    ctx = signed_in(db, language, now)
    window = QWidget()
    made = Over(window, ctx, case_id, qtbot)
    ctx.noticed.connect(made.said.append)
    with in_front(window, ctx, SIZE, qtbot):
        yield made
