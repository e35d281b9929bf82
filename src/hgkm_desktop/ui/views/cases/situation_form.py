"""What plays for her, one part at a time; none of it has to be filled in (R-039, R-042, R-153)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from hgkm_desktop.rules.bodies import Situation
from hgkm_desktop.rules.lists import LifeDomain
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import around_her
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.situation_parts import Part, chips_of, words_of
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.fields import Field, line_edit

_LONGEST = 2_000


class SituationForm(FormOverlay):
    """One part of what plays for her."""

    def __init__(self, ctx: Context, case_id: UUID, situation: Situation, part: Part) -> None:
        words = words_of(part)
        super().__init__(words.title, accept=tr("Save"), cancel=tr("Cancel"), width=640)
        self._ctx, self._case_id = ctx, case_id
        self._situation, self._part = situation, part
        self.text = FewLines(5)
        self.chips = ChipRow(chips_of(part), name=words.title)
        self.domains: dict[LifeDomain, QLineEdit] = {}
        if part is Part.DOMAINS:
            self._ask_domains()
        elif isinstance(value := getattr(situation, part), str):
            self.text.setPlainText(value)
            self.add_field(part, Field(words.title, self.text, words.hint))
        else:
            self.chips.set_values(cast(Sequence[object], value))
            self.add_field(part, Field(words.title, self.chips, words.hint))
        self.keep_at(ctx, case_id, f"situation/{part}")

    def act(self) -> None:
        """Save this part; the others stay as they are."""
        told = replace(self._situation, **{self._part.value: self._typed()})
        self._ctx.call(around_her.situation, self._case_id, told, now=self._ctx.now())
        self._ctx.notify(tr("Saved."))

    def _typed(self) -> object:
        if self._part is Part.DOMAINS:
            return {domain: line.text() for domain, line in self.domains.items()}
        if self._part in self.fields and self.fields[self._part].widget is self.chips:
            return tuple(self.chips.values())
        return self.text.toPlainText()

    def _ask_domains(self) -> None:
        both = QWidget()
        grid = QGridLayout(both)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(14))
        for place, domain in enumerate(LifeDomain):
            line = self.domains[domain] = line_edit()
            line.setMaxLength(_LONGEST)
            line.setText(" ".join(self._situation.domains.get(domain, "").split()))
            field = self.fields[f"domains.{domain}"] = Field(word(domain), line)
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        self.add(both)
