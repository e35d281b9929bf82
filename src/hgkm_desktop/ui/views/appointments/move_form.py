"""Another time for a visit, and by whom it was moved (R-050, R-052)."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import Side
from hgkm_desktop.rules.going_words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments.call_off import draft_place
from hgkm_desktop.ui.views.appointments.clash import Moved
from hgkm_desktop.ui.views.appointments.clash_strip import ClashStrip
from hgkm_desktop.ui.views.appointments.move_form_act import Wish, move_or_choose, move_visit
from hgkm_desktop.ui.views.appointments.prepare_words import span_text, when_text
from hgkm_desktop.ui.views.appointments.visit_fields_length import Length, minutes_of
from hgkm_desktop.ui.widgets.fields import DateField, Field, TimeField
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.segmented import Segmented

__all__ = ["MoveForm", "move_visit", "open_move"]


def open_move(
    ctx: Context,
    window: QWidget,
    visit: Visit,
    starts: datetime | None = None,
    moved: Moved | None = None,
) -> "MoveForm":
    """Ask for another time over a window; with `starts` it is filled in, as after dragging."""
    form = MoveForm(ctx, visit, starts, moved)
    form.open(window)
    return form


class MoveForm(FormOverlay):
    """The length stays unless somebody changes it; both sides say yes again afterwards."""

    def __init__(
        self, ctx: Context, visit: Visit, starts: datetime | None, moved: Moved | None
    ) -> None:
        super().__init__(tr("Another time"), accept=tr("Move"), cancel=tr("Cancel"), width=560)
        self._ctx, self._visit, self._moved = ctx, visit, moved
        self._is_dragged = starts is not None
        local = clock.local(starts or visit.starts)
        self.day, self.hour = DateField(local.date()), TimeField(local.time())
        self.length = Length(minutes_of(visit.starts, visit.ends))
        self.by = Segmented([(side, word(side)) for side in Side], tr("Who moves it?"))
        self.clashes = ClashStrip(ctx)
        self._lay_out()
        self.day.dateChanged.connect(self._on_changed)
        self.hour.timeChanged.connect(self._on_changed)
        self.length.changed.connect(self._on_changed)
        self._on_changed()
        self.keep_in(ctx, draft_place(visit, "move"), hour=self.hour)

    def open(self, window: QWidget) -> None:
        """Show it, the keyboard in what is still to be said."""
        super().open(window)
        if self._is_dragged:
            self.by.segments[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self) -> None:
        """Move it; where somebody was first both times are shown."""
        side = self.by.value()
        if not isinstance(side, str):
            raise Invalid({"side": tr("Say who moves it.")})
        starts, ends = self.typed()
        wish = Wish(starts, ends, Side(side))
        move_or_choose(self._ctx, self.window(), self._visit, wish, self._moved)

    def typed(self) -> tuple[datetime, datetime]:
        """Return the time that stands in the form; raise Invalid when it cannot be read."""
        starts = clock.at(self.day.value(), self.hour.value())
        return starts, starts + timedelta(minutes=self.length.minutes())

    def _lay_out(self) -> None:
        now = when_text(self._visit, day_of(self._ctx.now()))
        self.add(muted(tr("Now: {when}").format(when=now), wrap=True))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        self.fields["starts"] = Field(tr("Which day?"), self.day)
        row.addWidget(self.fields["starts"], 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Field(tr("What time?"), self.hour), 1, Qt.AlignmentFlag.AlignTop)
        self.add(holder)
        self.add_field("ends", Field(tr("How long?"), self.length))
        self.add_field("side", Field(tr("Who moves it?"), self.by))
        self.add(self.clashes)

    def _on_changed(self) -> None:
        try:
            starts, ends = self.typed()
        except (Invalid, OverflowError):
            self.fields["ends"].set_hint("")
            return
        self.fields["ends"].set_hint(span_text(starts, ends, day_of(self._ctx.now())))
        self.clashes.look(self._visit.companions, starts, ends, self._visit.id)
