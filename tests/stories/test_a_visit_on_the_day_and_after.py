"""The visit on its own morning, with Leyla ill; how it went; and what became of the promises."""

from datetime import date, time

import pytest
from a_visit import (
    FRIDAY,
    HER,
    OTHER,
    TEAM,
    THURSDAY,
    at_desk,
    choose,
    go,
    panel,
    plain,
    planned,
    press,
    promises,
    step,
    told,
    visit_now,
)
from beside_her import Calendar, accept, answer, chip, open_her, tab, words_of
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateTimeEdit
from sqlalchemy import select
from standing_beside import member

from hgkm_desktop.models import PartnerCount
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.going_along import Leaving, Punctual, State, Wishes
from hgkm_desktop.rules.partners import Kept
from hgkm_desktop.services import absences, bulk, members
from hgkm_desktop.ui.forms.fold_card import FoldCard
from hgkm_desktop.ui.views.appointments.panel_foot import Ask

NEXT_WEDNESDAY, NEXT_THURSDAY = date(2026, 12, 2), date(2026, 12, 3)
CALLS = "Belt terug over de woning"
MAILS = "Stuurt de brief"
TOGETHER = "Ze vragen samen een woning aan"


@pytest.fixture
def calendar():
    """Five past eight on the morning itself."""
    return Calendar(THURSDAY, time(8, 5))


@pytest.fixture
def visit(desk, sign_in):
    return planned(desk, sign_in)


@pytest.fixture
def stranger(sign_in):
    """Fatma is a confidant too, and does not stand beside Linde; return her first words."""
    salma = sign_in("Salma")
    made = salma.call(members.add, "Fatma", (Role.CONFIDANT,), 2, now=MONDAY)
    salma.call(bulk.settle)
    return made.passphrase


def is_ill(desk, sign_in, *names: str) -> None:
    """Somebody else noted that they are not there today."""
    salma = sign_in("Salma")
    for name in names:
        salma.call(absences.note, member(desk, name), THURSDAY, THURSDAY, now=MONDAY)


def asked(it) -> list[str]:
    """Return what Vandaag asks her to take over."""
    asks = go(it, "today").page.parts.stand_in.asks
    return [plain(words_of(each)) for each in asks if each.isVisible()]


def test_the_coordinator_notes_the_illness_and_hears_nothing_of_whom_it_is_about(
    desk, visit, calendar, qtbot
):
    with at_desk(desk, qtbot, calendar, "Salma") as it:
        it.push(go(it, "appointments").page.bar.more)
        press(it, "Iemand is er niet")
        choose(it, it.overlay.who, member(desk, "Leyla"))
        accept(it)
        assert it.overlay is None
        assert HER not in told(it)
        assert "Leyla is er vandaag niet." in told(it, go(it, "today"))
        assert asked(it) == []
    with at_desk(desk, qtbot, calendar, "Imane") as it:
        (ask,) = asked(it)
        assert "Leyla is er vandaag niet." in ask
        assert f"Ga jij mee met {HER} om 10.30?" in ask
        (row,) = it.view.page.parts.stand_in.asks
        it.push(row.go)
        now = visit_now(it, visit.id)
        assert (now.first, now.reserve) == (member(desk, "Imane"), member(desk, "Leyla"))
        assert asked(it) == []
        (row,) = it.view.page.parts.going.shown()
        assert "Imane" in row.accessibleName()


def test_no_stranger_is_proposed(desk, sign_in, visit, stranger, calendar, qtbot):
    is_ill(desk, sign_in, "Leyla")
    with at_desk(desk, qtbot, calendar, "Fatma", stranger) as it:
        while it.overlay is not None:
            it.press(Qt.Key.Key_Escape)
        assert asked(it) == []
        assert HER not in told(it)
    with at_desk(desk, qtbot, calendar, "Imane") as it:
        go(it, "appointments")
        it.push(it.view.page.bar.more)
        press(it, "Deze afspraken hebben iemand nodig")
        said = told(it, it.overlay)
        assert "Imane is de reserve. Zij kennen elkaar." in said
        assert "Fatma" not in said
        assert [each.text() for each in it.overlay.goes] == ["Ik ga mee"]


def test_when_both_are_away_nobody_at_all_is_proposed(desk, sign_in, visit, calendar, qtbot):
    is_ill(desk, sign_in, "Leyla", "Imane")
    with at_desk(desk, qtbot, calendar, "Imane") as it:
        go(it, "appointments")
        it.push(it.view.page.bar.more)
        press(it, "Deze afspraken hebben iemand nodig")
        assert it.overlay.goes == []
        assert "Imane is er ook niet." in told(it, it.overlay)


def tell_how_it_went(it, visit, calendar) -> None:
    """Another official came, late; two things were promised by a day."""
    calendar.turn_to(THURSDAY, time(12, 0))
    (row,) = go(it, "today").page.parts.going.shown()
    row.setFocus()
    it.press(Qt.Key.Key_Return)
    assert panel(it).visit_id == visit.id
    asks = panel(it).middle.after.asks
    assert not asks.fields["instead"].isVisible()
    answer(it, asks.punctual, "Te laat")
    answer(it, asks.face, "Iemand anders")
    it.fill(asks.instead, OTHER)
    answer(it, asks.wishes, "Deels")
    it.fill(asks.agreed, TOGETHER)
    for what in (CALLS, MAILS):
        _promised(it, asks.rows, what)
    it.fill(asks.feedback, "3 dec")
    chip(it, asks.leaving, "Rustig")
    it.push(panel(it).foot.buttons[Ask.SAVE])


