"""A dialog with a few fields: what is wrong stands at its field, anything else under them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.ui.forms.kept_overlay import KeptOverlay
from hgkm_desktop.ui.forms.tab_chain import buttons_last
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import label
from hgkm_desktop.ui.widgets.roving import is_saving


class FormOverlay(KeptOverlay):
    """Stays open until `act` raises nothing; `fields` are found by the names services use."""

    def __init__(
        self, title: str, *, text: str = "", accept: str, cancel: str, width: int = 520
    ) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        super().__init__(
            title, body, text=text, accept=accept, cancel=cancel, check=self.is_done, width=width
        )
        self.form = body
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self.is_back)
        column.addWidget(self._problem)

    def open(self, window: QWidget) -> None:
        """Show it, the keyboard in its first field; Tab reads it from top to bottom."""
        super().open(window)
        buttons_last(self)
        first = next(iter(self.stops()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves wherever the keyboard is: in a longer text, on a button, in a date."""
        if not is_saving(event):
            super().keyPressEvent(event)
            return
        event.accept()
        if self.accept_button.isEnabled() and not event.isAutoRepeat():
            self.accept()

    def add(self, *parts: QWidget) -> None:
        """Put something under what is there already."""
        column = self._column()
        for part in parts:
            column.insertWidget(column.count() - 1, part)

    def add_field(self, key: str, field: Field) -> Field:
        """Put a field under what is there already, and return it."""
        self.fields[key] = field
        self.add(field)
        return field

    def act(self) -> None:
        """Do what the dialog is for; raise Invalid or another UserError when it cannot be done."""
        raise NotImplementedError

    def is_done(self) -> bool:
        """Try it; say whether it is done and the dialog may close."""
        done = self.tried(self.act)
        if done:
            self.forget_half_typed()
        return done

    def tried(self, act: Callable[[], object]) -> bool:
        """Do something, and say in the dialog why it could not be done."""
        self.complain({})
        try:
            act()
        except UserError as error:
            self.answer(error)
            return False
        return True

    def answer(self, error: UserError) -> None:
        """Say in the dialog what went wrong."""
        if isinstance(error, Invalid):
            self.complain(error.problems)
        else:
            self.say(f"{error.title} {error.hint}".strip())

    def complain(self, problems: Mapping[str, str]) -> None:
        """Say at each field what is wrong, and go to the first of them."""
        for key, field in self.fields.items():
            field.complain(problems.get(key, ""))
        self.say(" ".join(text for key, text in problems.items() if key not in self.fields))
        first = next((field for key, field in self.fields.items() if key in problems), None)
        if first is not None:
            first.take_focus()

    def say(self, text: str) -> None:
        """Say something that belongs to no field."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def problem(self) -> str:
        """Return what belongs to no field, or nothing."""
        return self._problem.text()

    def _column(self) -> QVBoxLayout:
        column = self.form.layout()
        assert isinstance(column, QVBoxLayout)
        return column
