"""What is done seldom, behind the three dots: a few buttons over the page."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.asking import Asking
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button

Act = Callable[[], object]
Entry = tuple[str, str, Act]
"""What an entry says, its icon, and what it does."""


class Menu(Asking):
    """One button closes the menu and does what it says."""

    def __init__(self, entries: Sequence[Entry], text: str = "") -> None:
        body = QWidget()
        super().__init__(tr("What else can be done"), body, text, cancel=tr("Back"), width=420)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self.buttons = [make_button(said, icon=icon) for said, icon, _act in entries]
        for button, (_said, _icon, act) in zip(self.buttons, entries, strict=True):
            column.addWidget(button)
            button.clicked.connect(partial(self._do, act))

    def _do(self, act: Act) -> None:
        self.close_overlay()
        act()
