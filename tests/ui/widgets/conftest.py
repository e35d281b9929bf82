import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.ui import style


@pytest.fixture(autouse=True)
def look(qapp):
    """Every test starts in the light theme at 100 %, left to right."""
    style.apply(qapp)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    style.apply(qapp)


@pytest.fixture
def right_to_left(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


@pytest.fixture
def shown(qtbot):
    """Show a widget in a window of its own, active, at a size."""

    kept = []

    def show(widget, width=600, height=400):
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        widget.activateWindow()
        qtbot.wait(1)
        return widget

    return show
