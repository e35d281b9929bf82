"""Tab goes the way the eye reads."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QAbstractButton, QWidget

from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.segmented import Segmented


def follow(parts: Iterable[QWidget]) -> None:
    """Let Tab visit these widgets in this order; groups keep their own order inside."""
    stops = [stop for part in parts for stop in _stops(part)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> list[QWidget]:
    if isinstance(part, ChipRow):
        return [*part.chips]
    if isinstance(part, Segmented):
        return [*part.segments]
    return [part]


def first_stop(part: QWidget) -> QWidget:
    """Return where the keyboard enters a group of buttons, or the widget itself."""
    buttons = [each for each in _stops(part) if isinstance(each, QAbstractButton)]
    chosen = [each for each in buttons if each.isChecked()]
    return (chosen or buttons or [part])[0]
