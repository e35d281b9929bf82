"""A hand-over note: a folded sheet; read, it lies flat (LOOK.md 4)."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from hgkm_desktop.services.shift_notes import HandOver
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import day_as_spoken, day_of, kept_together, time_of
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.views.today.showing import show_when
from hgkm_desktop.ui.widgets.avatar import Avatar
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import bold, explain, muted
from hgkm_desktop.ui.widgets.painting import is_rtl, round_box, start

_FOLD = 22
_TOP = Qt.AlignmentFlag.AlignTop


class NoteCard(QFrame):
    """What the next shift has to know; as a bar it stands in one row above the page."""

    read_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.note: HandOver | None = None
        self._is_bar = False
        self.person, self.title = Avatar("", 6, 24), bold("", wrap=True)
        self.seal = IconLabel("lock-key", "am", 17)
        self._said: tuple[str, ...] = ()
        self.line, self.points = explain("", wrap=True), _Points()
        self.others = muted("", wrap=True)
        self.button = make_button(tr("I have read this"), icon="check", small=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._body = self._lay_out()
        self.button.clicked.connect(self._on_read_clicked)

    def show_note(self, note: HandOver, scene: Scene) -> None:
        """Show a note, and who read it."""
        self.note = note
        name = inside(scene.member(note.by))
        title = tr("Hand-over note of {name}").format(name=name)
        self.person.show_person(scene.member(note.by), scene.color(note.by))
        self.title.setText(title)
        self.title.setToolTip(_moment(note, scene))
        show_when(self.seal, note.for_confidants)
        self.seal.setToolTip(tr("For confidants only"))
        self._show_lines(note, scene)
        others = _others(note, scene)
        self.others.setText(others)
        show_when(self.others, bool(others))
        show_when(self.button, not note.is_read and not scene.veiled)
        self.button.setAccessibleName(f"{self.button.text()}: {title}")
        show_when(self._foot, not self.button.isHidden() or bool(others))
        self.setAccessibleName(f"{title}. {_moment(note, scene)}. {self.text}")
        self.update()

    def stand(self, *, is_bar: bool) -> None:
        """Be a sheet in a column, or a bar over the whole page."""
        if is_bar == self._is_bar:
            return
        self._is_bar = is_bar
        side, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(side if is_bar else under)
        self._body.setSpacing(px(12 if is_bar else 8))
        self.title.setWordWrap(not is_bar)
        self.title.setMinimumWidth(0)
        self.others.setWordWrap(not is_bar)
        has_points = not is_bar and len(self._said) > 1
        show_when(self.line, not has_points)
        show_when(self.points, has_points)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet; while nobody acknowledged it a corner is folded over."""
        painter, whole = start(self), QRectF(self.rect())
        is_read = self.note is not None and self.note.is_read
        if is_read:
            round_box(painter, whole, px(12), "sunk")
        elif self._is_bar:
            round_box(painter, whole, px(12), "amt")
        else:
            _paint_folded(painter, whole, is_rtl(self))

    @property
    def text(self) -> str:
        """Everything it says, in one breath."""
        return " · ".join(self._said)

    def _show_lines(self, note: HandOver, scene: Scene) -> None:
        lines = tuple(as_typed(line) for line in note.lines)
        if scene.veiled:
            lines = (tr("Hidden while names are hidden."),)
        if lines != self._said:
            self._said = lines
            self.line.setText(self.text)
            self.points.show_points(lines)
        has_points = not self._is_bar and len(lines) > 1
        show_when(self.line, not has_points)
        show_when(self.points, has_points)

    def _lay_out(self) -> QBoxLayout:
        head, self._foot = QWidget(), QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.person)
        row.addWidget(self.title, 1)
        row.addWidget(self.seal)
        row.addSpacing(px(14))
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(px(12))
        foot.addWidget(self.button)
        foot.addWidget(self.others, 100)
        foot.addStretch(1)
        body = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        body.setContentsMargins(px(16), px(11), px(16), px(12))
        body.setSpacing(px(8))
        body.addWidget(head)
        body.addWidget(self.line, 1)
        body.addWidget(self.points)
        body.addWidget(self._foot)
        return body

    def _on_read_clicked(self) -> None:
        if self.note is not None:
            self.read_asked.emit(self.note)


class _Points(QWidget):
    """The lines of a note below each other, each with its dot."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(1))
        self._grid.setColumnStretch(1, 1)

    def show_points(self, lines: Sequence[str]) -> None:
        """Show other lines."""
        while (item := self._grid.takeAt(0)) is not None:
            if (before := item.widget()) is not None:
                before.hide()
                before.deleteLater()
        for place, line in enumerate(lines if len(lines) > 1 else ()):
            self._grid.addWidget(explain("•"), place, 0, _TOP)
            self._grid.addWidget(explain(line, wrap=True), place, 1)


def _paint_folded(painter: QPainter, whole: QRectF, rtl: bool) -> None:
    fold = px(_FOLD)
    sheet = QPainterPath()
    sheet.addRoundedRect(whole, px(12), px(12))
    corner = QRectF(whole.left() if rtl else whole.right() - fold, whole.top(), fold, fold)
    away = QPainterPath()
    away.addPolygon(_outer(corner, rtl))
    painter.fillPath(sheet - away, color("amt"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("aml"))
    painter.drawPolygon(_inner(corner, rtl))


def _outer(corner: QRectF, rtl: bool) -> QPolygonF:
    tip = corner.topLeft() if rtl else corner.topRight()
    return QPolygonF([*_diagonal(corner, rtl), tip])


def _inner(corner: QRectF, rtl: bool) -> QPolygonF:
    inside_tip = corner.bottomRight() if rtl else corner.bottomLeft()
    return QPolygonF([*_diagonal(corner, rtl), inside_tip])


def _diagonal(corner: QRectF, rtl: bool) -> tuple[QPointF, QPointF]:
    if rtl:
        return corner.topRight(), corner.bottomLeft()
    return corner.topLeft(), corner.bottomRight()


def _others(note: HandOver, scene: Scene) -> str:
    others = [inside(scene.member(each)) for each in note.read_by if each != scene.me]
    if not others:
        return ""
    names = ", ".join(others)
    return (tr("Also: {names}") if note.by != scene.me else tr("Read by: {names}")).format(
        names=names
    )


def _moment(note: HandOver, scene: Scene) -> str:
    day = day_as_spoken(day_of(note.at), scene.day)
    return f"{day} {kept_together(time_of(note.at))}"
