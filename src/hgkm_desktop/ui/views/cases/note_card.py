"""One half of a note: a question, the text, and chips that begin a sentence (07)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.services.case_notes import HINT, LONGEST
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.note_text import Edgeless, NoteText
from hgkm_desktop.ui.views.cases.note_words import Starter
from hgkm_desktop.ui.views.cases.original import Original
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.chips import Chip
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import hairline, muted, panel_title
from hgkm_desktop.ui.widgets.roving import Roving


class NoteCard(Card):
    """A text of its own; `original` shows what is corrected, read-only above it."""

    changed = Signal()

    def __init__(self, icon: str, name: str, hint: str, starters: Sequence[Starter]) -> None:
        super().__init__(margins=(0, 0, 0, 0), spacing=0)
        self.text = NoteText()
        self.original = Original()
        self._name, self._hint = name, hint
        self.complaints = Field(name, self.text)
        self.complaints.label.hide()
        self.length = muted("", wrap=True)
        self.chips = Starters(starters, name)
        self._lay_out(icon)
        self.length.hide()
        self.text.textChanged.connect(self._on_text_changed)
        self.text.too_long.connect(self._on_too_long)
        self.chips.chosen.connect(self.text.begin_with)

    def value(self) -> str:
        """Return what is typed."""
        return self.text.toPlainText()

    def set_value(self, text: str) -> None:
        """Show a text; nobody is told."""
        self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(False)
        self.text.mark(())
        self.complaints.clear()
        self._hint_at_length()

    def complain(self, sentence: str) -> None:
        """Say what is wrong with the text."""
        self.complaints.complain(sentence)

    def _lay_out(self, icon: str) -> None:
        head = QWidget()
        grid = QHBoxLayout(head)
        grid.setContentsMargins(px(18), px(14), px(18), px(10))
        grid.setSpacing(px(10))
        mark = IconLabel(icon, "pri", 22)
        grid.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(panel_title(self._name, wrap=True))
        words.addWidget(muted(self._hint, wrap=True))
        grid.addLayout(words, 1)
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(px(14), px(10), px(14), px(12))
        column.setSpacing(px(8))
        column.addWidget(self.length)
        column.addWidget(self.complaints)
        column.addWidget(self.chips)
        for part, stretch in ((head, 0), (hairline(), 0), (self.original, 0)):
            self.body.addWidget(part, stretch)
        self.body.addWidget(_beside_the_edge(Edgeless(self.text)), 1)
        self.body.addWidget(hairline())
        self.body.addWidget(foot)

    def _on_text_changed(self) -> None:
        self.complaints.clear()
        self._hint_at_length()
        self.changed.emit()

    def _hint_at_length(self) -> None:
        count = len(self.value())
        self.length.setVisible(count > HINT)
        self.length.setText(
            tr("{count} characters. Is all of it needed? A few sentences are enough.").format(
                count=count
            )
        )

    def _on_too_long(self) -> None:
        sentence = tr("This is too long. Keep it to {count} characters.")
        self.complain(sentence.format(count=LONGEST))


class Starters(QWidget):
    """Chips that put the beginning of a sentence in the text; one Tab stop."""

    chosen = Signal(object)

    def __init__(self, starters: Sequence[Starter], name: str) -> None:
        super().__init__()
        self.setAccessibleName(tr("Begin a sentence: {name}").format(name=name))
        self.chips = [Chip(starter.shown, value=starter) for starter in starters]
        flow = FlowLayout(7)
        self.setLayout(flow)
        for chip in self.chips:
            chip.setCheckable(False)
            flow.addWidget(chip)
            chip.clicked.connect(partial(self.chosen.emit, chip.value))
        self._roving = Roving(self, self.chips)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def _beside_the_edge(text: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(px(8), px(6), px(4), px(4))
    layout.addWidget(text)
    return holder
