"""Fields an organisation does not use, and what it has not got yet."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.services import organisation


def hide(desk_db, *fields):
    org = desk_db.call(organisation.get)
    desk_db.call(organisation.change, org.name, org.window_title, frozenset(fields))


def test_fields_the_organisation_does_not_use_stay_away(open_page, sign_in):
    hide(sign_in("Salma"), *organisation.OPTIONAL_FIELDS)
    page = open_page("Hanan")
    page.strip.places.toggle.click()
    fields = page.fields
    for widget in (fields.visit, fields.language, fields.signal, fields.follow_up):
        assert not widget.isVisible()
    for widget in (fields.urgency, fields.tells_about, fields.contact_by, fields.children_count):
        assert not widget.isVisible()
    assert not page.strip.question.isVisible()
    assert fields.setting.isVisible()
    page.view.start_new()
    assert fields.topics.isAncestorOf(page.focus)
    page.type("nd")
    assert (fields.visit.value(), fields.signal.value()) == (None, None)
    page.type("1")
    page.press(Qt.Key.Key_Return)
    assert len(page.rows) == 1


def test_fields_come_and_go_while_the_page_is_open(open_page, sign_in):
    db = sign_in("Salma")
    page = open_page(db)
    hide(db, "language")
    assert not page.fields.language.isVisible()
    hide(db)
    assert page.fields.language.isVisible()


def test_without_a_confidant_the_real_question_is_off(qtbot, open_page, tmp_path):
    from desk import FIRST, FIRST_WORDS

    from hgkm_desktop.db import Database
    from hgkm_desktop.vault import founding, recovery_code

    person = founding.Person(FIRST, 1, FIRST_WORDS)
    start = founding.FirstStart("Nisa", "Log", (person,), recovery_code.new(), True)
    db = Database(founding.found(tmp_path / "alone", start))
    page = open_page(db)
    page.strip.places.toggle.click()
    part = page.strip.question
    assert part.explanation.text() == "Er is nog geen vertrouwenspersoon. Vraag de coördinator."
    assert not part.own_words.isEnabled()
    assert not part.question.isEnabled()
    page.window.close()
    QTest.qWait(0)
    db.close()
