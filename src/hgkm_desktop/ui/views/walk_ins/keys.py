"""Keys that answer where no text field has the keyboard: topics, visit, signal (LOOK.md 6)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hgkm_desktop.models.codes import SignalLevel, Visit
from hgkm_desktop.ui.views.walk_ins.entry_fields import EntryFields
from hgkm_desktop.ui.widgets.segmented import Segmented

_VISITS = {Qt.Key.Key_N: Visit.NEW, Qt.Key.Key_B: Visit.KNOWN}
_SIGNALS = {
    Qt.Key.Key_G: SignalLevel.NONE,
    Qt.Key.Key_V: SignalLevel.VAGUE,
    Qt.Key.Key_D: SignalLevel.CLEAR,
    Qt.Key.Key_A: SignalLevel.ACUTE,
}


def is_plain(event: QKeyEvent) -> bool:
    """Say whether a key was pressed without Ctrl, Alt or Shift."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def number_of(event: QKeyEvent) -> int | None:
    """Return which number key was pressed, None for any other key."""
    number = event.key() - Qt.Key.Key_0.value
    return number if is_plain(event) and 0 <= number <= 9 else None


def meant(event: QKeyEvent, fields: EntryFields) -> Callable[[], object] | None:
    """Return what a key means for these fields, None for nothing; hidden fields do not answer."""
    number = number_of(event)
    if number is not None and 0 < number <= len(fields.topics.chips):
        return fields.topics.chips[number - 1].click
    if not is_plain(event):
        return None
    key = Qt.Key(event.key())
    if key in _VISITS:
        return _part(fields.visit, _VISITS[key])
    return _part(fields.signal, _SIGNALS[key]) if key in _SIGNALS else None


def _part(group: Segmented, value: object) -> Callable[[], object] | None:
    if not group.isVisible():
        return None
    return next(each.click for each in group.segments if each.option.value == value)
