"""One page with every building block in every state, to lay beside the design (00a, 00b).

The tour photographs it; no view uses it.
"""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui import gallery_parts as parts
from hgkm_desktop.ui.style import color, px, theme
from hgkm_desktop.ui.widgets.buttons import Button
from hgkm_desktop.ui.widgets.focus_ring import paint_focus, ringed_part
from hgkm_desktop.ui.widgets.labels import label, page_title, small
from hgkm_desktop.ui.widgets.painting import radius_of, round_box, start
from hgkm_desktop.ui.widgets.strips import Banner, SafeStrip
from hgkm_desktop.ui.widgets.toast import Toast

SIZE = (1440, 1420)


class Swatch(QWidget):
    """A colour of the look, shown as a tile."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token
        self.setFixedSize(px(88), px(42))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile."""
        round_box(start(self), QRectF(self.rect()), px(8), self._token, "line2")


class _Rings(QWidget):
    """Rings around several blocks at once, as if each had the focus."""

    def __init__(self, page: QWidget, ringed: list[QWidget]) -> None:
        super().__init__(page)
        self._page, self._ringed = page, ringed
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them."""
        painter = start(self)
        for widget in self._ringed:
            part = ringed_part(widget)
            corner = widget.mapTo(self._page, part.topLeft())
            paint_focus(painter, QRectF(QRect(corner, part.size())), radius_of(widget))


class Gallery(QWidget):
    """Everything, in the theme, direction and size of letters of the moment."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(*SIZE)
        self._ringed: list[QWidget] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(34), px(30), px(34), px(20))
        outer.setSpacing(px(20))
        outer.addLayout(self._title())
        columns = QHBoxLayout()
        columns.setSpacing(px(40))
        leading, trailing = self._leading(), self._trailing()
        leading.setFixedWidth(px(480))
        columns.addWidget(leading)
        columns.addWidget(trailing, 1)
        outer.addLayout(columns, 1)
        self._rings = _Rings(self, self._ringed)

    def showEvent(self, event: QShowEvent) -> None:
        """Hold the mouse over what shows that state; a button forgets it when it appears."""
        super().showEvent(event)
        for button in self.findChildren(Button):
            if button.underMouse():
                parts.under_mouse(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rings over the page."""
        self._rings.setGeometry(self.rect())
        self._rings.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page."""
        start(self).fillRect(self.rect(), color("page"))

    def _title(self) -> QHBoxLayout:
        name = tr("Buurtlogboek, dark theme") if theme.dark else tr("Buurtlogboek, light theme")
        return parts.row(page_title(tr("Building blocks")), label(name, "body-muted"))

    def _leading(self) -> QWidget:
        return _column(colours(), letters(), safe_contact(), banners(), toast())

    def _trailing(self) -> QWidget:
        ringed = self._ringed
        return _column(
            parts.buttons(ringed),
            parts.choices(ringed),
            parts.fields(ringed),
            parts.badges(),
            parts.tabs(ringed),
            _pair(parts.table_rows(), parts.timeline(ringed)),
            _pair(parts.loading(), parts.empty()),
        )


def _column(*sections: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(26))
    for each in sections:
        column.addWidget(each)
    column.addStretch(1)
    return made


def _pair(first: QWidget, second: QWidget) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(26))
    for each in (first, second):
        each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
    return made


def colours() -> QWidget:
    """Return the colours with their names."""
    named = (
        ("bind", tr("binding")),
        ("page", tr("page")),
        ("card", tr("card")),
        ("sunk", tr("sunk")),
        ("line", tr("line")),
        ("edge", tr("edge")),
        ("ink", tr("ink")),
        ("mut", tr("muted")),
        ("pri", tr("main colour")),
        ("prit", tr("tint")),
        ("focus", tr("focus")),
        ("ribbon", tr("ribbon")),
        ("ok", tr("good")),
        ("okt", tr("good, tint")),
        ("am", tr("look out")),
        ("amt", tr("look out, tint")),
        ("rd", tr("danger")),
        ("rdt", tr("danger, tint")),
        ("bl", tr("info")),
        ("blt", tr("info, tint")),
    )
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(9))
    grid.setVerticalSpacing(px(11))
    for place, (token, name) in enumerate(named):
        grid.addWidget(_swatch(token, name), place // 5, place % 5)
    grid.setColumnStretch(5, 1)
    return parts.section(tr("Colours"), grid)


def _swatch(token: str, name: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Swatch(token))
    column.addSpacing(px(4))
    column.addWidget(label(name, "badge-text"))
    column.addWidget(small(color(token).name().upper()))
    return made


def letters() -> QWidget:
    """Return every size of letters."""
    sizes = (
        ("25 / 600", tr("Page title"), "page-title"),
        ("19 / 600", tr("Title of a panel"), "panel-title"),
        ("16 / 600", tr("Heading of a group"), "group"),
        ("15 / 400", tr("Ordinary text, 15 pixels"), "body"),
        ("14 / 400", tr("Explanation and asides"), "explain"),
        ("13 / 600", tr("Label in a badge"), "badge-text"),
    )
    lines = QGridLayout()
    lines.setHorizontalSpacing(px(16))
    lines.setVerticalSpacing(px(3))
    lines.setColumnMinimumWidth(0, px(92))
    lines.setColumnStretch(1, 1)
    for place, (size, text, role) in enumerate(sizes):
        lines.addWidget(small(size), place, 0)
        lines.addWidget(label(text, role), place, 1)
    return parts.section(tr("Letters: Noto Sans, 400 and 600"), lines)


def safe_contact() -> QWidget:
    """Return the four answers to: may we call?"""
    return parts.section(
        tr("Safe contact"),
        SafeStrip(
            "may", tr("You may call now, until 11.00."), tr("Say: “Fatima of the sewing class.”")
        ),
        SafeStrip("not_now", tr("Not yet. From 13.00."), tr("No voicemail.")),
        SafeStrip(
            "expired",
            tr("Do not call. The agreement has run out."),
            tr("Ask again when she is here."),
        ),
        SafeStrip("none", tr("There is no agreement."), tr("We do not call. She comes herself.")),
    )


def banners() -> QWidget:
    """Return the four tones of a banner."""
    return parts.section(
        tr("Banners"),
        Banner(tr("Two lines are hidden.")),
        Banner(tr("The copy was made and tested."), "ok"),
        Banner(tr("Look again: could anybody recognise her by this?"), "am"),
        Banner(tr("The copy failed. Put the USB stick in."), "rd"),
    )


def _nothing() -> None:
    """Take nothing back: it is only a picture."""


def toast() -> QWidget:
    """Return the notice at the bottom."""
    holder = QWidget()
    notice = Toast(holder)
    notice.say(tr("Visit saved"), _nothing, seconds=0)
    holder.setFixedSize(notice.sizeHint().width() + px(32), px(76))
    return parts.section(tr("Notice at the bottom"), holder)
