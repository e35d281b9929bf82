"""The building blocks in every state: buttons, choices, fields, badges, rows, and the rest."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.icons import icon
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.table import Column, RowModel, RowTable
from hgkm_desktop.ui.widgets.avatar import Avatar
from hgkm_desktop.ui.widgets.badges import Badge, SignalBadge
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.checks import CheckBox, RadioButton
from hgkm_desktop.ui.widgets.chips import Chip
from hgkm_desktop.ui.widgets.empty import Empty
from hgkm_desktop.ui.widgets.fields import DateField, Field, line_edit
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.holder_ring import HolderLine
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import label, small
from hgkm_desktop.ui.widgets.segmented import Option, Segmented
from hgkm_desktop.ui.widgets.skeleton import Skeleton
from hgkm_desktop.ui.widgets.tabs import Tabs
from hgkm_desktop.ui.widgets.timeline import BlockBar, TimelineItem

Ringed = list[QWidget]
_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def section(title: str, *parts: QWidget | QLayout, spacing: int = 8) -> QWidget:
    """Return a heading with its blocks under it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(spacing))
    column.addWidget(label(title, "empty-small"))
    column.addSpacing(px(12 - spacing))
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return made


def row(*parts: QWidget, gap: int = 8, end: bool = True) -> QHBoxLayout:
    """Return parts beside each other."""
    made = QHBoxLayout()
    made.setSpacing(px(gap))
    for part in parts:
        made.addWidget(part, 0 if end else 1, _MIDDLE if end else _TOP)
    if end:
        made.addStretch(1)
    return made


def flow(*parts: QWidget, gap: int, line_gap: int = 8) -> QWidget:
    """Return parts that wrap."""
    made = QWidget()
    layout = FlowLayout(gap, line_gap)
    made.setLayout(layout)
    for part in parts:
        layout.addWidget(part)
    return made


