import pytest
from cases_window import ago, begin, cases_window, let_go, may_know, talk
from desk import MONDAY
from PySide6.QtCore import Qt

from hgkm_desktop.rules.bodies import Score
from hgkm_desktop.rules.holding import Reason, Waiting
from hgkm_desktop.rules.lists import NoteKind, Voice
from hgkm_desktop.services import case_key, holders
from hgkm_desktop.ui.widgets.cells import EXTRA

WHO, PHASE, HOLDER, NUMBERS, LAST, CONFIDANT = range(6)


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def several(desk, leyla):
    """One in every group, and one that stopped."""
    noor, dunya = begin(desk, leyla, "Noor"), begin(desk, leyla, "Dunya")
    for case_id, partner in ((noor, "Blijf Groep"), (dunya, "Veilig Thuis")):
        may_know(leyla, case_id, partner)
        leyla.call(holders.offer, case_id, partner, ago(-4).date(), now=ago(3))
    leyla.call(holders.accept, dunya, "Ilse", now=ago(2))
    leyla.call(holders.talk, dunya, now=ago(2))
    leyla.call(holders.confirm, dunya, now=ago(2))
    roos = begin(desk, leyla, "Roos")
    talk(leyla, roos, 1, NoteKind.ALONG)
    for days, number in ((9, 4), (5, 6), (1, 5)):
        score = Score(ago(days).date(), number, Voice.HERSELF)
        leyla.call(case_key.note, roos, score, now=ago(days))
    confidants_number = Score(ago(0).date(), 9, Voice.CONFIDANT)
    leyla.call(case_key.note, roos, confidants_number, now=MONDAY)
    let_go(leyla, begin(desk, leyla, "Nadia"), desk)
    sila = begin(desk, leyla, "Sila")
    leyla.call(holders.close, sila, Reason.RETURNED_HOME, None, agreed_none=True, now=ago(4))
    return {"Noor": noor, "Dunya": dunya, "Roos": roos}


@pytest.fixture
def shown(several, leyla, qtbot, qapp):
    with cases_window(leyla, qtbot, qapp) as made:
        yield made


def test_who_needs_somebody_stands_first(shown):
    lines = [line.split("  ")[0] for line in shown.lines()]
    assert lines == [
        "Niemand houdt haar vast",
        "Nadia",
        "Aangeboden, nog niet bevestigd",
        "Noor",
        "Wij houden vast",
        "Roos",
        "Partner houdt vast",
        "Dunya",
    ]
    assert shown.window.header.heading.text() == "Begeleiding"
    assert shown.window.header.beside.text() == "4 lopend"


def test_a_row_says_who_holds_her_and_since_when(shown):
    assert shown.cell("Nadia", HOLDER) == "Niemand"
    assert shown.cell("Nadia", HOLDER, EXTRA) == ("nobody", "sinds za 21 nov")
    assert shown.cell("Noor", HOLDER) == "Aangeboden aan Blijf Groep"
    assert shown.cell("Noor", HOLDER, EXTRA) == ("offered", "nog niet bevestigd, 3 dagen")
    assert shown.cell("Roos", HOLDER, EXTRA) == ("us", "")
    assert shown.cell("Dunya", HOLDER) == "Veilig Thuis houdt vast"
    assert shown.cell("Dunya", HOLDER, EXTRA) == ("partner", "bevestigd door Ilse, 21 nov")


def test_only_her_own_numbers_make_the_line_and_the_phase(shown):
    assert shown.cell("Roos", NUMBERS, EXTRA) == (4, 6, 5)
    assert shown.cell("Roos", PHASE, EXTRA) == 1
    assert shown.cell("Roos", NUMBERS, Qt.ItemDataRole.AccessibleTextRole).endswith("5")
    assert shown.cell("Noor", NUMBERS) == "nog geen cijfer"


def test_the_last_contact_is_a_day_and_how(shown):
    assert shown.cell("Roos", LAST) == "gisteren"
    assert shown.cell("Roos", LAST, EXTRA) == "· meegaan"
    assert shown.cell("Noor", LAST) == "nog niets"


def test_a_late_answer_and_waiting_are_said(several, leyla, qtbot, qapp, desk):
    late, waits = begin(desk, leyla, "Yara", days=60), begin(desk, leyla, "Fee", days=60)
    for case_id in (late, waits):
        may_know(leyla, case_id, "Buurtteam", 50)
        leyla.call(holders.offer, case_id, "Buurtteam", ago(5).date(), now=ago(40))
    waiting = Waiting("een plek", ago(20).date(), "Leyla")
    leyla.call(holders.feedback, waits, now=ago(20))
    leyla.call(holders.wait, waits, waiting, now=ago(20))
    with cases_window(leyla, qtbot, qapp) as shown:
        assert shown.cell("Yara", HOLDER, EXTRA)[1] == "5 dagen te laat"
        assert shown.cell("Fee", HOLDER, EXTRA)[1] == "wacht sinds 3 nov op een plek"


