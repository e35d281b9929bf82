"""The lines of the timeline: one widget each, with a button or two on a note."""

from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.moments import Moment
from hgkm_desktop.ui.views.cases.timeline_face import BUTTON, COLUMN, Face
from hgkm_desktop.ui.widgets.buttons import Button, icon_button, make_button
from hgkm_desktop.ui.widgets.painting import at_side, is_rtl, start

BELOW, LEAST = 14, 46
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Item(QWidget):
    """One moment; Enter unfolds a note, and a button puts a text beside it."""

    improve_asked = Signal(object)
    visit_asked = Signal(object)
    reached = Signal()
    """The keyboard is here now."""

    def __init__(self, moment: Moment, today: date, *, last: bool, veiled: bool) -> None:
        super().__init__()
        self.moment = moment
        self.face = Face(moment, today, last=last, veiled=veiled)
        self.improve: Button | None = None
        self.more: Button | None = None
        self.look = _look_button(self, moment) if moment.visit is not None else None
        if self.look is not None:
            self.look.clicked.connect(self._on_look_clicked)
        if self.face.box is not None:
            self.improve = _improve_button(self)
            self.improve.clicked.connect(self._on_improve_clicked)
            if self.face.box.may_unfold:
                self.more = _more_button(self, moment)
                self.more.clicked.connect(self.unfold)
        self.setAccessibleName(self.face.words())
        self.ring_radius = px(8)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def buttons(self) -> list[Button]:
        """Return what can be pressed in it."""
        parts = (self.improve, self.more, self.look)
        return [button for button in parts if button is not None]

    def take_tab(self, takes: bool) -> None:
        """Let Tab come here and to the buttons, or pass by: the list is one stop."""
        policy = Qt.FocusPolicy.StrongFocus if takes else Qt.FocusPolicy.ClickFocus
        for part in (self, *self.buttons()):
            part.setFocusPolicy(policy)

    def unfold(self) -> None:
        """Show all of a note, and what stands beside it."""
        if self.face.box is None or self.more is None:
            return
        self.face.box.unfold()
        self.setAccessibleName(self.face.words())
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.more.hide()
        self.more.deleteLater()
        self.more = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for little: the height follows from the width."""
        return QSize(px(400), px(LEAST))

    def hasHeightForWidth(self) -> bool:
        """Say that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high it is when it is so wide."""
        under = px(BUTTON + 2) if self.more is not None else 0
        bottom = self.face.height(width, is_rtl(self)) + under
        return max(px(LEAST), round(bottom) + px(BELOW))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the list where the keyboard is."""
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold with Enter; the other keys belong to the list."""
        if event.key() in _ENTER and self.more is not None:
            self.unfold()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.face.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons in their places."""
        super().resizeEvent(event)
        whole, rtl = QRectF(self.rect()), is_rtl(self)
        if self.improve is not None:
            place = at_side(whole, whole.width() - px(BUTTON), px(BUTTON), rtl)
            self.improve.setGeometry(round(place.left()), 0, px(BUTTON), px(BUTTON))
        if self.look is not None:
            hint = self.look.sizeHint()
            place = at_side(whole, whole.width() - hint.width(), hint.width(), rtl)
            self.look.setGeometry(round(place.left()), 0, hint.width(), hint.height())
        if self.more is not None:
            hint = self.more.sizeHint()
            place = at_side(whole, px(COLUMN), hint.width(), rtl)
            y = self.face.height(self.width(), rtl) + px(2)
            self.more.setGeometry(round(place.left()), round(y), hint.width(), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        self.face.paint(start(self), QRectF(self.rect()), is_rtl(self))

    def _on_look_clicked(self) -> None:
        assert self.moment.visit is not None
        self.visit_asked.emit(self.moment.visit.id)

    def _on_improve_clicked(self) -> None:
        assert self.moment.note is not None
        self.improve_asked.emit(self.moment.note.id)


def _look_button(item: QWidget, moment: Moment) -> Button:
    made = make_button(moment.button, small=True)
    made.setParent(item)
    return made


def _improve_button(item: QWidget) -> Button:
    made = icon_button("note-pencil", tr("Put a text beside it"), True, kind="bare")
    made.setParent(item)
    return made


def _more_button(item: QWidget, moment: Moment) -> Button:
    words = tr("Show both texts") if moment.beside else tr("Read everything")
    made = make_button(words, "quiet", small=True, icon="caret-down")
    made.setParent(item)
    return made
