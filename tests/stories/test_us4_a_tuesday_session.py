"""US-4: a Tuesday session about girls' circumcision, and one woman stays behind (real widgets).

Nobody's name is on any list. What the confidant goes on with is seen by no one who works on
sessions, and stands in no export.
"""

import csv
import io
from datetime import date, time

import pytest
from a_session import (
    GGD,
    SHELTER,
    TUESDAY,
    count_afterwards,
    enter_the_summer,
    partners_of_us,
    plan_the_session,
    save_as,
    stays_behind,
)
from a_visit import at_desk, go, plain, press, settled, told
from beside_her import Calendar
from program import CONTROL
from PySide6.QtCore import Qt

from hgkm_desktop import clock
from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.sessions import SessionForm, SessionTopic, StepState
from hgkm_desktop.services import (
    attendance,
    follow_ups,
    information_sessions,
    registrations,
    session_counts,
    session_list,
)
from hgkm_desktop.services.session_counts import OfTopic
from hgkm_desktop.services.session_list import Query
from hgkm_desktop.texts import tr

SUMMER, END = date(2027, 7, 17), date(2027, 8, 29)
JUNE_4, JUNE_5 = date(2027, 6, 4), date(2027, 6, 5)
TEN, HALF_PAST_TWELVE = time(10), time(12, 30)
ALIAS, NIECE, TEA = "Zus A", "mijn nichtje", "volgende week thee"
REMINDER = "6 weken"
SECRETS = ALIAS, "nichtje", "thee"


@pytest.fixture
def known(sign_in):
    return partners_of_us(sign_in)


def session_of(db):
    """Return the one session there is."""
    (row,) = db.call(session_list.page, Query(clock.at(JUNE_4, TEN))).rows
    return db.call(information_sessions.get, row.id)


def test_a_session_from_reminder_to_follow_up(desk, qtbot, known, sign_in, tmp_path):
    _the_planner_reminds(desk, qtbot)
    _it_is_planned_on_the_fifth_of_june(desk, qtbot, known, sign_in)
    _it_is_counted_without_names(desk, qtbot, sign_in)
    _one_woman_stays_behind(desk, qtbot, sign_in)
    _staff_reaches_nothing_of_it(desk, qtbot, sign_in, tmp_path)


def _the_planner_reminds(desk, qtbot) -> None:
    with at_desk(desk, qtbot, Calendar(JUNE_4, time(9)), "Joke") as it:
        go(it, "sessions")
        enter_the_summer(it, SUMMER, END)
        go(it, "today")
        assert REMINDER not in told(it).casefold()


def _it_is_planned_on_the_fifth_of_june(desk, qtbot, known, sign_in) -> None:
    with at_desk(desk, qtbot, Calendar(JUNE_5, time(9)), "Joke") as it:
        said = told(it)
        assert REMINDER in said.casefold()
        assert "meisjesbesnijdenis" in said.casefold()
        go(it, "sessions")
        plan_the_session(it, known)
        assert "Meisjesbesnijdenis" in told(it)
        go(it, "today")
        assert REMINDER not in told(it).casefold()
        one = session_of(it.ctx.db)
    assert one.starts_at == clock.at(TUESDAY, TEN)
    assert (one.topic, one.form) == (SessionTopic.FGM, SessionForm.TALK)
    assert one.languages == (Language.SOMALI,)
    assert one.speaker_partner == known[SHELTER]
    assert one.co_organisers == (str(known[GGD]),)


def _it_is_counted_without_names(desk, qtbot, sign_in) -> None:
    with at_desk(desk, qtbot, Calendar(TUESDAY, HALF_PAST_TWELVE), "Joke") as it:
        go(it, "sessions")
        it.view.pages.first.pane.head.side.segments[1].click()
        settled(it)
        count_afterwards(it, "23", "17")
        one = session_of(it.ctx.db)
        given = it.ctx.call(attendance.handed_out, one.id)
        assert it.ctx.call(registrations.of_session, one.id) == []
    assert (one.head_count, one.hands, one.hands_of) == (23, 17, 23)
    assert {(g.sheet, g.language): g.copies for g in given} == {("fgm", "so"): 20, ("fgm", "ar"): 5}


def _one_woman_stays_behind(desk, qtbot, sign_in) -> None:
    with at_desk(desk, qtbot, Calendar(TUESDAY, time(12, 45)), "Leyla") as it:
        go(it, "sessions")
        it.view.pages.first.pane.head.side.segments[1].click()
        settled(it)
        stays_behind(it, ALIAS, NIECE, TEA)
        press(it, "Nu niet", it.view.pages.follow_ups.card)
        assert ALIAS in told(it)
        (line,) = it.ctx.call(follow_ups.everything)
    assert (line.follow_up.alias, line.follow_up.said) == (ALIAS, NIECE)
    assert [(s.what, s.state) for s in line.follow_up.steps] == [(TEA, StepState.NOT_NOW)]


def _staff_reaches_nothing_of_it(desk, qtbot, sign_in, tmp_path) -> None:
    with at_desk(desk, qtbot, Calendar(TUESDAY, time(13)), "Joke") as it:
        _nothing_is_seen(it)
        go(it, "sessions")
        assert it.view.pages.follow_ups is None
        it.view.pages.first.pane.head.side.segments[1].click()
        settled(it)
        said = told(it)
        assert "23" in said
        for button in (it.view.pages.first.page.head.more, it.view.pages.first.pane.head.more):
            it.push(button)
            settled(it)
            assert tr("Talk afterwards") not in told(it)
            assert tr("Talks afterwards") not in told(it)
            _nothing_is_seen(it)
            it.press(Qt.Key.Key_Escape)
            settled(it)
        it.press(Qt.Key.Key_K, modifiers=CONTROL)
        settled(it)
        it.type("Zus")
        settled(it)
        assert ALIAS not in told(it).replace("Zus A", "", 0)
        it.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
        with pytest.raises(Forbidden):
            it.ctx.call(follow_ups.everything)
        of = OfTopic(SessionTopic.FGM, sessions=1, present=23, hands=17, hands_of=23, sheets=25)
        assert it.ctx.call(session_counts.of_year, 2027) == [of]
        _the_export_holds_no_row_of_it(it, tmp_path)


def _nothing_is_seen(it) -> None:
    said = told(it)
    for word in SECRETS:
        assert word not in said, word


def _the_export_holds_no_row_of_it(it, folder) -> None:
    go(it, "sessions")
    it.push(it.view.pages.first.pane.head.more)
    press(it, tr("Numbers per year"))
    model = it.view.pages.years.model
    cells = [plain(str(model.index(0, column).data())) for column in range(model.columnCount())]
    assert {"Meisjesbesnijdenis", "1", "23", "17 van 23", "25"} <= set(cells)
    it.push(it.view.pages.years.export)
    form = it.overlay
    it.push(form.outside.segments[1])
    it.push(form.kind.segments[1])
    press(it, tr("Choose where"))
    file = save_as(it, folder)
    text = file.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(rows) == 1
    assert {"23", "17", "Meisjesbesnijdenis"} <= set(rows[0].values())
    for word in SECRETS:
        assert word not in text
