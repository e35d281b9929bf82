"""Where everything stands: three columns, or two with the hand-over as a bar above them."""

from collections.abc import Sequence
from dataclasses import fields
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.services.today import Today
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.tab_chain import follow
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.today import band
from hgkm_desktop.ui.views.today.parts import Parts, fill, make_parts, may_begin
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.views.today.showing import show_when
from hgkm_desktop.ui.widgets.empty import Empty

WIDE, WIDEST_COLUMN = 1150, 720
WIDTHS = {3: (43, 40, 32), 2: (54, 46, 0)}
"""How three or two columns divide the width, as in the mock-ups."""


class Page(QWidget):
    """Holds the parts; a column without anything is not there."""

    wants = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.parts = make_parts(ctx)
        self.scene: Scene | None = None
        self._begins, self._columns = may_begin(ctx), 0
        self._writes_alone = False
        self._chain: list[QWidget] = []
        self.empty: Empty | None = None
        self._lay_out()
        self._connect()
        self.arrange(3)

    def show_scene(self, scene: Scene) -> None:
        """Show the day at a moment; the band and the notes only when the day was read again."""
        is_new = self.scene is None or self.scene.today is not scene.today
        is_first = self.scene is None
        self.scene = scene
        if is_first:
            self._row.hide()  # shown at once when all is there: each part by itself takes longer
        fill(self.parts, scene)
        if is_new:
            self.parts.notes.show_scene(scene)
            self.parts.band.show_day(scene.today.day, band.rows(scene), scene.now)
        else:
            self.parts.band.show_now(scene.now)
        self._show_what_there_is()
        self.chain()

    def fit(self, width: int) -> None:
        """Stand in as many columns as there is room for."""
        self.arrange(3 if width >= px(WIDE) else 2)

    def arrange(self, columns: int) -> None:
        """Put every part in its column."""
        alone = columns == 3 and not self._has_third()
        if (columns, alone) == (self._columns, self._writes_alone):
            return
        self._columns, self._writes_alone = columns, alone
        for section in self.parts.sections():
            section.fit(is_narrow=columns == 2)
        self.parts.notes.stand(is_bar=columns == 2)
        if columns == 2:
            self._body.insertWidget(0, self.parts.notes)
        for layout, column in zip(self._layouts, self._in_columns(), strict=True):
            for part in column:
                self._take_out(part)
                layout.insertWidget(layout.count() - 1, part, 0, self._side_of(part))
        self._share()
        self.chain()

    def chain(self) -> None:
        """Let Tab follow the page as it is read, when that changed."""
        stops = self.stops()
        if stops != self._chain:
            self._chain = stops
            follow(stops)

    def stops(self) -> list[QWidget]:
        """Return what the keyboard comes to, in reading order."""
        parts, found = self.parts, list[QWidget]()
        if self._columns == 2:
            found += parts.notes.stops()
        found.append(parts.band)
        for part in (each for column in self._in_columns() for each in column):
            stops = getattr(part, "stops", None)
            is_button = part in (parts.begin, parts.write)
            found += [part] if is_button else stops() if stops is not None else []
        return found if self.empty is None else [*found, self.empty.button, self.empty.quiet]

    def _in_columns(self) -> Sequence[Sequence[QWidget]]:
        it, deeds = self.parts, self.parts.session_deeds
        if self._columns == 2:
            return (
                (it.begin, it.calls, it.nobody, it.awaited, it.sessions, it.programme),
                (it.stand_in, it.going, it.team, deeds, it.endings, it.changed, it.write),
                (),
            )
        going = it.stand_in, it.going, it.team, it.nobody, it.awaited
        third = it.notes, it.write, deeds, it.endings, it.changed
        if self._writes_alone:
            going, third = (*going, it.write), (it.notes, deeds, it.endings, it.changed)
        return (it.begin, it.calls, it.sessions, it.programme), going, third

    def _has_third(self) -> bool:
        """Say whether more than a button would stand in the third column."""
        it = self.parts
        third = it.notes, it.endings, it.session_deeds, it.changed
        return not all(part.isHidden() for part in third)

    def _take_out(self, part: QWidget) -> None:
        for layout in (self._body, *self._layouts):
            layout.removeWidget(part)

    def _side_of(self, part: QWidget) -> Qt.AlignmentFlag:
        """Let a quiet button be no wider than its words."""
        return Qt.AlignmentFlag.AlignLeft if part is self.parts.write else Qt.AlignmentFlag(0)

    def _show_what_there_is(self) -> None:
        assert self.scene is not None
        is_empty = _is_empty(self.scene.today)
        bars = any(row.bars for row in band.rows(self.scene))
        show_when(self.parts.band, bars)
        show_when(self.parts.begin, self._begins and not is_empty)
        show_when(self.parts.notes, bool(self.scene.today.hand_over))
        self.arrange(self._columns)
        if is_empty and self.empty is None:
            self.empty = _empty_page(self.parts)
            self._body.addWidget(self.empty, 1)
        if self.empty is not None:
            show_when(self.empty, is_empty)
        if self._row.isHidden():
            self._row.resize(self.width(), self.height())  # or it is laid out twice
        show_when(self._row, not is_empty)
        self._share()

    def _share(self) -> None:
        """Divide the width among the columns that hold something."""
        shares = WIDTHS[self._columns]
        for place, parts in enumerate(self._in_columns()):
            holds = any(not part.isHidden() for part in parts)
            show_when(self._holders[place], holds)
            self._across.setStretch(place, shares[place] if holds else 0)

    def _lay_out(self) -> None:
        self._holders = [QWidget() for _ in range(3)]
        self._layouts = [QVBoxLayout(holder) for holder in self._holders]
        self._row = QWidget()
        self._across = QHBoxLayout(self._row)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(px(18))
        for holder, layout in zip(self._holders, self._layouts, strict=True):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(px(9))
            layout.addStretch(1)
            holder.setMaximumWidth(px(WIDEST_COLUMN))
            self._across.addWidget(holder)
        self._across.addStretch(0)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(px(8))
        self._body.addWidget(self.parts.band)
        self._body.addWidget(self._row, 1)

    def _connect(self) -> None:
        for section in self.parts.sections():
            section.wants.connect(self.wants)
            section.grown.connect(self.chain)
        self.parts.notes.grown.connect(self.chain)
        self.parts.band.chosen.connect(self._on_bar_chosen)

    def _on_bar_chosen(self, key: UUID) -> None:
        """Ask for what the row of it asks for; of others there is nothing to open."""
        wanted = band.opens(key, self.scene) if self.scene is not None else None
        if wanted is not None:
            self.wants.emit(wanted)


def _empty_page(parts: Parts) -> Empty:
    """Return what stands there on a day with nothing in it."""
    made = Empty(
        tr("Nothing stands here for today."),
        tr("First the talk, with the laptop closed."),
        button=tr("New walk-in"),
        quiet=tr("Write a hand-over note"),
        icon="plus",
    )
    made.clicked.connect(parts.begin.click)
    made.quiet_clicked.connect(parts.write.click)
    return made


def _is_empty(today: Today) -> bool:
    lists = (getattr(today, each.name) for each in fields(today) if each.name != "day")
    return not any(lists)
