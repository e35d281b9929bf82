"""At the door: one field, Enter, next; nobody is lost, and no list is on the screen."""

import pytest
from door_desk import at_the_door, expect, here, listed, plan
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hgkm_desktop.rules.sessions import NameKind, Source

FORTY = [f"{first}{second}" for first in ("Sam", "Ra", "Ho", "Fa") for second in "abcdefghij"]


@pytest.fixture
def session(db):
    return plan(db, title="Je rechten", capacity=30)


@pytest.fixture
def door(db, session, qtbot, qapp):
    with at_the_door(db, qtbot, qapp, session) as made:
        yield made


def test_forty_people_come_in_at_full_speed_and_nobody_is_lost(door, db, session):
    window, page = door
    for name in FORTY:
        window.enter(name)
    assert here(db, session) == FORTY
    assert [one.number for one in listed(db, session)] == list(range(1, 41))
    assert {one.source for one in listed(db, session)} == {Source.AT_THE_DOOR}
    assert page.field.text() == ""
    assert (page.count.number, page.count.words) == ("40", "zijn er")
    assert page.count.below == "van 30 plaatsen"


def test_no_name_but_the_last_is_ever_on_the_screen(door):
    window, page = door
    for name in ("Hodan", "Samira"):
        window.enter(name)
    assert "Samira staat erbij." in window.words()
    assert "Hodan" not in window.words()
    page.said.timer.timeout.emit()
    assert "Samira" not in window.words()
    assert window.focus is page.field


def test_who_was_expected_is_ticked_and_not_added(door, db, session):
    expect(db, session, "Samira")
    window, page = door
    window.enter("samira")
    assert "Samira is er." in window.words(page.said)
    assert [(one.name, one.is_here) for one in listed(db, session)] == [("Samira", True)]
    assert page.count.words == "is er"


def test_a_surname_is_left_out_and_that_is_said(door, db, session):
    window, page = door
    window.enter("Samira el Amrani")
    assert here(db, session) == ["Samira"]
    assert "Alleen ‘Samira’ is bewaard." in window.words(page.said)


def test_sisters_share_a_first_name(door, db, session):
    window, page = door
    window.enter("Samira")
    window.enter("Samira")
    assert here(db, session) == ["Samira", "Samira"]
    assert "Er was al een Samira. Ze is apart genoteerd." in window.words(page.said)


def test_of_two_expected_with_one_name_the_other_is_still_expected(door, db, session):
    expect(db, session, "Samira", "Samira")
    window, page = door
    window.enter("Samira")
    assert "Er komt nog iemand met die naam." in window.words(page.said)
    assert here(db, session) == ["Samira"]


def test_enter_on_nothing_does_nothing(door, db, session):
    window, page = door
    window.enter("")
    window.enter("   ")
    assert listed(db, session) == []
    assert page.field.text() == ""


def test_one_more_without_a_name_is_a_number_alone(door, db, session):
    window, page = door
    QTest.mouseClick(page.parts.nameless, Qt.MouseButton.LeftButton)
    assert window.focus is page.field
    [one] = listed(db, session)
    assert (one.kind, one.name, one.is_here) == (NameKind.NUMBER, "", True)
    assert "Eén erbij zonder naam." in window.words(page.said)


def test_a_list_number_lets_somebody_in(door, db, session):
    expect(db, session, "Hodan", "Samira")
    window, _ = door
    window.enter("2")
    assert here(db, session) == ["Samira"]


def test_who_may_be_meant_stands_there_after_a_pause_and_down_chooses(door, db, session, qtbot):
    expect(db, session, "Samira", "Sabah", "Hodan")
    window, page = door
    assert page.matches.isHidden()
    window.type("Sa")
    qtbot.waitUntil(lambda: len(page.matches.rows) == 2)
    assert [row.text() for row in page.matches.rows] == ["Samira", "Sabah"]
    window.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert page.field.accessibleDescription() == "Sabah nr. 2"
    window.press(Qt.Key.Key_Return)
    assert here(db, session) == ["Sabah"]
    assert page.matches.isHidden()
    assert page.field.text() == ""
    assert "Sabah is er." in window.words(page.said)


def test_one_letter_shows_nobody_until_down_is_pressed(door, db, session):
    expect(db, session, "Samira", "Sabah")
    window, page = door
    window.type("S")
    assert not page.matches.pause.isActive()
    window.press(Qt.Key.Key_Down)
    assert page.matches.marked.name == "Samira"
    window.press(Qt.Key.Key_Up)
    assert page.matches.marked is None


