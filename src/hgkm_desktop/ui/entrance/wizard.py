"""The frame of the first start: steps on the binding, one page, and a foot with the ways on."""

from typing import cast

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.ui.entrance.foot import Foot
from hgkm_desktop.ui.entrance.step import Step, side_of
from hgkm_desktop.ui.entrance.step_rail import WIDTH, StepRail
from hgkm_desktop.ui.entrance.trouble import Trouble
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.sheet import Sheet


class Wizard(QWidget):
    """Shows one page at a time; pages that were seen keep what is typed in them."""

    def __init__(self) -> None:
        super().__init__()
        self.rail, self.foot, self.trouble = StepRail(), Foot(), Trouble(72, 64, 16)
        self.side_page: Step | None = None
        self._stack = QStackedWidget()
        sheet = Sheet()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self.trouble)
        inside.addWidget(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(sheet, 1)
        self.foot.forward.connect(self.go_forward)
        self.foot.back.connect(self.go_back)

    @property
    def page(self) -> Step:
        """The page that is seen."""
        return cast(Step, self._stack.currentWidget())

    def take(self, page: Step) -> None:
        """Add a page: Enter in it goes on, and Next follows whether it is complete."""
        self._stack.addWidget(page)
        page.go_on.connect(self.go_forward)
        page.changed.connect(self.refresh)

    def show_side_page(self, page: Step, step: int) -> None:
        """Show a page that is no step; it is gone as soon as another one is shown."""
        self._drop_side_page()
        self.side_page = page
        self.take(page)
        self._show(page, step)

    def show_page(self, page: Step, step: int) -> None:
        """Show the page of the step with this number."""
        self._drop_side_page()
        self._show(page, step)

    def _show(self, page: Step, step: int) -> None:
        self.trouble.clear()
        self.rail.steps.set_current(step)
        self._stack.setCurrentWidget(page)
        page.arrive()
        self.refresh()

    def refresh(self) -> None:
        """Let Next be pressed when the page is complete."""
        if not self.foot.is_busy:
            self.foot.next_button.setEnabled(self.page.is_complete())
            self.foot.back_button.setEnabled(not self.page.is_busy)

    def go_forward(self) -> None:
        """Leave the page for the next one; what that is, the wizard knows."""
        raise NotImplementedError

    def go_back(self) -> None:
        """Leave the page for the one before."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the binding from taking too much of a small window."""
        super().resizeEvent(event)
        rail = min(px(WIDTH), int(self.width() * 0.27))
        self.rail.setFixedWidth(rail)
        self.foot.set_side(side_of(self.width() - rail))

    def _drop_side_page(self) -> None:
        if self.side_page is not None:
            self._stack.removeWidget(self.side_page)
            self.side_page.deleteLater()
            self.side_page = None
