"""What stands in a field of a form, as plain values a draft can hold, and how it gets back there."""

from contextlib import suppress
from datetime import date, time
from functools import singledispatch
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from hgkm_desktop.rules.contact import Window
from hgkm_desktop.rules.lists import LifeDomain
from hgkm_desktop.ui.views.cases.choices import Choices
from hgkm_desktop.ui.views.cases.may_know import MayKnow
from hgkm_desktop.ui.views.cases.suggested import Suggested
from hgkm_desktop.ui.views.cases.windows_editor import WindowsEditor
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.fields import ComboField, DateField, TimeField
from hgkm_desktop.ui.widgets.segmented import Segmented

_SIGNALS = "changed", "textChanged", "dateTimeChanged", "toggled"


def told_by(field: QWidget) -> SignalInstance:
    """Return the signal with which a field tells that something else stands in it."""
    asked = field.line if isinstance(field, Suggested) else field
    return next(getattr(asked, name) for name in _SIGNALS if hasattr(asked, name))


@singledispatch
def read(field: QWidget) -> Any:
    """Return what stands in a field."""
    raise TypeError(f"a field nobody can keep: {type(field).__name__}")


@singledispatch
def write(field: QWidget, _value: Any) -> None:
    """Put something in a field, and let it tell so: other fields may follow it."""
    raise TypeError(f"a field nobody can fill: {type(field).__name__}")


@read.register
def _(field: QLineEdit | Suggested) -> Any:
    return field.text()


@write.register
def _(field: QLineEdit, value: Any) -> None:
    field.setText(value)


@write.register
def _(field: Suggested, value: Any) -> None:
    field.set_text(value)


@read.register
def _(field: QPlainTextEdit) -> Any:
    return field.toPlainText()


@write.register
def _(field: QPlainTextEdit, value: Any) -> None:
    field.setPlainText(value)


@read.register
def _(field: QCheckBox) -> Any:
    return field.isChecked()


@write.register
def _(field: QCheckBox, value: Any) -> None:
    field.setChecked(value)


@read.register
def _(field: ComboField | Segmented | Choices) -> Any:
    return field.value()


@write.register
def _(field: ComboField | Segmented, value: Any) -> None:
    field.set_value(value)
    field.changed.emit(field.value())


@write.register
def _(field: Choices, value: Any) -> None:
    with suppress(ValueError):  # it cannot be chosen any more
        field.set_value(value)


@read.register
def _(field: ChipRow) -> Any:
    return field.values()


@write.register
def _(field: ChipRow, value: Any) -> None:
    field.set_values(value)
    field.changed.emit()


@read.register
def _(field: DateField | TimeField) -> Any:
    return field.value().isoformat()


@write.register
def _(field: DateField, value: Any) -> None:
    field.set_value(date.fromisoformat(value))


@write.register
def _(field: TimeField, value: Any) -> None:
    field.set_value(time.fromisoformat(value))


@read.register
def _(field: MayKnow) -> Any:
    return list(field.value())


@write.register
def _(field: MayKnow, value: Any) -> None:
    field.set_value(map(LifeDomain, value))


@read.register
def _(field: WindowsEditor) -> Any:
    return [
        [sorted(each.days), each.begins.isoformat(), each.ends.isoformat()]
        for each in field.values()
    ]


@write.register
def _(field: WindowsEditor, value: Any) -> None:
    moments = [(days, *map(time.fromisoformat, times)) for days, *times in value]
    field.set_values([Window(frozenset(days), *times) for days, *times in moments])
