"""The form for one call for advice; nothing in it leads to anybody (R-296)."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from hgkm_desktop.rules.advice import Advice
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.short_text import short_text
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.fields import DateField, Field
from hgkm_desktop.ui.widgets.labels import group_heading


class AdviceForm(Card):
    """A day, a question, an answer and what comes next; only the question is asked for."""

    saved = Signal()
    typed_on = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(spacing=10)
        self.day = DateField(today)
        self.texts = {
            "asked": short_text(3),
            "answer": short_text(3),
            "next_step": short_text(2),
        }
        self.fields = {
            "asked": Field(tr("What did you ask?"), self.texts["asked"]),
            "answer": Field(tr("What was the answer?"), self.texts["answer"]),
            "next_step": Field(tr("What do you do now?"), self.texts["next_step"]),
            "on": Field(tr("When did you call?"), self.day),
        }
        self.save = make_button(tr("Save"), "primary")
        self.add(group_heading(tr("You asked for advice")))
        for name in self.texts:
            self.add(self.fields[name])
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self.fields["on"])
        row.addStretch(1)
        row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.save.clicked.connect(self.saved)
        for text in self.texts.values():
            text.textChanged.connect(self.typed_on)

    def advice(self) -> Advice:
        """Return what was typed."""
        typed = {name: text.toPlainText() for name, text in self.texts.items()}
        return Advice(self.day.value(), **typed)

    def complain(self, problems: dict[str, str]) -> None:
        """Say at each field what is wrong, and go to the first of them."""
        for name, field in self.fields.items():
            field.complain(problems.get(name, ""))
        if first := next((self.fields[name] for name in self.fields if name in problems), None):
            first.take_focus()

    def begin(self, today: date) -> None:
        """Be empty again."""
        self.day.set_value(today)
        for text in self.texts.values():
            text.clear()
        self.complain({})

    def draft(self) -> dict[str, Any] | None:
        """Return what is half typed as plain data, None when there is nothing."""
        typed = {name: text.toPlainText() for name, text in self.texts.items()}
        return typed | {"on": self.day.value().isoformat()} if any(typed.values()) else None

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what was half typed."""
        for name, text in self.texts.items():
            text.setPlainText(str(kept.get(name, "")))
        if day := kept.get("on"):
            self.day.set_value(date.fromisoformat(str(day)))
