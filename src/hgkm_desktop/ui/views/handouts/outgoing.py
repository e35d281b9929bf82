"""Paper on its way out: numbers checked first, then the printer or a file, then noted."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import audit_log, prints
from hgkm_desktop.services.prints import Job, TooOld
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.background import Job as Work
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.entrance.beside import run_for
from hgkm_desktop.ui.views.handouts.old_numbers import OldNumbers
from hgkm_desktop.ui.views.handouts.preview import Paper, ToPdf, to_pdf

MANY = 100
"""From more copies than this it is asked whether that is the number."""

Send = Callable[..., None]
Prepared = Sequence[tuple[Job, Paper]]


class Outgoing(QObject):
    """Prints and saves; what did not go out is not noted, and nothing of it stays behind."""

    sent = Signal()

    def __init__(
        self,
        ctx: Context,
        page: QWidget,
        send: Send = printing.print_all,
        save: Send = printing.save_pdf,
        make: ToPdf = to_pdf,
    ) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page
        self._send, self._save, self._make = send, save, make
        self.question: OldNumbers | None = None
        self._work: Work | None = None

    def is_busy(self) -> bool:
        """Say whether paper is being made."""
        return self._work is not None

    def print(self, jobs: Sequence[Job]) -> None:
        """Print all of this as one job, after asking where the number of copies is unusual."""
        total = sum(job.copies for job in jobs)
        if total <= MANY:
            self._print(jobs)
            return
        self._ctx.confirm(
            tr("Print {count} sheets?").format(count=total),
            tr("That is a lot of paper. Is the number right?"),
            tr("Print"),
            partial(self._print, jobs),
        )

    def save(self, job: Job) -> None:
        """Save one sheet where she chooses, under a neutral name."""
        prepared = self._prepared([replace(job, copies=1)], partial(self.save, job))
        if prepared:
            self._make_papers(prepared, self._on_made_to_save)

    def _print(self, jobs: Sequence[Job]) -> None:
        prepared = self._prepared(jobs, partial(self._print, jobs))
        if prepared:
            self._make_papers(prepared, partial(self._on_made_to_print, jobs))

    def _prepared(self, jobs: Sequence[Job], again: Callable[[], object]) -> Prepared:
        if self.is_busy():
            return []
        try:
            return self._ctx.call(prints.prepare, jobs, today=self._today())
        except TooOld as old:
            self.question = OldNumbers(self._ctx, old.numbers, again)
            self.question.open(self._page.window())
        except UserError as error:
            self._ctx.warn(error.title, error.hint)
        return []

    def _make_papers(self, prepared: Prepared, then: Callable[[list[bytes]], object]) -> None:
        def work() -> list[bytes]:
            return [self._make(content, job.form) for job, content in prepared]

        made = partial(self._on_made, then)
        self._work = run_for(self._page, self._ctx.background, work, made, self._on_failed)

    def _on_made(self, then: Callable[[list[bytes]], object], papers: list[bytes]) -> None:
        self._work = None
        try:
            then(papers)
        except UserError as error:
            self._ctx.warn(error.title, error.hint)

    def _on_failed(self, error: Exception) -> None:
        self._work = None
        if not isinstance(error, UserError):
            raise error
        self._ctx.warn(error.title, error.hint)

    def _on_made_to_print(self, jobs: Sequence[Job], papers: list[bytes]) -> None:
        counted = [(pdf, job.copies) for pdf, job in zip(papers, jobs, strict=True)]
        printed = partial(self._on_printed, jobs)
        self._send(self._page.window(), counted, on_done=printed)

    def _on_made_to_save(self, papers: list[bytes]) -> None:
        self._save(self._page.window(), papers[0], on_done=self._on_saved)

    def _on_printed(self, jobs: Sequence[Job], counts: Sequence[int]) -> None:
        went = [replace(job, copies=n) for job, n in zip(jobs, counts, strict=True)]
        self._ctx.call(prints.record, went, today=self._today())
        self._ctx.notify(tr("It is with the printer."))
        self.sent.emit()

    def _on_saved(self) -> None:
        self._ctx.call(audit_log.note, Act.EXPORT, "handout")
        self._ctx.notify(tr("The sheet is saved."))

    def _today(self) -> date:
        return day_of(self._ctx.now())
