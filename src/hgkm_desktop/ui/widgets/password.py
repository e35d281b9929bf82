"""The field for a passphrase, and the bar that says whether it is strong enough."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import label
from hgkm_desktop.ui.widgets.painting import is_rtl, round_box, start

_HIDDEN = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class PasswordField(QLineEdit):
    """Hides what is typed, until "Show" is pressed; it hides again by itself when cleared."""

    def __init__(self, placeholder: str = "", size: str = "huge") -> None:
        super().__init__()
        self.setProperty("grade", size)
        self.setPlaceholderText(placeholder)
        self.toggle = make_button(tr("Show"), "quiet", "eye", small=True)
        self.toggle.setParent(self)
        self.toggle.setCursor(Qt.CursorShape.ArrowCursor)
        self.toggle.clicked.connect(self._on_toggle_clicked)
        self.show_text(False)

    def show_text(self, shown: bool) -> None:
        """Show or hide what is typed."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.setInputMethodHints(_HIDDEN)
        self.toggle.setText(tr("Hide") if shown else tr("Show"))
        self.toggle.set_icon("eye-slash" if shown else "eye")
        self._place()

    def wipe(self) -> None:
        """Empty the field, hide what comes next, and forget what could be undone."""
        self.setText("")
        self.show_text(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the trailing side."""
        super().resizeEvent(event)
        self._place()

    def _on_toggle_clicked(self) -> None:
        self.show_text(self.echoMode() == QLineEdit.EchoMode.Password)

    def _place(self) -> None:
        hint, rtl = self.toggle.sizeHint(), is_rtl(self)
        left = px(4) if rtl else self.width() - hint.width() - px(4)
        top = (self.height() - hint.height()) // 2
        self.toggle.setGeometry(left, top, hint.width(), hint.height())
        room = hint.width()
        self.setTextMargins(room if rtl else 0, 0, 0 if rtl else room, 0)


class _Segments(QWidget):
    """Five parts that fill up."""

    def __init__(self) -> None:
        super().__init__()
        self.filled, self.tone = 0, "nts"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be a thin bar."""
        return QSize(px(200), px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts, the filled ones from the leading side."""
        painter, gap = start(self), px(5)
        width = (self.width() - 4 * gap) / 5
        for place in range(5):
            at = 4 - place if is_rtl(self) else place
            box = QRectF(at * (width + gap), 0, width, self.height())
            round_box(painter, box, box.height() / 2, self.tone if place < self.filled else "line2")


class StrengthBar(QWidget):
    """Five parts, a mark and a word: how strong, in shape and text before colour."""

    def __init__(self) -> None:
        super().__init__()
        self._segments = _Segments()
        self._mark = IconLabel("check-circle", "ok", 17, "fill", circle=20)
        self._words = label("", "muted", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(px(6))
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(7))
        layout.addWidget(self._segments)
        layout.addLayout(line)
        self.show_strength(0, False)

    def show_strength(self, score: int, enough: bool, hint: str = "") -> None:
        """Show a score of 0 (nothing typed) to 4, and a hint while it is not enough."""
        typed = bool(score or hint or enough)
        self._segments.filled = min(score + 1, 5) if typed else 0
        self._segments.tone = "oks" if enough else "ams"
        self._segments.update()
        words = tr("Strong enough") if enough else hint
        self._words.setText(words)
        self._mark.stand_beside(words, 14)
        self._words.setProperty("role", "okay" if enough else "muted")
        self._words.style().polish(self._words)
        self._mark.setVisible(enough)
        self.setAccessibleName(words)
