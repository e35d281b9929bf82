from datetime import date

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.ui import style
from hgkm_desktop.ui.widgets.avatars import AvatarStack
from hgkm_desktop.ui.widgets.clock_bar import DayBar, ProgressLine
from hgkm_desktop.ui.widgets.filter_chips import Filter, FilterChips
from hgkm_desktop.ui.widgets.house import House, OutsideBox, PersonCard
from hgkm_desktop.ui.widgets.painting import text_width
from hgkm_desktop.ui.widgets.phase_steps import PhaseSteps, paint_phase, phase_name
from hgkm_desktop.ui.widgets.sparkline import paint_sparkline, tone_of_number

FIRST = date(2026, 11, 13)


def painted(paint, *values, width=216, height=48):
    picture = QPixmap(width, height)
    picture.fill(style.color("card"))
    painter = QPainter(picture)
    paint(painter, QRectF(0, 0, width, height), *values)
    painter.end()
    return picture.toImage()


def columns_of(picture, hue):
    size = range(picture.width()), range(picture.height())
    return [x for x in size[0] for y in size[1] if picture.pixelColor(x, y) == style.color(hue)]


def roos(text="Slaapt slecht."):
    return PersonCard("user", "Roos", "30–40 jaar", "ok", "weet alles", text)


def test_the_phase_is_heard_and_changes_in_place(qtbot):
    steps = PhaseSteps()
    qtbot.addWidget(steps)
    assert steps.accessibleName() == "Fase 1 van 3: Eerst veilig"
    wide = steps.sizeHint()
    steps.show_phase(3)
    assert steps.accessibleName() == "Fase 3 van 3: Herstel"
    assert steps.sizeHint() == wide
    assert phase_name(2) == "Veilig blijven"


@pytest.mark.parametrize(("rtl", "phase", "side"), [(0, 1, 0), (0, 3, 1), (1, 1, 1), (1, 3, 0)])
def test_the_filled_step_stands_where_the_page_runs(qapp, shown, rtl, phase, side):
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    steps = shown(PhaseSteps(phase), *PhaseSteps().sizeHint().toTuple())
    filled = columns_of(steps.grab().toImage(), "pri")
    middle = sum(filled) / len(filled)
    assert (middle > steps.width() / 2) == bool(side)


def test_blocks_fill_with_the_phase_from_the_leading_side():
    counts = [len(columns_of(painted(paint_phase, phase), "pri")) for phase in (1, 2, 3)]
    assert counts[0] < counts[1] < counts[2]
    assert max(columns_of(painted(paint_phase, 3), "pri")) < 50
    assert min(columns_of(painted(paint_phase, 3, True), "pri")) > 160


def test_a_number_for_safety_has_a_tone():
    tones = [tone_of_number(number) for number in range(11)]
    assert tones == ["rd"] * 5 + ["am", "bl"] + ["ok"] * 4


@pytest.mark.parametrize("numbers", [[], [4], [2, 3, 5], list(range(11)) * 20])
@pytest.mark.parametrize("width", [40, 120, 216])
def test_any_number_of_numbers_fits_a_cell(numbers, width):
    picture = painted(paint_sparkline, numbers, width=width)
    assert columns_of(picture, "okt")
    if numbers:
        assert columns_of(picture, f"{tone_of_number(numbers[-1])}s")


def test_the_last_number_stands_at_the_trailing_side():
    assert min(columns_of(painted(paint_sparkline, [2, 8]), "oks")) > 100
    assert max(columns_of(painted(paint_sparkline, [2, 8], True), "oks")) < 116


def test_people_are_heard_together_and_overlap(qtbot):
    stack = AvatarStack([("Hatice", 1), ("Asha", 3)])
    qtbot.addWidget(stack)
    assert stack.accessibleName() == stack.toolTip() == "Hatice, Asha"
    assert 54 <= stack.sizeHint().width() < 60
    stack.show_people([])
    assert stack.sizeHint().width() == 0


