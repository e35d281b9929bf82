"""The fields of a note: two texts beside each other, and the few choices that go with them (07)."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.rules.lists import NoteKind
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_as_spoken, day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases import note_words
from hgkm_desktop.ui.views.cases.look_again import LookAgain
from hgkm_desktop.ui.views.cases.note_card import NoteCard
from hgkm_desktop.ui.views.cases.note_side import NoteSide
from hgkm_desktop.ui.views.cases.note_text import NoteText
from hgkm_desktop.ui.widgets.scroll import FittingScroll

SIDE = 300


class NoteForm(QWidget):
    """Everything that is typed and chosen; knows nothing of cases and of keeping."""

    changed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.seen = NoteCard(
            "eye",
            tr("What did I see and hear?"),
            tr("Facts and her own words. She may always read this."),
            note_words.seen_starters(),
        )
        self.think = NoteCard(
            "lightbulb",
            tr("What do I think?"),
            tr("Your thoughts. Also write why you think so."),
            note_words.think_starters(),
        )
        self.cards = self.seen, self.think
        self.side, self.look_again = NoteSide(), LookAgain(*self.cards)
        self._lay_out()
        for part in (*self.cards, self.side):
            part.changed.connect(self.changed)
        for card in self.cards:
            card.text.chat_pasted.connect(partial(self._on_chat_pasted, card.text))
        self.side.kind.changed.connect(self._ask_questions)
        self.look_again.agreed.connect(self.changed)

    def is_blank(self) -> bool:
        """Say whether neither text holds anything."""
        return not any(card.value().strip() for card in self.cards)

    def note(self, corrects: UUID | None) -> Note:
        """Return the note as it stands."""
        side = self.side
        texts = self.seen.value(), self.think.value()
        return Note(side.at(), *texts, side.note_kind(), side.voice(), corrects)

    def values(self) -> dict[str, Any]:
        """Return what is typed and chosen, ready for a draft."""
        texts = {"seen": self.seen.value(), "think": self.think.value()}
        return texts | self.side.values() | {"fine": sorted(self.look_again.fine)}

    def show_values(self, values: dict[str, Any]) -> None:
        """Put back what was typed and chosen; nobody is told."""
        self.seen.set_value(values["seen"])
        self.think.set_value(values["think"])
        self.side.show_values(values)
        self._ask_questions()
        self.look_again.begin(values["fine"])

    def start_anew(self, first: Note | None = None, kind: NoteKind = NoteKind.TALK) -> None:
        """Empty everything; a correction shows the first text, and is of its moment and kind."""
        now = self.ctx.now()
        for card, text in zip(self.cards, _texts(first), strict=True):
            card.set_value("")
            card.original.show_text(_when(first, now), text)
        self.side.until(now)
        self.side.begin(*((now, kind) if first is None else (first.at, first.kind)))
        self._ask_questions()
        self.look_again.begin([])

    def complain(self, problems: dict[str, str]) -> None:
        """Say at each field what is wrong with it; the first of them gets the keyboard."""
        self.seen.complain(problems.get("seen", ""))
        self.think.complain(problems.get("think", ""))
        self.side.moment.complain(problems.get("at", ""))
        places = {"seen": self.seen.text, "think": self.think.text, "at": self.side.day}
        for name, field in places.items():
            if name in problems:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.side)
        column.addWidget(self.look_again)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addWidget(self.seen, 1)
        row.addWidget(self.think, 1)
        beside = _Beside(inside)
        beside.setFixedWidth(px(SIDE))
        row.addWidget(beside)

    def _ask_questions(self) -> None:
        kind = self.side.note_kind()
        self.seen.text.setPlaceholderText(note_words.questions(kind))
        self.think.text.setPlaceholderText(note_words.thoughts(kind))

    def _on_chat_pasted(self, text: NoteText, chat: str) -> None:
        self.ctx.confirm(
            tr("Rather write in your own words"),
            tr("This looks like a conversation from an app. A few sentences are enough."),
            tr("Paste anyway"),
            partial(text.insertPlainText, chat),
        )


class _Beside(FittingScroll):
    """Scrolls by itself: it never makes the texts beside it longer than the window."""

    def hasHeightForWidth(self) -> bool:
        """Ask for no height."""
        return False

    def sizeHint(self) -> QSize:
        """Take the height there is."""
        return self.minimumSizeHint()


def _texts(first: Note | None) -> tuple[str, str]:
    return ("", "") if first is None else (first.seen, first.think)


def _when(first: Note | None, now: datetime) -> str:
    if first is None:
        return ""
    day = day_as_spoken(day_of(first.at), day_of(now))
    return tr("The first text, {day}").format(day=day)