def test_a_click_chooses_and_the_keyboard_stays_in_the_field(door, db, session):
    expect(db, session, "Samira", "Sabah")
    window, page = door
    window.type("Sa")
    page.matches.look()
    page.matches.rows[1].click()
    assert here(db, session) == ["Sabah"]
    assert window.focus is page.field


def test_while_somebody_is_looked_for_the_last_one_is_not_said(door, db, session):
    expect(db, session, "Samira")
    window, page = door
    window.enter("Hodan")
    window.type("Sam")
    page.matches.look()
    assert page.said.isHidden()
    window.press(Qt.Key.Key_Escape)
    assert not page.said.isHidden()


def test_escape_lets_go_step_by_step(door, db, session, qtbot):
    expect(db, session, "Samira")
    window, page = door
    window.type("Sam")
    window.press(Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert page.matches.marked is None
    assert page.field.text() == "Sam"
    window.press(Qt.Key.Key_Escape)
    assert page.field.text() == ""
    with qtbot.waitSignal(page.left):
        window.press(Qt.Key.Key_Escape)


def test_a_phone_number_is_refused_and_stays_to_be_mended(door, db, session):
    window, page = door
    window.enter("0612345678")
    assert page.field.text() == "0612345678"
    assert listed(db, session) == []
    assert "Dit is geen voornaam." in window.words(page.parts.problem)
    window.press(Qt.Key.Key_Escape)
    assert page.parts.problem.isHidden()


def test_children_are_counted_for_the_last_one_by_key_and_by_button(door, db, session):
    window, page = door
    window.type("+")
    window.enter("Samira")
    window.type("+++-")
    QTest.mouseClick(page.said.more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.said.fewer, Qt.MouseButton.LeftButton)
    assert [one.children for one in listed(db, session)] == [2]
    assert page.said.children_here.text() == "2"
    assert page.count.below == "van 30 plaatsen · 2 kinderen op de lijst"
    window.type("-")
    assert page.count.below == "van 30 plaatsen · 1 kind op de lijst"
    window.type("-----")
    assert not page.said.fewer.isEnabled()
    assert page.field.text() == ""


def test_names_are_hidden_behind_the_veil(door, db, session):
    expect(db, session, "Samira", "Sabah")
    window, page = door
    window.enter("Hodan")
    window.type("Sa")
    page.matches.look()
    window.ctx.veil(True)
    assert [row.text() for row in page.matches.rows] == ["nr. 1", "nr. 2"]
    assert page.field.echoMode() is QLineEdit.EchoMode.Password
    assert "nr. 3 staat erbij." in page.said.words.text()
    window.press(Qt.Key.Key_Escape)
    window.enter("Hodan el Amrani")
    told = "Alleen de voornaam is bewaard. Die naam was er al."
    assert told in page.said.words.accessibleName()
    assert "Hodan" not in window.words()


def test_half_a_name_comes_back_after_the_lock(door, db, session, qtbot, qapp):
    window, page = door
    assert page.draft() is None
    window.type("Sam")
    draft = page.draft()
    with at_the_door(db, qtbot, qapp, plan(db)) as (_, again):
        again.restore(draft)
        assert again.deeds.session_id == session.id
        assert again.field.text() == "Sam"


@pytest.mark.parametrize("size", [(1112, 602), (1186, 774)])
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_field_stays_where_it_is_when_names_appear(db, session, qtbot, qapp, size, language):
    expect(db, session, *(f"Sa{letter}" for letter in "bcdfghk"))
    given = {"size": size, "language": language}
    with at_the_door(db, qtbot, qapp, session, **given) as (window, page):
        QTest.qWait(20)
        before = page.field.mapTo(window.widget, page.field.rect().topLeft())
        window.type("Sa")
        page.matches.look()
        QTest.qWait(20)
        assert len(page.matches.rows) == 6
        assert page.field.mapTo(window.widget, page.field.rect().topLeft()) == before
        last = page.matches.rows[-1]
        foot = page.parts.nameless.mapTo(page, page.parts.nameless.rect().topLeft())
        assert last.mapTo(page, last.rect().bottomLeft()).y() < foot.y()


def test_an_arabic_name_turns_no_sentence_round(door):
    window, page = door
    window.enter("سميرة")
    assert "\u2068سميرة\u2069 staat erbij." in page.said.words.text()
