"""A list somebody has already, as a file: looked at, matched, and put on a list in one go.

Nothing goes in before the button is pressed, then all of it or nothing; one undo takes it back.
"""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.models import InformationSession
from hgkm_desktop.services import registration_files, registrations, tables
from hgkm_desktop.services.registration_files import Matching, Preview
from hgkm_desktop.services.tables import Table
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.background import Job
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.entrance.beside import run_for
from hgkm_desktop.ui.files import Read, ask_for_file
from hgkm_desktop.ui.forms.tab_chain import buttons_last
from hgkm_desktop.ui.held_overlay import HeldOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.import_found import ImportFound
from hgkm_desktop.ui.views.sessions.import_match import ImportMatch
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.labels import body as body_text
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.strips import Banner

ENDINGS = ".xlsx", ".ods", ".csv"
WIDTH, MATCH = 940, 310
Ask = Callable[[QWidget, Read], None]


def ask_for_list(parent: QWidget, read: Read) -> None:
    """Open a dialog and call `read` with a table somebody brought."""
    ask_for_file(parent, tr("Table"), ENDINGS, read, tables.LARGEST)


class ImportOverlay(HeldOverlay):
    """First the file, then which column is what; both read beside the window."""

    def __init__(self, ctx: Context, session: InformationSession, ask: Ask = ask_for_list) -> None:
        body = QWidget()
        super().__init__(
            tr("List from a file"),
            body,
            accept="",
            cancel=tr("Back"),
            check=self._is_taken,
            width=WIDTH,
        )
        self._ctx, self._session, self._ask = ctx, session, ask
        self._table: Table | None = None
        self._found: Preview | None = None
        self._job: Job | None = None
        self.choose = make_button(tr("Choose the file"), icon="upload-simple")
        self.problem, self.waiting = Banner("", "rd"), muted(tr("One moment."))
        self.match, self.found = ImportMatch(ctx.veiled), ImportFound(ctx.veiled)
        self._columns = _beside(self.match, self.found)
        self._lay_out(body)
        self.choose.clicked.connect(self._on_file_asked)
        self.match.changed.connect(self._look)

    def open(self, window: QWidget) -> None:
        """Show it, the keyboard where a file is chosen."""
        super().open(window)
        buttons_last(self)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_busy(self) -> bool:
        """Say whether a file is being read, or taken in."""
        return self._job is not None

    def _lay_out(self, body: QWidget) -> None:
        stays = tr("Surnames, numbers and reasons stay in the file.")
        kinds = tr("XLSX, ODS or CSV. The first line names the columns.")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, px(2), 0, 0)
        column.setSpacing(px(12))
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(self.choose)
        row.addWidget(muted(kinds, wrap=True), 1)
        column.addWidget(body_text(stays, wrap=True))
        column.addLayout(row)
        for part in (self.problem, self.waiting, self._columns):
            column.addWidget(part)
            part.hide()

    def _on_file_asked(self) -> None:
        self._ask(self.window(), self._on_file)

    def _on_file(self, content: bytes, _ending: str) -> None:
        self._table = self._found = None
        self._columns.hide()
        self._offer(0)
        self._run(partial(tables.read, content), self._on_read)

    def _on_read(self, table: Table) -> None:
        self._rest()
        self._table = table
        self.match.show_table(table)
        self._columns.show()
        self._look()

    def _look(self) -> None:
        """Look again what would come in; an answer to an older choice is not waited for."""
        assert self._table is not None
        self._found = None
        self._offer(0)
        self.match.complain("")
        matching = self.match.matching()
        work = partial(_preview, self._ctx, self._session.id, self._table, matching)
        self._run(work, partial(self._on_looked, matching))

    def _on_looked(self, matching: Matching, found: Preview) -> None:
        self._rest()
        self._found = found
        self.found.show_found(found, matching)
        self.found.setEnabled(True)
        self._offer(len(found.good))

    def _is_taken(self) -> bool:
        """Take it in beside the window; stay open until that is answered."""
        if self._found is not None and not self.is_busy():
            self.set_busy(True)
            self._run(partial(_take_in, self._ctx, self._session.id, self._found), self._on_taken)
        return False

    def _on_taken(self, ids: Sequence[UUID]) -> None:
        self._rest()
        told = tr("Put on the list: {count}.").format(count=len(ids))
        self._ctx.notify(told, partial(_take_back, self._ctx, ids))
        self.close_overlay()
        self.accepted.emit()

    def _run(self, work: Callable[[], object], then: Callable[..., object]) -> None:
        if self._job is not None:
            self._job.stop()
        self.problem.hide()
        self.waiting.show()
        self.found.setEnabled(False)
        self._job = run_for(self, self._ctx.background, work, then, self._on_failed)

    def _rest(self) -> None:
        self._job = None
        self.waiting.hide()
        self.set_busy(False)

    def _on_failed(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, UserError):
            raise error
        problems = dict(error.problems) if isinstance(error, Invalid) else {}
        if "name" in problems:
            self.match.complain(problems["name"])
            return
        self.problem.say(" ".join(problems.values()) or error.hint, "rd", _strong(error))
        self.problem.show()

    def _offer(self, count: int) -> None:
        """Name on the button what it does; without good lines there is none."""
        self.accept_button.setText(_put(count) if count else "")
        self.accept_button.setVisible(count > 0)


def _preview(ctx: Context, session_id: UUID, table: Table, matching: Matching) -> Preview:
    return ctx.call(registration_files.preview, session_id, table, matching)


def _take_in(ctx: Context, session_id: UUID, found: Preview) -> Sequence[UUID]:
    return ctx.call(registration_files.take_in, session_id, found)


def _take_back(ctx: Context, ids: Sequence[UUID]) -> None:
    ctx.call(registrations.remove_all, ids)


def _put(count: int) -> str:
    return tr("Put 1 on it") if count == 1 else tr("Put {count} on it").format(count=count)


def _strong(error: UserError) -> str:
    return "" if isinstance(error, Invalid) else error.title


def _beside(match: QWidget, found: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(22))
    match.setFixedWidth(px(MATCH))
    row.addWidget(match)
    row.addWidget(found, 1)
    return holder
