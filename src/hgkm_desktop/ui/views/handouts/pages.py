"""The pages of the view; one is open, and each of the others leads back to the first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from hgkm_desktop.services import access
from hgkm_desktop.services.prints import Job
from hgkm_desktop.sheets.library import SheetText
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.handouts.numbers_page import NumbersPage
from hgkm_desktop.ui.views.handouts.page import Page
from hgkm_desktop.ui.views.handouts.reading_page import ReadingPage
from hgkm_desktop.ui.views.handouts.scrolling import scrolling
from hgkm_desktop.ui.views.handouts.several_page import SeveralPage
from hgkm_desktop.ui.views.handouts.text_page import TextPage


class Pages(QStackedWidget):
    """Turns to a page and starts it; afterwards the keyboard is in the sheet again."""

    print_asked = Signal(object)
    save_asked = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.first, self.reading, self.several = Page(ctx), ReadingPage(), SeveralPage()
        self.numbers, self.text = NumbersPage(ctx), TextPage(ctx)
        self._sheets = scrolling(self.first)
        for page in (self._sheets, self.reading, self.several, self.numbers, self.text):
            self.addWidget(page)
        for page in (self.reading, self.several, self.numbers, self.text):
            page.closed.connect(self.go_back)
        self.first.several_asked.connect(self.list_several)
        self.first.panel.large_asked.connect(self.read_large)
        self.first.panel.print_asked.connect(self.ask_to_print)
        self.first.panel.save_asked.connect(self._on_save_asked)
        self.several.print_asked.connect(self.print_asked)

    def refresh(self) -> None:
        """Read again what is open."""
        self.first.panel.refresh()
        if self.currentWidget() is self.numbers:
            self.numbers.refresh()

    def go_back(self) -> None:
        """Show the gallery and the sheet."""
        self.setCurrentWidget(self._sheets)
        self.first.panel.take_focus()

    def leave(self) -> bool:
        """Go back from wherever it is; say whether there was anything to leave."""
        here = self.currentWidget()
        if here is self._sheets:
            return False
        if here is self.text:
            self.text.leave()
        elif here is self.reading:
            self.reading.leave()
        else:
            self.go_back()
        return True

    def list_several(self) -> None:
        """Open the list for several at once."""
        self.setCurrentWidget(self.several)
        self.several.begin(self.first.panel.job())

    def read_large(self) -> None:
        """Show the sheet over the whole page."""
        content = self.first.panel.content()
        if content is not None:
            self.setCurrentWidget(self.reading)
            self.reading.begin(content)

    def list_numbers(self) -> None:
        """Open the registry, for who may change it."""
        if self._ctx.may(*access.EDITORS):
            self.setCurrentWidget(self.numbers)
            self.numbers.begin()

    def edit(self, sheet_id: str, language: str, draft: SheetText | None = None) -> None:
        """Open the words of a sheet, for who may change them."""
        if self._ctx.may(*access.EDITORS):
            self.setCurrentWidget(self.text)
            self.text.begin(sheet_id, language, draft)

    def ask_to_print(self) -> None:
        """Ask to print what is open (Ctrl+P); nothing where there is nothing to print."""
        if jobs := self.jobs():
            self.print_asked.emit(jobs)

    def jobs(self) -> list[Job]:
        """Return what "print" is about on the page that is open."""
        here = self.currentWidget()
        if here is self.several:
            return list(self.several.jobs())
        return [self.first.panel.job()] if here is self._sheets else []

    def _on_save_asked(self) -> None:
        self.save_asked.emit(self.first.panel.job())
