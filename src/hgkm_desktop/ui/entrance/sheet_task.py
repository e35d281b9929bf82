"""Getting a sheet on paper: print it, or save it where there is no printer."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.paper_view import PaperView
from hgkm_desktop.ui.entrance.press import Press, Way
from hgkm_desktop.ui.entrance.task import Task
from hgkm_desktop.ui.entrance.trouble import Trouble
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button


class SheetTask(Task):
    """The thing to do with a sheet; `printed` and `saved` tell that it is there."""

    printed = Signal()
    saved = Signal()

    def __init__(self, number: int, title: str, text: str, paper: PaperView, press: Press) -> None:
        super().__init__(number, title, text)
        self._title, self._paper, self._press = title, paper, press
        self.print_button = make_button(title, icon="printer", small=True)
        self.save_button = make_button(tr("Save as a file"), kind="quiet", small=True)
        self.trouble = Trouble()
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        self.body.addSpacing(px(7))
        self.body.addLayout(buttons)
        self.body.addWidget(self.trouble)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        paper.ready.connect(self._on_ready)
        self.set_ready(False)

    def set_ready(self, ready: bool) -> None:
        """Let the sheet be printed, or not yet."""
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    def set_printed(self, printed: bool) -> None:
        """Call the button by what it does now."""
        self.print_button.setText(tr("Print again") if printed else self._title)

    def _send(self, way: Way, news: SignalInstance) -> None:
        self.trouble.clear()
        try:
            way(self, self._paper.pdf, news.emit)
        except UserError as error:
            self.trouble.tell(error)

    def _on_ready(self) -> None:
        self.set_ready(True)

    def _on_print_clicked(self) -> None:
        self._send(self._press.to_printer, self.printed)

    def _on_save_clicked(self) -> None:
        self._send(self._press.to_file, self.saved)
