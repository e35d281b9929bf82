"""The show of hands: how many know where they can turn now, and of how many (R-236)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.form_group import number, number_line
from hgkm_desktop.ui.widgets.labels import body

KEY = "hands"


class Hands(QWidget):
    """Two numbers: 17 of 23."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.hands, self.of = number_line(), number_line()
        self.hands.setAccessibleName(tr("Hands that went up"))
        self.of.setAccessibleName(tr("Of how many people"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        for part in (self.hands, body(tr("hands of")), self.of, body(tr("people"))):
            row.addWidget(part)
        row.addStretch(1)
        for line in (self.hands, self.of):
            line.setFixedWidth(px(72))
            line.textChanged.connect(self.changed)
        self.setFocusProxy(self.hands)

    def texts(self) -> list[str]:
        """Return both as they stand there."""
        return [self.hands.text(), self.of.text()]

    def set_texts(self, hands: str, of: str) -> None:
        """Show these."""
        self.hands.setText(hands)
        self.of.setText(of)

    def value(self, heads: int | None) -> tuple[int | None, int | None]:
        """Return both numbers, of all heads when nothing else is said; raise Invalid."""
        hands, of = number(self.hands, KEY), number(self.of, KEY)
        if hands is None:
            if of is not None:
                raise Invalid({KEY: tr("Type how many hands went up.")})
            return None, None
        of = heads if of is None else of
        if of is None:
            raise Invalid({KEY: tr("Type of how many people.")})
        return hands, of


@field_values.read.register
def _(field: Hands) -> list[str]:
    return field.texts()


@field_values.write.register
def _(field: Hands, value: list[str]) -> None:
    field.set_texts(*value)
