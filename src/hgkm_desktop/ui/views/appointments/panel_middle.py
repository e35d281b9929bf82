"""What stands between head and buttons of the side panel: the preparation, or how it went."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hgkm_desktop.rules.going_along import BothSides
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.appointments.afterwards import AfterwardsForm
from hgkm_desktop.ui.views.appointments.prepare import Preparation, Preparing
from hgkm_desktop.ui.widgets.labels import muted


class Middle(QWidget):
    """One of the two at a time; what is half typed about how it went stays until it is saved."""

    ticked = Signal(object, object, bool)
    interpreter_ticked = Signal(object, bool)
    reserve_asked = Signal(object)
    saved = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.before: Preparation | None = None
        self.after: AfterwardsForm | None = None
        self._hidden = muted(tr("Names and texts are hidden."), wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._hidden)
        self._hidden.hide()

    def show_before(self, about: Preparing) -> None:
        """Show the preparation anew; the keyboard stays at its tick."""
        place = self._tick_with_focus()
        self._drop_before()
        self._drop_after()
        self._hidden.hide()
        self.before = Preparation(about)
        self.before.ticked.connect(self._on_ticked)
        self.before.interpreter_ticked.connect(self._on_interpreter_ticked)
        self.before.reserve_asked.connect(self._on_reserve_asked)
        self._column.addWidget(self.before)
        boxes = self.before.ticks.all_boxes()
        if place is not None and boxes[place].isVisibleTo(self.before):
            boxes[place].setFocus()

    def show_after(self, about: Preparing) -> None:
        """Show how it went; what is typed there and not saved stays."""
        self._drop_before()
        self._hidden.setVisible(about.veiled)
        if about.veiled:
            self._drop_after()
            return
        now = self.after
        if now is not None and now.visit.id == about.visit.id and now.is_changed():
            now.follow(about.visit)
            return
        self._drop_after()
        self.after = AfterwardsForm(self._ctx, about.seen)
        self._column.addWidget(self.after)

    def keep(self) -> None:
        """Keep at once what is half typed."""
        if self.after is not None:
            self.after.keep()

    def save(self) -> None:
        """Save how it went."""
        form = self.after
        if form is not None and form.save():
            self._drop_after()
            self.saved.emit(form.visit.id)

    def may_save(self) -> bool:
        """Say whether how it went can be noted."""
        return self.after is not None and self.after.may_save()

    def forget(self) -> None:
        """Take away everything of her; what is half typed is kept."""
        self._drop_before()
        self._drop_after()

    def _drop_before(self) -> None:
        if self.before is not None:
            self.before.hide()
            self.before.deleteLater()
            self.before = None

    def _drop_after(self) -> None:
        if self.after is not None:
            self.after.end()
            self.after.hide()
            self.after.deleteLater()
            self.after = None

    def _tick_with_focus(self) -> int | None:
        boxes = self.before.ticks.all_boxes() if self.before is not None else []
        now = QApplication.focusWidget()
        return next((place for place, box in enumerate(boxes) if box is now), None)

    def _on_ticked(self, side: BothSides, is_on: bool) -> None:
        if self.before is not None:
            self.ticked.emit(self.before.about.visit, side, is_on)

    def _on_interpreter_ticked(self, is_on: bool) -> None:
        if self.before is not None:
            self.interpreter_ticked.emit(self.before.about.visit, is_on)

    def _on_reserve_asked(self) -> None:
        if self.before is not None:
            self.reserve_asked.emit(self.before.about.visit)
