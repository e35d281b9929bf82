"""The last copy and the recovery sheet, each with the button that mends it (13)."""

from functools import partial
from pathlib import Path

from hgkm_desktop.errors import UserError
from hgkm_desktop.services import organisation
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.admin import copy_words
from hgkm_desktop.ui.views.admin.choose_folder import Choose, choose_folder
from hgkm_desktop.ui.views.admin.copy_words import Told
from hgkm_desktop.ui.views.admin.parts import StatusRow
from hgkm_desktop.ui.views.admin.sheet_trial import SheetTrial
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import hairline
from hgkm_desktop.vault.backup import Copy


class CopyCard(Card):
    """Makes copies and tests the sheet; `choose` asks where a copy should go."""

    def __init__(self, ctx: Context, choose: Choose = choose_folder) -> None:
        super().__init__(margins=(0, 0, 0, 0), spacing=0)
        self._ctx, self._choose = ctx, choose
        self._made: Copy | None = None
        self._is_copying = False
        self.copy_button = make_button(tr("Make a copy"), small=True)
        self.test_button = make_button(tr("Test now"), small=True)
        self.urgent_button = make_button(tr("Test now"), "primary", small=True)
        self.copy_row = StatusRow(self.copy_button)
        self.sheet_row = StatusRow(self.test_button, self.urgent_button)
        self.add(self.copy_row)
        self.add(hairline())
        self.add(self.sheet_row)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        for button in (self.test_button, self.urgent_button):
            button.clicked.connect(self.test_sheet)

    def refresh(self) -> None:
        """Read again when the last copy and the last test were."""
        known, now = self._ctx.call(organisation.get), self._ctx.now()
        if not self._is_copying:
            self._say(copy_words.copy_made(known.backed_up_at, now, self._made))
        sheet = copy_words.sheet_tested(known.recovery_tested_at, now)
        self.sheet_row.say(sheet.title, sheet.text, sheet.tone)
        self.test_button.setVisible(sheet.tone == "ok")
        self.urgent_button.setVisible(sheet.tone != "ok")

    def _say(self, told: Told) -> None:
        self.copy_row.say(told.title, told.text, told.tone)

    def _on_copy_clicked(self) -> None:
        self._choose(self.window(), self._on_folder_chosen)

    def _on_folder_chosen(self, folder: Path) -> None:
        self._set_copying(True)
        self._say(Told(tr("The copy is being made."), tr("Leave the USB stick in."), "nt"))
        work = partial(self._ctx.db.copy_to, folder)
        self._ctx.in_background(work, self._on_copied, self._on_failed)

    def _on_copied(self, copy: Copy) -> None:
        self._set_copying(False)
        self._made = copy
        self._ctx.call(organisation.backed_up, now=self._ctx.now())
        self._ctx.notify(tr("The copy is made and tested."))
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._set_copying(False)
        if not isinstance(error, UserError):
            self.refresh()
            raise error
        self._say(Told(error.title, error.hint, "rd"))

    def _set_copying(self, is_copying: bool) -> None:
        self._is_copying = is_copying
        self.copy_button.setEnabled(not is_copying)

    def test_sheet(self) -> None:
        """Ask for the code of the paper."""
        SheetTrial(self._ctx).open(self.window())