@pytest.mark.parametrize("rtl", [False, True])
def test_the_first_person_stands_at_the_leading_side(qapp, shown, rtl):
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    stack = shown(AvatarStack([("Hatice", 1), ("Asha", 3)]), 58, 34)
    picture = stack.grab().toImage()
    first, second = columns_of(picture, "c1"), columns_of(picture, "c3")
    assert (min(first) > min(second)) == rtl


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 19), "Dag 7 van 10"),
        (date(2026, 11, 12), "Nog niet begonnen, 10 dagen"),
        (date(2026, 11, 23), "Voorbij, 10 dagen"),
    ],
)
def test_the_days_are_heard(qtbot, today, said):
    bar = DayBar(FIRST, 10, today)
    qtbot.addWidget(bar)
    assert bar.accessibleName() == said
    assert bar.accessibleDescription() == "van vr 13 nov tot en met zo 22 nov"


@pytest.mark.parametrize("scale", [100, 130])
@pytest.mark.parametrize(("days", "width"), [(1, 60), (10, 900), (28, 900), (90, 300), (400, 300)])
def test_every_day_has_a_cell_and_none_falls_off(qapp, shown, days, width, scale):
    style.apply(qapp, scale=scale)
    bar = shown(DayBar(FIRST, days, FIRST), width, style.px(30))
    picture = bar.grab().toImage()
    assert bar.width() == width
    if 1 < days < 100:
        assert columns_of(picture, "am")
        assert picture.pixelColor(width - 1, 15) != style.color("page")


def test_28_days_keep_their_numbers_in_900_pixels(shown):
    bar = shown(DayBar(FIRST, 28, date(2026, 11, 19)), 900, 30)
    picture = bar.grab().toImage()
    last_cell = {picture.pixelColor(x, y).name() for x in range(874, 896) for y in range(6, 24)}
    assert len(last_cell) > 3


@pytest.mark.parametrize("rtl", [False, True])
def test_today_stands_where_the_time_axis_runs(qapp, shown, rtl):
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar = shown(DayBar(FIRST, 10, FIRST), 500, 30)
    today = columns_of(bar.grab().toImage(), "am")
    assert (min(today) > 400) if rtl else (max(today) < 60)


def test_how_much_has_passed_is_heard_and_stays_between_its_ends(shown):
    line = shown(ProgressLine(0.53, "ok", "3 nov", "3 dec"), 400, 35)
    assert line.accessibleName() == "van 3 nov tot en met 3 dec"
    assert line.accessibleDescription() == "53 % is voorbij"
    assert max(columns_of(line.grab().toImage(), "oks")) == pytest.approx(212, abs=2)
    line.show_progress(3, "am", "3 nov", "3 dec")
    assert line.accessibleDescription() == "100 % is voorbij"
    line.show_progress(-1, "am", "3 nov", "3 dec")
    assert columns_of(line.grab().toImage(), "ams") == []


def test_a_person_is_opened_by_mouse_and_keys(shown, qtbot):
    card = shown(roos(), 240, 180)
    assert card.accessibleName() == "Roos, 30–40 jaar"
    assert card.accessibleDescription() == "weet alles. Slaapt slecht."
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(card.chosen):
            qtbot.keyClick(card, key)
    words = card.findChildren(QLabel)[0]
    with qtbot.waitSignal(card.chosen):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=words.geometry().center())


def test_a_card_without_badge_or_words_is_lower(qtbot):
    full, bare = roos(), PersonCard("smiley", "Zoon", "", "nt", "", "")
    for card in (full, bare):
        qtbot.addWidget(card)
    assert bare.heightForWidth(240) < full.heightForWidth(240)
    assert bare.accessibleName() == "Zoon"


