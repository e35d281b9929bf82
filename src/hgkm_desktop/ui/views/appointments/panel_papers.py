"""The two papers of a visit, never mixed: one stays with us, one is hers (FACTS.md 6.6)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.models.codes import Act, Language
from hgkm_desktop.models.labels import label
from hgkm_desktop.services import audit_log
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.appointments.panel_menu import Entry, VisitMenu
from hgkm_desktop.ui.views.appointments.prepare import Preparing

Send = Callable[..., None]


class Papers(QObject):
    """Asks which paper, makes it in memory, prints it, and notes that it was printed."""

    def __init__(self, ctx: Context, page: QWidget, send: Send = printing.print_pdf) -> None:
        super().__init__(page)
        self._ctx, self._page, self._send = ctx, page, send

    def ask(self, about: Preparing) -> None:
        """Ask which of the two is wanted."""
        stays = tr("For you. It stays with us.")
        goes = tr("For her. No names, no place unless she wants it.")
        entries: list[Entry] = [
            (tr("Preparation"), "list-checks", stays, partial(self._preparation, about)),
            (tr("My appointment"), "identification-card", goes, partial(self._hers, about)),
        ]
        VisitMenu(tr("Which paper?"), entries).open(self._page.window())

    def _preparation(self, about: Preparing) -> None:
        self._print(about, partial(_prepared, about))

    def _hers(self, about: Preparing) -> None:
        from hgkm_desktop.ui.views.appointments.panel_her_paper import HerPaper

        dialog = HerPaper(about)
        dialog.accepted.connect(partial(self._print, about, dialog.made))
        dialog.open(self._page.window())

    def _print(self, about: Preparing, make: Callable[[], bytes]) -> None:
        printed = partial(self._on_printed, about)
        try:
            self._send(self._page.window(), make(), on_done=printed)
        except UserError as error:
            self._ctx.warn(error.title, error.hint)

    def _on_printed(self, about: Preparing) -> None:
        self._ctx.call(audit_log.note, Act.PRINT, "appointment", about.visit.id)
        self._ctx.notify(tr("It is with the printer."))


def _prepared(about: Preparing) -> bytes:
    from hgkm_desktop.handouts.preparation import PreparationNames, preparation

    seen, person, visit = about.seen, about.person, about.visit
    names = about.names
    spoken = visit.details.language
    reserve = names.get(visit.reserve) if visit.reserve is not None else None
    first = names.get(visit.first)
    told = PreparationNames(
        seen.label,
        code=seen.name.code if seen.name is not None else "",
        partner=seen.partner,
        person=seen.person,
        direct=person.direct_number if person is not None else "",
        first=first.name if first is not None else "",
        reserve=reserve.name if reserve is not None else "",
        language=label(Language(spoken)) if spoken else "",
    )
    return preparation(visit, told, seen.cautions)
