"""What stands in a field of a form, as plain values a draft holds, and how it gets back there."""

from contextlib import suppress
from datetime import date, time
from functools import singledispatch

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from hgkm_desktop.rules.contact import Window
from hgkm_desktop.rules.lists import LifeDomain
from hgkm_desktop.ui.forms.choices import Choices
from hgkm_desktop.ui.forms.may_know import MayKnow
from hgkm_desktop.ui.forms.suggested import Suggested
from hgkm_desktop.ui.forms.windows_editor import WindowsEditor
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.fields import ComboField, DateField, TimeField
from hgkm_desktop.ui.widgets.segmented import Segmented

_SIGNALS = "changed", "textChanged", "dateTimeChanged", "toggled"


def told_by(field: QWidget) -> SignalInstance:
    """Return the signal with which a field tells that something else stands in it."""
    asked = field.line if isinstance(field, Suggested) else field
    return next(getattr(asked, name) for name in _SIGNALS if hasattr(asked, name))


@singledispatch
def read(field: QWidget) -> object:
    """Return what stands in a field."""
    raise TypeError(f"a field nobody can keep: {type(field).__name__}")


@singledispatch
def write(field: QWidget, _value: object) -> None:
    """Put something in a field, and let it tell so: other fields may follow it."""
    raise TypeError(f"a field nobody can fill: {type(field).__name__}")


@read.register
def _(field: QLineEdit | Suggested) -> str:
    return field.text()


@write.register
def _(field: QLineEdit, value: str) -> None:
    field.setText(value)


@write.register
def _(field: Suggested, value: str) -> None:
    field.set_text(value)


@read.register
def _(field: QPlainTextEdit) -> str:
    return field.toPlainText()


@write.register
def _(field: QPlainTextEdit, value: str) -> None:
    field.setPlainText(value)


@read.register
def _(field: QCheckBox) -> bool:
    return field.isChecked()


@write.register
def _(field: QCheckBox, value: bool) -> None:
    field.setChecked(value)


@read.register
def _(field: ComboField | Segmented | Choices) -> object:
    return field.value()


@write.register
def _(field: ComboField | Segmented, value: object) -> None:
    field.set_value(value)
    field.changed.emit(field.value())


@write.register
def _(field: Choices, value: object) -> None:
    with suppress(ValueError):  # it cannot be chosen any more
        field.set_value(value)


@read.register
def _(field: ChipRow) -> list[object]:
    return field.values()


@write.register
def _(field: ChipRow, value: list[object]) -> None:
    field.set_values(value)
    field.changed.emit()


@read.register
def _(field: DateField | TimeField) -> str:
    return field.value().isoformat()


@write.register
def _(field: DateField, value: str) -> None:
    field.set_value(date.fromisoformat(value))


@write.register
def _(field: TimeField, value: str) -> None:
    field.set_value(time.fromisoformat(value))


@read.register
def _(field: MayKnow) -> list[str]:
    return list(field.value())


@write.register
def _(field: MayKnow, value: list[str]) -> None:
    field.set_value(map(LifeDomain, value))


@read.register
def _(field: WindowsEditor) -> list[tuple[list[int], str, str]]:
    rows = field.values()
    return [(sorted(row.days), row.begins.isoformat(), row.ends.isoformat()) for row in rows]


@write.register
def _(field: WindowsEditor, value: list[tuple[list[int], str, str]]) -> None:
    at = time.fromisoformat
    field.set_values([Window(frozenset(days), at(first), at(last)) for days, first, last in value])
