import pytest
from cases_window import SMALL, TODAY, ago, cases_window
from desk import Make
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services import case_board, case_list, cases, drafts, walk_ins
from hgkm_desktop.services.cases import StartCase

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def shown(leyla, qtbot, qapp):
    with cases_window(leyla, qtbot, qapp, size=SMALL) as made:
        yield made


def answers(shown):
    """Return the questions by name."""
    candidates = shown.form.candidates
    team = shown.ctx.call(case_names)
    return {team[each]: answer for each, answer in candidates.answers.items()}


def case_names(session):
    from hgkm_desktop.services import members

    return {each.id: each.name for each in members.names(session).values()}


def say(shown, name, word):
    part = next(each for each in answers(shown)[name].segments if each.text() == word)
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)


def places(shown):
    team = shown.ctx.call(case_names)
    return {team[each]: label.text() for each, label in shown.form.candidates.places.items()}


def yes(shown):
    shown.form.yes.form.segments[0].click()


def test_the_keyboard_is_enough_to_begin(shown, leyla):
    QTest.keyClick(shown.window, Qt.Key.Key_N, CONTROL)
    form = shown.form
    assert form.alias.hasFocus()
    QTest.keyClicks(shown.focus, "Linde")
    yes(shown)
    form.yes.language.set_value("arabic")
    say(shown, "Leyla", "Nee")
    say(shown, "Imane", "Nee")
    shown.press(Qt.Key.Key_Return) if shown.focus is form.alias else form.accept()
    assert shown.form is None
    assert shown.window.header.heading.text() == "Linde"
    assert shown.said[-1].text == "Je begeleidt Linde vanaf nu."
    page = leyla.call(cases.page, next(iter(leyla.call(cases.names))))
    consent = page.standing.consents[Purpose.NOTES, ""]
    assert (consent.form, consent.language) == (ConsentForm.ORAL, "arabic")
    assert (consent.heard_by, consent.text_version, consent.on) == ("Leyla", "1.0", TODAY)
    assert page.standing.began.on == TODAY


def test_nothing_is_ticked_beforehand_and_the_version_is_seen(shown):
    shown.view.start_new()
    assert shown.form.yes.form.value() is None
    assert shown.form.candidates.is_blank()
    assert "tekst 1.0" in shown.words()
    assert "Nooit haar echte naam" in shown.words()
    assert set(places(shown).values()) == {"krijgt geen sleutel"}


def test_what_is_missing_stands_at_its_field(shown):
    shown.view.start_new()
    form = shown.form
    form.on.set_value(ago(-3).date())
    form.accept()
    assert shown.form is form
    assert form.fields["consent"].problem() == "Vraag haar eerst of je mag opschrijven."
    assert form.fields["began"].problem() == "Deze dag komt nog."
    assert form.fields["candidates"].problem().startswith("Nog niemand kan naast haar staan.")
    form.alias.setText("Linde " * 30)
    form.accept()
    assert "te lang" in form.fields["alias"].problem()


def test_a_citizen_number_is_no_alias(shown):
    shown.view.start_new()
    shown.form.alias.setText("111222333")
    shown.form.accept()
    assert shown.form.fields["alias"].problem()


def test_the_order_of_answering_makes_first_and_second(shown, leyla, desk):
    shown.view.start_new()
    say(shown, "Imane", "Nee")
    say(shown, "Leyla", "Nee")
    assert places(shown) == {
        "Imane": "eerste vertrouwenspersoon",
        "Leyla": "tweede vertrouwenspersoon",
    }
    yes(shown)
    shown.form.accept()
    row = leyla.call(case_list.rows, now=shown.ctx.now())[0]
    assert row.first == desk.keys["Imane"].tile.member_id
    assert row.second == desk.keys["Leyla"].tile.member_id


