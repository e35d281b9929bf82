"""What the sessions of a year brought, per topic: counts, and never a person (R-003, R-236)."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules import session_words
from hgkm_desktop.services import access, session_counts
from hgkm_desktop.services.session_counts import OfTopic
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import kept_together
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.table import Column, RowModel, RowTable
from hgkm_desktop.ui.views.sessions.years_export import ExportForm
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.empty import Empty
from hgkm_desktop.ui.widgets.fields import ComboField
from hgkm_desktop.ui.widgets.labels import form_label, muted

NUMBER = 150
Save = Callable[..., None]


class YearsPage(QWidget):
    """A year to choose, a table, and for staff a file to take along; Esc leads back."""

    left = Signal()

    def __init__(self, ctx: Context, save: Save = printing.save_file) -> None:
        super().__init__()
        self._ctx, self._save = ctx, save
        self.year = ComboField()
        self.year.setAccessibleName(tr("Year"))
        self.export = make_button(tr("Save counts as a file"), icon="download-simple")
        self.model = RowModel[OfTopic](*_columns())
        nothing = Empty(tr("No session is over yet"), tr("Afterwards you see here how many came."))
        self.table = RowTable(self.model, tr("Counts per year"), empty=nothing)
        self.told = muted("", wrap=True)
        self._lay_out()
        self.year.changed.connect(self._show_year)
        self.export.clicked.connect(self._on_export_asked)

    def refresh(self) -> None:
        """Read the years again, and show the one that was chosen, or the latest."""
        chosen = self.year.value()
        years = self._ctx.call(session_counts.years)
        self.year.set_items([(year, str(year)) for year in years])
        self.year.set_value(chosen if chosen in years else next(iter(years), None))
        self._head.setVisible(bool(years))
        self._show_year()

    def take_focus(self) -> None:
        """Bring the keyboard to the years, or to the table where there are none."""
        (self.year if self._head.isVisible() else self.table).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        name = form_label(tr("Year"))
        name.setBuddy(self.year)
        self.year.setMinimumWidth(px(110))
        row.addWidget(name)
        row.addWidget(self.year)
        row.addWidget(self.told, 1)
        row.addWidget(self.export)
        self.export.setVisible(self._ctx.may(*access.EDITORS))
        card = Card(clip=True)
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._head)
        column.addWidget(card, 1)
        column.addWidget(muted(tr("What was called off is not counted."), wrap=True))

    def _show_year(self) -> None:
        year = self.year.value()
        rows = self._ctx.call(session_counts.of_year, year) if isinstance(year, int) else ()
        self.model.show(rows)
        sessions, present = sum(row.sessions for row in rows), sum(row.present for row in rows)
        told = tr("Sessions: {sessions}. Who came, counted together: {present}.")
        self.told.setText(told.format(sessions=sessions, present=present))

    def _on_export_asked(self) -> None:
        year = self.year.value()
        assert isinstance(year, int)
        ExportForm(self._ctx, year, self._save).open(self.window())


def _columns() -> tuple[Column[OfTopic], ...]:
    return (
        Column(tr("Topic"), _topic, "bold", stretch=True),
        Column(tr("Sessions"), _sessions, width=NUMBER, align="end"),
        Column(tr("Came"), _present, width=NUMBER, align="end"),
        Column(tr("Hands up"), _hands, width=NUMBER, align="end"),
        Column(tr("Sheets handed out"), _sheets, width=NUMBER + 20, align="end"),
    )


def _topic(of: OfTopic) -> str:
    return session_words.word(of.topic)


def _sessions(of: OfTopic) -> str:
    return str(of.sessions)


def _present(of: OfTopic) -> str:
    return str(of.present)


def _hands(of: OfTopic) -> str:
    """Return "17 van 23", or a dash where nobody counted hands."""
    if not of.hands_of:
        return "–"
    return tr("{count} of {all}").format(
        count=kept_together(str(of.hands)), all=kept_together(str(of.hands_of))
    )


def _sheets(of: OfTopic) -> str:
    return str(of.sheets)
