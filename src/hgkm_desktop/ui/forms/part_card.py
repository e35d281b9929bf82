"""A card about one thing around her, which opens its form: what is known, or that it may wait."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import bold, explain, muted
from hgkm_desktop.ui.widgets.painting import round_box, start
from hgkm_desktop.ui.widgets.roving import answered_enter


class PartCard(QAbstractButton):
    """The whole card is the button; an empty one says that nothing has to be there."""

    def __init__(
        self, icon: str, title: str, text: str, note: str = "", badge: tuple[str, str] | None = None
    ) -> None:
        super().__init__()
        self.ring_radius = px(12)
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join(part for part in (text, note) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(13), px(16), px(14))
        layout.setSpacing(px(5))
        layout.addLayout(_head(icon, title, badge))
        empty = tr("Nothing yet. It does not have to.")
        layout.addWidget(explain(text, wrap=True) if text else muted(empty, wrap=True))
        if note:
            layout.addWidget(muted(note, wrap=True))
        layout.addStretch(1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as well as with Space."""
        if not answered_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card; its edge is stronger under the mouse."""
        edge = "edge" if self.underMouse() and self.isEnabled() else "line"
        round_box(start(self), QRectF(self.rect()), px(12), "card", edge)


def _head(icon: str, title: str, badge: tuple[str, str] | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(8))
    mark = IconLabel(icon, "ink", 19)
    mark.stand_beside(title)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(bold(title, wrap=True), 1)
    if badge is not None:
        row.addWidget(Badge(*badge))
    return row
