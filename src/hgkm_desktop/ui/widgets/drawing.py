"""Two chairs, a table and a window: what an empty page shows instead of nothing (15a)."""

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.widgets.painting import start

_CHAIRS = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 212">
<ellipse cx="180" cy="192" rx="170" ry="15" fill="@sunk"/>
<rect x="128" y="14" width="104" height="92" rx="6" fill="@prit"/>
<path d="M180 14v92M128 60h104" stroke="@card" stroke-width="5"/>
<circle cx="209" cy="38" r="11" fill="@ribbon"/>
<g fill="none" stroke="@pri" stroke-width="5" stroke-linecap="round">
<path d="M54 188v-42M106 188v-42M306 188v-42M254 188v-42"/></g>
<g fill="@pril"><rect x="44" y="132" width="72" height="15" rx="7"/>
<rect x="244" y="132" width="72" height="15" rx="7"/>
<rect x="46" y="72" width="14" height="64" rx="7"/>
<rect x="300" y="72" width="14" height="64" rx="7"/></g>
<rect x="132" y="136" width="96" height="9" rx="4.5" fill="@pri"/>
<path d="M180 145v44M156 191h48" stroke="@pri" stroke-width="5" stroke-linecap="round"/>
<path d="M146 116h22v10q0 9-11 9t-11-9z" fill="@ribbon" stroke="@ribbon" stroke-width="2"/>
<path d="M168 119q8 0 8 5t-8 5" fill="none" stroke="@ribbon" stroke-width="3.5"/>
<path d="M192 116h22v10q0 9-11 9t-11-9z" fill="@prit" stroke="@pril" stroke-width="2"/>
<path d="M152 108q-4-6 0-11M162 108q-4-6 0-11M198 108q-4-6 0-11M208 108q-4-6 0-11"
 stroke="@pril" stroke-width="3" fill="none" stroke-linecap="round"/></svg>"""
_HUES = ("sunk", "pril", "prit", "pri", "card", "ribbon")


class Chairs(QWidget):
    """Purely for the eye; it follows the theme."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as large as in the design."""
        return QSize(px(360), px(212))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing in the colours of the theme."""
        svg = _CHAIRS
        for hue in _HUES:
            svg = svg.replace(f'@{hue}"', f'{color(hue).name()}"')
        QSvgRenderer(QByteArray(svg.encode())).render(start(self), QRectF(self.rect()))
