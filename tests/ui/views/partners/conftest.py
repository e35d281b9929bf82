"""The view of the partners in a window of its own, with files and a printer that we hold."""

import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop import texts
from hgkm_desktop.db import Database
from hgkm_desktop.services import members, partners
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import style
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.partners import PartnersView
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.focus_ring import FocusRing

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[3] / "services")]
"""Where `inspection` and `directory` lie, also when only this folder is run."""

SIZE = 1124, 640
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
MARKS = str.maketrans("\u00a0", " ", "\u200b\u2066\u2068\u2069")
"""What keeps numbers together and words in order is not looked at."""


@dataclass
class PartnersPage:
    """What a test holds on to."""

    window: QWidget
    view: PartnersView
    ctx: Context
    voice: Voice
    clock: list
    qtbot: object
    said: list = field(default_factory=list)
    files: list = field(default_factory=list)
    papers: list = field(default_factory=list)

    @property
    def page(self):
        return self.view.page

    @property
    def table(self):
        return self.page.list.table

    @property
    def side(self):
        return self.page.side

    @property
    def focus(self):
        return QApplication.focusWidget()

    @property
    def overlay(self):
        """The dialog on top, None when none is open."""
        found = [each for each in self.window.findChildren(Overlay) if each.isVisible()]
        return found[-1] if found else None

    @property
    def names(self):
        """The names in the list, in the order they stand there."""
        return [row.name for row in self.page.list.model.rows if not row.number_key]

    def choose(self, name):
        """Choose a row as somebody would with the arrows."""
        self.table.setFocus()
        self.table.select(self.page.list.model.place(lambda row: row.name == name))
        self.settle()

    def row(self, name):
        model = self.page.list.model
        place = model.place(lambda row: row.name == name)
        texts_of = [model.index(place, column).data() for column in range(6)]
        return [str(text or "").translate(MARKS) for text in texts_of]

    def card(self, name):
        """Return what is stored of a partner."""
        now = {"now": self.ctx.now()}
        found = next(row for row in self.ctx.call(partners.rows, **now) if row.name == name)
        return self.ctx.call(partners.card, found.id, **now)

    def words(self, root=None):
        """Return everything a part says, without the marks that keep numbers together."""
        root = root or self.side
        self.settle()
        kinds = (QLabel, QAbstractButton, QLineEdit)
        found = [each for kind in kinds for each in root.findChildren(kind)]
        said = [each.text() for each in found if each.isVisible()]
        said += [each.accessibleName() for each in root.findChildren(Badge) if each.isVisible()]
        areas = root.findChildren(QPlainTextEdit)
        said += [each.toPlainText() for each in areas if each.isVisible()]
        return "\n".join(said).translate(MARKS)

    def press(self, *keys, modifiers=NO_MODIFIER):
        for key in keys:
            QTest.keyClick(self.focus, key, modifiers)

    def push(self, button):
        """Press a button by keyboard."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        self.settle()

    def save(self):
        self.push(self.overlay.accept_button)

    def type(self, **typed):
        """Type into the fields of the form on top."""
        for name, text in typed.items():
            widget = self.overlay.inputs[name]
            if isinstance(widget, QPlainTextEdit):
                widget.setPlainText(text)
            else:
                widget.setText(text)

    def entry(self, words):
        """Press an entry of the menu on top."""
        self.push(next(each for each in self.overlay.buttons if each.text() == words))

    def later(self, **by):
        self.clock[0] += timedelta(**by)

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.ctx.background._jobs, timeout=20_000)
        QTest.qWait(0)

    def save_file(self, _parent, content, name, _kind, *, on_done):
        self.files.append((name, content))
        on_done()

    def print_pdf(self, _parent, pdf, *, on_done):
        self.papers.append(pdf)
        on_done()


@pytest.fixture
def open_page(sign_in, qtbot, qapp):
    """Open the view for somebody by name."""
    opened = []

    def open_for(who, language="nl", size=SIZE, at: datetime = MONDAY, scale=100):
        db = who if isinstance(who, Database) else sign_in(who)
        texts.use(language)
        rtl = language in texts.RIGHT_TO_LEFT
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        qapp.setLayoutDirection(direction)
        style.apply(qapp, scale=scale)
        clock = [at]
        member = db.call(members.names)[db.actor.member_id]
        ctx = Context(db, member, Settings(language=language), lambda: clock[0])
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        view = PartnersView(ctx)
        FocusRing(window)
        layout.addWidget(view)
        page = PartnersPage(window, view, ctx, Voice(window, ctx), clock, qtbot)
        view.deeds.outgoing._save = page.save_file
        view.deeds.outgoing._send = page.print_pdf
        ctx.noticed.connect(page.said.append)
        opened.append(page)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        page.settle()
        return page

    yield open_for
    for page in opened:
        page.ctx.background.wait()
        page.window.close()
        page.window.deleteLater()
        QTest.qWait(0)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    style.apply(qapp)


@pytest.fixture
def directory(db):
    """Partners as Joke, who is staff, wrote them down."""
    from directory import Directory

    return Directory(db)


@pytest.fixture
def city(directory):
    """Four organisations: formal and informal, with and without a known face, one long ago."""
    from city import fill

    fill(directory)
    return directory
