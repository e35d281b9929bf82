"""Writing a note: what was seen and heard, apart from what one thinks; kept while typing, sealed
once (07).

A correction shows the first text beside it and never changes it (R-276).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.db import Session
from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.rules.lists import NoteKind
from hgkm_desktop.services import case_notes, cases, drafts
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.note_draft import NoteDraft, place_of
from hgkm_desktop.ui.keys import Key
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.note_foot import NoteFoot
from hgkm_desktop.ui.views.cases.note_form import NoteForm
from hgkm_desktop.ui.views.cases.way import Page, Way
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.scroll import FittingScroll

NARROW = 1000


class NotePage(Page):
    """One note about one case at a time; whatever is half typed belongs to that case only."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__(ctx, way)
        self._case: CaseName | None = None
        self._corrects: UUID | None = None
        self.form, self.foot = NoteForm(ctx), NoteFoot()
        self._fields = FittingScroll(self.form)
        self.keeper = NoteDraft(ctx, self.read, self)
        self._hidden = muted(tr("Names and texts are hidden."))
        self._lay_out()
        self._connect()

    def begin(self, case_id: UUID, corrects: UUID | None = None) -> None:
        """Open a new note, or a text beside an earlier one, with what was half typed in it."""
        self.keeper.keep_if_due()
        name = self.ctx.call(cases.name_of, case_id)
        first = _first_text(self.ctx, case_id, corrects)
        kept = self.keeper.begin(place_of(case_id, corrects))
        self._case, self._corrects = name, corrects
        self.form.start_anew(first)
        self.foot.say_new()
        if kept is not None:
            self.form.show_values(kept)
            self.foot.say_kept(datetime.fromisoformat(kept["kept_at"]))
        self.refresh()

    def start_as(self, kind: NoteKind) -> None:
        """Let a note in which nothing is typed yet be of this kind."""
        if self.form.is_blank():
            self.form.start_anew(kind=kind)

    def heading(self) -> str:
        """Return what is done here."""
        return tr("Note") if self._corrects is None else tr("Improve a note")

    def beside(self) -> str:
        """Return about whom, and who writes."""
        if self._case is None:
            return ""
        if self.ctx.veiled:
            return tr("about {name}").format(name=self._case.code)
        if self.width() < px(NARROW):
            return tr("about {name}").format(name=self._case.shown)
        both = dict.fromkeys((self._case.shown, self._case.code))
        told = tr("about {name} · by {writer}")
        return told.format(name=", ".join(both), writer=self.ctx.member.name)

    def keys(self) -> Sequence[Key]:
        """Return the keys of this page."""
        return (Key(("Ctrl Enter",), tr("Seal the note")),)

    def refresh(self) -> None:
        """Show or hide what is typed, as the veil stands."""
        for part in (self._fields, self.foot):
            part.setVisible(not self.ctx.veiled)
        self._hidden.setVisible(self.ctx.veiled)

    def take_focus(self) -> None:
        """Bring the keyboard into the first text."""
        self.form.seen.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> dict[str, Any] | None:
        """Return what is half typed, None when neither text holds anything."""
        if self.form.is_blank():
            return None
        return self.form.values() | {"kept_at": self.ctx.now().isoformat()}

    def draft(self) -> dict[str, Any] | None:
        """Keep what is half typed in its own place; return only which note it is of."""
        if self._case is None or not self.keeper.place or self.form.is_blank():
            return None
        self.keeper.keep_now()
        corrects = str(self._corrects) if self._corrects is not None else None
        return {"case": str(self._case.case_id), "corrects": corrects}

    def seal(self) -> None:
        """Seal the note and wipe its draft in the same moment; say what is wrong beside it."""
        if self._case is None or not self.keeper.place or self.ctx.veiled:
            return
        note, now = self.form.note(self._corrects), self.ctx.now()
        try:
            self.ctx.call(_seal, self._case.case_id, note, self.keeper.place, now=now)
        except Invalid as error:
            self.form.complain(error.problems)
            return
        self.keeper.end()
        self.form.start_anew()
        self.ctx.notify(tr("The note is sealed."))
        self.way.back.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what still waits for a pause."""
        super().hideEvent(event)
        self.keeper.keep_if_due()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(_told())
        column.addWidget(self._fields, 1)
        column.addWidget(self._hidden, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.form.changed.connect(self.keeper.touch)
        self.keeper.kept.connect(self.foot.say_kept)
        self.keeper.failed.connect(self.foot.say_failed)
        self.keeper.emptied.connect(self.foot.say_new)
        self.foot.later.clicked.connect(self.way.back)
        self.foot.seal.clicked.connect(self.seal)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.seal)


def _seal(session: Session, case_id: UUID, note: Note, place: str, *, now: datetime) -> UUID:
    """Seal a note and drop its draft in one transaction: never both, never neither."""
    entry_id = case_notes.write(session, case_id, note, now=now)
    drafts.drop(session, place)
    return entry_id


def _first_text(ctx: Context, case_id: UUID, corrects: UUID | None) -> Note | None:
    if corrects is None:
        return None
    notes = ctx.call(cases.page, case_id).standing.notes
    bodies = (entry.body for entry in notes if entry.id == corrects)
    return next((body for body in bodies if isinstance(body, Note)), None)


def _told() -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    row.addWidget(IconLabel("seal-check", "mut", 18), 0, Qt.AlignmentFlag.AlignTop)
    sealed = tr("After sealing nobody can change this text any more.")
    better = tr("Do you want to improve something? Then a second text comes beside it.")
    row.addWidget(muted(f"{sealed} {better}", wrap=True), 1)
    return holder
