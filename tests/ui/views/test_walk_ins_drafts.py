from desk import MONDAY, Make
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.models.codes import HelpTopic, Visit
from hgkm_desktop.services import drafts, walk_ins


def kept(page, place="walk_ins"):
    return page.ctx.call(drafts.look, place)


def half_typed(page):
    page.type("1b")
    page.fields.desk_question.setFocus()
    page.type("half")
    page.strip.question.own_words.widget.setPlainText("haar woorden")


def leave(page):
    page.view.half_typed._keeper._timer.stop()
    page.window.close()


def test_what_is_typed_is_kept_a_second_later(page):
    half_typed(page)
    assert kept(page) is None
    page.wait(lambda: kept(page) is not None)
    assert kept(page)["strip"]["desk_question"] == "half"
    assert kept(page)["strip"]["question"]["own_words"] == "haar woorden"


def test_nothing_typed_is_no_draft(page):
    assert page.view.draft() is None
    page.fields.setting.set_value("phone")
    assert page.view.draft() is None


def test_a_half_typed_strip_is_back_when_the_page_opens_again(open_page, sign_in):
    db = sign_in("Hanan")
    page = open_page(db)
    half_typed(page)
    page.view.half_typed._keeper.keep_now()
    leave(page)
    again = open_page(db)
    assert again.fields.desk_question.text() == "half"
    assert again.fields.visit.value() == Visit.KNOWN
    assert again.fields.topics.values() == [HelpTopic.DEBT]
    assert again.strip.question.own_words.widget.toPlainText() == "haar woorden"
    assert again.strip.places.hint.text() == "Je tekst van 11.40 staat er nog."
    assert again.strip.places.restart.isVisible()


def test_the_draft_of_one_is_not_that_of_another(open_page):
    page = open_page("Hanan")
    half_typed(page)
    page.view.half_typed._keeper.keep_now()
    leave(page)
    other = open_page("Joke")
    assert other.strip.is_blank()


def test_saving_drops_the_draft(page):
    half_typed(page)
    page.view.half_typed._keeper.keep_now()
    page.press(Qt.Key.Key_Return)
    assert kept(page) is None
    QTest.qWait(1100)
    assert kept(page) is None


def test_the_line_goes_when_the_visit_is_saved(open_page, sign_in):
    db = sign_in("Hanan")
    page = open_page(db)
    page.view.restore({"strip": {"topics": ["debt"]}, "kept_at": MONDAY.isoformat()})
    assert page.strip.places.restart.isVisible()
    page.strip.save()
    assert not page.strip.places.restart.isVisible()
    assert "Eén onderwerp is genoeg." in page.strip.places.hint.text()


def test_starting_again_empties_reversibly(open_page, sign_in):
    page = open_page("Hanan")
    half_typed(page)
    page.view.restore(page.view.draft())
    page.click(page.strip.places.restart)
    assert page.strip.is_blank()
    assert kept(page) is None
    page.undo()
    assert page.fields.desk_question.text() == "half"


def test_a_draft_goes_through_lock_and_back(open_page, sign_in):
    db = sign_in("Hanan")
    page = open_page(db)
    half_typed(page)
    draft = page.view.draft()
    page.ctx.call(drafts.keep, "walk_ins", draft)
    leave(page)
    again = open_page(db)
    again.view.restore(draft)
    assert again.view.draft()["strip"] == draft["strip"]


def test_a_draft_of_an_older_version_breaks_nothing(page):
    page.view.restore(
        {
            "strip": {"visit": "nonsense", "happened_at": None, "follow_up_on": "x", "new": 1},
            "kept_at": MONDAY.isoformat(),
        }
    )
    assert page.fields.visit.value() is None
    assert page.fields.moment.value() == MONDAY


def open_correction(page):
    page.open_row(0)
    page.click(page.detail.correct)
    return page.view.deeds.correction


def with_a_visit(open_page, sign_in, who="Hanan"):
    db = sign_in(who)
    Make(db).walk_in(desk_question="zoals het was")
    return db, open_page(db)


def test_an_open_correction_is_part_of_the_draft_with_its_id(open_page, sign_in):
    db, page = with_a_visit(open_page, sign_in)
    correction = open_correction(page)
    assert page.view.draft() is None
    correction.form.fields.desk_question.setText("half verbeterd")
    draft = page.view.draft()
    assert draft["correction"]["id"] == str(page.rows[0].id)
    leave(page)
    again = open_page(db)
    again.view.restore(draft)
    assert again.overlay is not None
    form = again.view.deeds.correction.form
    assert form.fields.desk_question.text() == "half verbeterd"
    assert (
        "Je tekst van 11.40 staat er nog."
        in again.texts_in(again.overlay)
        + again.view.deeds.correction.versions.banner.accessibleName()
    )
    again.click(again.overlay.accept_button)
    assert db.call(walk_ins.get, again.rows[0].id).desk_question == "half verbeterd"
    assert again.view.draft() is None
    assert kept(again) is None


def test_a_correction_is_kept_under_its_own_record(open_page, sign_in):
    _db, page = with_a_visit(open_page, sign_in)
    correction = open_correction(page)
    correction.form.fields.desk_question.setFocus()
    page.type("!")
    place = f"walk_ins/{page.rows[0].id}"
    page.wait(lambda: kept(page, place) is not None)
    page.click(page.overlay.accept_button)
    assert kept(page, place) is None


def test_later_keeps_the_correction_for_the_next_time(open_page, sign_in):
    _db, page = with_a_visit(open_page, sign_in)
    correction = open_correction(page)
    correction.form.fields.desk_question.setText("half verbeterd")
    page.press(Qt.Key.Key_Escape)
    assert page.overlay is None
    assert page.said[-1].text == "Je tekst is bewaard. Er is niets weg."
    correction = open_correction(page)
    assert correction.form.fields.desk_question.text() == "half verbeterd"
    page.click(correction.versions.take_button)
    assert correction.form.fields.desk_question.text() == "zoals het was"
    page.press(Qt.Key.Key_Escape)
    assert kept(page, f"walk_ins/{page.rows[0].id}") is None


def test_a_kept_correction_of_a_changed_visit_shows_both(open_page, sign_in):
    db, page = with_a_visit(open_page, sign_in)
    correction = open_correction(page)
    correction.form.fields.desk_question.setText("half verbeterd")
    page.press(Qt.Key.Key_Escape)
    record = db.call(walk_ins.get, page.rows[0].id)
    record.desk_question = "iemand anders"
    db.call(walk_ins.correct, record, now=MONDAY)
    correction = open_correction(page)
    text = page.texts_in(page.overlay)
    assert "Wat er speelde: iemand anders" in text
    assert correction.form.fields.desk_question.text() == "half verbeterd"


def test_a_correction_of_a_deleted_visit_is_let_go(open_page, sign_in):
    db, page = with_a_visit(open_page, sign_in)
    correction = open_correction(page)
    correction.form.fields.desk_question.setText("half verbeterd")
    draft = page.view.draft()
    page.press(Qt.Key.Key_Escape)
    db.call(walk_ins.delete, page.rows[0].id, "dubbel", now=MONDAY)
    page.view.restore(draft)
    assert page.view.deeds.correction is None
    assert page.said[-1].text == "Dit bezoek is er niet meer."
    page.overlay.reject()
