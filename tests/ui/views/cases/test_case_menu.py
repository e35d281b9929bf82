"""The menu of a case, and the small forms behind it."""

import pytest
from desk import MONDAY
from holding_desk import over_a_window, paste
from hostile import HOSTILE
from standing_beside import agree, member, open_linde

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.rules.contact import Channel, Verdict
from hgkm_desktop.rules.holding import Reason
from hgkm_desktop.rules.lists import Purpose
from hgkm_desktop.services import cases, holders, members, safe_contact
from hgkm_desktop.ui.views.cases.case_menu import menu_entries
from hgkm_desktop.ui.views.cases.incident import open_incident
from hgkm_desktop.ui.views.cases.rename import open_rename
from hgkm_desktop.ui.views.cases.team_dialog import open_team
from hgkm_desktop.ui.views.cases.way import Way


@pytest.fixture
def over(desk, sign_in, qtbot, qapp):
    leyla = sign_in("Leyla")
    with over_a_window(leyla, open_linde(desk, leyla), qtbot, qapp) as made:
        yield made


def entries(over, way=None):
    return {text: act for text, _icon, act in menu_entries(over.ctx, way or Way(), over.page)}


def stop(over, day=None):
    given = over.case_id, Reason.MANAGES_HERSELF, day
    over.ctx.call(holders.close, *given, agreed_none=day is None, now=MONDAY)


def test_the_menu_holds_what_can_be_done_now(over):
    assert list(entries(over)) == [
        "Er is iets gebeurd",
        "Andere naam",
        "Wie staat naast haar",
        "Stappenplan",
        "Stop de begeleiding",
        "Wis alles van haar",
    ]
    stop(over)
    assert "Stop de begeleiding" not in entries(over)
    assert "Begin opnieuw" in entries(over)
    assert "Vraag hoe het gaat" not in entries(over)


def test_a_planned_day_stands_in_the_menu_after_stopping(over):
    over.consents_to(Purpose.AFTERCARE_CHECK_IN)
    stop(over, MONDAY.date())
    entries(over)["Vraag hoe het gaat"]()
    assert over.overlay.accessibleName() == "Vraag Linde hoe het gaat"


def test_each_entry_opens_its_dialog_over_the_window(over):
    for text in ("Er is iets gebeurd", "Andere naam", "Wie staat naast haar"):
        entries(over)[text]()
        over.no()
        assert over.overlay is None
    entries(over)["Stop de begeleiding"]()
    assert over.overlay.accessibleName() == "De begeleiding van Linde stoppen?"
    over.no()
    entries(over)["Wis alles van haar"]()
    assert over.overlay.accessibleName() == "Alles van Linde wissen?"


def test_the_guide_is_a_page_of_the_view(over):
    way, asked = Way(), []
    way.guide.connect(asked.append)
    entries(over, way)["Stappenplan"]()
    assert asked == [over.case_id]


def test_after_an_incident_nobody_calls_before_she_is_asked(over):
    agree(over.ctx.db, over.case_id)
    form = over.open(open_incident)
    form.what.setPlainText("Hij heeft haar telefoon.")
    over.yes()
    gate = over.ctx.call(safe_contact.reach, over.case_id, Channel.CALL, now=MONDAY).gate
    assert gate.verdict is Verdict.ASK_AGAIN


def test_an_alias_can_change_or_go_and_the_code_stays(over):
    code = over.page.name.code
    form = over.open(open_rename)
    assert form.alias.text() == "Linde"
    form.alias.setText("  Roos ")
    over.yes()
    assert (over.page.name.alias, over.page.name.code) == ("Roos", code)
    form = over.open(open_rename)
    form.alias.clear()
    over.yes()
    assert over.page.name.shown == code


def test_a_name_that_is_too_long_says_so_and_hidden_names_stay_hidden(over):
    form = over.open(open_rename)
    form.alias.setText("R" * 61)
    over.yes()
    assert form.fields["alias"].problem().startswith("Dit is te lang.")
    over.no()
    over.ctx.veiled = True
    assert over.open(open_rename).alias.text() == ""


def nora(over, sign_in):
    """A third confidant, seen by everybody who signs in from now on."""
    from hgkm_desktop.models.codes import Role

    salma = sign_in("Salma")
    return salma.call(members.add, "Nora", (Role.CONFIDANT,), 1, now=MONDAY).member.id


def test_each_confidant_is_asked_and_nothing_is_answered_beforehand(over):
    form = over.open(open_team)
    assert "Nu: Leyla en Imane." in form.accessibleDescription()
    assert form.team.list.is_blank()
    assert "Ken je deze persoon of haar familie privé?" in over.words()
    over.yes()
    assert form.fields["candidates"].problem()
    assert over.page.second is not None


def test_whoever_is_not_named_any_more_cannot_read_on(over, desk, sign_in):
    leyla, imane = member(desk, "Leyla"), member(desk, "Imane")
    form = over.open(open_team)
    form.team.list.answers[leyla].segments[0].click()
    form.team.list.answers[imane].segments[1].click()
    over.yes()
    assert over.overlay is None
    assert (over.page.first, over.page.second) == (leyla, None)
    with pytest.raises(Forbidden):
        sign_in("Imane").call(cases.page, over.case_id)


def test_one_of_those_who_know_her_story_stays(desk, sign_in, qtbot, qapp):
    leyla = sign_in("Leyla")
    case_id = open_linde(desk, leyla)
    with over_a_window(leyla, case_id, qtbot, qapp) as before:
        third = nora(before, sign_in)
    again = sign_in("Leyla")
    with over_a_window(again, case_id, qtbot, qapp) as over:
        form = over.open(open_team)
        form.team.list.answers[third].segments[0].click()
        over.yes()
        assert form.fields["candidates"].problem()
        form.team.list.answers[member(desk, "Leyla")].segments[0].click()
        over.yes()
        assert (over.page.first, over.page.second) == (third, member(desk, "Leyla"))


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_nothing_typed_does_harm(over, text):
    form = over.open(open_incident)
    paste(form.what, text)
    over.yes()
    if over.overlay is not None:
        assert form.fields["what"].problem()
        over.no()
    form = over.open(open_rename)
    form.alias.setText(text)
    over.yes()
    assert over.overlay is None or form.fields["alias"].problem()
