"""The three parts of the form of a visit: one is seen, all are kept and saved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.group import Group
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.segmented import Segmented


class Step(QWidget):
    """Two columns of fields, and a button to the next part."""

    onward = Signal()

    def __init__(self, leading: Group, trailing: Group, *, is_last: bool) -> None:
        super().__init__()
        self.groups = leading, trailing
        self.next = make_button(tr("Go on"), "quiet", trailing="arrow-right", small=True)
        self.next.clicked.connect(self.onward)
        self.next.setVisible(False)
        columns = QHBoxLayout()
        columns.setSpacing(px(28))
        columns.addWidget(leading, 1, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(trailing, 1, Qt.AlignmentFlag.AlignTop)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(px(6))
        page.addLayout(columns)
        if not is_last:
            page.addWidget(self.next, 0, Qt.AlignmentFlag.AlignTrailing)
            self.next.show()
        else:
            self.next.setParent(self)


class Steps(QWidget):
    """The name of each part stands above; the arrows go from one to the other."""

    def __init__(self, parts: Sequence[tuple[str, Group, Group]]) -> None:
        super().__init__()
        last = len(parts) - 1
        self.steps = [
            Step(leading, trailing, is_last=place == last)
            for place, (_name, leading, trailing) in enumerate(parts)
        ]
        named: list[tuple[object, str]] = [
            (place, f"{place + 1}. {name}") for place, (name, _, _) in enumerate(parts)
        ]
        self.names = Segmented(named, tr("Parts of the form"), small=True, check=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self.names)
        for step in self.steps:
            column.addWidget(step)
            step.onward.connect(self._on_onward)
        self.names.changed.connect(self._on_chosen)
        self.show_step(0)

    @property
    def current(self) -> int:
        """Which part is seen."""
        value = self.names.value()
        return value if isinstance(value, int) else 0

    def show_step(self, place: int) -> None:
        """Show a part."""
        self.names.set_value(place)
        for number, step in enumerate(self.steps):
            step.setVisible(number == place)

    def show_field(self, key: str) -> None:
        """Show the part in which a field stands."""
        for place, step in enumerate(self.steps):
            if any(key in group.fields for group in step.groups):
                self.show_step(place)
                return

    def _on_chosen(self) -> None:
        self.show_step(self.current)

    def _on_onward(self) -> None:
        self.show_step(self.current + 1)
        next(iter(self.steps[self.current].groups[0].fields.values())).take_focus()
