"""The halves of the recovery key, and the way to a new sheet, on the page of copies."""

from PySide6.QtCore import Signal

from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import recovery
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.halves_work import Halves
from hgkm_desktop.ui.views.admin import people
from hgkm_desktop.ui.views.admin.copy_words import Told
from hgkm_desktop.ui.views.admin.halves_dialog import HalvesDialog
from hgkm_desktop.ui.views.admin.parts import StatusRow
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import hairline


class RecoveryCard(Card):
    """Only an administrator can do something about them; a coordinator sees how it is."""

    sheet_asked = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__(margins=(0, 0, 0, 0), spacing=0)
        self._ctx = ctx
        self.halves_button = make_button(tr("Give halves"), small=True)
        self.urgent_button = make_button(tr("Give halves"), "primary", small=True)
        self.sheet_button = make_button(tr("Make a new sheet"), small=True)
        self.halves_row = StatusRow(self.halves_button, self.urgent_button)
        self.sheet_row = StatusRow(self.sheet_button)
        self.add(self.halves_row)
        self.add(hairline())
        self.add(self.sheet_row)
        self.sheet_row.say(
            tr("A new recovery sheet"),
            tr("For when the sheet is lost, or somebody saw the code."),
            "nt",
        )
        for button in (self.halves_button, self.urgent_button):
            button.clicked.connect(self._on_halves_clicked)
        self.sheet_button.clicked.connect(self.sheet_asked)

    def refresh(self) -> None:
        """Read again who holds a half."""
        halves = self._halves()
        self._say(told(halves, veiled=self._ctx.veiled), halves)
        self.sheet_button.setVisible(self._ctx.may(Role.ADMINISTRATOR))

    def _say(self, said: Told, halves: Halves) -> None:
        self.halves_row.say(said.title, said.text, said.tone)
        may_give = self._ctx.may(Role.ADMINISTRATOR) and _can_be_given(halves)
        self.halves_button.setVisible(may_give and said.tone == "ok")
        self.urgent_button.setVisible(may_give and said.tone != "ok")

    def _halves(self) -> Halves:
        return Halves(self._ctx.call(recovery.holders), self._ctx.member.id)

    def _on_halves_clicked(self) -> None:
        HalvesDialog(self._ctx, self._halves()).open(self.window())


def told(halves: Halves, *, veiled: bool) -> Told:
    """Return how it is with the halves."""
    if not halves.holders:
        return Told(tr("There is no coordinator"), tr("Give somebody this task first."), "am")
    if not _can_be_given(halves):
        return Told(
            tr("The recovery key is lost"),
            tr("Only confidants open the real questions. Always keep two of them."),
            "am",
        )
    if halves.without:
        names = tr(", ").join(people.shown(each.name, veiled) for each in halves.without)
        return Told(
            tr("Not everybody has her half yet: {names}").format(names=names),
            tr("Take the recovery sheet and give the halves."),
            "am",
        )
    return Told(
        tr("Every coordinator has her half"),
        tr("Two halves open what is sealed. One opens nothing."),
        "ok",
    )


def _can_be_given(halves: Halves) -> bool:
    return bool(halves.beside_paper()) or len(halves.beside_others()) > 1