def test_chips_count_and_leave_out(shown):
    chips = {chip.text(): chip for chip in shown.page.bar.chips.chips}
    assert [chip.accessibleName() for chip in chips.values()] == [
        "Alles, 4",
        "Niemand, 1",
        "Aangeboden, 1",
        "Wij, 1",
        "Partner, 1",
    ]
    chips["Wij"].click()
    assert shown.lines() == ["Wij houden vast  1", "Roos"]
    shown.table.setFocus()
    shown.press(Qt.Key.Key_Escape)
    assert len(shown.lines()) == 8


def test_who_stopped_stands_folded_below(shown):
    stopped = shown.page.card.stopped
    assert stopped.text() == "Gestopt (1)"
    assert "Sila" not in shown.lines()
    shown.push(stopped)
    assert shown.lines()[-2:] == ["Gestopt  1", "Sila"]
    assert shown.cell("Sila", HOLDER) == "Terug naar huis. De deur blijft open"
    shown.push(stopped)
    assert "Sila" not in shown.lines()


def test_only_mine_are_those_i_am_first_for(several, leyla, sign_in, qtbot, qapp, desk):
    imane = sign_in("Imane")
    begin(desk, imane, "Amal", "Imane", "Leyla")
    with cases_window(leyla, qtbot, qapp) as shown:
        assert "Amal" in shown.lines()
        shown.page.bar.own.click()
        assert "Amal" not in shown.lines()
        assert "Roos" in shown.lines()


def test_i_do_it_with_the_button_or_the_space_bar(shown):
    assert shown.cell("Nadia", CONFIDANT) == "Ik doe het"
    shown.click("Nadia", CONFIDANT)
    assert shown.said[-1].text == "Jij houdt Nadia nu vast."
    assert shown.lines()[:1] == ["Aangeboden, nog niet bevestigd  1"]
    assert shown.cell("Nadia", CONFIDANT) == "Leyla"
    assert shown.view.pages.here is shown.view.pages.home


def test_space_takes_her_on_and_elsewhere_does_nothing(shown):
    shown.choose("Roos")
    shown.press(Qt.Key.Key_Space)
    assert shown.said == []
    shown.choose("Nadia")
    shown.press(Qt.Key.Key_Space)
    assert shown.said[-1].text == "Jij houdt Nadia nu vast."


def test_the_search_field_narrows_the_list(shown):
    shown.window.header.search.setText("roos")
    assert shown.lines() == ["Wij houden vast  1", "Roos"]
    shown.window.header.search.setText("veilig thuis")
    assert shown.lines() == ["Partner houdt vast  1", "Dunya"]
    shown.window.header.search.setText("niemand met die naam")
    assert shown.lines() == []
    assert "Niets gevonden" in shown.words()


def test_the_veil_leaves_codes_and_no_texts(shown):
    shown.window.header.veil.click()
    lines = " ".join(shown.lines())
    assert "Roos" not in lines
    assert lines.count("BL-") == 4
    assert shown.cell("Dunya", HOLDER, EXTRA)[1] == "bevestigd, 21 nov"
    assert shown.cell("Roos", CONFIDANT) == "L."


def test_somebody_without_an_alias_is_her_code(desk, leyla, qtbot, qapp):
    begin(desk, leyla, "")
    with cases_window(leyla, qtbot, qapp) as shown:
        assert shown.lines()[1].startswith("BL-")
        assert shown.cell("", WHO, EXTRA) == ""


def test_nobody_yet_is_said_with_one_button(leyla, qtbot, qapp):
    with cases_window(leyla, qtbot, qapp) as shown:
        assert "Je begeleidt nog niemand" in shown.words()
        shown.push(shown.page.nobody_yet.button)
        assert shown.form is not None


def test_what_a_colleague_stands_beside_alone_is_not_here(desk, leyla, sign_in, qtbot, qapp):
    begin(desk, leyla, "Noor", "Leyla")
    with cases_window(sign_in("Imane"), qtbot, qapp) as shown:
        assert shown.page.rows == []
        assert "Noor" not in shown.words()
        assert "gesloten" not in shown.words().lower()


@pytest.mark.parametrize("size", [(1366, 706), (1440, 868)])
@pytest.mark.parametrize("scale", [100, 130])
def test_the_holder_has_room_at_every_size(several, leyla, qtbot, qapp, size, scale):
    with cases_window(leyla, qtbot, qapp, size=size, scale=scale) as shown:
        assert shown.table.columnWidth(HOLDER) >= 190
        assert shown.table.horizontalScrollBar().maximum() == 0


def test_it_is_there_in_arabic(several, leyla, qtbot, qapp):
    with cases_window(leyla, qtbot, qapp, language="ar") as shown:
        assert shown.window.header.heading.text() == "المرافقة"
        shown.choose("Roos")
        shown.press(Qt.Key.Key_Return)
        assert shown.window.header.heading.text() == "Roos"
