"""Something that takes place every week: the network meeting, or a programme of our own."""

from datetime import time
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.models import FixedTime, new_id
from hgkm_desktop.rules.day_words import weekdays
from hgkm_desktop.rules.going_along import FixedKind
from hgkm_desktop.rules.going_words import word
from hgkm_desktop.rules.lists import Area
from hgkm_desktop.rules.words import word as word_of_list
from hgkm_desktop.services import fixed_times
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.forms.typed_day import TypedDay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.date_time import DateField, TimeField
from hgkm_desktop.ui.widgets.fields import Field, line_edit
from hgkm_desktop.ui.widgets.segmented import Segmented

TEN, NOON = time(10), time(12)


class ProgrammeForm(FormOverlay):
    """A new one, or one that changes; what was before stays in the weeks that are over."""

    def __init__(self, ctx: Context, fixed: FixedTime | None = None) -> None:
        title = tr("Every week") if fixed is None else tr("Change what is every week")
        super().__init__(title, accept=tr("Save"), cancel=tr("Cancel"), width=560)
        self._ctx, self._fixed = ctx, fixed
        self._today = day_of(ctx.now())
        self._make_fields()
        if fixed is not None:
            self._show(fixed)
        self.keep_in(ctx, f"appointments/programme/{fixed.id if fixed is not None else 'new'}")

    def act(self) -> None:
        """Save it."""
        self._ctx.call(fixed_times.save, self._made(), now=self._ctx.now())
        self._ctx.notify(tr("The weekly programme is saved."))

    def _make_fields(self) -> None:
        self.kind = Segmented([(each, word(each)) for each in FixedKind], tr("What is it?"))
        self.kind.set_value(FixedKind.OWN_PROGRAMME)
        self.name = line_edit()
        self.weekday = ComboField(list(enumerate(weekdays())))
        self.weekday.set_value(self._today.weekday())
        self.begins, self.ends = TimeField(TEN), TimeField(NOON)
        self.place = line_edit()
        self.area = ComboField([(each, word_of_list(each)) for each in Area])
        self.area.set_value(Area.UNKNOWN)
        self.first_day = DateField(self._today)
        last_day = self._fixed.last_day if self._fixed is not None else None
        self.last_day = TypedDay(last_day, self._today, ahead=True)
        self.add_field("kind", Field(tr("What is it?"), self.kind))
        self.add_field("title", Field(tr("Name"), self.name))
        self._add_row(
            weekday=Field(tr("Every"), self.weekday),
            begins=Field(tr("From"), self.begins),
            ends=Field(tr("Until"), self.ends),
        )
        self._add_row(
            place=Field(tr("Where is it?"), self.place), area=Field(tr("Area"), self.area)
        )
        hint = tr("May stay empty")
        self._add_row(
            first_day=Field(tr("First day"), self.first_day),
            last_day=Field(tr("Last day"), self.last_day, hint),
        )

    def _add_row(self, **fields: Field) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        for key, field in fields.items():
            self.fields[key] = field
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.add(holder)

    def _show(self, fixed: FixedTime) -> None:
        self.kind.set_value(fixed.kind)
        self.name.setText(fixed.title)
        self.weekday.set_value(fixed.weekday)
        self.begins.set_value(fixed.begins)
        self.ends.set_value(fixed.ends)
        self.place.setText(fixed.place)
        self.area.set_value(fixed.area)
        self.first_day.set_value(fixed.first_day)

    def _made(self) -> FixedTime:
        known = self._fixed
        return FixedTime(
            id=known.id if known is not None else new_id(),
            version=known.version if known is not None else 0,
            kind=FixedKind(cast(str, self.kind.value())),
            title=self.name.text(),
            weekday=cast(int, self.weekday.value()),
            begins=self.begins.value(),
            ends=self.ends.value(),
            place=self.place.text(),
            area=Area(cast(str, self.area.value())),
            first_day=self.first_day.value(),
            last_day=self.last_day.day("last_day"),
        )
