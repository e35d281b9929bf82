"""Instellingen: what the organisation chose, and what this computer does."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Organisation
from hgkm_desktop.services import organisation, session_names
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.admin.computer_form import ComputerForm
from hgkm_desktop.ui.views.admin.organisation_form import (
    OrganisationForm,
    Typed,
    typed_from_draft,
    typed_of,
)
from hgkm_desktop.ui.views.admin.parts import TwoColumns
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card, Heading

ASIDE = 372


class ChoicesPage(QWidget):
    """Two cards and one button that saves both."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.organisation, self.computer = OrganisationForm(), ComputerForm()
        self.save_button = make_button(tr("Save"), "primary")
        self.save_button.clicked.connect(self._on_save_clicked)
        self._shown = self._stored()
        self._lay_out()
        self._show_stored()

    def refresh(self) -> None:
        """Show what is stored, unless somebody is typing."""
        if self.draft() is None:
            self._show_stored()

    def draft(self) -> dict[str, Any] | None:
        """Return what was typed and not saved, None when there is nothing."""
        typed = self.organisation.typed()
        return None if typed == self._shown else typed.as_draft()

    def restore(self, data: dict[str, Any]) -> None:
        """Put back what was typed."""
        self.organisation.show_typed(typed_from_draft(data))

    def _stored(self) -> Typed:
        return typed_of(self._ctx.call(organisation.get))

    def _show_stored(self) -> None:
        self._shown = self._stored()
        self.organisation.show_typed(self._shown)
        self.computer.show_settings(self._ctx.settings)

    def _lay_out(self) -> None:
        left = _group("house-line", tr("Organisation"), self.organisation)
        right = _group("hard-drives", tr("This computer"), self.computer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(16))
        layout.addWidget(TwoColumns(left, right, (ASIDE, ASIDE)))
        layout.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _on_save_clicked(self) -> None:
        if problems := self.organisation.problems():
            self.organisation.complain(problems)
            return
        typed = self.organisation.typed()
        given = typed.name, typed.window_title, typed.hidden
        try:
            saved = self._ctx.call(organisation.change, *given)
        except Invalid as error:
            self.organisation.complain(error.problems)
            return
        if typed.meldcode is not organisation.meldcode(saved):
            saved = self._ctx.call(organisation.choose_meldcode, typed.meldcode.value)
        if typed.names_days != saved.names_days:
            saved = self._ctx.call(session_names.keep_for, typed.names_days)
        self._on_saved(saved)

    def _on_saved(self, saved: Organisation) -> None:
        self._shown = typed_of(saved)
        self.organisation.show_typed(self._shown)
        self._ctx.notify(tr("Saved."))
        chosen = self.computer.settings(self._ctx.settings).changed(window_title=saved.window_title)
        if chosen != self._ctx.settings:
            self._ctx.choose(chosen)


def _group(icon: str, text: str, form: QWidget) -> QVBoxLayout:
    card = Card(margins=(20, 18, 20, 20))
    card.add(form)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(4))
    column.addWidget(Heading(icon, text))
    column.addWidget(card)
    column.addStretch(1)
    return column
