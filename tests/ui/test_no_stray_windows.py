import pytest
from PySide6.QtCore import QEvent, QObject

from hgkm_desktop.services import members
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.main_window import MainWindow


class Watch(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self, allowed):
        super().__init__()
        self.allowed, self.strays = allowed, []

    def eventFilter(self, watched, event):
        is_shown = event.type() == QEvent.Type.Show and watched.isWidgetType()
        if is_shown and watched.isWindow() and watched is not self.allowed():
            self.strays.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("name", ["Salma", "Leyla", "Hanan", "Joke", "Bea"])
def test_no_part_of_the_window_flashes_up_as_a_window_of_its_own(name, sign_in, desk, qtbot, qapp):
    """A part shown before it has a place becomes a window, and takes the keyboard away."""
    db = sign_in(name)
    member = next(m for m in db.call(members.names).values() if m.name == name)
    page = []
    watch = Watch(lambda: page[0] if page else None)
    qapp.installEventFilter(watch)
    try:
        page.append(MainWindow(Context(db, member, Settings(), desk.now)))
        qtbot.addWidget(page[0])
        page[0].show()
        qtbot.wait(50)
    finally:
        qapp.removeEventFilter(watch)
    assert watch.strays == []
