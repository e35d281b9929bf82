"""Beside a note: when it was, what it was, whose words it holds, and who reads it (07)."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from hgkm_desktop import clock
from hgkm_desktop.rules.lists import NoteKind, Voice
from hgkm_desktop.rules.words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.checks import RadioButton
from hgkm_desktop.ui.widgets.fields import ComboField, DateField, Field, TimeField
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import form_label, muted


class NoteSide(Card):
    """Few choices, all filled in already."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(16, 14, 16, 16), spacing=8)
        self._stored: datetime | None = None
        self.day, self.time = DateField(), TimeField()
        self.day.setAccessibleName(tr("Day"))
        self.time.setAccessibleName(tr("Time"))
        self.moment = Field(tr("When was it?"), _beside(self.day, self.time))
        self.kind = ComboField([(kind, word(kind)) for kind in NoteKind])
        self.mine, self.hers = RadioButton(tr("My note")), RadioButton(tr("Her own words"))
        self._voices = QButtonGroup(self)
        self._lay_out()
        self.day.dateChanged.connect(self.changed)
        self.time.timeChanged.connect(self.changed)
        self.kind.changed.connect(self.changed)
        self._voices.buttonClicked.connect(self.changed)

    def at(self) -> datetime:
        """Return when it was; a moment that was not touched stays exactly as it was."""
        typed = clock.at(self.day.value(), self.time.value())
        stored = self._stored
        is_same = stored is not None and stored.replace(second=0, microsecond=0) == typed
        return stored if stored is not None and is_same else typed

    def note_kind(self) -> NoteKind:
        """Return what it was."""
        return NoteKind(str(self.kind.value() or NoteKind.TALK))

    def voice(self) -> Voice:
        """Return whose words the note holds."""
        return Voice.HERSELF if self.hers.isChecked() else Voice.CONFIDANT

    def values(self) -> dict[str, Any]:
        """Return what is chosen, ready for a draft."""
        at, kind, voice = self.at(), self.note_kind(), self.voice()
        return {"at": at.isoformat(), "kind": kind.value, "voice": voice.value}

    def show_values(self, values: dict[str, Any]) -> None:
        """Put back what was chosen; nobody is told."""
        self.begin(datetime.fromisoformat(values["at"]))
        self.kind.set_value(NoteKind(values["kind"]))
        self.hers.setChecked(values["voice"] == Voice.HERSELF)

    def begin(self, now: datetime, kind: NoteKind = NoteKind.TALK) -> None:
        """Start again: now, a talk, my own note."""
        self._stored = now
        self.blockSignals(True)
        self.day.set_value(day_of(now))
        self.time.set_value(clock.local(now).time())
        self.kind.set_value(kind)
        self.mine.setChecked(True)
        self.moment.clear()
        self.blockSignals(False)

    def until(self, now: datetime) -> None:
        """Let no day be chosen that is still to come."""
        today = day_of(now)
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))

    def _lay_out(self) -> None:
        voices = form_label(tr("Whose words are these?"))
        told = tr("Only her confidants read this.")
        reads = _beside(IconLabel("lock-simple", "mut", 18), muted(told, wrap=True))
        for part in (self.moment, Field(tr("What was it?"), self.kind), voices):
            self.add(part)
        for choice in (self.mine, self.hers):
            self._voices.addButton(choice)
            self.add(choice)
        self.body.addSpacing(px(4))
        self.add(reads)


def _beside(first: QWidget, second: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    row.addWidget(first, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(second, 1)
    return holder
