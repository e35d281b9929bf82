"""The list on its card, which is no higher than its rows; what explains it stands right below."""

from uuid import UUID

from PySide6.QtGui import QResizeEvent

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.list_empty import ListEmpty
from hgkm_desktop.ui.views.sessions.list_table import SessionModel, SessionTable
from hgkm_desktop.ui.widgets.card import Card

LEAST = 220


class ListCard(Card):
    """Grows and shrinks with what is loaded."""

    def __init__(self, model: SessionModel, nothing: ListEmpty) -> None:
        super().__init__(clip=True)
        self._model = model
        self.table = SessionTable(model, nothing)
        self.add(self.table, 1)
        model.rowsInserted.connect(self._fit)
        model.modelReset.connect(self._fit)

    def choose(self, session_id: UUID | None) -> bool:
        """Choose a session; say whether it is loaded."""
        found = (place for place, row in enumerate(self._model.rows) if row.id == session_id)
        place = next(found, None)
        if place is not None:
            self.table.select(place)
        return place is not None

    def use_small(self, small: bool) -> None:
        """Let the rows stand closer together on a small screen."""
        self.table.use_small(small)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card as high as its rows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rows = self.table.whole_height()
        self.setMaximumHeight((rows or px(LEAST)) + 2)
