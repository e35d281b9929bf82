from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.ui import style
from hgkm_desktop.ui.table import Column, RowModel, RowTable
from hgkm_desktop.ui.widgets.cells import KINDS
from hgkm_desktop.ui.widgets.empty import Empty


@dataclass
class Visit:
    time: str
    topics: list[str]
    level: str = "vague"


COLUMNS = (
    Column[Visit]("Tijd", lambda v: v.time, "bold", 80),
    Column[Visit]("Onderwerpen", lambda v: "", "badges", stretch=True, extra=lambda v: v.topics),
    Column[Visit](
        "Signaal",
        lambda v: "vaag",
        "signal",
        120,
        extra=lambda v: v.level,
        spoken=lambda v: "signaal van onveiligheid: vaag",
    ),
    Column[Visit]("", lambda v: "Verander", "action", 130),
)


def visits(count, first=0):
    return [Visit(f"{n}.00", ["Thuis", "Geld"]) for n in range(first, first + count)]


@pytest.fixture
def table(shown):
    model = RowModel(*COLUMNS)
    model.show(visits(5))
    return shown(RowTable(model, "Bezoeken"))


def row_at(table, row, column=0):
    return table.visualRect(table.model().index(row, column)).center()


def test_choosing_a_row_tells_which_record(table, qtbot):
    with qtbot.waitSignal(table.chosen) as told:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row_at(table, 2))
    assert told.args[0].time == "2.00"
    assert table.current().time == "2.00"


def test_the_first_arrow_selects_the_first_row_and_enter_opens_it(table, qtbot):
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.current().time == "0.00"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args[0].time == "1.00"


def test_tab_leaves_the_table(shown, qtbot):
    model = RowModel(*COLUMNS)
    model.show(visits(3))
    holder, table, after = QWidget(), RowTable(model, "Bezoeken"), QLineEdit()
    layout = QVBoxLayout(holder)
    layout.addWidget(table)
    layout.addWidget(after)
    shown(holder)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_the_button_of_a_row_opens_it_and_beside_it_nothing_happens(table, qtbot):
    middle = row_at(table, 1, 3)
    left = table.visualRect(table.model().index(1, 3)).left()
    with qtbot.waitSignal(table.opened) as told:
        at = QPoint(left + 20, middle.y())
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args[0].time == "1.00"
    with qtbot.assertNotEmitted(table.opened):
        at = QPoint(table.viewport().width() - 2, middle.y())
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_double_click_opens_a_row(table, qtbot):
    with qtbot.waitSignal(table.opened) as told:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row_at(table, 3))
    assert told.args[0].time == "3.00"


def test_pages_are_fetched_until_the_last_and_then_no_more(shown):
    pages = [visits(40, 40), visits(40, 80), []]
    model = RowModel(*COLUMNS)
    table = shown(RowTable(model, "Bezoeken"))
    model.show(visits(40), lambda: pages.pop(0))
    for _ in range(5):
        table.scrollToBottom()
    while model.canFetchMore(table.rootIndex()):
        model.fetchMore(table.rootIndex())
    assert model.rowCount() == 120
    assert pages == []


def test_a_page_is_not_fetched_again_while_it_is_on_its_way():
    model = RowModel(*COLUMNS)
    asked = []

    def fetch():
        asked.append(model.canFetchMore(model.index(-1, -1)))
        model.fetchMore(model.index(-1, -1))
        return visits(2)

    model.show(visits(1), fetch)
    model.fetchMore(model.index(-1, -1))
    assert asked == [False]
    assert model.rowCount() == 3


def test_a_failing_fetch_can_be_tried_again():
    model = RowModel(*COLUMNS)

    def fetch():
        raise OSError

    model.show(visits(1), fetch)
    with pytest.raises(OSError):
        model.fetchMore(model.index(-1, -1))
    assert model.canFetchMore(model.index(-1, -1))


def test_a_screen_reader_hears_whole_words(table):
    spoken = table.model().index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "signaal van onveiligheid: vaag"
    topics = table.model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert topics == "Onderwerpen: Thuis, Geld"
    assert QAccessible.queryAccessibleInterface(table).text(QAccessible.Text.Name) == "Bezoeken"


def test_the_chosen_row_has_a_bar_at_its_leading_side(table):
    table.select(1)
    middle = row_at(table, 1)
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(1, middle.y()) == style.color("pri")
    assert picture.pixelColor(8, middle.y()) == style.color("prit")


def test_the_bar_stands_right_in_right_to_left(right_to_left, table):
    table.select(1)
    width = table.viewport().width()
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(width - 2, row_at(table, 1).y()) == style.color("pri")
    assert table.current().time == "1.00"


def test_the_whole_row_lights_up_under_the_mouse(table):
    at = QPointF(row_at(table, 2))
    none = Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, plain)
    QApplication.sendEvent(table.viewport(), moved)
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(5, row_at(table, 2).y()) == style.color("sunk")
    table.leaveEvent(QEvent(QEvent.Type.Leave))
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(5, row_at(table, 2).y()) == style.color("card")


def test_an_empty_table_shows_what_to_do(shown):
    model = RowModel(*COLUMNS)
    empty = Empty("Nog niemand geweest vandaag", "Eerst het gesprek.", "Bekijk gisteren")
    table = shown(RowTable(model, "Bezoeken", empty=empty))
    assert empty.isVisible()
    assert not table.horizontalHeader().isVisible()
    model.show(visits(1))
    assert not empty.isVisible()
    assert table.horizontalHeader().isVisible()


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("align", ["start", "end"])
def test_every_kind_of_cell_is_painted(shown, kind, align):
    extras = {
        "badges": ["Thuis", "Kinderen", "Gezondheid", "Alleen zijn"],
        "badge": ("am", "clock"),
        "signal": "none",
        "avatar": ("Asha", 3),
        "person": ("Rabia", 1, True),
        "two": "na 90 dagen",
        "coded": "BL-0412",
        "aside": "· samen",
        "holder": ("offered", "nog niet bevestigd"),
        "phase": 2,
        "sparkline": (3, 4, 6),
    }
    column = Column[str](
        "x", lambda row: row, kind, width=150, extra=lambda row: extras.get(kind), align=align
    )
    model = RowModel(column)
    model.show(["Asha", "Selam"])
    table = shown(RowTable(model, "x"), 160, 200)
    picture = table.viewport().grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(10, 150) for y in range(10, 40)}
    assert len(colours) > 1


def test_the_focus_ring_goes_around_the_chosen_row_however_wide(table):
    table.select(1)
    table.resize(500, 300)
    ringed = table.property("ringed")
    assert ringed.width() == table.viewport().width()
    assert ringed.height() == 48
