"""A form about one record: what somebody else changed meanwhile is shown, nothing is lost."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from hgkm_desktop.errors import Conflict, UserError
from hgkm_desktop.models import Record
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.partners.spread import spread
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import explain, form_label
from hgkm_desktop.ui.widgets.scroll import FittingScroll
from hgkm_desktop.ui.widgets.strips import Banner

R = TypeVar("R", bound=Record)


class RecordForm(FormOverlay, Generic[R]):
    """Fills its fields from a record and writes them into it; `inputs` are named as the record.

    After a Conflict the record of now lies under the form: saving again saves what is typed.
    """

    def __init__(self, ctx: Context, record: R, title: str, *, text: str = "") -> None:
        super().__init__(title, text=text, accept=tr("Save"), cancel=tr("Cancel"), width=620)
        self._ctx, self._record = ctx, record
        self.inputs: dict[str, QWidget] = {}
        self.take = make_button(tr("Start from what is stored"), small=True)
        self._differs = explain("", wrap=True)
        self.met = Banner("", "am")
        self.stored = _below(
            self.met, form_label(tr("This is stored now")), self._differs, self.take
        )
        self.stored.hide()
        self.take.clicked.connect(self.show_record)
        self.add(self.stored)

    def values(self) -> dict[str, Any]:
        """Return what is typed, as the record has it; raise Invalid for what cannot be read."""
        raise NotImplementedError

    def shown_values(self, record: R) -> Mapping[str, object]:
        """Return what the fields hold when they show a record."""
        raise NotImplementedError

    def save(self, record: R) -> None:
        """Save the record; raise as services do."""
        raise NotImplementedError

    def fetch(self) -> R | None:
        """Return the record as it is stored now, None when it is gone."""
        raise NotImplementedError

    def act(self) -> None:
        """Save what is typed; show what is stored when somebody else was first."""
        for name, value in self.values().items():
            setattr(self._record, name, value)
        self.save(self._record)

    def answer(self, error: UserError) -> None:
        """Say what went wrong; after a Conflict show what is stored, above what is typed."""
        if not isinstance(error, Conflict) or not self._met(error):
            super().answer(error)

    def show_record(self) -> None:
        """Fill the fields with what is stored."""
        for name, value in self.shown_values(self._record).items():
            if name in self.inputs:
                field_values.write(self.inputs[name], value)
        self.stored.hide()
        self.say("")

    def made(self, key: str, name: str, widget: QWidget, hint: str = "") -> Field:
        """Return a field for something of the record, to be put wherever it belongs."""
        self.inputs[key] = widget
        field = self.fields[key] = Field(name, widget, hint)
        return field

    def put(self, key: str, name: str, widget: QWidget, hint: str = "") -> None:
        """Put a field for something of the record under what is there already."""
        self.add(self.made(key, name, widget, hint))

    def typed(self, name: str) -> str:
        """Return what stands in a field of words."""
        return str(field_values.read(self.inputs[name]))

    def _met(self, conflict: Conflict) -> bool:
        """Put the record of now under the form and tell where it differs; not when it is gone."""
        found = self.fetch()
        if found is None:
            return False
        self._record = found
        before = self.shown_values(found)
        differing = [
            f"{self._called(name)}: {_told(widget, before[name])}"
            for name, widget in self.inputs.items()
            if name in before and field_values.read(widget) != before[name]
        ]
        self._tell(conflict, differing)
        self.accept_button.setText(tr("Save mine"))
        return True

    def _called(self, name: str) -> str:
        field = self.fields.get(name)
        return field.label.text() if field else str(self.inputs[name].property("text"))

    def _tell(self, conflict: Conflict, lines: list[str]) -> None:
        self.met.say(conflict.hint, "am", conflict.title)
        self._differs.setText(spread("\n".join(lines)))
        self.stored.show()
        area = self.panel.findChild(FittingScroll)
        if area is not None:
            area.verticalScrollBar().setValue(0)


def _below(*parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(6))
    for part in parts[:-1]:
        column.addWidget(part)
    column.addWidget(parts[-1], 0, Qt.AlignmentFlag.AlignLeading)
    return made


def _told(widget: QWidget, value: object) -> str:
    """Return a value in the words of its field."""
    if isinstance(widget, QComboBox):
        place = widget.findData(value, Qt.ItemDataRole.UserRole)
        return widget.itemText(place) if place >= 0 else tr("nothing")
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, list):
        chips = getattr(widget, "chips", [])
        value = tr(", ").join(chip.text() for chip in chips if chip.value in value)
    return str(value or tr("nothing"))
