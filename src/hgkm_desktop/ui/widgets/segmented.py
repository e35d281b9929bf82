"""A choice of a few that exclude each other, in one frame (LOOK.md 4)."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.roving import Roving
from hgkm_desktop.ui.widgets.segment import Option, Segment

__all__ = ["Option", "Segmented"]


class Segmented(QWidget):
    """Parts beside each other, one Tab stop; with `allow_none` a second click clears."""

    changed = Signal(object)

    def __init__(
        self,
        options: Sequence[Option | tuple[object, str]],
        name: str = "",
        small: bool = False,
        allow_none: bool = False,
        check: bool = True,
    ) -> None:
        super().__init__()
        self._allow_none, self._chosen = allow_none, None
        self._check = check
        self.setAccessibleName(name)
        made = [each if isinstance(each, Option) else Option(*each) for each in options]
        last = len(made) - 1
        self.segments = [
            Segment(option, place == 0, place == last, small, check)
            for place, option in enumerate(made)
        ]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for segment in self.segments:
            layout.addWidget(segment, 1)
            segment.clicked.connect(self._on_clicked)
        self._roving = Roving(self, self.segments, select=True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Keep room for the mark when nothing is chosen yet, so that nothing jumps."""
        hint = super().sizeHint()
        waiting = self._check and self._allow_none and self.value() is None
        has_levels = any(segment.option.level for segment in self.segments)
        return QSize(hint.width() + (px(25) if waiting and not has_levels else 0), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than the words."""
        return self.sizeHint()

    def value(self) -> object:
        """Return what is chosen, or nothing."""
        chosen = (each.option.value for each in self.segments if each.isChecked())
        return next(chosen, None)

    def set_value(self, value: object) -> None:
        """Choose this, or clear the choice with None; nobody is told."""
        for segment in self.segments:
            segment.setAutoExclusive(False)
            segment.setChecked(value is not None and segment.option.value == value)
        for segment in self.segments:
            segment.setAutoExclusive(True)
            if segment.isChecked():
                self._roving.stop_at(segment)
        self._chosen = self.value()
        self.updateGeometry()

    def set_count(self, value: object, count: int | None) -> None:
        """Show how many there are behind one of the parts."""
        for segment in self.segments:
            if segment.option.value == value:
                segment.option.count = count
                segment.updateGeometry()
                segment.update()

    def _on_clicked(self) -> None:
        clicked = self.value()
        again = clicked == self._chosen and self._chosen is not None
        if again and not self._allow_none:
            return
        self.set_value(None if again else clicked)
        self.changed.emit(self.value())
