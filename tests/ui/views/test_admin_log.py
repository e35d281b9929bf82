import pytest
from admin_page import open_admin
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import text

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models import RealQuestion
from hgkm_desktop.models.codes import Act, HelpTopic
from hgkm_desktop.services import audit_log, members, walk_ins
from hgkm_desktop.ui.views.admin.log_reader import PAGE


@pytest.fixture
def page(sign_in, qtbot):
    yield from open_admin(sign_in("Salma"), qtbot)


def work(sign_in, name, deeds):
    db = sign_in(name)
    for deed in deeds:
        deed(db)
    return db


def save_a_visit(db):
    walk_in = db.call(walk_ins.blank, now=db._now())
    walk_in.topics = (HelpTopic.DEBT,)
    walk_in.desk_question = "Een brief van de gemeente"
    question = RealQuestion("iets anders") if db.actor.name == "Leyla" else None
    return db.call(walk_ins.log, walk_in, question, now=db._now())


def read_a_question(db):
    db.call(walk_ins.read_real_question, save_a_visit(db).id)


def told(page):
    return [(line.name, line.deed) for line in page.view.tabs.log.model.rows]


def test_what_somebody_did_is_told_in_words_without_content(page, sign_in):
    work(sign_in, "Hanan", [save_a_visit])
    work(sign_in, "Leyla", [read_a_question])
    page.open("log")
    assert told(page)[:3] == [
        ("Leyla", "las de echte vraag van een bezoek"),
        ("Leyla", "bewaarde een bezoek"),
        ("Hanan", "bewaarde een bezoek"),
    ]
    assert not any("brief" in deed or "anders" in deed for _, deed in told(page))


def test_a_refusal_is_told_too(page, sign_in):
    def look_at_the_log(db):
        with pytest.raises(Forbidden):
            db.call(audit_log.page)

    work(sign_in, "Hanan", [look_at_the_log])
    page.open("log")
    assert told(page)[0] == ("Hanan", "mocht niet zien wie waar keek")


def test_the_overview_shows_the_newest_deeds_and_leads_to_all(page, sign_in):
    work(sign_in, "Hanan", [save_a_visit])
    overview = page.open("overview")
    assert (overview.log.lines[0].name, overview.log.lines[0].moment) == ("Hanan", "11.40")
    assert len(overview.log.lines) == 5
    page.click(overview.log_button)
    assert page.view.tabs.tabs.current() == "log"
    assert page.view.tabs.log.isVisible()


def test_the_log_is_read_anew_each_time_the_page_is_seen(page, sign_in):
    page.open("log")
    before = told(page)
    page.view.hide()
    work(sign_in, "Hanan", [save_a_visit])
    page.view.show()
    assert told(page) == [("Hanan", "bewaarde een bezoek"), *before]


def test_it_is_filtered_by_person_and_by_kind_of_deed(page, sign_in):
    work(sign_in, "Hanan", [save_a_visit])
    work(sign_in, "Leyla", [read_a_question])
    log = page.open("log")
    ids = {member.name: member.id for member in page.ctx.call(members.everyone)}
    choose(log.filters.who, ids["Leyla"])
    assert {name for name, _ in told(page)} == {"Leyla"}
    choose(log.filters.what, Act.READ)
    assert told(page) == [("Leyla", "las de echte vraag van een bezoek")]
    choose(log.filters.who, ids["Hanan"])
    assert told(page) == []
    choose(log.filters.what, None)
    assert told(page) == [("Hanan", "bewaarde een bezoek")]


def choose(combo, value):
    combo.setFocus()
    combo.set_value(value)
    combo.activated.emit(combo.currentIndex())


def test_a_filter_stays_when_the_page_is_read_again(page, sign_in):
    work(sign_in, "Hanan", [save_a_visit])
    log = page.open("log")
    choose(log.filters.what, Act.CREATE)
    page.view.refresh()
    assert log.filters.what.value() == Act.CREATE
    assert all("bewaarde" in deed or "voegde" in deed or "begon" in deed for _, deed in told(page))


def test_a_long_log_is_loaded_piece_by_piece_to_its_first_line(page):
    for _ in range(PAGE + 20):
        page.ctx.call(audit_log.note, Act.PRINT, "handout")
    log = page.open("log")
    assert log.more_button.isVisible()
    assert log.read_to.text().startswith("Teruggelezen tot ")
    before = len(log.model.rows)
    page.click(log.more_button)
    assert len(log.model.rows) > before
    assert not log.more_button.isVisible()
    assert log.read_to.text() == "Dit is alles."
    assert told(page)[-1] == ("Salma", "begon dit logboek")


def test_a_whole_log_is_found_whole(page):
    log = page.open("log")
    page.click(log.check.button)
    assert not log.check.button.isEnabled()
    page.settle()
    assert log.check.answer.isVisible()
    assert log.check.answer.accessibleName().startswith("Het logboek is heel.")
    assert log.check.button.isEnabled()


def test_a_changed_line_is_found_and_named(page):
    with page.ctx.db.engine.begin() as connection:
        connection.execute(text("UPDATE audit_line SET act='print' WHERE seq=7"))
    log = page.open("log")
    page.click(log.check.button)
    page.settle()
    assert log.check.answer.accessibleName().startswith("Vanaf regel 7 klopt het logboek niet.")


def test_a_check_that_fails_can_be_tried_again(page, monkeypatch, qtbot):
    log = page.open("log")
    monkeypatch.setattr(audit_log, "first_broken_line", lambda _session: 1 // 0)
    with qtbot.captureExceptions() as caught:
        page.click(log.check.button)
        page.settle()
    assert caught[0][0] is ZeroDivisionError
    assert log.check.button.isEnabled()


def test_hidden_names_are_initials_in_lines_and_filters(page, sign_in):
    work(sign_in, "Leyla", [save_a_visit])
    log = page.open("log")
    page.ctx.veil(True)
    assert {name for name, _ in told(page)} == {"L.", "S."}
    assert "voegde H. toe aan het team" in {deed for _, deed in told(page)}
    assert "Leyla" not in [log.filters.who.itemText(n) for n in range(log.filters.who.count())]
    page.open("overview")
    assert {line.name for line in page.view.tabs.overview.log.lines} <= {"L.", "S."}


def test_the_lines_are_read_by_keyboard(page):
    log = page.open("log")
    log.table.setFocus()
    QTest.keyClick(log.table, Qt.Key.Key_Down)
    QTest.keyClick(log.table, Qt.Key.Key_Down)
    assert log.table.current() is log.model.rows[1]
