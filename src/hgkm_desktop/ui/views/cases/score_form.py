"""A new number: how safe it is, in whose eyes, why, and when it would be one point higher."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.bodies import Score
from hgkm_desktop.rules.lists import Voice
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import around_her
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.fields import DateField, Field, line_edit
from hgkm_desktop.ui.widgets.segmented import Segmented

LONGEST_NAME = 120


class ScoreForm(FormOverlay):
    """One number of one voice. `names` are those each voice was called by last time."""

    def __init__(self, ctx: Context, case_id: UUID, names: Mapping[Voice, str]) -> None:
        super().__init__(
            tr("A new number"),
            text=tr("How safe is it now? 0 is very unsafe, 10 is entirely safe."),
            accept=tr("Save"),
            cancel=tr("Cancel"),
            width=640,
        )
        self._ctx, self._case_id = ctx, case_id
        self._names = {Voice.CONFIDANT: ctx.member.name} | dict(names)
        numbers = [(number, str(number)) for number in range(around_her.HIGHEST + 1)]
        self.numbers = ChipRow(numbers, exclusive=True, name=tr("Score"), tall=True)
        self.voice = Segmented([(each, word(each)) for each in Voice], tr("Whose number is this?"))
        self.name = line_edit()
        self.why, self.higher = FewLines(), FewLines()
        self.day = DateField(day_of(ctx.now()))
        self._lay_out()
        self.voice.set_value(Voice.HERSELF)
        self.voice.changed.connect(self._on_voice_chosen)
        self._on_voice_chosen(Voice.HERSELF)
        self.keep_at(ctx, case_id, "score")

    def act(self) -> None:
        """Save the number; raise Invalid without one."""
        number, voice = self.numbers.value(), self.voice.value()
        if not isinstance(number, int):
            raise Invalid({"number": tr("Choose a number from 0 to 10.")})
        assert isinstance(voice, Voice)
        name = "" if voice is Voice.HERSELF else self.name.text()
        why, higher = self.why.toPlainText(), self.higher.toPlainText()
        given = Score(self.day.value(), number, voice, name, why, higher)
        self._ctx.call(around_her.score, self._case_id, given, now=self._ctx.now())
        self._ctx.notify(tr("The score is saved."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a number with its key, while nothing is being written."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        typed = event.text()
        if not plain and len(typed) == 1 and typed.isascii() and typed.isdigit():
            self.numbers.set_values([int(typed)])
            self.numbers.changed.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        hint = tr("The keys 0 to 9 choose a number.")
        self.name.setMaxLength(LONGEST_NAME)
        self.add_field("number", Field(tr("Score"), self.numbers, hint))
        self.add_field("voice", Field(tr("Whose number is this?"), self.voice))
        self.add_field("name", Field(tr("Who?"), self.name))
        self.add_field("why", Field(tr("Why this number?"), self.why, tr("May stay empty")))
        higher = tr("When is it one point higher?")
        self.add_field("one_higher_when", Field(higher, self.higher, tr("May stay empty")))
        self.add_field("on", Field(tr("When was this said?"), self.day))

    def _on_voice_chosen(self, voice: object) -> None:
        assert isinstance(voice, Voice)
        field = self.fields["name"]
        field.setVisible(voice is not Voice.HERSELF)
        field.label.setText(_who(voice))
        self.name.setAccessibleName(_who(voice))
        field.set_hint(_hint(voice))
        self.name.setText(self._names.get(voice, ""))


def _who(voice: Voice) -> str:
    return {
        Voice.CHILD: tr("Which child?"),
        Voice.PARTNER: tr("Which partner, and who?"),
    }.get(voice, tr("Who?"))


def _hint(voice: Voice) -> str:
    if voice is Voice.CHILD:
        return tr("No name. For example: son, 9 years.")
    return ""
