"""What a file would put on a list, line by line, and what not and why; nothing is in it yet."""

from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.models.labels import label as label_of
from hgkm_desktop.rules import session_words
from hgkm_desktop.rules.sessions import NameKind
from hgkm_desktop.services.registration_files import Column as Ours
from hgkm_desktop.services.registration_files import Matching, Preview
from hgkm_desktop.services.registrations import NewRegistration
from hgkm_desktop.services.tables import BadLine
from hgkm_desktop.texts import is_right_to_left, tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.table import Column, RowModel, RowTable
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.empty import Empty
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.segmented import Option, Segmented
from hgkm_desktop.ui.widgets.strips import Banner

PAGE, ROW, HEIGHT = 100, 40, 250
AROUND = (2, 6, 2, 6)
"""Keeps square corners inside round ones, on the ground of a dialog."""
HIDDEN = "•••"
TO_THE_LEFT = "\u2067{}\u2069"
"""Lets an Arabic sentence that begins with a word of the file run its own way."""
Good = tuple[int, NewRegistration]
T = TypeVar("T")


class ImportFound(QWidget):
    """A sentence with the counts, and under it one of two tables."""

    def __init__(self, veiled: bool) -> None:
        super().__init__()
        self.told, self.notes = Banner("", "ok"), muted("", wrap=True)
        self.good = RowModel[Good](*_good_columns(veiled))
        self.bad = RowModel[BadLine](*_bad_columns())
        self.good_table = RowTable(self.good, tr("Goes in"), ROW, _nothing(tr("No line can")))
        self.bad_table = RowTable(self.bad, tr("Does not go in"), ROW, _nothing(tr("All can")))
        self.which = Segmented(
            [Option(0, tr("Goes in"), 0), Option(1, tr("Does not go in"), 0)],
            tr("Which lines?"),
            small=True,
        )
        self.which.set_value(0)
        self.pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for part in (self.told, self.notes, self.which):
            column.addWidget(part)
        for table in (self.good_table, self.bad_table):
            card = Card(margins=AROUND, spacing=0)
            card.add(table, 1)
            card.setMinimumHeight(px(HEIGHT))
            self.pages.addWidget(card)
        column.addWidget(self.pages, 1)
        self.which.changed.connect(self._on_chosen)

    def show_found(self, found: Preview, matching: Matching) -> None:
        """Show both kinds of lines, page by page, and only the columns that were chosen."""
        self.told.say(_told(len(found.good), len(found.bad)), "am" if found.bad else "ok")
        notes = _notes(found)
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        _show(self.good, found.good)
        _show(self.bad, found.bad)
        for place, ours in enumerate((Ours.LANGUAGE, Ours.READING, Ours.CHILDREN), start=2):
            self.good_table.setColumnHidden(place, ours not in matching)
        self.which.set_count(0, len(found.good))
        self.which.set_count(1, len(found.bad))
        if not found.bad or not found.good:
            self._turn_to(0 if found.good else 1)

    def _turn_to(self, place: int) -> None:
        self.which.set_value(place)
        self.pages.setCurrentIndex(place)

    def _on_chosen(self, place: int) -> None:
        self.pages.setCurrentIndex(place)


def count_of(good: int) -> str:
    """Return how many would come on the list, in words."""
    return tr("1 comes on it") if good == 1 else tr("{count} come on it").format(count=good)


def _told(good: int, bad: int) -> str:
    left = tr("1 line does not") if bad == 1 else tr("{count} lines do not").format(count=bad)
    return tr(", ").join([count_of(good), left] if bad else [count_of(good)]) + "."


def _notes(found: Preview) -> Sequence[str]:
    """Return what to know beforehand: none of it is wrong."""
    each = (
        (found.shortened, tr("Surnames left out: {count}.")),
        (found.twins, tr("Names that are there twice: {count}. That may be right.")),
        (found.over, tr("On the waiting list, in order: {count}.")),
    )
    return [text.format(count=count) for count, text in each if count]


def _show(model: RowModel[T], rows: Sequence[T]) -> None:
    later = iter(rows[PAGE:])

    def fetch_more() -> Sequence[T]:
        return list(islice(later, PAGE))

    model.show(rows[:PAGE], fetch_more)


def _good_columns(veiled: bool) -> Sequence[Column[Good]]:
    return (
        Column(tr("Line"), _line, "muted", 64),
        Column(tr("Name"), _hidden if veiled else _name, "coded", stretch=True, extra=_kind),
        Column(tr("Language"), _language, width=112),
        Column(tr("How she reads"), _reading, "muted", 132),
        Column(tr("Children"), _children, width=96, align="end"),
    )


def _bad_columns() -> Sequence[Column[BadLine]]:
    return (
        Column(tr("Line"), _bad_line, "muted", 64),
        Column(tr("Why not"), _reason, "explain", stretch=True),
    )


def _nothing(title: str) -> Empty:
    return Empty(title, "", drawing=False)


def _line(row: Good) -> str:
    return str(row[0])


def _name(row: Good) -> str:
    return row[1].name or tr("Number only")


def _hidden(_row: Good) -> str:
    return HIDDEN


def _kind(row: Good) -> str:
    return tr("alias") if row[1].kind is NameKind.ALIAS else ""


def _language(row: Good) -> str:
    return label_of(row[1].language) if row[1].language else ""


def _reading(row: Good) -> str:
    return session_words.word(row[1].reading) if row[1].reading else ""


def _children(row: Good) -> str:
    return str(row[1].children or "–")


def _bad_line(bad: BadLine) -> str:
    return str(bad.line)


def _reason(bad: BadLine) -> str:
    return TO_THE_LEFT.format(bad.reason) if is_right_to_left() else bad.reason
