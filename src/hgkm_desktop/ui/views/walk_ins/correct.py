"""Putting a visit right: the form in a dialog, its draft, and two versions when two correct."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import RealQuestion, WalkIn
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import rings, walk_ins
from hgkm_desktop.services.walk_ins import UNCHANGED, Unchanged
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.walk_ins import entry_values
from hgkm_desktop.ui.views.walk_ins.correction_form import CorrectionForm
from hgkm_desktop.ui.views.walk_ins.draft_keeper import DraftKeeper
from hgkm_desktop.ui.views.walk_ins.tab_order import first_stop
from hgkm_desktop.ui.views.walk_ins.two_versions import TwoVersions
from hgkm_desktop.ui.widgets.dialog import Overlay


class Correction(QObject):
    """One visit being put right. `saved` hands over the record as it is now."""

    saved = Signal(object)
    put_aside = Signal()

    def __init__(self, ctx: Context, walk_in_id: UUID, hidden: frozenset[str]) -> None:
        super().__init__()
        self.ctx = ctx
        self.walk_in: WalkIn = ctx.call(walk_ins.get, walk_in_id)
        self._stored = entry_values.of_record(self.walk_in)
        self.form = CorrectionForm(ctx.now())
        self.form.show_values(self._stored, ctx.now())
        self.form.hide_fields(hidden)
        self.form.question.set_available(ctx.call(rings.exists))
        self.versions = TwoVersions()
        self._has_read = False
        self.overlay = Overlay(
            tr("Correct this visit"),
            _below_each_other(self.versions, self.form),
            accept=tr("Save"),
            cancel=tr("Later"),
            check=self._save,
            width=820,
        )
        place = f"walk_ins/{walk_in_id}"
        self._keeper = DraftKeeper(ctx, place, self.draft, self)
        self._connect()
        self._restore_kept()

    def open(self, window: QWidget) -> None:
        """Show the dialog over the window."""
        self.overlay.open(window)

    def draft(self) -> dict[str, Any] | None:
        """Return what is changed and not saved, None when nothing is."""
        values = self.form.values()
        if not values["question_open"] and all(
            values[name] == self._stored[name] for name in self._stored
        ):
            return None
        now = self.ctx.now().isoformat()
        return values | {"kept_at": now, "version": self.walk_in.version}

    def restore(self, values: dict[str, Any]) -> None:
        """Put back what was changed and not saved."""
        self.form.show_values(values, self.ctx.now())
        if values.get("version") == self.walk_in.version:
            self.versions.say_restored(values.get("kept_at"))
        else:
            self._compare(Conflict(tr("Somebody else changed this first."), tr("Look at both.")))

    def _connect(self) -> None:
        self.form.fields.changed.connect(self._keeper.touch)
        self.form.question.changed.connect(self._keeper.touch)
        self.form.change_question.clicked.connect(self._on_question_asked)
        self.versions.take_stored.connect(self._on_stored_taken)
        self.overlay.rejected.connect(self._on_put_aside)

    def _restore_kept(self) -> None:
        kept = self._keeper.look()
        if kept is not None:
            self.restore(kept)

    def _save(self) -> bool:
        problems = self.form.fields.unreadable()
        if problems:
            return self._complain(problems)
        try:
            entry_values.into_record(self.form.fields.values(), self.walk_in)
            question, now = self._question(), self.ctx.now()
            saved = self.ctx.call(walk_ins.correct, self.walk_in, question, now=now)
        except Invalid as error:
            return self._complain(error.problems)
        except Conflict as error:
            return self._show_both(error)
        self._keeper.forget()
        self.saved.emit(saved)
        return True

    def _question(self) -> RealQuestion | Unchanged | None:
        written = self.form.question.value()
        if not self.form.is_question_open():
            return UNCHANGED
        if written is None and not self._has_read:
            return UNCHANGED  # what she was never shown she cannot have wiped
        return written

    def _complain(self, problems: dict[str, str]) -> bool:
        where = self.form.fields.complain(problems)
        if where is not None:
            first_stop(where).setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _show_both(self, conflict: Conflict) -> bool:
        """Keep her text in the form and show above it how the visit reads now."""
        try:
            self.walk_in = self.ctx.call(walk_ins.get, self.walk_in.id)
        except Conflict as gone:
            self.versions.say_gone(gone)
            self.overlay.accept_button.setEnabled(False)
            return False
        self._stored = entry_values.of_record(self.walk_in)
        self._compare(conflict)
        return False

    def _compare(self, conflict: Conflict) -> None:
        self.versions.compare(conflict, self._stored, self.form.values())
        self.overlay.accept_button.setText(tr("Save my text"))

    def _on_question_asked(self) -> None:
        confidant = self.ctx.may(Role.CONFIDANT) and self.ctx.call(rings.is_held)
        if confidant and self.walk_in.sealed is not None:
            self._has_read = True
            known = self.ctx.call(walk_ins.read_real_question, self.walk_in.id) or RealQuestion()
            harm = [str(kind) for kind in known.harm]
            self.form.question.show_values(
                {"own_words": known.own_words, "question": known.question, "harm": harm}
            )
        else:
            self.form.question_hint.setText(
                tr("What you write here takes the place of what stood here.")
            )
        self.form.open_question(True)
        self.form.question.own_words.take_focus()

    def _on_stored_taken(self) -> None:
        self.form.show_values(self._stored, self.ctx.now())
        self._keeper.forget()
        self.overlay.accept_button.setText(tr("Save"))

    def _on_put_aside(self) -> None:
        if self.draft() is not None:
            self._keeper.keep_now()
            self.put_aside.emit()
        else:
            self._keeper.forget()


def _below_each_other(*parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    return whole
