"""The language of the page, and a list of the others."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from hgkm_desktop import texts
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.widgets.buttons import make_button


class LanguageButton(QWidget):
    """Every language is called by its own name."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        now = texts.LANGUAGES[texts.current()]
        self.button = make_button(now, kind="bare", icon="globe", small=True, trailing="caret-down")
        self.button.setAccessibleName(tr("Language: {name}").format(name=now))
        self.menu = QMenu(self)
        for code, name in texts.LANGUAGES.items():
            action = self.menu.addAction(name)
            action.setData(code)
            action.setCheckable(True)
            action.setChecked(code == texts.current())
        self.menu.triggered.connect(self._on_triggered)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)

    def _on_clicked(self) -> None:
        above = self.button.mapToGlobal(QPoint(0, -self.menu.sizeHint().height()))
        self.menu.popup(above)

    def _on_triggered(self, action: QAction) -> None:
        if action.data() != texts.current():
            self.chosen.emit(str(action.data()))
