"""The table of her answers, and above it whom to tell that she took one back."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.table import RowTable
from hgkm_desktop.ui.views.cases.consent_rows import (
    ConsentRow,
    Key,
    consent_model,
    consent_rows,
)
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import group_heading, muted
from hgkm_desktop.ui.widgets.strips import Banner

ROW, HEAD = 54, 40


class ConsentRegister(QWidget):
    """One row for each purpose and receiver; what stood in it before is in the timeline."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.new = make_button(tr("New answer"), icon="plus", small=True)
        self.title = group_heading("")
        self.to_tell = Banner("", "am")
        self.model = consent_model()
        self.table = RowTable(self.model, tr("Her answers"), ROW)
        self._key: Key | None = None
        card = Card(clip=True)
        card.add(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(7))
        column.addLayout(self._heading())
        column.addWidget(self.to_tell)
        column.addWidget(card)
        self.table.chosen.connect(self._on_chosen)

    def show_page(self, name: str, found: Standing, today: date) -> None:
        """Show the answers; the row that was chosen stays so."""
        self.title.setText(tr("What {name} says").format(name=name))
        key = self._key
        rows = consent_rows(list(found.consents.values()), today)
        self.model.show(rows)
        self.table.setFixedHeight(px(HEAD) + px(ROW) * len(rows) + 2)
        keys = [row.key for row in rows]
        if rows:
            self.table.select(keys.index(key) if key in keys else 0)
        else:
            self.chosen.emit(None)
        self._tell(found.to_be_told())

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(2), 0, px(2), 0)
        row.setSpacing(px(9))
        for part in (IconLabel("handshake", "ink", 20), self.title, muted(tr("per receiver"))):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.new)
        return row

    def _tell(self, receivers: list[str]) -> None:
        told = tr("Tell this to {receivers}.").format(receivers=", ".join(receivers))
        self.to_tell.say(told, "am", tr("She took it back."))
        self.to_tell.setVisible(bool(receivers))

    def _on_chosen(self, row: ConsentRow | None) -> None:
        if row is not None:
            self._key = row.key
            self.chosen.emit(row)
