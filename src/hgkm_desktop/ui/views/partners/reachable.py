"""Who can be reached now, or at any other moment: direct lines first (R-109)."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop import clock
from hgkm_desktop.services import reachable
from hgkm_desktop.services.reachable import Line
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_as_spoken, day_in_full, day_of, time_of
from hgkm_desktop.ui.names import inside, shown
from hgkm_desktop.ui.reading_overlay import ReadingOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.partners import words
from hgkm_desktop.ui.views.partners.spread import spread
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.buttons import icon_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.date_time import DateField, TimeField
from hgkm_desktop.ui.widgets.labels import bold, explain, form_label, muted, number
from hgkm_desktop.ui.widgets.segmented import Segmented
from hgkm_desktop.ui.widgets.strips import Banner

NOW, OTHER = "now", "other"
NUMBER_WIDTH = 124


class ReachableOverlay(ReadingOverlay):
    """Reads again for every other moment; `partner_asked` opens the card of one of them."""

    partner_asked = Signal(UUID)

    def __init__(self, ctx: Context) -> None:
        body = QWidget()
        super().__init__(tr("Who can be reached now?"), body, cancel=tr("Back"), width=680)
        self._ctx = ctx
        self.when = Segmented([(NOW, tr("Now")), (OTHER, tr("At another moment"))], small=True)
        self.when.set_value(NOW)
        here = clock.local(ctx.now())
        self.day, self.time = DateField(here.date()), TimeField(here.time())
        self.day.setAccessibleName(tr("Which day?"))
        self.time.setAccessibleName(tr("What time?"))
        self._moment = _row(self.day, self.time)
        self._said = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, px(2), 0, 0)
        self._column.setSpacing(px(12))
        self._column.addWidget(_row(self.when, self._moment))
        self._column.addWidget(self._said)
        self.when.changed.connect(self._on_chosen)
        self.day.dateChanged.connect(self._on_moved)
        self.time.timeChanged.connect(self._on_moved)
        self._on_chosen()

    def at(self) -> datetime:
        """Return the moment that is asked about."""
        if self.when.value() != OTHER:
            return self._ctx.now()
        return clock.at(self.day.value(), self.time.value())

    def refresh(self) -> None:
        """Read again who can be reached."""
        at = self.at()
        found = self._ctx.call(reachable.reachable, at=at)
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        day = day_in_full(day_of(at), day_of(self._ctx.now()))
        column.addWidget(muted(tr("{day}, {time}").format(day=day, time=time_of(at))))
        if found.is_holiday:
            told = tr("Many organisations are closed then.")
            column.addWidget(Banner(told, "am", tr("It is {day}.").format(day=found.is_holiday)))
        if not found.now:
            column.addWidget(Banner(tr("No organisation of our list is open then."), "bl"))
        for title, lines in (
            (tr("Open"), found.now),
            (tr("Agreed for outside hours"), found.night),
            (tr("Day and night"), found.always),
        ):
            if lines:
                column.addWidget(form_label(title))
                column.addWidget(self._card(lines, at))
        self._show(fresh)

    def _card(self, lines: Sequence[Line], at: datetime) -> Card:
        card = Card(margins=(0, 0, 0, 0), spacing=0)
        for line in lines:
            card.add_row(self._line(line, at), (14, 8, 10, 8))
        return card

    def _line(self, line: Line, at: datetime) -> QWidget:
        veiled = self._ctx.veiled and line.partner_id is not None
        said = QVBoxLayout()
        said.setSpacing(px(1))
        said.addWidget(bold(spread(line.name), wrap=True))
        beside = [shown(line.person, veiled), "" if line.is_direct else line.words]
        beside = [line.words if line.is_direct and not line.person else "", *beside]
        who = tr(", ").join(inside(part) for part in beside if part)
        if who:
            said.addWidget(explain(who, wrap=True))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addLayout(said, 1)
        row.addWidget(muted(_until(line, at)))
        row.addWidget(_mark(is_direct=line.is_direct and line.partner_id is not None))
        row.addWidget(_digits(words.number(line.number, veiled=veiled)))
        row.addWidget(self._opener(line))
        return holder

    def _opener(self, line: Line) -> QWidget:
        button = icon_button(
            "caret-right", tr("Open {name}").format(name=line.name), small=True, kind="bare"
        )
        if line.partner_id is None:
            place = QWidget()
            place.setFixedWidth(button.sizeHint().width())
            button.deleteLater()
            return place
        button.clicked.connect(partial(self._on_opened, line.partner_id))
        return button

    def _show(self, fresh: QWidget) -> None:
        self._column.replaceWidget(self._said, fresh)
        self._said.hide()
        self._said.deleteLater()
        self._said = fresh

    def _on_chosen(self, _value: object = None) -> None:
        self._moment.setVisible(self.when.value() == OTHER)
        self.refresh()

    def _on_moved(self) -> None:
        self.refresh()

    def _on_opened(self, partner_id: UUID) -> None:
        self.close_overlay()
        self.partner_asked.emit(partner_id)


def _until(line: Line, at: datetime) -> str:
    if line.until is None:
        return ""
    end, asked = day_of(line.until), day_of(at)
    if end == asked:
        return tr("until {time}").format(time=time_of(line.until))
    day = day_as_spoken(end, asked)
    return tr("until {day}").format(day=f"{day} {time_of(line.until)}")


def _digits(digits: str) -> QWidget:
    shown_number = number(digits)
    shown_number.setFixedWidth(px(NUMBER_WIDTH))
    shown_number.setAlignment(
        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    )
    return shown_number


def _mark(*, is_direct: bool) -> QWidget:
    """Return the badge of a direct line, or as much room: what follows stands below each other."""
    badge = Badge(tr("direct"), "ok")
    holder = QWidget()
    holder.setFixedWidth(badge.sizeHint().width())
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(badge)
    badge.setVisible(is_direct)
    return holder


def _row(*parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(10))
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return holder
