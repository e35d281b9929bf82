"""Inspects a page: what has no name, where Tab does not come or stays, which words are cut off."""

from program import Running
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.chips import Chip
from hgkm_desktop.ui.widgets.focus_ring import height_in_sight
from hgkm_desktop.ui.widgets.member_tile import MemberTile

ELIDES = ("ElidedLabel", "OneLine")
MANY, SETTLE = 300, 40


def is_inside_qt(widget: QWidget) -> bool:
    """Say whether Qt made this part itself, inside a composite that has the name."""
    parent = widget.parentWidget()
    if widget.objectName().startswith("qt_"):
        return True
    if isinstance(widget, QLineEdit) and isinstance(parent, QAbstractSpinBox | QComboBox):
        return True
    return isinstance(parent, QAbstractScrollArea) and widget is parent.viewport()


def stops(root: QWidget) -> list[QWidget]:
    """Return everything that Tab should come to."""
    return [
        each
        for each in root.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
        and not is_inside_qt(each)
    ]


def name_of(widget: QWidget) -> str:
    """Return what is said of a part: an interface gives a combo's text for its name, so not it."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    buddies = [
        label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget
    ]
    return (widget.accessibleName() or text or "".join(buddies)).strip()


def said(widget: QWidget) -> str:
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {name_of(widget) or text!r}"


def outer(widget: QWidget) -> QWidget:
    """Return the part itself when the keyboard is in an editor that Qt made inside it."""
    while is_inside_qt(widget) and widget.parentWidget() is not None:
        widget = widget.parentWidget()
    return widget


def parts_of(widget: QWidget) -> int:
    """Return how often Tab stops inside: Qt goes through day, month and year of a date."""
    return widget.sectionCount() if isinstance(widget, QDateTimeEdit) else 1


def walk_round(root: QWidget) -> tuple[list[QWidget], list[str]]:
    """Press Tab until the keyboard is back where it began; return where it was, and the faults."""
    wanted = stops(root)
    if not wanted:
        return [], []
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    seen, faults, stayed = [], [], 0
    for _ in range(MANY):
        now = QApplication.focusWidget()
        if now is None or not root.isAncestorOf(now):
            return seen, [*faults, f"Tab leaves the page after {said(seen[-1])}"]
        now = outer(now)
        stayed = stayed + 1 if seen and now is seen[-1] else 0
        if stayed >= parts_of(now):
            return seen, [*faults, f"Tab stays in {said(now)}"]
        if stayed:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            continue
        if now in seen:
            return seen, faults
        seen.append(now)
        if len(seen) > 1 and height_in_sight(now) < 20:
            faults.append(f"out of sight with the keyboard in it: {said(now)}")
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    return seen, [*faults, "Tab goes on for ever"]


def missed(wanted: list[QWidget], seen: list[QWidget]) -> list[QWidget]:
    """Return what Tab did not come to; radio buttons beside each other are one stop."""
    circles = {each.parentWidget() for each in seen if isinstance(each, QRadioButton)}
    return [
        each
        for each in wanted
        if each not in seen
        and not (isinstance(each, QRadioButton) and each.parentWidget() in circles)
    ]


def room_for(widget: QWidget) -> QSize:
    """Return the part of a widget that can be seen or scrolled to."""
    rect = QRect(QPoint(0, 0), widget.size())
    each, at = widget, QPoint(0, 0)
    scrolls = False
    while not each.isWindow():
        parent = each.parentWidget()
        at += each.pos()
        grand = parent.parentWidget()
        is_port = isinstance(grand, QAbstractScrollArea) and parent is grand.viewport()
        scrolls = scrolls or is_port
        port = parent.rect().translated(-at)
        if scrolls:
            port.setTop(rect.top())
            port.setBottom(rect.bottom())
        rect &= port
        each = parent
    return rect.size()


def words_cut_off(widget: QWidget) -> bool:
    """Say whether a label, button or empty field has less room than its words ask."""
    room = room_for(widget)
    if isinstance(widget, QLabel):
        if type(widget).__name__ in ELIDES or not widget.text():
            return False
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > room.height() + 1 or has_long_word(
                widget, room.width()
            )
        hint = widget.sizeHint()
        return hint.width() > room.width() + 1 or hint.height() > room.height() + 2
    if isinstance(widget, QAbstractButton):
        slack = px(12) if isinstance(widget, Chip | MemberTile) else 1
        return (
            widget.sizeHint().width() > room.width() + slack
            or widget.fontMetrics().height() > room.height()
        )
    if isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        margins = widget.textMargins()
        free = room.width() - margins.left() - margins.right()
        return widget.fontMetrics().horizontalAdvance(widget.placeholderText()) > free - 4
    return False


def has_long_word(label: QLabel, width: int) -> bool:
    if label.textFormat() == Qt.TextFormat.RichText:
        return False
    words = label.text().split()
    return any(label.fontMetrics().horizontalAdvance(word) > width + 1 for word in words)


def cut_off(root: QWidget) -> list[QWidget]:
    """Return what is in sight with its words cut off."""
    visible = [each for each in root.findChildren(QWidget) if each.isVisible()]
    return [each for each in visible if words_cut_off(each)]


def faults_of(root: QWidget) -> list[str]:
    """Return everything wrong with what stands in the window now."""
    QTest.qWait(SETTLE)
    faults = [f"no name: {said(each)}" for each in stops(root) if not name_of(each)]
    if cut_off(root):
        QTest.qWait(10 * SETTLE)  # on a busy machine the last round of laying out may still wait
    faults += [f"cut off: {said(each)}" for each in cut_off(root)]
    wanted = stops(root)
    seen, on_the_way = walk_round(root)
    faults += on_the_way
    faults += [f"not by Tab: {said(each)}" for each in missed(wanted, seen)]
    return faults


class Inspector:
    """Goes from page to page and keeps what is wrong with each."""

    def __init__(self, it: Running) -> None:
        self.it = it
        self.faults: list[str] = []
        self.seen: list[str] = []

    def page(self, name: str) -> None:
        """Look at what stands in the window now, under this name."""
        root = self.it.overlay or self.it.page
        self.seen.append(name)
        self.faults += [f"{name}: {fault}" for fault in faults_of(root)]