def _promised(it, rows, what: str) -> None:
    it.push(rows.more)
    row = rows.rows[-1]
    row.what.setFocus()
    row.what.selectAll()
    it.type(what)
    if not row.who.text():
        it.fill(row.who, OTHER)
    it.push(row.has_clock)
    assert row.by.value() == NEXT_THURSDAY
    if what == CALLS:
        step(it, row.by, -1, QDateTimeEdit.Section.MonthSection)
        step(it, row.by, (FRIDAY - row.by.value()).days)
        assert row.by.value() == FRIDAY


def test_what_was_agreed_becomes_promises_on_her_page_and_clocks_of_the_day(
    desk, sign_in, visit, calendar, qtbot
):
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        tell_how_it_went(it, visit, calendar)
        after = visit_now(it, visit.id).details.afterwards
        assert visit_now(it, visit.id).state is State.HELD
        said = after.punctual, after.known_face, after.instead, after.wishes, after.leaving
        assert said == (Punctual.LATE, False, OTHER, Wishes.PARTLY, Leaving.CALM)
        assert (after.agreed, after.feedback_by) == (TOGETHER, NEXT_THURSDAY)
        found = promises(it, visit.case_id)
        assert [(each.what, each.who, each.by) for each in found] == [
            (CALLS, OTHER, FRIDAY),
            (MAILS, OTHER, NEXT_THURSDAY),
        ]
        assert set(after.promises) == {each.id for each in found}
        open_her(it, HER)
        for words in (f"{OTHER}: {CALLS}", f"{OTHER}: {MAILS}", TOGETHER):
            assert words in told(it), words
        assert endings(it) == [f"Belofte {HER}, morgen, {OTHER}: {CALLS}."]
    calendar.turn_to(NEXT_WEDNESDAY, time(9))
    with at_desk(desk, qtbot, calendar, "Imane") as it:
        assert endings(it) == [
            f"Belofte {HER}, de dag is voorbij, {OTHER}: {CALLS}.",
            f"Belofte {HER}, morgen, {OTHER}: {MAILS}.",
        ]


def endings(it) -> list[str]:
    """Return the clocks that end, as Vandaag says them."""
    rows = go(it, "today").page.parts.endings.shown()
    return [plain(each.accessibleName()) for each in rows]


def test_what_nobody_agreed_yet_about_a_promise_is_asked_until_somebody_answers(
    desk, visit, calendar, qtbot
):
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        tell_how_it_went(it, visit, calendar)
        open_her(it, HER)
        card = tab(it, "clocks").cards[0]
        assert "Nog niet afgesproken" in told(it, card)
        assert "Nog niemand" in told(it, card)
        it.push(card.change)
        it.fill(it.overlay.then, "Leyla belt zelf")
        it.fill(it.overlay.who, "Imane")
        accept(it)
        first, second = tab(it, "clocks").cards[:2]
        assert "Nog niet afgesproken" not in told(it, first)
        assert "Leyla belt zelf" in told(it, first)
        assert "Nog niet afgesproken" in told(it, second)


def unfold(it, side) -> None:
    """Open what is folded on the card: the counts of each year."""
    (fold,) = side.findChildren(FoldCard)
    it.push(fold.button)


COUNTS = {Kept.HELD: 1, Kept.LATE: 1, Kept.OTHER_FACE: 1, Kept.WISHES_NOT: 1}


def card_of(it):
    """Open the card of the Buurtteam by keyboard, and return it."""
    page = go(it, "partners").page
    page.list.table.setFocus()
    it.press(Qt.Key.Key_Home)
    assert page.chosen.partner.name == TEAM
    return page.chosen


@pytest.mark.parametrize(
    ("name", "day"), [("Imane", THURSDAY), ("Joke", date(2027, 1, 4)), ("Salma", date(2027, 1, 4))]
)
def test_the_partner_is_counted_without_persons(desk, visit, calendar, qtbot, name, day):
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        tell_how_it_went(it, visit, calendar)
    calendar.turn_to(day, time(13))
    with at_desk(desk, qtbot, calendar, name) as it:
        card = card_of(it)
        assert (card.counts, card.by_year) == (COUNTS, {2026: COUNTS})
        unfold(it, it.view.page.side)
        said = told(it)
        assert "2026: doorgegaan 1, " in said
        assert "te laat 1, ander gezicht 1" in said
        assert [each for each in (OTHER, HER, CALLS, TOGETHER) if each in said] == []
        rows = it.ctx.call(lambda session: session.scalars(select(PartnerCount)).all())
        columns = {column.name for column in PartnerCount.__table__.columns}
        assert len(rows) == len(COUNTS)
        assert columns == {"id", "partner_id", "year", "what", "number"}


@pytest.mark.parametrize("name", ["Hanan", "Joke"])
def test_who_sees_only_that_leyla_was_out_cannot_tell_from_a_count_where(
    desk, visit, calendar, qtbot, name
):
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        tell_how_it_went(it, visit, calendar)
    with at_desk(desk, qtbot, calendar, name) as it:
        assert (card_of(it).counts, card_of(it).by_year) == ({}, {})
        assert "te laat 1" not in told(it)


def test_what_they_would_let_us_hear_is_overdue_the_day_after(desk, visit, calendar, qtbot):
    with at_desk(desk, qtbot, calendar, "Leyla") as it:
        tell_how_it_went(it, visit, calendar)
    for day, expected in ((NEXT_THURSDAY, []), (date(2026, 12, 5), ["2 dagen te laat"])):
        calendar.turn_to(day, time(9))
        with at_desk(desk, qtbot, calendar, "Imane") as it:
            rows = go(it, "today").page.parts.awaited.shown()
            late = [plain(each.accessibleName()) for each in rows]
            assert [TEAM in each and HER in each for each in late] == [True] * len(expected)
            assert [each.rpartition(", ")[2] for each in late] == expected
