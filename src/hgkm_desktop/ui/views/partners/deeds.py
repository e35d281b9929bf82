"""What is done from this page: what its buttons open, and that something is still right."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models import Partner
from hgkm_desktop.services import access, numbers, partner_changes
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.menu import Menu
from hgkm_desktop.ui.views.partners.about_one import AboutOne
from hgkm_desktop.ui.views.partners.call_overlay import CallOverlay
from hgkm_desktop.ui.views.partners.outgoing import Outgoing
from hgkm_desktop.ui.views.partners.page import Page
from hgkm_desktop.ui.views.partners.partner_form import PartnerForm
from hgkm_desktop.ui.views.partners.reachable import ReachableOverlay


class Deeds(QObject):
    """Opens what the page asks for; `made` tells which partner is to be shown next."""

    made = Signal(object)

    def __init__(self, ctx: Context, view: QWidget, page: Page) -> None:
        super().__init__(view)
        self._ctx, self._view, self._page = ctx, view, page
        self.outgoing = Outgoing(ctx, view)
        self.about_one = AboutOne(ctx, view, page, self.outgoing)
        self.about_one.made.connect(self.made)
        bar, side, rows = page.bar, page.side, page.list
        bar.new.clicked.connect(self.new_partner)
        bar.more.clicked.connect(self.show_menu)
        bar.print.clicked.connect(self.outgoing.print_card)
        bar.reachable.clicked.connect(self.show_reachable)
        rows.new_asked.connect(self.new_partner)
        rows.files_asked.connect(self.outgoing.ask_for_list)
        side.right_asked.connect(self._on_right_asked)
        side.call_asked.connect(self._on_call_asked)

    def new_partner(self) -> None:
        """Write a new organisation down; nothing for whoever only reads."""
        if self._ctx.may(*access.EDITORS) and not self._ctx.veiled:
            form = PartnerForm(self._ctx, Partner(name=""), is_new=True)
            form.saved.connect(self.made)
            form.open(self._view.window())

    def show_reachable(self) -> None:
        """Show who can be reached now."""
        overlay = ReachableOverlay(self._ctx)
        overlay.partner_asked.connect(self.made)
        overlay.open(self._view.window())

    def show_menu(self) -> None:
        """Show what is done seldom with the whole list."""
        Menu(self.outgoing.entries()).open(self._view.window())

    def _on_call_asked(self) -> None:
        if self._page.chosen is not None:
            CallOverlay(self._page.chosen).open(self._view.window())

    def _on_right_asked(self) -> None:
        row, now = self._page.list.table.current(), self._ctx.now()
        if row is None:
            return
        if row.id is None:
            self._ctx.call(numbers.check, row.number_key, today=day_of(now))
        else:
            self._ctx.call(partner_changes.still_right, row.id, now=now)
        self._ctx.notify(tr("Still right: {name}").format(name=row.name))
