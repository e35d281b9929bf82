"""Is it safe to take home? Three questions, answered with her; nothing of it is kept."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.sheets.advice import Advice, Answer, advise
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import bold, label, muted
from hgkm_desktop.ui.widgets.segmented import Segmented
from hgkm_desktop.ui.widgets.strips import Banner

STAYS = "stays"


class AdviceBox(QWidget):
    """Asks, and says what we advise. She decides; no answer keeps anything from being printed."""

    changed = Signal()
    card_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stays_here = False
        yes, no = (Answer.YES, tr("Yes")), (Answer.NO, tr("No"))
        maybe = (Answer.MAYBE, tr("Maybe"))
        self.looks = _question(tr("Can somebody look in her bag?"), no, yes, maybe)
        self.place = _question(tr("Has she a place for paper?"), no, yes)
        self.reads = _question(tr("Can she read this?"), no, yes)
        self.strip = Banner("")
        self.card_button = make_button(tr("Take the card"), icon="cards")
        self._told = muted(tr("Ask her. Three questions."), wrap=True)
        self._questions = QWidget()
        self._lay_out()
        for question in self._all():
            question.changed.connect(self._on_answered)
        self.card_button.clicked.connect(self.card_asked)
        self._say()

    @property
    def advice(self) -> Advice:
        """What we advise now; a sheet that stays here is never advised to be taken."""
        if self._stays_here:
            return Advice.READ_HERE
        answers = (cast(Answer | None, question.value()) for question in self._all())
        return advise(*answers)

    def show_sheet(self, stays_here: bool) -> None:
        """Ask about this sheet; her answers stay, she is still here."""
        self._stays_here = stays_here
        self._questions.setHidden(stays_here)
        self.card_button.setHidden(stays_here)
        self._say()

    def forget(self) -> None:
        """Take her answers away."""
        for question in self._all():
            question.set_value(None)
        self._say()

    def fit(self, *, is_low: bool) -> None:
        """Leave out what can be missed where there is little room."""
        self._told.setHidden(is_low)
        self._column.setSpacing(px(2 if is_low else 8))

    def _all(self) -> tuple[Segmented, Segmented, Segmented]:
        return self.looks, self.place, self.reads

    def _on_answered(self, _answer: object) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        strong, text, tone = _stays() if self._stays_here else _words(self.advice)
        self.strip.say(text, tone, strong)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(9))
        head.addWidget(IconLabel("tote-simple", "ams", 22))
        head.addWidget(bold(tr("Safe to take home?"), wrap=True), 1)
        asked = QVBoxLayout(self._questions)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(px(3))
        asked.addWidget(self._told)
        for question in self._all():
            asked.addSpacing(px(2))
            asked.addWidget(label(question.accessibleName(), "label", wrap=True))
            row = QHBoxLayout()
            row.addWidget(question)
            row.addStretch(1)
            asked.addLayout(row)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addWidget(self._questions)
        self._column.addStretch(1)


def _question(text: str, *answers: tuple[object, str]) -> Segmented:
    return Segmented(answers, name=text, small=True, allow_none=True, check=False)


def _stays() -> tuple[str, str, str]:
    strong = tr("This sheet stays with us.")
    return strong, tr("It is for the confidant. Nobody takes it home."), "am"


def _words(advice: Advice) -> tuple[str, str, str]:
    return {
        Advice.ASK: (tr("Ask her first."), tr("She knows best what is safe."), "bl"),
        Advice.TAKE: (tr("Taking it is possible."), tr("She decides."), "ok"),
        Advice.READ_HERE: (
            tr("Better not to take it."),
            tr("Read it together. Give her the card: it looks like a coffee card."),
            "am",
        ),
        Advice.READ_ALOUD: (
            tr("Read it to her."),
            tr("Choose “Read aloud”. Then she needs no paper."),
            "bl",
        ),
    }[advice]
