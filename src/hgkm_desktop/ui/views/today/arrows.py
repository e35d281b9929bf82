"""A list that is one stop for Tab; the arrows up and down move inside it."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.ui.widgets.watching import watch

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class Arrows(QObject):
    """Knows the stops of a list in reading order; they change when the list does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stops: list[QWidget] = []
        self._watched: set[QWidget] = set()

    def lead(self, stops: Sequence[QWidget]) -> None:
        """Move among these from now on; Tab comes to where the keyboard is, or to the first."""
        for gone in self._stops:
            if gone not in stops:
                gone.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stops = list(stops)
        for each in self._stops:
            if each not in self._watched:
                self._watched.add(each)
                watch(each, self)
        here = QApplication.focusWidget()
        if self._stops:
            self._stop_at(here if here in self._stops else self._stops[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keyboard, and answer the arrows, Home and End."""
        if event.type() == QEvent.Type.FocusIn and watched in self._stops:
            self._stop_at(cast(QWidget, watched))
        elif event.type() == QEvent.Type.KeyPress and watched in self._stops:
            return self._moved(cast(QWidget, watched), cast(QKeyEvent, event))
        return False

    def _stop_at(self, stop: QWidget) -> None:
        for each in self._stops:
            here = each is stop
            policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            each.setFocusPolicy(policy)

    def _moved(self, here: QWidget, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _ENDS:
            self._arrive(_ENDS[key])
            return True
        if key in _STEPS:
            place = self._stops.index(here) + _STEPS[key]
            self._arrive(min(max(place, 0), len(self._stops) - 1))
            return True
        return False

    def _arrive(self, place: int) -> None:
        self._stops[place].setFocus(Qt.FocusReason.TabFocusReason)
