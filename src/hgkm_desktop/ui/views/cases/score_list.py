"""What everybody said last about how safe it is, and when it would be one point higher (06b)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import day_in_short
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.voice_mark import VoiceMark, VoiceNumber
from hgkm_desktop.ui.views.cases.voices import MARKERS, Speaker
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import bold, explain, muted


class ScoreList(Card):
    """One row for each person; no words while they are hidden."""

    def __init__(self, people: Sequence[Speaker], today: date, *, veiled: bool) -> None:
        super().__init__(clip=True)
        self.setAccessibleName(tr("What everybody said last"))
        for speaker in people:
            self.add_row(_row(speaker, today, veiled))


def _row(speaker: Speaker, today: date, veiled: bool) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(3))
    column.addLayout(_head(speaker, today))
    last = speaker.last
    if last.why and not veiled:
        column.addWidget(explain(as_typed(last.why), wrap=True))
    if last.one_higher_when and not veiled:
        told = tr("One point higher when: {text}").format(text=as_typed(last.one_higher_when))
        column.addWidget(muted(told, wrap=True))
    return row


def _head(speaker: Speaker, today: date) -> QHBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(px(8))
    head.addWidget(VoiceMark(MARKERS[speaker.voice], speaker.color))
    head.addWidget(bold(as_typed(speaker.name), wrap=True), 1)
    head.addWidget(muted(day_in_short(speaker.last.on, today)))
    head.addWidget(VoiceNumber(speaker.last.number, speaker.color))
    return head
