"""Counts of sessions as a file: for ourselves as they are, for outside rounded (PRODUCT.md 9)."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.services import session_counts
from hgkm_desktop.services.tables import Format
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import DateField, Field
from hgkm_desktop.ui.widgets.segmented import Segmented
from hgkm_desktop.ui.widgets.strips import Banner

NAME = "lijst"
"""A neutral name: a file on a stick is seen by whoever finds it."""
Save = Callable[..., None]


class ExportForm(FormOverlay):
    """Which days, which kind of file, and for whom; then where it goes."""

    def __init__(self, ctx: Context, year: int, save: Save = printing.save_file) -> None:
        super().__init__(
            tr("Save counts as a file"),
            text=tr("Only counts per session. No names."),
            accept=tr("Choose where"),
            cancel=tr("Back"),
        )
        self._ctx, self._save = ctx, save
        self.first, self.last = DateField(date(year, 1, 1)), DateField(date(year, 12, 31))
        self.outside = Segmented(
            [(True, tr("For outside, rounded")), (False, tr("For ourselves, exact"))]
        )
        self.outside.set_value(True)
        self.kind = Segmented([(Format.XLSX, "Excel"), (Format.CSV, "CSV")])
        self.kind.set_value(Format.XLSX)
        self.told = Banner("", "bl")
        first = Field(tr("From"), self.first)
        self.fields["last"] = Field(tr("Up to and including"), self.last)
        self.add(_beside(first, self.fields["last"]))
        self.add(Field(tr("For whom is it?"), self.outside), self.told)
        self.add(Field(tr("Kind of file"), self.kind))
        self.outside.changed.connect(self._tell)
        self._tell()

    def act(self) -> None:
        """Make the file and ask where it goes; raise Invalid for days the wrong way round."""
        first, last, form = self.first.value(), self.last.value(), self.kind.value()
        if last < first:
            raise Invalid({"last": tr("The last day comes before the first.")})
        assert isinstance(form, Format)
        is_outside = bool(self.outside.value())
        table = session_counts.table
        content = self._ctx.call(table, first, last, form, outside=is_outside)
        saved = partial(self._ctx.notify, tr("The file is saved."))
        self._save(self.window(), content, f"{NAME}.{form}", tr("Table"), on_done=saved)

    def _tell(self) -> None:
        if self.outside.value():
            text = tr("Under {count} you do not see how many. The rest goes to the nearest {step}.")
            text = text.format(count=session_counts.SMALLEST, step=session_counts.STEP)
            self.told.say(text, "bl")
        else:
            self.told.say(tr("Small numbers tell who came. Keep this file here."), "am")


def _beside(*fields: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(18))
    for field in fields:
        row.addWidget(field)
    row.addStretch(1)
    return holder
