"""What was printed: which sheet, in which language, how many, which day. Never by whom (R-283)."""

from datetime import date

from PySide6.QtWidgets import QWidget

from hgkm_desktop.models import PrintLine
from hgkm_desktop.services import prints
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.card import CARD
from hgkm_desktop.sheets.library import LANGUAGES
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_short, day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.table import Column, RowModel, RowTable
from hgkm_desktop.ui.views.handouts import words
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.empty import Empty

WIDTH, HEIGHT = 680, 380


class History(Overlay):
    """A list over the page, newest first."""

    def __init__(self, ctx: Context) -> None:
        self.model = RowModel[PrintLine](*_columns(day_of(ctx.now())))
        self.table = RowTable(self.model, tr("Printed"), row_height=44, empty=_nothing())
        super().__init__(
            tr("Printed"),
            self._body(),
            text=tr("Nobody's name is in this list."),
            cancel=tr("Back"),
            width=WIDTH,
        )
        self.model.show(ctx.call(prints.history))

    def _body(self) -> QWidget:
        card = Card(clip=True)
        card.add(self.table)
        self.table.setMinimumHeight(px(HEIGHT))
        return card


def _nothing() -> Empty:
    return Empty(tr("Nothing was printed yet"), "", drawing=False)


def _columns(today: date) -> tuple[Column[PrintLine], ...]:
    def day(line: PrintLine) -> str:
        return day_in_short(line.day, today)

    return (
        Column(tr("Sheet"), _title, kind="bold", stretch=True),
        Column(tr("Language"), _language, width=120),
        Column(tr("How many"), _copies, width=90, align="end"),
        Column(tr("Day"), day, width=120),
    )


def _title(line: PrintLine) -> str:
    known = {CARD, *(sheet.id for sheet in library.sheets())}
    return words.title_of(line.sheet) if line.sheet in known else line.sheet


def _language(line: PrintLine) -> str:
    return LANGUAGES.get(line.language, line.language)


def _copies(line: PrintLine) -> str:
    return str(line.copies)
