"""Names for who listens, Tab for who has no mouse, right to left (LOOK.md 9 and 10)."""

import pytest
from desk import MONDAY, Make
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from hgkm_desktop.models import RealQuestion
from hgkm_desktop.models.codes import HelpTopic, SignalLevel, Visit

KINDS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTableView)


@pytest.fixture
def everything_open(open_page, sign_in):
    db = sign_in("Leyla")
    Make(db).walk_in(
        visit=Visit.NEW,
        signal=SignalLevel.ACUTE,
        topics=(HelpTopic.WORK,),
        question=RealQuestion("vraag"),
    )
    page = open_page(db, size=(1186, 1100))
    page.open_row(0)
    page.strip.places.toggle.click()
    page.strip.question.kinds_button.click()
    page.click(page.list.more_filters)
    QTest.qWait(20)
    return page


def stops(root):
    """Return everything in a widget that can be used, inner parts of fields left out."""
    found = [each for kind in KINDS for each in root.findChildren(kind)]
    return [
        each
        for each in found
        if each.isVisible() and each.isEnabled() and not isinstance(each.parent(), KINDS)
    ]


def visited(page):
    page.view.start_new()
    seen, last = [], None
    for _ in range(300):
        page.press(Qt.Key.Key_Tab)
        if page.focus is last or page.focus in seen:
            break
        seen.append(page.focus)
    return seen


def group_of(widget):
    from hgkm_desktop.ui.widgets.chips import ChipRow
    from hgkm_desktop.ui.widgets.segmented import Segmented

    parent = widget.parent()
    return parent if isinstance(parent, ChipRow | Segmented) else widget


def test_everything_that_can_be_used_has_a_name(everything_open):
    nameless = [each for each in stops(everything_open.view) if not each.accessibleName()]
    assert nameless == []


def test_the_counters_have_names(page):
    page.press(Qt.Key.Key_T, modifiers=Qt.KeyboardModifier.AltModifier)
    names = [each.accessibleName() for each in stops(page.view.page.tally)]
    assert all(names)
    assert len(set(names)) == len(names)


def test_tab_reaches_everything(everything_open):
    reached = {group_of(each) for each in visited(everything_open)}
    missing = {group_of(each) for each in stops(everything_open.view)} - reached
    assert missing == set()


def test_tab_order_is_reading_order_in_the_strip(everything_open):
    page = everything_open
    strip = [each for each in visited(page) if page.strip.isAncestorOf(each)]
    rows = {}
    for each in strip:
        if page.strip.places.more.isAncestorOf(each):
            continue
        at = each.mapTo(page.strip, QPoint(0, 0))
        rows.setdefault(round(at.y() / 30), []).append(at.x())
    for xs in rows.values():
        begin = xs.index(min(xs))
        turned = xs[begin:] + xs[:begin]
        assert turned == sorted(xs)


def test_a_group_is_one_stop(everything_open):
    page = everything_open
    inside = [each for each in visited(page) if page.fields.topics.isAncestorOf(each)]
    assert len(inside) == 1


def test_cells_are_spoken_whole(everything_open):
    model = everything_open.list.rows
    spoken = [
        model.index(0, n).data(Qt.ItemDataRole.AccessibleTextRole)
        for n in range(model.columnCount())
    ]
    assert "Signaal: acuut" in spoken
    assert "Onderwerpen: Werk" in spoken
    assert "Door: Leyla" in spoken


def test_a_problem_is_told_to_who_listens(page):
    page.press(Qt.Key.Key_Return)
    assert page.fields.topics.accessibleDescription() == "Kies minstens één onderwerp."


@pytest.fixture
def arabic(open_page, sign_in):
    db = sign_in("Hanan")
    Make(db).walk_in(happened_at=MONDAY, visit=Visit.KNOWN, topics=(HelpTopic.SAFETY,))
    page = open_page(db, language="ar", size=(1186, 774))
    page.open_row(0)
    QTest.qWait(20)
    return page


def x_of(widget: QWidget, page) -> int:
    return widget.mapTo(page.window, QPoint(widget.width() // 2, 0)).x()


def test_the_page_mirrors_in_arabic(arabic):
    page, fields = arabic, arabic.fields
    assert x_of(fields.moment.time, page) > x_of(fields.language, page) > x_of(fields.signal, page)
    assert x_of(fields.topics.chips[0], page) > x_of(fields.topics.chips[8], page)
    assert x_of(page.list, page) > x_of(page.detail, page)


def test_times_read_from_left_to_right_in_arabic(arabic):
    assert arabic.fields.moment.time.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert arabic.list.rows.index(0, 0).data() == "11.40"
    assert arabic.detail.heading.text() == "11.40 · معروفة"


def test_no_dutch_is_left_in_the_arabic_page(arabic):
    text = arabic.texts_in(arabic.view)
    for dutch in ("Bewaar", "Waarover", "Vervolg", "Bezoek", "Tijd", "Vandaag", "Alle", "Meer"):
        assert dutch not in text
    for word in ("زيارة جديدة", "المواضيع", "البيت", "اليوم", "كل العلامات", "الوقت"):
        assert word in text


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_every_text_of_the_page_is_translated(language):
    import ast
    import json
    from importlib.resources import files

    from hgkm_desktop.ui.views import walk_ins

    if language == "en":
        return
    folder = files("hgkm_desktop") / "resources" / "translations" / language
    known = {}
    for part in folder.iterdir():
        known |= json.loads(part.read_text(encoding="utf-8"))
    for source in files(walk_ins).iterdir():
        if source.name.endswith(".py"):
            for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr":
                    assert node.args[0].value in known
