import pytest
from admin_page import open_admin
from hostile import HOSTILE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.rules.guide import Status
from hgkm_desktop.services import organisation, session_names
from hgkm_desktop.ui.views.admin.organisation_form import (
    field_names,
    typed_from_draft,
    typed_of,
)


@pytest.fixture
def page(sign_in, qtbot):
    yield from open_admin(sign_in("Salma"), qtbot)


@pytest.fixture
def choices(page):
    return page.open("choices")


def stored(page):
    return page.ctx.call(organisation.get)


def test_the_organisation_is_saved_with_what_the_form_asks(page, choices):
    choices.organisation.name.setText("  Huis   van de Wijk ")
    choices.organisation.window_title.setText("Schrift")
    page.click(choices.organisation.boxes["children"])
    page.click(choices.organisation.boxes["visit"])
    page.click(choices.save_button)
    kept = stored(page)
    assert (kept.name, kept.window_title) == ("Huis van de Wijk", "Schrift")
    assert organisation.hidden_fields(kept) == {"children", "visit"}
    assert page.ctx.settings.window_title == "Schrift"
    assert page.said[-1].text == "Bewaard."
    assert page.view.subtitle() == "Huis van de Wijk"


def test_how_long_names_stay_on_a_list_is_chosen_and_kept(page, choices):
    form = choices.organisation
    assert (form.names_days.value(), stored(page).names_days) == (30, 30)
    form.names_days.setFocus()
    QTest.keyClick(form.names_days, Qt.Key.Key_Home)
    page.click(choices.save_button)
    assert stored(page).names_days == 7
    assert form.names_days.currentText() == "7 dagen na de bijeenkomst"


def test_a_number_of_days_of_ones_own_stays_in_the_list(page, choices):
    page.ctx.call(session_names.keep_for, 45)
    choices.organisation.show_typed(typed_of(stored(page)))
    assert choices.organisation.typed().names_days == 45


def test_every_field_that_can_be_hidden_has_a_box():
    assert set(field_names()) == set(organisation.OPTIONAL_FIELDS)


@pytest.mark.parametrize(
    ("name", "title", "problem"),
    [
        ("", "Schrift", "name"),
        ("x" * 61, "Schrift", "name"),
        ("Wijkhuis", "", "window_title"),
        ("Wijkhuis", "Vrouwenhulp", "window_title"),
        ("Wijkhuis", "Wijkhuis", "window_title"),
    ],
)
def test_a_name_that_cannot_be_is_said_at_its_field(page, choices, name, title, problem):
    form = choices.organisation
    form.name.setText(name)
    form.window_title.setText(title)
    page.click(choices.save_button)
    fields = {"name": form.name_field, "window_title": form.title_field}
    assert {key for key, field in fields.items() if field.problem()} == {problem}
    assert stored(page).name == "Nisa test"


def test_hostile_names_do_no_harm(page, choices):
    for what, text in HOSTILE:
        choices.organisation.name.setText(text)
        page.click(choices.save_button)
        assert len(stored(page).name) <= 60, what
        assert stored(page).name, what


def test_this_computer_follows_at_once(page, choices):
    heard = []
    page.ctx.settings_changed.connect(lambda: heard.append(page.ctx.settings))
    for choice, value in (
        (choices.computer.language, "en"),
        (choices.computer.dark, True),
        (choices.computer.scale, 115),
        (choices.computer.idle, 2),
    ):
        page.click(next(s for s in choice.segments if s.option.value == value))
    page.click(choices.save_button)
    (settings,) = heard
    assert (settings.language, settings.dark) == ("en", True)
    assert (settings.scale, settings.idle_minutes) == (115, 2)


def test_saving_without_a_change_tells_nobody(page, choices, qtbot):
    page.ctx.choose(page.ctx.settings.changed(window_title="Buurtlogboek"))
    with qtbot.assertNotEmitted(page.ctx.settings_changed):
        page.click(choices.save_button)


def test_a_problem_with_the_organisation_keeps_the_computer_as_it_is(page, choices, qtbot):
    choices.organisation.name.setText("")
    page.click(next(s for s in choices.computer.dark.segments if s.option.value))
    with qtbot.assertNotEmitted(page.ctx.settings_changed):
        page.click(choices.save_button)


def test_what_is_half_typed_is_kept_while_others_change_things(page, choices):
    choices.organisation.name.setText("Huis van")
    page.open("team")
    page.open("choices")
    assert choices.organisation.name.text() == "Huis van"
    kept = page.view.draft()
    choices.organisation.show_typed(choices._shown)
    assert page.view.draft() is None
    page.open("overview")
    page.view.restore(kept)
    assert page.view.tabs.tabs.current() == "choices"
    assert choices.organisation.name.text() == "Huis van"


def test_a_draft_is_plain_data(page, choices):
    import json

    choices.organisation.name.setText("Huis van")
    assert json.loads(json.dumps(page.view.draft())) == page.view.draft()


def test_how_the_organisation_stands_towards_the_law_is_saved_with_the_rest(page, choices):
    assert choices.organisation.meldcode.status() is Status.FREE
    page.click(choices.organisation.meldcode.segments[2])
    assert page.view.draft()["choices"]["meldcode"] == "bound"
    page.click(choices.save_button)
    assert organisation.meldcode(stored(page)) is Status.BOUND
    assert page.view.draft() is None
    page.click(choices.save_button)
    assert organisation.meldcode(stored(page)) is Status.BOUND


@pytest.mark.parametrize("kept", [None, "", "must", 3, ["bound"]])
def test_an_odd_draft_of_it_counts_as_free(kept):
    assert typed_from_draft({"name": "x", "meldcode": kept}).meldcode is Status.FREE