def test_cards_in_the_house_are_as_wide_and_in_a_row_as_high(shown):
    house = House("Wonen in het huis", "3 mensen")
    cards = [house.add(roos(text)) for text in ("Kort.", "Een langere tekst. " * 6, "Kort.")]
    shown(house, 828, 500)
    assert house.accessibleName() == "Wonen in het huis"
    assert len({card.width() for card in cards}) == len({card.height() for card in cards}) == 1
    assert cards[0].x() < cards[1].x() < cards[2].x()
    assert cards[2].geometry().right() <= 828 - 34


def test_the_house_grows_with_its_cards_where_it_scrolls(shown):
    area, page = QScrollArea(), QWidget()
    area.setWidgetResizable(True)
    layout = QVBoxLayout(page)
    house = House("Wonen in het huis")
    cards = [house.add(roos("Een langere tekst. " * 8)) for _ in range(5)]
    layout.addWidget(house)
    area.setWidget(page)
    shown(area, 420, 400)
    bottoms = [card.geometry().bottom() for card in cards]
    assert len({card.x() for card in cards}) == 1
    assert max(bottoms) < house.height()
    texts = [each for each in house.findChildren(QLabel) if each.wordWrap()]
    assert all(each.heightForWidth(each.width()) <= each.height() + 1 for each in texts)


@pytest.mark.parametrize("rtl", [False, True])
def test_the_chimney_and_the_first_card_mirror(qapp, shown, rtl):
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    house = House("Wonen in het huis")
    first, last = house.add(roos()), house.add(roos())
    shown(house, 828, 300)
    assert (first.x() > last.x()) == rtl
    picture = house.grab().toImage()
    smoke = [x for x in range(828) if picture.pixelColor(x, 18) == style.color("prit")]
    away = [x for x in smoke if abs(x - 414) > 150]
    assert away
    assert all((x < 414) == rtl for x in away)


def test_outside_the_house_cards_stand_under_each_other(shown):
    box = OutsideBox("Niet in het huis")
    first, last = box.add(roos()), box.add(roos())
    shown(box, 330, 420)
    assert box.accessibleName() == "Niet in het huis"
    assert first.geometry().bottom() < last.y()
    assert columns_of(box.grab().toImage(), "line2")


FILTERS = (
    Filter("all", "Alles", 8),
    Filter("nobody", "Niemand", 1, "nobody"),
    Filter("us", "Wij", None, "us"),
)


def test_exactly_one_filter_is_on(shown, qtbot):
    row = shown(FilterChips(FILTERS), 600, 60)
    assert row.value() == "all"
    with qtbot.waitSignal(row.changed) as told:
        row.chips[1].click()
    assert told.args == ["nobody"]
    row.chips[1].click()
    assert row.value() == "nobody"
    row.set_value("us")
    row.set_value("nothing like it")
    assert row.value() == "us"


def test_filters_are_one_stop_and_say_how_many(shown, qtbot):
    row = shown(FilterChips(FILTERS, "Wie houdt vast"), 600, 60)
    assert [chip.accessibleName() for chip in row.chips] == ["Alles, 8", "Niemand, 1", "Wij"]
    row.chips[0].setFocus()
    qtbot.keyClick(row.chips[0], Qt.Key.Key_Right)
    assert row.chips[1].hasFocus()
    qtbot.keyClick(row.chips[1], Qt.Key.Key_Space)
    assert row.value() == "nobody"
    row.set_count("us", 4)
    assert row.chips[2].accessibleName() == "Wij, 4"


@pytest.mark.parametrize("scale", style.SCALES)
@pytest.mark.parametrize("rtl", [False, True])
def test_words_of_filters_and_steps_are_never_cut(qapp, shown, scale, rtl):
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    style.apply(qapp, scale=scale)
    row = shown(FilterChips(FILTERS), 900, 80)
    words = text_width(style.font(15, bold=True), "Niemand")
    assert row.chips[1].width() >= words + style.px(14 + 26 + 6 + 14)
    row.chips[1].click()
    picture = row.chips[1].grab().toImage()
    assert columns_of(picture, "prit")
    assert columns_of(picture, "rds")