@pytest.mark.parametrize("word", ["Ja", ""])
def test_whoever_knows_her_or_says_nothing_gets_no_key(shown, sign_in, word):
    shown.view.start_new()
    say(shown, "Leyla", "Nee")
    if word:
        say(shown, "Imane", word)
    assert places(shown)["Imane"] == "krijgt geen sleutel"
    yes(shown)
    shown.form.accept()
    assert shown.form is None
    assert sign_in("Imane").call(cases.names) == {}


def test_whoever_begins_and_knows_her_herself_cannot(shown):
    shown.view.start_new()
    say(shown, "Leyla", "Ja")
    say(shown, "Imane", "Nee")
    yes(shown)
    shown.form.accept()
    problem = shown.form.fields["candidates"].problem()
    assert problem == "Wie haar privé kent, staat niet naast haar."


def test_a_coordinator_begins_without_a_key_for_herself(sign_in, desk, qtbot, qapp):
    salma = sign_in("Salma")
    salma.call(case_board.start, now=ago(0))
    with cases_window(salma, qtbot, qapp) as shown:
        shown.push(shown.page.nobody_yet.button)
        assert set(answers(shown)) == {"Leyla", "Imane"}
        say(shown, "Imane", "Nee")
        yes(shown)
        shown.form.accept()
        assert "lees jij niet" in shown.said[-1].text
        assert shown.view.pages.here is shown.view.pages.home
        assert len(shown.page.rows) == 1


def test_a_visit_gives_its_day_and_hears_nothing_of_it(sign_in, leyla, qtbot, qapp):
    visit = Make(leyla).walk_in(now=ago(3))
    before = leyla.call(walk_ins.get, visit.id)
    with cases_window(leyla, qtbot, qapp) as shown:
        shown.window.go_to("walk_ins")
        shown.ctx.show(StartCase(visit.id, ago(3).date()))
        assert shown.form.on.value() == ago(3).date()
        assert "vrijdag 20 november" in shown.words()
        say(shown, "Leyla", "Nee")
        yes(shown)
        shown.form.accept()
        case_id = next(iter(leyla.call(cases.names)))
        assert shown.view.identifier == "cases"
    began = leyla.call(cases.page, case_id).standing.began
    assert (began.on, began.walk_in) == (ago(3).date(), visit.id)
    after = leyla.call(walk_ins.get, visit.id)
    assert (after.version, after.follow_up) == (before.version, before.follow_up)
    assert leyla.call(walk_ins.history, visit.id) == []


def test_what_was_half_typed_comes_back_and_goes_with_cancel(leyla, qtbot, qapp):
    with cases_window(leyla, qtbot, qapp) as shown:
        shown.view.start_new()
        QTest.keyClicks(shown.focus, "Linde")
        say(shown, "Imane", "Nee")
        assert shown.view.draft() is None
        assert leyla.call(drafts.look, "cases/new")["alias"] == "Linde"
        shown.form.close_overlay()
    with cases_window(leyla, qtbot, qapp) as shown:
        shown.view.start_new()
        assert shown.form.alias.text() == "Linde"
        assert places(shown)["Imane"] == "eerste vertrouwenspersoon"
        shown.press(Qt.Key.Key_Escape)
        shown.view.start_new()
        assert shown.form.alias.text() == "Linde"
        shown.push(shown.form.cancel_button)
        assert leyla.call(drafts.look, "cases/new") is None
        shown.view.start_new()
        assert shown.form.alias.text() == ""


def test_names_are_initials_behind_the_veil(shown):
    shown.window.header.veil.click()
    shown.view.start_new()
    assert "Imane" not in shown.words()


def test_somebody_who_left_is_not_asked(sign_in, desk, qtbot, qapp):
    from hgkm_desktop.services import members

    sign_in("Bea").call(members.leave, desk.keys["Imane"].tile.member_id, now=ago(0))
    with cases_window(sign_in("Leyla"), qtbot, qapp) as shown:
        shown.view.start_new()
        assert set(answers(shown)) == {"Leyla"}
        assert shown.ctx.may(Role.CONFIDANT)
