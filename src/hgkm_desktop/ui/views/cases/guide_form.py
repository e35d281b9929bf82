"""What is noted at one step of the guide: a few words, a day, and only what the step asks for."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.rules.bodies import GuideNote
from hgkm_desktop.rules.lists import GuideStep
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.short_text import short_text
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.fields import DateField, Field, line_edit
from hgkm_desktop.ui.widgets.segmented import Segmented

_WITH_SOMEBODY = frozenset({GuideStep.CONSULT, GuideStep.DECIDE})


class GuideForm(QWidget):
    """One step's form; a service judges what was typed."""

    saved = Signal()
    typed_on = Signal()

    def __init__(self, step: GuideStep, today: date) -> None:
        super().__init__()
        self._step, self._today = step, today
        self.text, self.day = short_text(3), DateField(today)
        self.whom: QLineEdit = line_edit()
        answers = [(True, tr("Yes")), (False, tr("No"))]
        self.told = Segmented(answers, tr("Does she know?"), allow_none=True)
        self.save = make_button(tr("Save"), "primary")
        self.fields = {
            "text": Field(_asked(step), self.text),
            "on": Field(tr("When?"), self.day),
        }
        if step in _WITH_SOMEBODY:
            self.fields["with_whom"] = Field(_who(step), self.whom)
        if step is GuideStep.DECIDE:
            self.fields["told_her"] = Field(tr("Does she know?"), self.told)
        self._lay_out()
        self.save.clicked.connect(self.saved)
        self.text.textChanged.connect(self.typed_on)
        self.whom.textChanged.connect(self.typed_on)
        self.told.changed.connect(self.typed_on)

    def note(self) -> GuideNote:
        """Return what was typed."""
        told = self.told.value()
        return GuideNote(
            self._step,
            self.day.value(),
            self.text.toPlainText(),
            self.whom.text(),
            told if isinstance(told, bool) else None,
        )

    def complain(self, problems: dict[str, str]) -> None:
        """Say at each field what is wrong, and go to the first of them."""
        for name, field in self.fields.items():
            field.complain(problems.get(name, ""))
        if first := next((self.fields[name] for name in self.fields if name in problems), None):
            first.take_focus()

    def begin(self, today: date) -> None:
        """Be empty again."""
        self._today = today
        self.day.set_value(today)
        self.text.clear()
        self.whom.clear()
        self.told.set_value(None)
        self.complain({})

    def draft(self) -> dict[str, Any] | None:
        """Return what is half typed as plain data, None when there is nothing."""
        note = self.note()
        if not note.text and not note.with_whom and note.told_her is None:
            return None
        words = {"text": note.text, "with_whom": note.with_whom, "told_her": note.told_her}
        return words | {"on": note.on.isoformat()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what was half typed."""
        self.text.setPlainText(str(kept.get("text", "")))
        self.whom.setText(str(kept.get("with_whom", "")))
        self.told.set_value(kept.get("told_her"))
        self.day.set_value(date.fromisoformat(str(kept.get("on") or self._today)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.fields["text"])
        row = QHBoxLayout()
        row.setSpacing(px(16))
        for name in ("on", "with_whom", "told_her"):
            if name in self.fields:
                row.addWidget(self.fields[name], 1 if name == "with_whom" else 0)
        if "with_whom" not in self.fields:
            row.addStretch(1)
        row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)


def _asked(step: GuideStep) -> str:
    return {
        GuideStep.SIGNALS: tr("What did you see and hear?"),
        GuideStep.CONSULT: tr("Which advice did you get?"),
        GuideStep.TALK: tr("What did you agree with her?"),
        GuideStep.WEIGH: tr("What do you think together, and why?"),
        GuideStep.DECIDE: tr("What did you decide?"),
    }[step]


def _who(step: GuideStep) -> str:
    return tr("Who decided too?") if step is GuideStep.DECIDE else tr("With whom?")
