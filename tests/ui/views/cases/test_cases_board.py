from uuid import uuid4

import pytest
from cases_window import ago, begin, cases_window, let_go, may_know, talk
from desk import MONDAY, Make

from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.bodies import Referral
from hgkm_desktop.rules.lists import Area, ReferralKind, ReferralStatus
from hgkm_desktop.services import case_board, cases, holders, members, referrals
from hgkm_desktop.ui.views.cases.home import BOARD, MINE
from hgkm_desktop.ui.widgets.cells import EXTRA

CODE, HOLDER, CONFIDANTS, BEGAN, LAST, DUE, WAITS = range(7)


@pytest.fixture
def salma(sign_in):
    salma = sign_in("Salma")
    salma.call(case_board.start, now=MONDAY)
    return salma


@pytest.fixture
def roos(salma, sign_in, desk):
    """Roos, offered to a partner who is late."""
    leyla = sign_in("Leyla")
    case_id = begin(desk, leyla, "Roos")
    talk(leyla, case_id)
    may_know(leyla, case_id, "Buurtteam")
    leyla.call(holders.offer, case_id, "Buurtteam", ago(5).date(), now=ago(9))
    return leyla.call(cases.name_of, case_id)


def cells(shown):
    model = shown.page.model
    return [str(model.index(1, column).data() or "") for column in range(7)]


def test_the_board_says_code_holder_confidants_and_days_and_nothing_else(roos, salma, qtbot, qapp):
    with cases_window(salma, qtbot, qapp) as shown:
        assert cells(shown)[:4] == [roos.code, "Aangeboden aan Buurtteam", "Leyla, Imane", "3 nov"]
        assert cells(shown)[DUE] == "5 dagen te laat"
        assert shown.page.model.index(1, DUE).data(EXTRA) == ("am", "clock")
        assert shown.window.header.beside.text() == "1 lopend"
        said = " ".join(cells(shown)) + shown.words()
        assert "Roos" not in said
        assert "zevenblad" not in said
        shown.page.table.setFocus()
        shown.page.table.select(1)
        shown.page.table.opened.emit(shown.page.rows[0])
        assert shown.view.pages.here is shown.view.pages.home


def test_what_nobody_holds_stands_first(roos, salma, sign_in, desk, qtbot, qapp):
    leyla = sign_in("Leyla")
    nadia = begin(desk, leyla, "Nadia")
    let_go(leyla, nadia, desk)
    leyla.call(holders_seen, nadia)
    with cases_window(salma, qtbot, qapp) as shown:
        assert shown.lines(shown.page.model)[0] == "Niemand houdt haar vast  1"


def holders_seen(session, case_id):
    from hgkm_desktop.services import case_key

    case_board.put(session, case_key.open_ring(session, case_id), now=MONDAY)


def test_the_search_field_finds_codes_and_confidants(roos, salma, qtbot, qapp):
    with cases_window(salma, qtbot, qapp) as shown:
        shown.window.header.search.setText(roos.code[-4:])
        assert len(shown.lines(shown.page.model)) == 2
        shown.window.header.search.setText("roos")
        assert shown.lines(shown.page.model) == []


def test_the_veil_leaves_no_names(roos, salma, qtbot, qapp):
    with cases_window(salma, qtbot, qapp) as shown:
        shown.window.header.veil.click()
        assert cells(shown)[CONFIDANTS] == "L., I."
        assert "Leyla" not in shown.page.model.index(1, HOLDER).data(EXTRA)[1]


def test_an_empty_board_says_what_it_will_show(salma, qtbot, qapp):
    with cases_window(salma, qtbot, qapp) as shown:
        assert "Er is nog geen begeleiding" in shown.words()


def test_a_coordinator_without_the_key_is_told_how_she_gets_it(roos, sign_in, qtbot, qapp):
    bea = sign_in("Bea")
    new = Make(bea).member("Nora", (Role.COORDINATOR,))
    assert new
    with cases_window(_as_coordinator(sign_in, bea), qtbot, qapp) as shown:
        assert "Je hebt de sleutel nog niet" in shown.words()


def _as_coordinator(sign_in, bea):
    """Joke, who is a coordinator from now on and was given no key yet."""
    joke = sign_in("Joke")
    member_id = joke.actor.member_id
    joke.close()
    bea.call(members.change, member_id, "Joke", (Role.COORDINATOR,), 2)
    return sign_in("Joke")


def test_who_is_both_has_two_parts(roos, sign_in, salma, qtbot, qapp):
    bea = sign_in("Bea")
    leyla = sign_in("Leyla")
    member_id = leyla.actor.member_id
    roles = (Role.CONFIDANT, Role.COORDINATOR)
    bea.call(members.change, member_id, "Leyla", roles, 3)
    both = sign_in("Leyla")
    sign_in("Salma").call(case_board.start, now=MONDAY)
    with cases_window(both, qtbot, qapp) as shown:
        home = shown.view.pages.home
        assert [tab.text() for tab in home.tabs.tabs] == ["Mijn begeleidingen", "Overzicht"]
        assert home.here is home.parts[MINE]
        home.tabs.tabs[1].click()
        assert home.here is home.parts[BOARD]
        assert cells(shown)[CODE] == roos.code
        home.tabs.tabs[0].click()
        assert shown.lines()[1] == "Roos"


def test_what_nobody_can_open_any_more_has_a_button(roos, sign_in, desk, qtbot, qapp):
    bea = sign_in("Bea")
    for name in ("Leyla", "Imane"):
        bea.call(members.leave, desk.keys[name].tile.member_id, now=MONDAY)
    with cases_window(sign_in("Salma"), qtbot, qapp) as shown:
        assert cells(shown)[HOLDER] == "Niemand kan dit nog openen"
        assert cells(shown)[CONFIDANTS] == "Maak weer open"
        shown.page.table.opened.emit(shown.page.rows[0])
        assert roos.code in shown.form.accessibleName()


def test_the_board_says_what_partners_brought_and_names_nobody(roos, salma, sign_in, qtbot, qapp):
    leyla = sign_in("Leyla")
    status, day = ReferralStatus.FIRST_MEETING, ago(2).date()
    for by in ("Jeugdbescherming", "Buurtteam"):
        way = ReferralKind.SUPPORT_GROUP, by, Area.NIEUW_WEST
        shown = Referral(uuid4(), *way, status, day)
        leyla.call(referrals.note, roos.case_id, shown, now=MONDAY)
    with cases_window(salma, qtbot, qapp) as shown:
        said = shown.page.brought.said.text()
        both = "Buurtteam, Nieuw-West: 1 van 2; Jeugdbescherming, Nieuw-West: 1 van 2"
        assert said == f"Steungroep dit jaar: {both}."
        assert shown.page.brought.isVisible()


def test_nothing_is_said_of_support_groups_while_nobody_came(roos, salma, qtbot, qapp):
    with cases_window(salma, qtbot, qapp) as shown:
        assert not shown.page.brought.isVisible()
