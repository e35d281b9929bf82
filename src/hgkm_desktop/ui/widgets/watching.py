"""Watching the events of another widget, and letting go of it before the program ends.

At the very end widgets are destroyed in any order, and a watcher that is still told about it
brings the interpreter down.
"""

import atexit
from weakref import WeakKeyDictionary, ref

from PySide6.QtCore import QObject
from shiboken6 import isValid

_watched_by: WeakKeyDictionary[QObject, list["ref[QObject]"]] = WeakKeyDictionary()


def watch(watched: QObject, watcher: QObject) -> None:
    """Tell a watcher (its `eventFilter`) what happens to a widget."""
    watched.installEventFilter(watcher)
    known = _watched_by.setdefault(watcher, [])
    known[:] = [each for each in known if each() is not None and each() is not watched]
    known.append(ref(watched))


def unwatch(watched: QObject, watcher: QObject) -> None:
    """Stop telling it; widgets that are gone already are no trouble."""
    if isValid(watched) and isValid(watcher):
        watched.removeEventFilter(watcher)


@atexit.register
def let_go() -> None:
    """Stop all watching."""
    for watcher, known in list(_watched_by.items()):
        for each in known:
            watched = each()
            if watched is not None:
                unwatch(watched, watcher)
    _watched_by.clear()
