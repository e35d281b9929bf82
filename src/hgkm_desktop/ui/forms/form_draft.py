"""What is half typed in a form about somebody: sealed, and only for that form about her."""

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.forms.note_draft import NoteDraft
from hgkm_desktop.ui.widgets.fields import DateField, TimeField


class FormDraft(QObject):
    """Reads and fills the fields of a form by their names; knows nothing of what they ask.

    What was typed comes back when the form begins as it did then: a form that was filled in
    anew by a colleague, or is about somebody else in her house, is left alone.
    """

    def __init__(
        self, ctx: Context, place: str, fields: Mapping[str, QWidget], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._fields, self._is_over = fields, False
        self._first = self._values()
        self._keeper = NoteDraft(ctx, self._read, self)
        kept = self._keeper.begin(place)
        self.is_back = kept is not None and not ctx.veiled and self._begins_like(kept["before"])
        self._is_of_another = kept is not None and not self.is_back
        if kept is not None and self.is_back:
            for name, field in fields.items():
                field_values.write(field, kept["now"][name])
        for field in fields.values():
            field_values.told_by(field).connect(self._on_typed)

    def keep(self) -> None:
        """Keep at once what waits for a pause."""
        self._keeper.keep_if_due()

    def forget(self) -> None:
        """Wipe it: it is saved, or thrown away."""
        self._is_over = True
        if not self._is_of_another:
            self._keeper.keep_now()
        self.end()

    def end(self) -> None:
        """Keep nothing more: the form is closed."""
        self._keeper.end()

    def _begins_like(self, before: Mapping[str, Any]) -> bool:
        """Say whether the form is the same; a day or an hour is another one every time."""
        moments = (DateField, TimeField)
        same = (
            isinstance(field, moments) or before[name] == self._first[name]
            for name, field in self._fields.items()
            if name in before
        )
        return before.keys() == self._first.keys() and all(same)

    def _values(self) -> dict[str, Any]:
        """Return what stands in the fields, as a draft gives it back."""
        values = {name: field_values.read(field) for name, field in self._fields.items()}
        return json.loads(json.dumps(values))

    def _read(self) -> dict[str, Any] | None:
        values = self._values() if not self._is_over else self._first
        return {"before": self._first, "now": values} if values != self._first else None

    def _on_typed(self) -> None:
        self._is_of_another = False
        self._keeper.touch()
