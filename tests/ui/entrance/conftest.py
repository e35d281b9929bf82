from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.ui import style
from hgkm_desktop.ui.background import Background
from hgkm_desktop.ui.entrance.around import Around
from hgkm_desktop.ui.entrance.first_start import FirstStart
from hgkm_desktop.ui.entrance.key_ring_look import KeyRing
from hgkm_desktop.ui.entrance.press import Press

MORNING = datetime(2026, 11, 19, 8, 2, tzinfo=UTC)


@dataclass
class World:
    """What the pages ask of the computer, as a test sets it; and what they did."""

    state: str = "ready"
    after_unlocking: str = "ready"
    unlocked: int = 0
    printed: list[bytes] = field(default_factory=list)
    saved: list[bytes] = field(default_factory=list)
    chosen: object = None
    look: object = None
    fault: Exception | None = None

    def around(self) -> Around:
        return Around(
            press=Press(self._print, self._save),
            key_ring=KeyRing(self._state, self._unlock),
            choose_folder=self._choose,
        )

    def _state(self):
        if self.look:
            self.look()
        return self.state

    def _unlock(self):
        self.unlocked += 1
        self.state = self.after_unlocking
        return self.state

    def _print(self, parent, pdf, on_done):
        if self.fault:
            raise self.fault
        self.printed.append(pdf)
        on_done()

    def _save(self, parent, pdf, on_done):
        self.saved.append(pdf)
        on_done()

    def _choose(self, parent, then):
        if self.chosen is not None:
            then(self.chosen)


@pytest.fixture
def world():
    return World()


@pytest.fixture
def now():
    return lambda: MORNING


@pytest.fixture(autouse=True)
def look(qapp):
    """Every test starts in the light theme at 100 %, left to right."""
    style.apply(qapp)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    style.apply(qapp)


@pytest.fixture
def background():
    """Work that is over before the test is."""
    made = Background()
    yield made
    made.wait()


@pytest.fixture
def shown(qtbot):
    """Show a page in an active window of the usual size."""
    kept = []

    def show(page, width=1280, height=800):
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.wait(1)
        return page

    return show


@pytest.fixture
def keys(qtbot, qapp):
    """Type at whatever has the keyboard, as she would."""

    class Keys:
        def type(self, text):
            qtbot.keyClicks(qapp.focusWidget(), text)

        def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
            qtbot.keyClick(qapp.focusWidget(), key, modifier)

        def enter(self):
            self.press(Qt.Key.Key_Return)

        def tab(self, times=1):
            for _ in range(times):
                self.press(Qt.Key.Key_Tab)

        @property
        def here(self):
            return qapp.focusWidget()

    return Keys()


@pytest.fixture
def begun():
    """What the founding was asked; a test may put an error in `fault`, or found in earnest."""

    class Begun(list):
        fault = None
        really = None

        def __call__(self, start):
            self.append(start)
            if self.fault:
                raise self.fault
            return self.really(start) if self.really else "an open log"

    return Begun()


@pytest.fixture
def wizard(shown, world, background, begun, tmp_path, now):
    def make(**more):
        page = FirstStart(
            tmp_path / "log", begun, now, around=world.around(), background=background, **more
        )
        return shown(page)

    return make
