"""What the tabs about her have in common: a scrolling page, forms, and the way back to a button."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.cases.way import Way
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.scroll import FittingScroll

_GONE = "gone"
"""What is taken out lives until the next round of events; nobody may find it again."""


class CaseTab(QWidget):
    """One tab. It is filled again after every act; the keyboard stays where it was."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__()
        self.ctx, self.way = ctx, way
        self.page: CasePage | None = None
        self._wanted = ""

    @property
    def case_id(self) -> UUID:
        """Whom it is about."""
        return self.shown_page.name.case_id

    @property
    def shown_page(self) -> CasePage:
        """The page that is shown; only asked for once there is one."""
        assert self.page is not None
        return self.page

    def show_case(self, page: CasePage) -> None:
        """Show somebody as she stands now."""
        here = self._name_in_focus()
        self.page = page
        self.fill(page)
        if here and self._name_in_focus() != here:
            self.focus_on(here)

    def fill(self, page: CasePage) -> None:
        """Build what is shown."""
        raise NotImplementedError

    def open_form(self, form: Overlay) -> None:
        """Open a form over the window; afterwards the keyboard is where it was."""
        self._wanted = self._name_in_focus()
        form.accepted.connect(self._on_form_closed)
        form.rejected.connect(self._on_form_closed)
        form.open(self.window())

    def focus_on(self, name: str) -> None:
        """Bring the keyboard to what has this name, if it is here."""
        for part in self.findChildren(QWidget):
            takes = part.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and part.accessibleName() == name and part.isEnabled():
                above = self._above(part)
                if not any(each.property(_GONE) for each in above):
                    _show_at_once(above)
                    part.setFocus(Qt.FocusReason.OtherFocusReason)
                    return

    def _above(self, part: QWidget) -> list[QWidget]:
        """Return a part and what it stands in, from outside in."""
        chain: list[QWidget] = []
        each: QWidget | None = part
        while each is not None and each is not self:
            chain.insert(0, each)
            each = each.parentWidget()
        return chain

    def _name_in_focus(self) -> str:
        now = QApplication.focusWidget()
        return now.accessibleName() if now is not None and self.isAncestorOf(now) else ""

    def _on_form_closed(self) -> None:
        self.focus_on(self._wanted)


def scrolling(tab: QWidget, inside: QWidget) -> None:
    """Let a tab scroll where the window is too small for it."""
    layout = QVBoxLayout(tab)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(FittingScroll(inside))


def _show_at_once(chain: Sequence[QWidget]) -> None:
    """Show what was just built: what is not seen yet takes no keyboard."""
    for each in chain:
        if each.isHidden():
            each.show()


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout, also out of the layouts in it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.setProperty(_GONE, True)
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            emptied(inner)
