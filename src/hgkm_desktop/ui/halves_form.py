"""What brings the recovery key together: the code of a sheet, passphrases of coordinators."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models import Member
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import names
from hgkm_desktop.ui.entrance.two_phrases import LONGEST
from hgkm_desktop.ui.entrance.typed_code import CodeField
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.password import PasswordField


class HalvesForm(QWidget):
    """A field for the code and one for each coordinator who may be here; some of them shown."""

    changed = Signal()

    def __init__(self, code: str, coordinators: Sequence[Member], *, veiled: bool) -> None:
        super().__init__()
        self.code_field = Field(code, CodeField(), tr("Small letters are fine. So are spaces."))
        self.phrase_fields = {each.id: _phrase_of(each, veiled) for each in coordinators}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        for field in self._fields():
            layout.addWidget(field)
            _line(field).textChanged.connect(self._on_typed)

    def ask(self, *, code: bool, of: Sequence[UUID]) -> None:
        """Show the fields that are needed; the others are emptied."""
        self.code_field.setVisible(code)
        for member_id, field in self.phrase_fields.items():
            field.setVisible(member_id in of)
        for field in self._fields():
            if field.isHidden():
                _line(field).clear()

    def helpers(self) -> Helpers:
        """Return what was typed."""
        typed = {key: _line(field).text() for key, field in self.phrase_fields.items()}
        passphrases = {key: text for key, text in typed.items() if text.strip()}
        return Helpers(_line(self.code_field).text(), passphrases)

    def has_code(self) -> bool:
        """Say whether a whole code was typed."""
        line = _line(self.code_field)
        return isinstance(line, CodeField) and line.is_full()

    def complain(self, problems: Mapping[str, str]) -> bool:
        """Say at each field what is wrong; return whether all of it found its field."""
        named = {"code": self.code_field}
        named |= {str(key): field for key, field in self.phrase_fields.items()}
        for key, field in named.items():
            field.complain(problems.get(key, ""))
        wrong = [named[key] for key in named if key in problems]
        if wrong:
            wrong[0].take_focus()
        return not set(problems) - set(named)

    def wipe(self) -> None:
        """Leave nothing of it in the fields."""
        for field in self._fields():
            _line(field).clear()

    def take_focus(self) -> None:
        """Bring the keyboard to the first field that is asked."""
        first = next((field for field in self._fields() if not field.isHidden()), None)
        if first is not None:
            first.take_focus()

    def _fields(self) -> list[Field]:
        return [self.code_field, *self.phrase_fields.values()]

    def _on_typed(self) -> None:
        for field in self._fields():
            field.clear()
        self.changed.emit()


def _phrase_of(member: Member, veiled: bool) -> Field:
    line = PasswordField(size="big")
    line.setMaxLength(LONGEST)
    name = names.shown(member.name, veiled)
    return Field(tr("The passphrase of {name}").format(name=name), line)


def _line(field: Field) -> CodeField | PasswordField:
    line = field.widget
    assert isinstance(line, (CodeField, PasswordField))
    return line
