"""What is said above every page until it is done: keys to give, a recovery sheet to test."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.models import Organisation
from hgkm_desktop.models.base import Record
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import organisation, recovery
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.rings_banner import rings_banner
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.strips import Banner

PLACE = "admin"
TESTERS = Role.ADMINISTRATOR, Role.COORDINATOR
PUT_OFF = "sheet test put off"
"""Kept on the context: it lasts as long as she is signed in, also in a window built anew."""


def notices(ctx: Context, go_to: Callable[[str], object]) -> list[QWidget]:
    """Return what may have to be said above every page to this member; each hides by itself."""
    found = [rings_banner(ctx), SheetNotice(ctx, go_to) if ctx.may(*TESTERS) else None]
    return [each for each in found if each is not None]


class SheetNotice(QWidget):
    """Says that the sheet was not tested for half a year; one line, and nothing waits for it."""

    def __init__(self, ctx: Context, go_to: Callable[[str], object]) -> None:
        super().__init__()
        self._ctx, self._go_to = ctx, go_to
        text = tr("The recovery sheet was not tested for half a year.")
        self.test_button = make_button(tr("Test the sheet"))
        self.later_button = make_button(tr("Remind me later"), "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(Banner(text, tone="bl"), 1)
        row.addWidget(self.test_button)
        row.addWidget(self.later_button)
        self.test_button.clicked.connect(self._on_test_clicked)
        self.later_button.clicked.connect(self._on_later_clicked)
        ctx.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show or hide it. Without a place yet it waits: shown now, it would be a window."""
        if not self._is_due():
            self.hide()
        elif self.parentWidget() is not None:
            self.show()

    def _is_due(self) -> bool:
        if self._ctx.property(PUT_OFF) or not self._ctx.may(*TESTERS):
            return False
        tested_at = self._ctx.call(organisation.get).recovery_tested_at
        return recovery.should_test(tested_at, self._ctx.now())

    def _on_test_clicked(self) -> None:
        self._go_to(PLACE)
        self._ctx.show(self._ctx.call(organisation.get))

    def _on_later_clicked(self) -> None:
        self._ctx.setProperty(PUT_OFF, True)
        self.refresh()

    def _on_changed(self, kinds: frozenset[type[Record]]) -> None:
        if Organisation in kinds:
            self.refresh()
