"""The colleagues above the calendar: who is who, and only hers when she is pressed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from standing_beside import member
from week_desk import TUESDAY, at, plan, week_desk

from hgkm_desktop.ui.views.appointments.legend import Legend, Person

NAMES = ["Imane", "Leyla"]


def shown(it):
    """Return who goes along in the blocks that are seen."""
    return sorted(block.person for block in it.week.grid.week.data.blocks)


def two_visits(desk, db):
    plan(db, at(TUESDAY, 10), alias="Els")
    plan(db, at(TUESDAY, 12), alias="Mies", first=member(desk, "Imane"))


def test_every_confidant_stands_there_with_her_name(sign_in, qtbot, qapp):
    with week_desk(sign_in("Joke"), qtbot, qapp) as it:
        assert [button.text() for button in it.bar.legend.buttons] == NAMES
        assert [button.accessibleName() for button in it.bar.legend.buttons] == NAMES


def test_pressing_one_shows_only_hers_and_says_so(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    two_visits(desk, db)
    with week_desk(db, qtbot, qapp) as it:
        assert shown(it) == NAMES
        it.push(it.bar.legend.buttons[0])
        assert shown(it) == ["Imane"]
        assert it.view.subtitle() == "week 48 · alleen Imane"
        it.push(it.bar.legend.buttons[0])
        assert shown(it) == NAMES
        assert it.view.subtitle() == "week 48"


def test_only_hers_stays_in_another_week(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    two_visits(desk, db)
    with week_desk(db, qtbot, qapp) as it:
        it.push(it.bar.legend.buttons[1])
        it.spans.step(1)
        it.spans.step(-1)
        assert shown(it) == ["Leyla"]


def test_escape_shows_everybody_again(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    two_visits(desk, db)
    with week_desk(db, qtbot, qapp) as it:
        it.push(it.bar.legend.buttons[0])
        it.press(Qt.Key.Key_Escape)
        assert shown(it) == NAMES


def test_the_veil_leaves_only_first_letters(sign_in, qtbot, qapp):
    with week_desk(sign_in("Joke"), qtbot, qapp) as it:
        it.ctx.veil(True)
        assert [button.text() for button in it.bar.legend.buttons] == ["I.", "L."]


def test_the_legend_is_one_stop_of_tab_and_arrows_walk_in_it(qtbot, desk):
    legend = Legend()
    qtbot.addWidget(legend)
    people = [Person(member(desk, name), name, 1) for name in NAMES]
    legend.show_people(people)
    legend.resize(400, 60)
    legend.show()
    legend.activateWindow()
    qtbot.waitUntil(legend.isActiveWindow)
    first, second = legend.buttons
    stops = [each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in legend.buttons]
    assert [bool(stop) for stop in stops] == [True, False]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is second
    heard = []
    legend.filtered.connect(heard.append)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert heard == [people[1].id]
    assert legend.only == people[1]
    assert legend.show_everybody()
    assert not legend.show_everybody()
    assert heard == [people[1].id, None]


def test_the_same_people_again_keep_their_buttons(qtbot, desk):
    legend = Legend()
    qtbot.addWidget(legend)
    people = [Person(member(desk, name), name, 1) for name in NAMES]
    legend.show_people(people)
    before = list(legend.buttons)
    legend.show_people(people)
    assert legend.buttons == before
    legend.buttons[1].setChecked(True)
    legend.show_people(people[1:])
    assert legend.only == people[1]
