"""A field that opens a list."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
)

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.widgets.painting import at_side, is_rtl, middle


class ComboField(QComboBox):
    """Chooses one value of a list; `editable` also finds it by typing a part of it."""

    changed = Signal(object)

    def __init__(
        self,
        items: Sequence[tuple[object, str]] = (),
        placeholder: str = "",
        small: bool = False,
        editable: bool = False,
        size: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("grade", size or ("small" if small else ""))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(12)
        self.setItemDelegate(QStyledItemDelegate(self))
        if editable:
            self._let_type(placeholder)
        self.set_items(items)
        if placeholder:
            self.setPlaceholderText(placeholder)
            self.setCurrentIndex(-1)
        self.activated.connect(self._on_activated)

    def set_items(self, items: Sequence[tuple[object, str]]) -> None:
        """Replace the list; nobody is told."""
        self.blockSignals(True)
        self.clear()
        for value, text in items:
            self.addItem(text, value)
        self.blockSignals(False)

    def value(self) -> object:
        """Return what is chosen, or nothing; words that are not in the list count as nothing."""
        if self.isEditable():
            index = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        else:
            index = self.currentIndex()
        return self.itemData(index) if index >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose a value, or nothing; nobody is told."""
        texts = [self.itemData(index) for index in range(self.count())]
        self.setCurrentIndex(texts.index(value) if value in texts else -1)
        if self.isEditable() and value not in texts:
            self.setEditText("")

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Let the page scroll: a wheel over a closed list would change it unseen."""
        e.ignore()

    def paintEvent(self, e: QPaintEvent) -> None:
        """Paint the field, its words with dots where they do not fit, and its caret."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        inside = self.style().subControlRect(kind, option, part, self).width() - 2
        room = min(self.width() - px(12 + 34), inside)
        words = option.currentText or (self.placeholderText() if not self.isEditable() else "")
        if not option.currentText:
            option.palette.setColor(QPalette.ColorRole.Text, color("mut"))
            option.palette.setColor(QPalette.ColorRole.ButtonText, color("mut"))
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if not self.isEditable():
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        hue = "mut" if self.isEnabled() else "faint"
        box = at_side(QRectF(self.rect()), self.width() - px(28), px(16), is_rtl(self))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, middle(box, px(16)), "caret-down", hue)

    def _let_type(self, placeholder: str) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(placeholder)
            line.setProperty("inner", True)
            line.editingFinished.connect(self._on_editing_finished)
        completer = self.completer()
        if completer is None:
            return
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def _on_activated(self) -> None:
        self.changed.emit(self.value())

    def _on_editing_finished(self) -> None:
        self.set_value(self.value())
        self.changed.emit(self.value())
