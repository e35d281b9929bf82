"""The view of the information sheets in a window of its own, with a printer that we hold."""

import sys
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from a_window import ViewPage, in_a_ring, opening
from PySide6.QtTest import QTest

from hgkm_desktop.errors import UserError
from hgkm_desktop.services import prints
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.handouts import HandoutsView

sys.path.insert(0, str(Path(__file__).parents[2]))
"""Where `inspection` lies, also when only this folder is run."""

SIZE = 1124, 602


@dataclass
class FakePrinter:
    """Takes what is sent; `answer` is what happens then."""

    answer: str = "done"
    papers: list = field(default_factory=list)

    def send(self, _parent, papers, *, on_done):
        if self.answer == "gone":
            raise UserError("Er is geen printer.", "Sluit een printer aan.")
        self.papers.append(papers)
        if self.answer == "done":
            on_done([count for _, count in papers])


@dataclass
class SheetsPage(ViewPage):
    """What a test holds on to."""

    printer: FakePrinter = field(default_factory=FakePrinter)

    @property
    def first(self):
        return self.view.pages.first

    @property
    def panel(self):
        return self.first.panel

    @property
    def gallery(self):
        return self.first.gallery

    @property
    def history(self):
        lines = self.ctx.call(prints.history)
        return sorted((line.sheet, line.language, line.copies, line.day) for line in lines)

    def tile(self, sheet_id):
        return next(tile for tile in self.gallery.tiles if tile.sheet_id == sheet_id)

    def type(self, text):
        QTest.keyClicks(self.focus, text)

    def choose(self, group, value):
        """Press the part of a choice that stands for a value."""
        part = next(each for each in group.segments if each.option.value == value)
        part.click()

    def wait(self, until):
        self.qtbot.waitUntil(lambda: bool(until()), timeout=20_000)

    def paper(self):
        """Return the words on the paper that is shown."""
        self.wait(lambda: not self.panel.preview.is_busy())
        return self.panel.preview.paper.accessibleDescription().replace("\xa0", " ")


def sheets_page(ctx, clock, qtbot):
    view = HandoutsView(ctx)
    window = in_a_ring(view)
    page = SheetsPage(window, view, ctx, Voice(window, ctx), clock, qtbot)
    view.outgoing._send = page.printer.send
    return page


@pytest.fixture
def open_page(sign_in, qtbot, qapp):
    """Open the view for somebody by name."""
    make = partial(sheets_page, qtbot=qtbot)
    with opening(make, sign_in, qtbot, qapp, size=SIZE) as open_for:
        yield open_for


@pytest.fixture
def page(open_page):
    """The view as Hanan, a volunteer, has it open on a small screen."""
    return open_page("Hanan")


@pytest.fixture
def editor(open_page):
    """The view as Joke, who is staff, has it open."""
    return open_page("Joke")
