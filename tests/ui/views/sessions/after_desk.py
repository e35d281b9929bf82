"""The whole window with what goes on after sessions open, for who may see it in these tests."""

import sys
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from desk import MONDAY
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from hgkm_desktop.rules.follow_ups import PrivateFollowUp, Step
from hgkm_desktop.rules.sessions import StepState
from hgkm_desktop.services import follow_ups
from hgkm_desktop.services.follow_ups import ShowFollowUps

sys.path.insert(0, str(Path(__file__).parents[1] / "cases"))
from cases_window import cases_window

TODAY = date(2026, 11, 23)
NOW = {"now": MONDAY}
SAID = "zevenblad in de tuin"
ROOS = PrivateFollowUp(
    "Kraanvogel",
    SAID,
    (
        Step("Samen bellen", TODAY),
        Step("Haar zus vragen", None, StepState.NOT_NOW),
        Step("Blad meegeven", None, StepState.DONE),
    ),
)


@contextmanager
def afterwards(db, qtbot, qapp):
    """Open the window at the talks after sessions."""
    with cases_window(db, qtbot, qapp) as made:
        made.ctx.show(ShowFollowUps())
        QTest.qWait(0)
        yield made


def page_of(made):
    return made.window.current.pages.follow_ups


def keep(leyla, follow_up=ROOS):
    return leyla.call(follow_ups.begin, follow_up, **NOW)


def everything(leyla):
    return leyla.call(follow_ups.everything)


def words(root: QWidget) -> str:
    """Return every word that is seen, typed ones too."""
    QTest.qWait(0)
    kinds = (QLabel, QAbstractButton, QLineEdit)
    found = [each.text() for kind in kinds for each in root.findChildren(kind) if each.isVisible()]
    texts = [each.toPlainText() for each in root.findChildren(QPlainTextEdit) if each.isVisible()]
    return "\n".join(found + texts)
