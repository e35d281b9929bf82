"""What narrows the list: period, signal, topic, search; in a second row place and language."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.models.codes import ContactSetting, HelpTopic, Language, SignalLevel
from hgkm_desktop.models.labels import label
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.views.walk_ins.periods import Period, query_of
from hgkm_desktop.ui.views.walk_ins.room import Room
from hgkm_desktop.ui.views.walk_ins.tab_order import follow
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.inputs import SearchField
from hgkm_desktop.ui.widgets.painting import text_width
from hgkm_desktop.ui.widgets.segmented import Option, Segmented

Code = TypeVar("Code", bound=StrEnum)

DEBOUNCE = 200
SEARCH_LONGEST = 200


class ListBar(QWidget):
    """Says what to show. `changed` comes at once for a choice, a moment later for typing."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._period = Period.TODAY
        self.periods = Segmented(
            [
                Option(Period.TODAY, tr("Today"), count=0),
                Option(Period.WEEK, tr("This week")),
                Option(Period.ALL, tr("All")),
            ],
            name=tr("Period"),
            small=True,
            check=False,
        )
        self.periods.set_value(Period.TODAY)
        self.search = SearchField(tr("Search the list"), small=True)
        self.search.setMaxLength(SEARCH_LONGEST)
        self.filters = {
            "signal": _filter(tr("All signals"), SignalLevel),
            "topic": _filter(tr("All topics"), HelpTopic),
            "setting": _filter(tr("All places"), ContactSetting),
            "language": _filter(tr("All languages"), Language),
        }
        self.clear_button = make_button(tr("Filters off"), "quiet", small=True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(DEBOUNCE)
        self._lay_out()
        self._connect()

    @property
    def period(self) -> Period:
        """How far back the list goes."""
        return self._period

    def query(self, today: date) -> Query:
        """Return everything chosen as one question."""
        return replace(
            query_of(self._period, today),
            signal=_chosen(self.filters["signal"], SignalLevel),
            topic=_chosen(self.filters["topic"], HelpTopic),
            setting=_chosen(self.filters["setting"], ContactSetting),
            language=_chosen(self.filters["language"], Language),
            text=self.search.text(),
        )

    def is_narrowed(self) -> bool:
        """Say whether more than the period is chosen."""
        chosen = any(each.value() is not None for each in self.filters.values())
        return chosen or bool(self.search.text().strip())

    def hidden_count(self) -> int:
        """Return how many filters of the second row are chosen."""
        chosen = (each for each in self.filters.values() if each.value() is not None)
        return sum(self._second_row.indexOf(each) >= 0 for each in chosen)

    def go_to(self, period: Period) -> None:
        """Choose a period; nobody is told."""
        self._period = period
        self.periods.set_value(period)

    def look_for(self, text: str) -> None:
        """Look for a text in everything there is, at once."""
        self.go_to(Period.ALL)
        self.search.setText(text[:SEARCH_LONGEST])
        self._typing.stop()
        self.changed.emit()

    def clear(self) -> None:
        """Turn every filter off and empty the search; nobody is told."""
        for each in self.filters.values():
            each.set_value(None)
        self.search.clear()
        self._typing.stop()

    def clear_and_tell(self) -> None:
        """Turn every filter off and empty the search."""
        self.clear()
        self.changed.emit()

    def hide_fields(self, unused: frozenset[str]) -> None:
        """Keep away filters on fields that this organisation does not use."""
        for name in ("signal", "language"):
            self.filters[name].setHidden(name in unused)

    def fit(self, room: Room) -> None:
        """Move filters to the second row where the first has no room for them."""
        top = px(10 if room == Room.WIDE else 8)
        self._page.setContentsMargins(px(12), top, px(12), px(4))
        for name, last in (("topic", Room.WIDE), ("signal", Room.NARROW)):
            above = room <= last
            row = self._first_row if above else self._second_row
            if row.indexOf(self.filters[name]) < 0:
                row.insertWidget(row.indexOf(self.search) if above else 0, self.filters[name])

    def _lay_out(self) -> None:
        self._first_row = QHBoxLayout()
        self._first_row.setSpacing(px(10))
        self._first_row.addWidget(self.periods)
        self._first_row.addStretch(1)
        for name in ("signal", "topic"):
            self._first_row.addWidget(self.filters[name])
        self.search.setFixedWidth(px(160))
        self._first_row.addWidget(self.search)
        self.second = QWidget()
        self._second_row = QHBoxLayout(self.second)
        self._second_row.setContentsMargins(0, 0, 0, 0)
        self._second_row.setSpacing(px(10))
        for name in ("setting", "language"):
            self._second_row.addWidget(self.filters[name])
        self._second_row.addStretch(1)
        self._second_row.addWidget(self.clear_button)
        self.second.hide()
        self._page = QVBoxLayout(self)
        self._page.setSpacing(px(8))
        self._page.addLayout(self._first_row)
        self._page.addWidget(self.second)
        self.fit(Room.WIDE)
        follow([self.periods, *self.filters.values(), self.search, self.clear_button])

    def _connect(self) -> None:
        self.periods.changed.connect(self._on_period_chosen)
        for each in self.filters.values():
            each.changed.connect(self.changed)
        self.search.textEdited.connect(self._typing.start)
        self.search.returnPressed.connect(self._on_entered)
        self._typing.timeout.connect(self.changed)
        self.clear_button.clicked.connect(self.clear_and_tell)

    def _on_period_chosen(self, period: object) -> None:
        self._period = Period(cast(Period, period))
        self.changed.emit()

    def _on_entered(self) -> None:
        self._typing.stop()
        self.changed.emit()


def _filter(everything: str, codes: Iterable[StrEnum]) -> ComboField:
    items: list[tuple[object, str]] = [(None, everything)]
    made = ComboField([*items, *((code, label(code)) for code in codes)], small=True)
    made.setAccessibleName(everything)
    made.setFixedWidth(round(text_width(font(14), everything)) + px(60))
    return made


def _chosen(field: ComboField, kind: type[Code]) -> Code | None:
    value = field.value()
    return None if value is None else kind(cast(str, value))
