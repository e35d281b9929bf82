"""Opening hours on one line, as people write them: "ma-vr 9-17, za 10-12"."""

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules import opening, opening_words
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.widgets.fields import Field, line_edit

_LONGEST = 200


class HoursField(Field):
    """Says under the line how it is understood, so that a slip is seen before it is saved."""

    def __init__(self, name: str) -> None:
        self.line = line_edit(tr("For example: {hours}").format(hours="ma-vr 9-17, za 10-12"))
        self.line.setMaxLength(_LONGEST)
        self._hint_before = tr("May stay empty. Write “dag en nacht” for always.")
        super().__init__(name, self.line, self._hint_before)
        self.line.textChanged.connect(self._on_typed)

    def packed(self, key: str) -> str:
        """Return the hours as they are stored; raise Invalid(key) when they cannot be read."""
        try:
            hours = opening_words.read(self.line.text())
        except ValueError:
            raise Invalid(
                {key: tr("Write it like this: {hours}").format(hours="ma-vr 9-17")}
            ) from None
        problem = opening.problem_with(hours)
        if problem:
            raise Invalid({key: problem})
        return opening.pack(hours)

    def _on_typed(self) -> None:
        hint = self._hint_before
        try:
            hours = opening_words.read(self.line.text())
        except ValueError:
            self.set_hint(hint)
            return
        understood = "" if opening.problem_with(hours) else opening.words(hours)
        if understood:
            hint = tr("This is read as: {hours}").format(hours=understood)
        self.clear()
        self.set_hint(hint)


def typed_hours(packed: str) -> str:
    """Return stored hours as the line shows them."""
    return opening_words.write(opening.unpack(packed))
