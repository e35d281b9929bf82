"""Arabic words stand in the middle of what they are typed into."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.ui import style
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.fields import SearchField, line_edit

ARABIC = "سألت عن ديون الإيجار"


def rows_with_ink(line):
    """Return where dark dots stand, top and bottom, away from the frame."""
    image = line.grab().toImage()
    ink = [
        y
        for y in range(3, image.height() - 3)
        for x in range(14, image.width() - 40)
        if QColor(image.pixel(x, y)).lightness() < 120
    ]
    return min(ink), max(ink)


def typed(kind):
    if kind == "combo":
        made = ComboField([("ar", ARABIC)], editable=True)
        made.set_value("ar")
        return made
    made = {"line": line_edit, "small": lambda: line_edit(size="small")}.get(kind, line_edit)()
    if kind == "search":
        made = SearchField("Zoek")
    made.setText(ARABIC)
    return made


@pytest.mark.parametrize("scale", style.SCALES)
@pytest.mark.parametrize("kind", ["line", "small", "search", "combo"])
def test_arabic_words_stand_in_the_middle_of_a_line(qapp, shown, right_to_left, kind, scale):
    style.apply(qapp, scale=scale)
    line, holder = typed(kind), QWidget()
    layout = QVBoxLayout(holder)
    layout.addWidget(QPushButton("x"))
    layout.addWidget(line)
    shown(holder, 400, 160)
    assert not line.hasFocus(), "the cursor would be taken for ink"
    top, bottom = rows_with_ink(line)
    assert abs((top + bottom) / 2 - line.height() / 2) <= style.px(2)


def test_words_from_left_to_right_keep_their_letters(qapp, shown):
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    style.apply(qapp)
    line = shown(line_edit())
    assert line.font().families() == style.FAMILIES
