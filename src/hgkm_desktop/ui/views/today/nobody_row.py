"""Somebody nobody holds: who stands beside her can say that she does (R-013)."""

from collections.abc import Hashable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hgkm_desktop.services.beside_today import Nobody
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.today.line_row import Hold, name_parts
from hgkm_desktop.ui.views.today.rich import Rich, beside
from hgkm_desktop.ui.views.today.row import Row
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.views.today.showing import show_when
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.holder_ring import paint_ring
from hgkm_desktop.ui.widgets.painting import is_rtl, middle, start


class Ring(QWidget):
    """The open ring of somebody nobody holds."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as large as in a list."""
        return QSize(px(24), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        paint_ring(start(self), middle(QRectF(self.rect()), px(24)), "nobody", is_rtl(self))


class NobodyRow(Row[Nobody]):
    """Opens her; the button holds her. A coordinator sees a code and no button."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.hold = Rich(), make_button(tr("I hold her"), small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(9), px(14), px(10))
        row.setSpacing(px(12))
        row.addWidget(Ring())
        row.addWidget(self.words, 1)
        row.addWidget(self.hold, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hold.clicked.connect(self._on_hold_clicked)

    def key_of(self, item: Nobody) -> Hashable:
        """Return whose row it is."""
        return item.case_id

    def opens(self, item: Nobody, scene: Scene) -> object | None:
        """Lead to her, for who stands beside her."""
        return item.name

    def write(self, item: Nobody, scene: Scene) -> None:
        """Show who it is."""
        parts = name_parts(item.name, item.code, scene)
        if item.organisation:
            parts.append(beside(scene.words(item.organisation)))
        self.words.say(parts)
        show_when(self.hold, item.name is not None)
        said = f"{self.words.text}. {tr('Nobody holds her')}"
        self.setAccessibleName(said)
        spoken = f"{tr('I hold her')}: {self.words.text}"
        self.hold.setAccessibleName(spoken)

    def stops(self) -> list[QWidget]:
        """Come to her first, then to the button."""
        return [*super().stops(), *([] if self.hold.isHidden() else [self.hold])]

    def _on_hold_clicked(self) -> None:
        if self.item is not None and self.item.name is not None:
            self.wants.emit(Hold(self.item.name))
