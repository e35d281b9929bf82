"""One step of the guide: what it is, what was noted already, and a small form to add to it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models import Member
from hgkm_desktop.rules.bodies import GuideNote
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.lists import GuideStep
from hgkm_desktop.rules.words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_in_full
from hgkm_desktop.ui.forms.fold_card import Point, empty
from hgkm_desktop.ui.names import shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.guide_form import GuideForm
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import (
    bold,
    explain,
    group_heading,
    hairline,
    muted,
    panel_title,
)


class GuideStepPanel(QWidget):
    """Shows a step; what is typed in its form stays while other steps are looked at."""

    saved = Signal(object)
    typed_on = Signal()

    def __init__(self, step: GuideStep, today: date) -> None:
        super().__init__()
        self.step = step
        self.form = GuideForm(step, today)
        self._explained, self._noted = QVBoxLayout(), QVBoxLayout()
        self._explained.setSpacing(px(6))
        self._noted.setSpacing(px(10))
        self._form_card = Card()
        self._form_card.add(group_heading(tr("Add something")))
        self._form_card.add(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(panel_title(word(step)))
        column.addLayout(self._explained)
        column.addWidget(self._form_card)
        column.addLayout(self._noted)
        column.addStretch(1)
        self.form.saved.connect(self._on_saved)
        self.form.typed_on.connect(self.typed_on)

    def explain(self, lines: Sequence[str]) -> None:
        """Say what this step is, in the organisation's words."""
        empty(self._explained)
        for text in lines:
            self._explained.addWidget(Point(text))

    def show_notes(
        self, entries: Sequence[Entry], names: Mapping[UUID, Member], now: datetime, veiled: bool
    ) -> None:
        """Show what was noted, the newest first; under the veil only that it was."""
        empty(self._noted)
        self._form_card.setVisible(not veiled)
        self._noted.addWidget(group_heading(tr("Noted already")))
        if not entries:
            self._noted.addWidget(muted(tr("Nothing noted yet.")))
            return
        card = Card(margins=(18, 12, 18, 14), spacing=12)
        for place, entry in enumerate(reversed(entries)):
            if place:
                card.add(hairline())
            card.add(_noted(entry, names, now.date(), veiled))
        self._noted.addWidget(card)

    def _on_saved(self) -> None:
        self.saved.emit(self.form.note())


def _noted(entry: Entry, names: Mapping[UUID, Member], today: date, veiled: bool) -> QWidget:
    note = entry.body
    assert isinstance(note, GuideNote)
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(2))
    column.addWidget(bold(day_in_full(note.on, today)))
    for text in _said(note) if not veiled else [tr("Texts are hidden now.")]:
        column.addWidget(explain(text, wrap=True))
    writer = names.get(entry.made_by)
    if writer is not None:
        name = shown(writer.name, veiled)
        column.addWidget(muted(tr("Noted by {name}").format(name=name), wrap=True))
    return made


def _said(note: GuideNote) -> list[str]:
    lines = [note.text]
    if note.with_whom:
        lines.append(tr("With: {name}").format(name=note.with_whom))
    if note.told_her is not None:
        lines.append(tr("She knows.") if note.told_her else tr("She does not know yet."))
    return lines
