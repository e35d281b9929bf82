"""The menu behind the three dots: what else can be done for her."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.case_menu import Entry
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.dialog import Overlay


class CaseMenu(Overlay):
    """A few buttons below each other; one closes the menu and does what it says."""

    def __init__(self, entries: list[Entry]) -> None:
        body = QWidget()
        super().__init__(tr("What else can be done"), body, cancel=tr("Back"), width=420)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self.buttons = [make_button(text, icon=icon) for text, icon, _act in entries]
        for button, (_text, _icon, act) in zip(self.buttons, entries, strict=True):
            column.addWidget(button)
            button.clicked.connect(partial(self._do, act))

    def _do(self, act: object) -> None:
        self.close_overlay()
        assert callable(act)
        act()
