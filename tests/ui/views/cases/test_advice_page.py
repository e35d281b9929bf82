"""The log of advice asked at Veilig Thuis, at the screen (R-263, R-296)."""

from datetime import timedelta

import pytest
from beside_page import shown
from desk import MONDAY
from hostile import HOSTILE
from opened_case import TODAY

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.advice import Advice
from hgkm_desktop.services import advice_log, audit_log, drafts
from hgkm_desktop.ui.views.cases.advice_lines import AT_A_TIME
from hgkm_desktop.ui.views.cases.advice_page import PLACE, AdvicePage

ROOM = 1057
"""What 130 % leaves beside the rail of a window of 1366."""
ADVICE = Advice(TODAY, "Mag zij haar zoon meenemen?", "Ja. Bel samen.", "Donderdag vragen")


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def it(leyla, qtbot, qapp):
    with shown(leyla, AdvicePage, qtbot, qapp) as made:
        made.page.begin()
        yield made


def ask(db, advice=ADVICE, now=MONDAY):
    return db.call(advice_log.ask, advice, now=now)


def type_in(it, **typed):
    for name, text in typed.items():
        it.page.form.texts[name].setPlainText(text)


def test_it_says_that_it_belongs_to_nobody(it):
    assert (
        it.page.warning.accessibleName() == "Schrijf geen naam of code op. Dit hoort bij niemand."
    )
    assert it.page.heading() == "Gevraagde adviezen"
    assert it.page.beside() == ""


def test_what_is_asked_is_kept_and_shown_at_once(it, leyla):
    it.page.take_focus()
    type_in(it, asked="Mag zij haar zoon meenemen?", answer="Ja.", next_step="Vragen")
    it.push(it.page.form.save)
    (line,) = leyla.call(advice_log.page)
    assert line.advice == Advice(TODAY, "Mag zij haar zoon meenemen?", "Ja.", "Vragen")
    for word in ("Mag zij haar zoon meenemen?", "Ja.", "Vragen", "Opgeschreven door Leyla"):
        assert word in it.words()
    assert it.page.form.draft() is None
    assert it.said[-1].text == "Bewaard."
    assert it.page.form.texts["asked"].hasFocus()


def test_only_the_question_is_asked_for(it, leyla):
    it.push(it.page.form.save)
    assert it.page.form.fields["asked"].problem() == "Schrijf op wat je vroeg."
    type_in(it, asked="Mag dat?")
    it.push(it.page.form.save)
    assert [line.advice.answer for line in leyla.call(advice_log.page)] == [""]
    assert "Antwoord" not in it.words().replace("Wat was het antwoord?", "")


@pytest.mark.parametrize("place", ["asked", "answer", "next_step"])
def test_a_code_is_refused_at_its_field_and_nothing_is_lost(it, leyla, place):
    type_in(it, asked="Mag dat?")
    type_in(it, **{place: "Over BL-041204"})
    it.push(it.page.form.save)
    field = it.page.form.fields[place]
    assert field.problem() == "Hier staat een code. Haal die weg: dit hoort bij niemand."
    assert it.page.form.texts[place].hasFocus()
    assert it.page.form.texts[place].toPlainText() == "Over BL-041204"
    assert leyla.call(advice_log.page) == []


def test_a_day_to_come_is_refused_at_its_field(it):
    type_in(it, asked="Mag dat?")
    it.page.form.day.set_value(TODAY + timedelta(days=1))
    it.push(it.page.form.save)
    assert it.page.form.fields["on"].problem()


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_whatever_is_typed_harms_nothing(it, leyla, text):
    type_in(it, asked="x", answer=text[:50_000])
    it.page.form.save.click()
    assert len(leyla.call(advice_log.page)) <= 1


def test_without_any_advice_it_says_so_and_the_veil_changes_nothing(it):
    assert "Nog geen advies opgeschreven" in it.words()
    it.ctx.veil(True)
    assert "Nog geen advies opgeschreven" in it.words()


def test_the_veil_hides_words_and_names_and_the_form(it, leyla):
    ask(leyla)
    it.page.begin()
    type_in(it, asked="zevenblad")
    it.ctx.veil(True)
    assert "zoon" not in it.words() and "Leyla" not in it.words()
    assert "maandag 23 november" in it.words()
    assert not it.page.form.isVisible()
    it.ctx.veil(False)
    assert "zoon" in it.words()
    assert it.page.form.texts["asked"].toPlainText() == "zevenblad"


def test_it_is_read_once_when_it_opens_and_not_for_the_veil(it, sign_in):
    it.ctx.veil(True)
    it.ctx.veil(False)
    entries = [e for e in sign_in("Bea").call(audit_log.page) if e.kind == "advice_call"]
    assert [e.act for e in entries] == [Act.READ]


def test_older_ones_come_when_they_are_asked_for(leyla, qtbot, qapp):
    for number in range(AT_A_TIME + 5):
        ask(leyla, Advice(TODAY - timedelta(days=number), f"vraag {number}."))
    with shown(leyla, AdvicePage, qtbot, qapp) as it:
        it.page.begin()
        assert f"vraag {AT_A_TIME - 1}." in it.words()
        assert f"vraag {AT_A_TIME}." not in it.words()
        it.push(it.page.lines.older)
        assert f"vraag {AT_A_TIME + 4}." in it.words()
        assert not it.page.lines.older.isVisible()


def test_another_confidant_reads_who_asked(leyla, sign_in, qtbot, qapp):
    ask(leyla)
    with shown(sign_in("Imane"), AdvicePage, qtbot, qapp) as it:
        it.page.begin()
        assert "Opgeschreven door Leyla" in it.words()


def test_for_anybody_else_it_does_not_open(sign_in, qtbot, qapp):
    with shown(sign_in("Salma"), AdvicePage, qtbot, qapp) as it, pytest.raises(Forbidden):
        it.page.begin()


def test_what_is_half_typed_comes_back_and_goes_when_it_is_saved(it, leyla, qtbot, qapp):
    type_in(it, asked="zevenblad", answer="kattenstaart")
    it.page.form.day.set_value(TODAY - timedelta(days=3))
    it.page.keep_half_typed()
    with shown(leyla, AdvicePage, qtbot, qapp) as again:
        again.page.begin()
        advice = again.page.form.advice()
        assert advice == Advice(TODAY - timedelta(days=3), "zevenblad", "kattenstaart")
        again.push(again.page.form.save)
        assert leyla.call(drafts.look, PLACE) is None


def test_a_second_after_the_last_key_it_is_kept(it, leyla, qtbot):
    type_in(it, asked="zevenblad")
    qtbot.waitUntil(lambda: leyla.call(drafts.look, PLACE) is not None, timeout=5_000)


def test_the_keyboard_reaches_everything_and_each_part_has_a_name(it, leyla):
    it.page.take_focus()
    seen = it.tab_stops()
    assert {*it.page.form.texts.values(), it.page.form.day, it.page.form.save} <= seen
    assert all(widget.accessibleName() for widget in seen)


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_it_fits_a_small_window_in_every_language(leyla, qtbot, qapp, language):
    ask(leyla)
    with shown(
        leyla, AdvicePage, qtbot, qapp, language=language, scale=130, size=(ROOM, 480)
    ) as it:
        it.page.begin()
        assert it.page.minimumSizeHint().width() <= ROOM
        assert it.page.width() <= ROOM
