"""Lists in and out, and the call card on paper."""

from collections.abc import Callable, Collection
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import audit_log, numbers, partner_files
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.background import Job
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.entrance.beside import run_for
from hgkm_desktop.ui.files import Read
from hgkm_desktop.ui.menu import Entry
from hgkm_desktop.ui.views.partners.call_lines import call_lines
from hgkm_desktop.ui.views.partners.files import CSV, VCARD, ask_for_list
from hgkm_desktop.ui.views.partners.preview import ImportPreview

Send = Callable[..., None]
Ask = Callable[[QWidget, Read], None]
NAME = "lijst"
"""A neutral name: a file on a stick is seen by whoever finds it."""


class Outgoing(QObject):
    """Asks where to; what is a file has no lock, and is only made when somebody asks."""

    def __init__(
        self,
        ctx: Context,
        view: QWidget,
        save: Send = printing.save_file,
        ask: Ask = ask_for_list,
        send: Send = printing.print_pdf,
    ) -> None:
        super().__init__(view)
        self._ctx, self._view = ctx, view
        self._save, self._ask, self._send = save, ask, send
        self._work: Job | None = None

    def entries(self) -> list[Entry]:
        """Return what staff and coordinators can do with the whole list."""
        return [
            (tr("Read a list in"), "upload-simple", self.ask_for_list),
            (tr("Save as a table"), "table", self.save_table),
            (tr("Save as address cards"), "identification-card", self.save_cards),
        ]

    def print_card(self) -> None:
        """Print the numbers on paper, for beside the telephone when the computer is off."""
        if self._work is None and not self._ctx.veiled:
            run = self._ctx.background
            self._work = run_for(self, run, self._paper, self._on_made, self._on_failed)

    def ask_for_list(self) -> None:
        """Ask for a file and show what it would bring."""
        self._ask(self._view.window(), self._on_read)

    def save_table(self) -> None:
        """Save everything as a table (CSV) where she chooses."""
        content = self._ctx.call(partner_files.to_csv)
        self._save_as(content, CSV, tr("Table"))

    def save_cards(self, partner_ids: Collection[UUID] | None = None) -> None:
        """Save address cards (vCard) of these partners, or of all."""
        content = self._ctx.call(partner_files.to_vcard, partner_ids)
        self._save_as(content, VCARD, tr("Address cards"))

    def _save_as(self, content: bytes, ending: str, kind: str) -> None:
        window = self._view.window()
        self._save(window, content, f"{NAME}{ending}", kind, on_done=self._on_saved)

    def _on_saved(self) -> None:
        self._ctx.notify(tr("The file is saved."))

    def _on_read(self, content: bytes, ending: str) -> None:
        reader = partner_files.read_vcard if ending == VCARD else partner_files.read_csv
        try:
            found = self._ctx.call(reader, content)
        except Invalid as error:
            self._ctx.warn(tr("Nothing was read in."), " ".join(error.problems.values()))
        except UserError as error:
            self._ctx.warn(error.title, error.hint)
        else:
            ImportPreview(self._ctx, found).open(self._view.window())

    def _paper(self) -> bytes:
        from hgkm_desktop.handouts.call_list import call_list

        ctx, today = self._ctx, day_of(self._ctx.now())
        return call_list(call_lines(ctx), today, ctx.call(numbers.by_key))

    def _on_made(self, pdf: bytes) -> None:
        self._work = None
        try:
            self._send(self._view.window(), pdf, on_done=self._on_printed)
        except UserError as error:
            self._ctx.warn(error.title, error.hint)

    def _on_failed(self, error: Exception) -> None:
        self._work = None
        if not isinstance(error, UserError):
            raise error
        self._ctx.warn(error.title, error.hint)

    def _on_printed(self) -> None:
        self._ctx.call(audit_log.note, Act.PRINT, "partner")
        self._ctx.notify(tr("It is with the printer."))
