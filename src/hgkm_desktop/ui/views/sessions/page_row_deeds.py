"""What somebody on the list leads to: the waiting strip, the menu, and forms about her alone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from hgkm_desktop.models import InformationSession, Registration
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.menu import Menu
from hgkm_desktop.ui.views.sessions import page_menu
from hgkm_desktop.ui.views.sessions.page import SessionPage
from hgkm_desktop.ui.views.sessions.page_menu import RowDoing
from hgkm_desktop.ui.views.sessions.page_row_acts import RowActs
from hgkm_desktop.ui.views.sessions.papers import CertificateForm
from hgkm_desktop.ui.views.sessions.reach_form import ReachForm
from hgkm_desktop.ui.views.sessions.registration_form import RegistrationForm
from hgkm_desktop.ui.widgets.dialog import Overlay


class RowDeeds(QObject):
    """Opens what is asked for; what is noted is done by its acts."""

    def __init__(self, ctx: Context, page: SessionPage) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page
        self.acts = RowActs(ctx, page.refresh)
        strip = page.strips.waiting
        page.table.ticked.connect(self._on_ticked)
        page.row_opened.connect(self.show_menu)
        strip.comes.connect(partial(self._to_first, self.acts.comes))
        strip.not_asked.connect(partial(self._to_first, self.acts.not_asked))
        strip.does_not_come.connect(partial(self._to_first, self.acts.cancel))

    def show_menu(self, row: Registration) -> None:
        """Show what else can be done with somebody."""
        about, acts = self._page.about, self.acts
        if about is None:
            return
        doing = RowDoing(
            tick=partial(acts.tick, row),
            change=partial(self.change, row),
            reach=partial(self._open_reach, row),
            certificate=partial(self._open_certificate, about.session, row),
            comes=partial(acts.comes, row),
            cancel=partial(acts.cancel, row),
            comes_after_all=partial(acts.comes_after_all, row),
            remove=partial(acts.ask_to_remove, row),
        )
        Menu(page_menu.of_row(about, row, doing)).open(self._page.window())

    def change(self, row: Registration) -> None:
        """Change what is known of somebody."""
        self._show(RegistrationForm(self._ctx, row))

    def _open_reach(self, row: Registration) -> None:
        self._show(ReachForm(self._ctx, row))

    def _open_certificate(self, session: InformationSession, row: Registration) -> None:
        self._show(CertificateForm(self._ctx, session, row))

    def _show(self, overlay: Overlay) -> None:
        overlay.open(self._page.window())

    def _on_ticked(self, row: Registration) -> None:
        self.acts.tick(row)

    def _to_first(self, act: Callable[[Registration], object]) -> None:
        first = self._page.about.first if self._page.about is not None else None
        if first is not None:
            act(first)
