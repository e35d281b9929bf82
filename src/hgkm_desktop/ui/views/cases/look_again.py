"""A second look before sealing: could somebody recognise her by this? (LOOK.md 8, sentence 20)"""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.rules import recognisable
from hgkm_desktop.rules.recognisable import Span
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.cases.note_card import NoteCard
from hgkm_desktop.ui.views.cases.note_words import why_words
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.strips import Callout

AFTER = 400
LONGEST = 80


@dataclass(frozen=True, repr=False)
class Found:
    """A piece of one of the two texts."""

    card: NoteCard
    span: Span
    words: str


class LookAgain(QWidget):
    """Shows the first piece she has not said yes to; nothing here keeps her from sealing."""

    agreed = Signal()

    def __init__(self, *cards: NoteCard) -> None:
        super().__init__()
        self._cards = cards
        self.fine: set[str] = set()
        self.found: list[Found] = []
        self.go: Button | None = None
        self.good: Button | None = None
        self._callout: Callout | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self.look)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for card in cards:
            card.changed.connect(self._timer.start)

    def begin(self, fine: list[str]) -> None:
        """Start with what was said to be fine earlier."""
        self.fine = set(fine)
        self.look()

    def look(self) -> None:
        """Look through both texts and show what is found."""
        self._timer.stop()
        self.found = []
        for card in self._cards:
            text = card.value()
            pieces = [(span, text[span.start : span.end]) for span in recognisable.find(text)]
            open_ones = [Found(card, span, said) for span, said in pieces if said not in self.fine]
            card.text.mark([each.span for each in open_ones])
            self.found += open_ones
        self._show()

    def _show(self) -> None:
        had_keyboard = self._callout is not None and self._callout.isAncestorOf(
            self._callout.focusWidget() or self
        )
        if self._callout is not None:
            self._layout.removeWidget(self._callout)
            self._callout.hide()
            self._callout.deleteLater()
            self._callout = self.go = self.good = None
        if self.found:
            self._ask(self.found[0])
            if had_keyboard and self.good is not None:
                self.good.setFocus()

    def _ask(self, found: Found) -> None:
        self.go = make_button(tr("Go to the sentence"), small=True)
        self.good = make_button(tr("This is fine"), small=True)
        words = _in_short(found.words)
        asked = tr("“{words}”: can somebody recognise her by this?").format(words=words)
        lines = [asked, why_words(found.span.why)]
        if len(self.found) > 1:
            lines.append(tr("{count} more places.").format(count=len(self.found) - 1))
        buttons = self.go, self.good
        title = tr("Look once more")
        self._callout = Callout(title, "\n".join(lines), "warning", *buttons, tone="am")
        self._layout.addWidget(self._callout)
        self.go.clicked.connect(self._on_go_clicked)
        self.good.clicked.connect(self._on_good_clicked)

    def _on_go_clicked(self) -> None:
        self.look()
        if self.found:
            self.found[0].card.text.go_to(self.found[0].span)

    def _on_good_clicked(self) -> None:
        if self.found:
            self.fine.add(self.found[0].words)
        self.look()
        self.agreed.emit()


def _in_short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
