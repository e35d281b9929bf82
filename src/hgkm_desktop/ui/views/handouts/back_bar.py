"""The top of a page that stands in place of the gallery: a way back, and what it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.labels import panel_title


class BackBar(QWidget):
    """A button that goes back to the sheets, a title, and what belongs beside it."""

    back = Signal()

    def __init__(self, title: str, *trailing: QWidget) -> None:
        super().__init__()
        self.button = make_button(tr("Back"), icon="arrow-left", small=True)
        self.title = panel_title(title, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        row.addWidget(self.button)
        row.addWidget(self.title, 1)
        for part in trailing:
            row.addWidget(part)
        self.button.clicked.connect(self.back)
