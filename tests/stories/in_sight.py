"""What can be seen of a program that is locked."""

from program import Running
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.ui.entrance.lock_screen import LockScreen


def still_seen(it: Running) -> list[str]:
    """Return what is to be seen besides the neutral clock."""
    page = it.page
    others = [
        each
        for each in it.window.findChildren(QWidget)
        if each.isVisible() and each is not page and not page.isAncestorOf(each)
    ]
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    seen = [each for each in (*others, *windows) if not each.isAncestorOf(page)]
    seen = [each for each in seen if each is not it.window.ring]  # around what has the keyboard
    kind = [] if isinstance(page, LockScreen) else [page]
    return [f"{type(each).__name__} {each.accessibleName()}" for each in (*kind, *seen)]
