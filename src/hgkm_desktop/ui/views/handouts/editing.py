"""Opens what staff and coordinators keep the sheets right with."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.services.prints import Job
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.handouts import edit_menu
from hgkm_desktop.ui.views.handouts.edit_menu import EditMenu
from hgkm_desktop.ui.views.handouts.house_form import HouseForm
from hgkm_desktop.ui.views.handouts.review_form import ReviewForm
from hgkm_desktop.ui.views.handouts.translation_desk import TranslationDesk


class Editing(QObject):
    """Keeps the dialog that is open; pages are asked for."""

    text_asked = Signal(str, str)
    numbers_asked = Signal()

    def __init__(self, ctx: Context, page: QWidget, job: Callable[[], Job]) -> None:
        super().__init__(page)
        self._ctx, self._page, self._job = ctx, page, job
        self.menu: EditMenu | None = None
        self.dialog: ReviewForm | HouseForm | TranslationDesk | None = None

    def open_menu(self) -> None:
        """Ask what to do with the sheet that is open."""
        job = self._job()
        self.menu = EditMenu(job.sheet, job.language, self)
        self.menu.chosen.connect(self.open)
        self.menu.open(self._page.window())

    def open(self, deed: str) -> None:
        """Open one of them."""
        job = self._job()
        if deed == edit_menu.TEXT:
            self.text_asked.emit(job.sheet, job.language)
        elif deed == edit_menu.NUMBERS:
            self.numbers_asked.emit()
        else:
            self.dialog = self._made(deed, job)
            self.dialog.open(self._page.window())

    def _made(self, deed: str, job: Job) -> ReviewForm | HouseForm | TranslationDesk:
        if deed == edit_menu.REVIEW:
            return ReviewForm(self._ctx, job.sheet, job.language)
        if deed == edit_menu.HOUSE:
            return HouseForm(self._ctx, job.sheet)
        return TranslationDesk(self._ctx, job.language)
