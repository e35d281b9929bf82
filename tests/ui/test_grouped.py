from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from hgkm_desktop.ui import style
from hgkm_desktop.ui.grouped import HEADING, GroupedModel, GroupedTable
from hgkm_desktop.ui.rows import Column
from hgkm_desktop.ui.widgets.empty import Empty


@dataclass
class Row:
    name: str
    doer: tuple[str, int] | None = None


GROUPS = (
    ("Niemand houdt haar vast", [Row("Noor")]),
    ("Aangeboden", []),
    ("Wij houden vast", [Row("Roos", ("Hatice", 1)), Row("Amal"), Row("Lale")]),
)


@pytest.fixture(autouse=True)
def look(qapp):
    style.apply(qapp)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def model():
    made = GroupedModel[Row](
        Column("Wie", lambda row: row.name, "bold", stretch=True),
        Column("", lambda row: "Ik doe het", "action", 140, extra=lambda row: row.doer),
    )
    made.show_groups(GROUPS)
    return made


@pytest.fixture
def table(qtbot, model):
    made = GroupedTable[Row](model, "Begeleiding")
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def click(qtbot, table, row, column=0, kind="mouseClick", shift=0):
    box = table.visualRect(table.model().index(row, column))
    at = QPoint(box.left() + 20 + shift, box.center().y())
    getattr(qtbot, kind)(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_group_without_records_has_no_heading(model):
    assert model.headings() == [0, 2]
    assert model.rowCount() == 6
    assert [row.name for row in model.rows] == ["Noor", "Roos", "Amal", "Lale"]


def test_a_heading_is_read_aloud_with_its_count(model):
    heading = model.index(2, 0)
    assert heading.data() == "Wij houden vast  3"
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "Wij houden vast, 3"
    assert model.index(2, 1).data() is None


def test_a_heading_fills_the_row_and_is_lower(table):
    assert table.columnSpan(0, 0) == 2
    assert table.rowHeight(0) == style.px(HEADING)
    assert table.rowHeight(1) == 48
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(490, 10) == style.color("sunk")


def test_arrows_pass_over_headings(table, qtbot):
    walked = []
    for _ in range(5):
        qtbot.keyClick(table, Qt.Key.Key_Down)
        walked.append(table.current().name)
    assert walked == ["Noor", "Roos", "Amal", "Lale", "Lale"]
    for _ in range(4):
        qtbot.keyClick(table, Qt.Key.Key_Up)
    assert table.current().name == "Noor"


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End]
)
def test_no_key_comes_to_a_heading(table, qtbot, key):
    table.select(3)
    for held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        qtbot.keyClick(table, key, held)
        assert isinstance(table.current(), Row)
        assert table.currentIndex().row() not in (0, 2)


def test_a_heading_cannot_be_chosen_or_opened(table, qtbot):
    with qtbot.assertNotEmitted(table.opened):
        click(qtbot, table, 2)
        click(qtbot, table, 2, kind="mouseDClick")
    assert table.current() is None


def test_a_row_is_opened_by_key_double_click_and_button(table, qtbot):
    table.select(4)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args[0].name == "Amal"
    with qtbot.waitSignal(table.opened) as told:
        click(qtbot, table, 5, kind="mouseDClick")
    assert told.args[0].name == "Lale"
    with qtbot.waitSignal(table.opened) as told:
        click(qtbot, table, 1, column=1)
    assert told.args[0].name == "Noor"


def test_where_somebody_does_it_already_there_is_no_button(table, qtbot):
    with qtbot.assertNotEmitted(table.opened):
        click(qtbot, table, 3, column=1)


def test_selecting_a_heading_selects_the_record_under_it(table):
    table.select(2)
    assert table.current().name == "Roos"


def test_a_record_is_found_whatever_stands_above_it(model):
    assert model.place(lambda row: row.name == "Amal") == 4
    assert model.place(lambda row: row.name == "nobody") is None


def test_other_groups_have_other_headings(table, model):
    model.show_groups([("Wij houden vast", [Row("Roos"), Row("Amal"), Row("Lale")])])
    assert table.columnSpan(2, 0) == 1
    assert table.rowHeight(2) == 48
    model.show([Row("Roos")])
    assert (model.headings(), model.rowCount()) == ([], 1)
    assert table.columnSpan(0, 0) == 1


def test_without_records_it_says_what_to_do(qtbot, model):
    empty = Empty("Nog niemand", "Begin met een gesprek.")
    table = GroupedTable[Row](model, "Begeleiding", empty=empty)
    qtbot.addWidget(table)
    table.show()
    assert not empty.isVisible()
    model.show_groups([("Wij houden vast", [])])
    assert empty.isVisible()


def test_the_table_keeps_its_name(table):
    assert QAccessible.queryAccessibleInterface(table).text(QAccessible.Text.Name) == "Begeleiding"


def test_right_to_left_the_heading_stands_right(qapp, table):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picture = table.viewport().grab().toImage()
    ground = style.color("sunk")
    inked = [x for x in range(500) for y in range(8, 26) if picture.pixelColor(x, y) != ground]
    assert min(inked) > 250
