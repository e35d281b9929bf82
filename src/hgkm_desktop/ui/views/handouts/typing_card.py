"""Where the words of a sheet are typed: the form scrolls, the list of numbers stays in reach."""

from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.views.handouts.text_form import TextForm
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.scroll import FittingScroll


class TypingCard(Card):
    """Holds one form, or none; a form that is put away keeps no words."""

    def __init__(self) -> None:
        super().__init__(margins=(12, 12, 12, 12))
        self.form: TextForm | None = None
        self._parts: list[QWidget] = []

    def put(self, form: TextForm) -> None:
        """Show this form in place of the one before."""
        self.empty()
        self.form = form
        self._parts = [FittingScroll(form), form.numbers]
        for stretch, part in zip((1, 0), self._parts, strict=True):
            self.add(part, stretch)

    def empty(self) -> None:
        """Let go of the form."""
        for part in self._parts:
            self.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.form, self._parts = None, []