def captioned(widget: QWidget, caption: str) -> QWidget:
    """Return a block with the name of its state under it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(5))
    words = small(caption)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(words)
    return made


def under_mouse(button: Button) -> Button:
    """Return a button that looks as if the mouse were on it."""
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    spot, none = QPointF(5, 5), Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, spot, spot, none, none, plain)
    QApplication.sendEvent(button, moved)
    return button


def buttons(ringed: Ringed) -> QWidget:
    """Return every kind of button."""
    focused = make_button(tr("Save"), "primary")
    second = make_button(tr("Appointment"), icon="calendar-plus")
    off = make_button(tr("Save"), "primary")
    off.setEnabled(False)
    ringed += [focused, second]
    blocks = (
        (make_button(tr("Save"), "primary"), tr("ordinary")),
        (under_mouse(make_button(tr("Save"), "primary")), tr("mouse")),
        (focused, tr("focus")),
        (off, tr("off")),
        (make_button(tr("Appointment"), icon="calendar-plus"), tr("second")),
        (second, tr("focus")),
        (make_button(tr("See all"), "quiet"), tr("quiet")),
        (make_button(tr("Withdraw"), "danger"), tr("danger")),
        (make_button(tr("List"), icon="printer", small=True), tr("small")),
    )
    return section(tr("Buttons"), flow(*(captioned(*each) for each in blocks), gap=16, line_gap=16))


def choices(ringed: Ringed) -> QWidget:
    """Return chips and segments."""
    on, focused = Chip(tr("Children"), "3"), Chip(tr("At home"), "5")
    on.setChecked(True)
    ringed.append(focused)
    known = Segmented([("new", tr("New")), ("known", tr("Known"))], tr("Visit"))
    known.set_value("known")
    level = Segmented([Option(code, text, level=code) for code, text in levels()], tr("Signal"))
    level.set_value("clear")
    blocks = (
        (Chip(tr("Money"), "1"), tr("off")),
        (on, tr("on")),
        (focused, tr("focus")),
        (known, tr("choice of two")),
        (level, tr("signal")),
    )
    return section(tr("Choices"), flow(*(captioned(*each) for each in blocks), gap=10, line_gap=10))


def levels() -> list[tuple[str, str]]:
    """Return the levels of the signal and their words."""
    return [
        ("none", tr("none")),
        ("vague", tr("vague")),
        ("clear", tr("clear")),
        ("acute", tr("acute")),
    ]


def fields(ringed: Ringed) -> QWidget:
    """Return a field at rest, with the focus, with a problem, and off."""
    focused = line_edit()
    focused.setText("Roos")
    ringed.append(focused)
    day = Field(tr("Until when?"), DateField(date(2025, 1, 31)))
    day.widget.setSizePolicy(focused.sizePolicy())
    day.complain(tr("This day is already past."))
    fixed = line_edit(left_to_right=True)
    fixed.setText("BL-0412")
    fixed.setEnabled(False)
    fixed.addAction(icon("lock-simple", "mut", 18), QLineEdit.ActionPosition.TrailingPosition)
    parts = (
        Field(tr("First name"), line_edit(tr("May stay empty")), tr("A made-up name is fine.")),
        Field(tr("First name"), focused, tr("Focus: a ring of 3 px")),
        day,
        Field(tr("Code"), fixed, tr("Cannot be changed.")),
    )
    return section(tr("Fields"), row(*parts, gap=14, end=False))


def badges() -> QWidget:
    """Return badges, signals, who holds on, and people."""
    states = (
        Badge(tr("asked")),
        Badge(tr("valid"), "ok", "check-circle"),
        Badge(tr("nearly over"), "am", "clock"),
        Badge(tr("she says no"), "rd", "x-circle"),
        Badge(tr("week 3 of 4"), "bl"),
        *(SignalBadge(code, text) for code, text in levels()),
    )
    holders = [
        HolderLine("nobody", tr("nobody")),
        HolderLine("offered", tr("offered")),
        HolderLine("us", tr("us")),
        HolderLine("partner", tr("partner")),
        HolderLine("done", tr("finished")),
    ]
    people = row(*(Avatar(name, hue) for hue, name in enumerate("HNAYSM", start=1)), gap=22)
    line = row(*holders, gap=20)
    line.addLayout(people)
    return section(
        tr("Badges, signal, who holds on, people"), flow(*states, gap=9), line, spacing=12
    )


def tabs(ringed: Ringed) -> QWidget:
    """Return tabs at rest, open, under the mouse and with the focus."""
    made = Tabs(
        [
            ("timeline", tr("Timeline")),
            ("safety", tr("Safety")),
            ("household", tr("Household")),
            ("clocks", tr("Clocks"), 4),
        ],
        tr("Tabs"),
    )
    made.tabs[2].setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    ringed.append(made.tabs[3])
    return section(tr("Tabs"), made)


def table_rows() -> QWidget:
    """Return rows at rest, under the mouse and chosen, and a closed one."""
    words = dict(levels())
    model: RowModel[tuple[str, str, str, str]] = RowModel(
        Column(tr("Time"), _time, "bold", 76),
        Column(tr("Visit"), _visit, width=94),
        Column(tr("Signal"), lambda each: words[each[2]], "signal", 142, extra=_level),
        Column(tr("Row"), _state, "muted", stretch=True),
    )
    model.show(
        [
            ("13.55", tr("new"), "vague", tr("ordinary")),
            ("13.10", tr("new"), "clear", tr("mouse")),
            ("14.20", tr("known"), "acute", tr("chosen")),
        ]
    )
    table = RowTable(model, tr("Visits"))
    table.setFixedHeight(px(39 + 3 * 48))
    table.light(1)
    table.select(2)
    closed = QWidget()
    line = QHBoxLayout(closed)
    line.setContentsMargins(px(12), px(11), px(12), px(12))
    line.setSpacing(px(8))
    line.addWidget(IconLabel("lock-simple", "mut", 18))
    line.addWidget(label(tr("This code exists. Ask the coordinator."), "body-muted"), 1)
    card = Card(clip=True)
    card.add(table)
    card.add(closed)
    return section(tr("Table row"), card)


def _time(each: tuple[str, str, str, str]) -> str:
    return each[0]


def _visit(each: tuple[str, str, str, str]) -> str:
    return each[1]


def _level(each: tuple[str, str, str, str]) -> str:
    return each[2]


def _state(each: tuple[str, str, str, str]) -> str:
    return each[3]


def timeline(ringed: Ringed) -> QWidget:
    """Return what happened, what is planned, blocks, and boxes to tick."""
    ticked, chosen, focused = CheckBox(tr("on")), RadioButton(tr("chosen")), CheckBox(tr("focus"))
    ticked.setChecked(True)
    chosen.setChecked(True)
    ringed.append(focused)
    column = QVBoxLayout()
    column.setSpacing(0)
    spoken = tr("“I only sleep when the door is locked.”")
    item = TimelineItem(tr("today 9.05"), "note", tr("Note"), "Hatice", spoken, sealed=True)
    column.addWidget(item)
    planned = TimelineItem(
        tr("Fri 20 Nov"), "footprints", tr("Together to school"), tr("planned"), "", True, last=True
    )
    column.addWidget(planned)
    column.addSpacing(px(10))
    column.addWidget(BlockBar(10, 7))
    column.addSpacing(px(14))
    column.addLayout(
        row(ticked, CheckBox(tr("off")), focused, chosen, RadioButton(tr("not")), gap=14)
    )
    column.addStretch(1)
    return section(tr("Timeline"), column)


def loading() -> QWidget:
    """Return what stands where something is being fetched."""
    card = Card(clip=True)
    card.add(Skeleton())
    return section(tr("Loading (longer than 0.3 seconds)"), card)


def empty() -> QWidget:
    """Return what stands where nothing is yet."""
    card = Card(clip=True)
    card.add(
        Empty(
            tr("No appointments yet"),
            tr("This week's appointments will stand here."),
            tr("New appointment"),
            drawing=False,
            icon="plus",
        )
    )
    return section(tr("Empty"), card)
