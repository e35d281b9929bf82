"""The view of the partners in a window of its own, with files and a printer that we hold."""

import sys
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from a_window import MARKS, ViewPage, in_a_ring, opening
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit

from hgkm_desktop.services import partners
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.views.partners import PartnersView
from hgkm_desktop.ui.widgets.badges import Badge

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[3] / "services")]
"""Where `inspection` and `directory` lie, also when only this folder is run."""

SIZE = 1124, 640


@dataclass
class PartnersPage(ViewPage):
    """What a test holds on to."""

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

    def save_file(self, _parent, content, name, _kind, *, on_done):
        self.files.append((name, content))
        on_done()

    def print_pdf(self, _parent, pdf, *, on_done):
        self.papers.append(pdf)
        on_done()


def partners_page(ctx, clock, qtbot):
    view = PartnersView(ctx)
    window = in_a_ring(view)
    page = PartnersPage(window, view, ctx, Voice(window, ctx), clock, qtbot)
    view.deeds.outgoing._save = page.save_file
    view.deeds.outgoing._send = page.print_pdf
    return page


@pytest.fixture
def open_page(sign_in, qtbot, qapp):
    """Open the view for somebody by name."""
    make = partial(partners_page, qtbot=qtbot)
    with opening(make, sign_in, qtbot, qapp, size=SIZE) as open_for:
        yield open_for


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
