"""What she really came for: written here, sealed when saved, read by confidants only (R-146)."""

from typing import Any, cast

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import RealQuestion
from hgkm_desktop.models.codes import HarmKind
from hgkm_desktop.models.labels import label
from hgkm_desktop.services.fields import LONGEST
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.inputs import TextArea
from hgkm_desktop.ui.widgets.labels import form_label, muted

PASTE_LONGEST = 4 * LONGEST
"""More than this is never even laid out: a whole book in a field stops the program for minutes."""


class LongText(TextArea):
    """Some lines in her words; a paste that could never be saved stays outside, and says so."""

    too_long = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__(lines=lines)
        self.setFixedHeight(self.minimumHeight())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a paste in as plain text, if it can ever be saved."""
        if len(source.text()) > PASTE_LONGEST:
            self.too_long.emit()
        else:
            self.insertPlainText(source.text())


class RealQuestionPart(QWidget):
    """Her own words first, then the question behind the question; a kind only if anybody wants."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.own_words = _field(tr("Her own words"))
        self.question = _field(tr("The real question"))
        self.explanation = muted("", wrap=True)
        self.kinds_button = make_button(tr("Kind (may stay empty)"), "quiet", small=True)
        self.kinds_button.set_icon("caret-down")
        self.kinds_button.setCheckable(True)
        self.kinds = ChipRow([(kind, label(kind)) for kind in HarmKind], name=tr("Kind"))
        self.kinds.hide()
        self._lay_out()
        for field in (self.own_words, self.question):
            text = cast(LongText, field.widget)
            text.textChanged.connect(self.changed)
            text.too_long.connect(self._on_too_long)
        self.kinds.changed.connect(self.changed)
        self.kinds_button.toggled.connect(self._on_kinds_toggled)
        self.set_available(True)

    def set_available(self, ring_exists: bool) -> None:
        """Turn the part off while nobody could ever read what is written here."""
        for widget in (self.own_words, self.question, self.kinds_button, self.kinds):
            widget.setEnabled(ring_exists)
        self.explanation.setText(
            tr("After saving only a confidant can read this.")
            if ring_exists
            else tr("There is no confidant yet. Ask the coordinator.")
        )

    def value(self) -> RealQuestion | None:
        """Return what was written, None when nothing was."""
        typed = self.values()
        harm = tuple(HarmKind(kind) for kind in typed["harm"])
        return RealQuestion(typed["question"], typed["own_words"], harm) or None

    def values(self) -> dict[str, Any]:
        """Return what was written, ready for a draft."""
        return {
            "own_words": _text(self.own_words).toPlainText(),
            "question": _text(self.question).toPlainText(),
            "harm": [str(kind) for kind in self.kinds.values()],
        }

    def show_values(self, values: dict[str, Any]) -> None:
        """Put back what was written; nobody is told."""
        self.blockSignals(True)
        _text(self.own_words).setPlainText(values.get("own_words") or "")
        _text(self.question).setPlainText(values.get("question") or "")
        harm = cast(list[str], values.get("harm") or [])
        self.kinds.set_values(harm)
        self.kinds_button.setChecked(bool(harm))
        for field in (self.own_words, self.question):
            field.clear()
        self.blockSignals(False)

    def is_blank(self) -> bool:
        """Say whether nothing was written."""
        return not any(self.values().values())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(IconLabel("lock-simple", "ink", 18), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(form_label(tr("For the confidant")), 0, Qt.AlignmentFlag.AlignTop)
        head.addStretch(1)
        texts = QGridLayout()
        texts.setSpacing(px(12))
        for place, field in enumerate((self.own_words, self.question)):
            texts.addWidget(field, 0, place)
            texts.setColumnStretch(place, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(px(6))
        page.addLayout(head)
        page.addWidget(self.explanation)
        page.addLayout(texts)
        page.addWidget(self.kinds_button, 0, Qt.AlignmentFlag.AlignLeading)
        page.addWidget(self.kinds)
        page.addStretch(1)

    def _on_kinds_toggled(self, on: bool) -> None:
        self.kinds.setVisible(on)
        self.kinds_button.set_icon("caret-up" if on else "caret-down")

    def _on_too_long(self) -> None:
        field = self.own_words if self.sender() is self.own_words.widget else self.question
        field.complain(tr("This is too long. Keep it to {count} characters.").format(count=LONGEST))


def _field(name: str) -> Field:
    return Field(name, LongText(lines=3))


def _text(field: Field) -> LongText:
    return cast(LongText, field.widget)
