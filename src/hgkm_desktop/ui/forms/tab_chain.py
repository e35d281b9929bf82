"""The order in which Tab visits what was put in a dialog after its buttons were made."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.widgets.dialog import Overlay


def buttons_last(overlay: Overlay) -> None:
    """Let Tab visit the buttons under a form after its fields, the hidden ones included."""
    buttons = overlay.cancel_button, overlay.accept_button
    fields = [each for each in _chain(overlay.panel) if each not in buttons]
    follow((*fields[-1:], *buttons))


def follow(widgets: Sequence[QWidget]) -> None:
    """Let Tab visit these one after the other."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def between(panel: QWidget, first: Sequence[QWidget], last: Sequence[QWidget]) -> list[QWidget]:
    """Let Tab visit what was made anew inside a panel after its head and before its foot.

    Return what stands between them.
    """
    middle = [each for each in _chain(panel) if each not in first and each not in last]
    follow((*first, *middle, *last))
    return middle


def _chain(panel: QWidget) -> list[QWidget]:
    """Return what the keyboard can come to; a group's one Tab stop may be any of its buttons."""
    found: list[QWidget] = []
    each = panel.nextInFocusChain()
    while each is not None and each is not panel:
        takes = each.focusPolicy() != Qt.FocusPolicy.NoFocus
        if takes and panel.isAncestorOf(each):
            found.append(each)
        each = each.nextInFocusChain()
    return found
