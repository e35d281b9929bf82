"""Erasing everything of somebody: what happens, her code typed over, a paper, and it is gone.

Nobody can bring it back, so it takes two steps (R-277). The paper is made in memory and holds
nothing of who it was.
"""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.services import erasing
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.services.erasing import Certificate
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.called import called
from hgkm_desktop.ui.views.cases.erased_dialog import ErasedDialog
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import line_edit
from hgkm_desktop.ui.widgets.strips import Fact

WIDTH = 560
LONGEST = 60


def open_erase(ctx: Context, page: CasePage, window: QWidget) -> None:
    """Open the first step over the window: what happens."""
    explained = Overlay(
        tr("Erase everything of {name}?").format(name=called(ctx, page.name)),
        _explained(),
        accept=tr("Go on"),
        cancel=tr("Keep it"),
        width=WIDTH,
    )
    explained.accepted.connect(partial(_ask_code, ctx, page, window))
    explained.open(window)


def _ask_code(ctx: Context, page: CasePage, window: QWidget) -> None:
    EraseDialog(ctx, page, window).open(window)


class EraseDialog(Overlay):
    """The second step: her code, typed over by hand; then everything of her is gone."""

    def __init__(self, ctx: Context, page: CasePage, window: QWidget) -> None:
        line = line_edit(left_to_right=True)
        line.setMaxLength(LONGEST)
        field = Field(tr("Her code"), line)
        super().__init__(
            tr("Erase everything for good?"),
            field,
            text=tr("Type her code over: {code}").format(code=page.name.code),
            accept=tr("Erase everything"),
            cancel=tr("Keep it"),
            danger=True,
            check=self._is_erased,
        )
        self.ctx, self.page, self.over = ctx, page, window
        self.code, self.field = line, field
        self.certificate: Certificate | None = None
        self.accepted.connect(self._on_erased)

    def _is_erased(self) -> bool:
        if self.code.text().strip().upper() != self.page.name.code:
            self.field.complain(tr("This is not her code. Look once more."))
            self.field.take_focus()
            return False
        given = self.page.name.case_id
        try:
            self.certificate = self.ctx.call(erasing.erase, given, now=self.ctx.now())
        except UserError as error:
            self.field.complain(f"{error.title} {error.hint}".strip())
            return False
        return True

    def _on_erased(self) -> None:
        if self.certificate is not None:
            ErasedDialog(self.ctx, self.certificate).open(self.over)


def _explained() -> QWidget:
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, px(6), 0, 0)
    column.setSpacing(px(14))
    for fact in _facts():
        column.addWidget(fact)
    return body


def _facts() -> tuple[Fact, ...]:
    return (
        Fact(
            "trash",
            tr("Everything of her goes"),
            tr("Notes, what she said yes to, agreements, her name and her code."),
        ),
        Fact(
            "lock-key",
            tr("Nobody can bring it back"),
            tr("The keys are destroyed first. We cannot undo this either."),
        ),
        Fact(
            "hard-drives",
            tr("Old copies last 90 days at most"),
            tr("Is an old copy put back? Then she is erased again."),
        ),
        Fact(
            "chart-bar",
            tr("Counts without a name stay"),
            tr("Visits that were written down without a name stay too."),
        ),
    )
