"""The view of the sessions in a window of its own, with a printer and files that we hold."""

from dataclasses import dataclass, field
from functools import partial

import pytest
from a_window import MARKS, NO_MODIFIER, ViewPage, in_a_ring, opening
from after_desk import afterwards
from files_desk import files_desk
from form_desk import form_desk
from meeting import planned as planned_tomorrow
from meetings import NOW, Meetings, mock_up
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from hgkm_desktop.services import registrations
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.sessions import SessionsView
from hgkm_desktop.ui.views.sessions.import_overlay import ImportOverlay
from hgkm_desktop.ui.widgets.badges import Badge

SIZE = 1124, 640


@dataclass
class SessionsPage(ViewPage):
    """What a test holds on to."""

    shown: list = field(default_factory=list)

    @property
    def pages(self):
        return self.view.pages

    @property
    def pane(self):
        return self.pages.first.pane

    @property
    def page(self):
        return self.pages.first.page

    @property
    def quick(self):
        return self.page.quick

    @property
    def table(self):
        return self.page.table

    @property
    def last(self):
        """What was said last."""
        return self.said[-1].text.translate(MARKS)

    @property
    def titles(self):
        """What the sessions in the list are called."""
        model = self.pane.model
        return [model.index(place, 0).data() for place in range(model.rowCount())]

    def lines(self):
        """Every line of the list of people: its number and name, or the heading."""
        model, found = self.page.model, []
        for row in range(model.rowCount()):
            cells = [model.index(row, column).data() for column in range(2)]
            is_heading = row in model.headings()
            found.append(cells[0] if is_heading else f"{cells[0]} {cells[1]}")
        return [each.translate(MARKS) for each in found]

    def choose(self, title):
        """Choose a session as somebody would with the arrows."""
        self.pane.table.setFocus()
        self.pane.table.select(self.titles.index(title))
        self.settle()

    def choose_row(self, name):
        """Choose somebody on the list."""
        self.table.setFocus()
        self.table.select(self.page.model.place(lambda row: row.name == name))
        self.settle()

    def stored(self, title=None):
        """Who is on the list of a session in the file."""
        session_id = self.page.session_id
        if title is not None:
            session_id = next(row.id for row in self.pane.model.rows if row.title == title)
        return self.ctx.call(registrations.of_session, session_id)

    def stored_of(self, name):
        return next(one for one in self.stored() if one.name == name)

    def words(self, root=None):
        """Return everything a part says, without the marks that keep numbers together."""
        root = root or self.page
        self.settle()
        found = [each for kind in (QLabel, QAbstractButton) for each in root.findChildren(kind)]
        said = [each.text() for each in found if each.isVisible()]
        said += [each.accessibleName() for each in root.findChildren(Badge) if each.isVisible()]
        return "\n".join(said).translate(MARKS)

    def type(self, text):
        QTest.keyClicks(self.focus, text)

    def add(self, name):
        """Type a name and Enter."""
        self.quick.take_focus()
        self.quick.name.setText(name)
        self.press(Qt.Key.Key_Return)

    def entries(self):
        return [each.text() for each in self.overlay.buttons]

    def click(self, row, column):
        """Click a cell of the list of people."""
        index = self.page.model.index(row, column)
        point = self.table.visualRect(index).center()
        QTest.mouseClick(
            self.table.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, QPoint(point)
        )
        self.settle()

    def undo(self):
        self.ctx.undo()
        self.settle()


def sessions_page(ctx, clock, qtbot):
    view = SessionsView(ctx)
    window = in_a_ring(view)
    page = SessionsPage(window, view, ctx, Voice(window, ctx), clock, qtbot)
    ctx.shown.connect(page.shown.append)
    return page


@pytest.fixture
def open_page(sign_in, qtbot, qapp):
    """Open the view for somebody by name."""
    make = partial(sessions_page, qtbot=qtbot)
    with opening(make, sign_in, qtbot, qapp, size=SIZE, at=NOW) as open_for:
        yield open_for


@pytest.fixture
def meetings(db):
    """Plans and fills sessions as Joke, who is staff."""
    return Meetings(db)


@pytest.fixture
def planned(meetings):
    """The sessions of mock-up 09."""
    mock_up(meetings)
    return meetings


@pytest.fixture
def joke(sign_in):
    return sign_in("Joke")


@pytest.fixture
def it(joke, qtbot, qapp):
    """The forms, over a window of Joke."""
    with form_desk(joke, qtbot, qapp) as made:
        yield made


@pytest.fixture
def seat(db, qtbot, qapp):
    """A window of Joke, with files and a printer that we hold."""
    with files_desk(db, qtbot, qapp) as made:
        yield made


@pytest.fixture
def read_in(seat):
    """Open the dialog and choose a file, as the dialog of the system would."""

    def open_with(session, content):
        overlay = ImportOverlay(seat.ctx, session, ask=lambda _parent, read: read(content, ".x"))
        overlay.open(seat.window)
        seat.push(overlay.choose)
        return overlay

    return open_with


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def made(leyla, qtbot, qapp):
    """The whole window of Leyla, at the talks after sessions."""
    with afterwards(leyla, qtbot, qapp) as window:
        yield window


@pytest.fixture
def held(db):
    """A session of tomorrow."""
    return planned_tomorrow(db)
