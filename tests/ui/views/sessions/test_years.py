"""Counts per year on the screen, and as a file for ourselves or for outside."""

import csv
import io
from datetime import date

import pytest
from files_desk import files_desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from python_calamine import CalamineWorkbook

from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services import attendance, information_sessions
from hgkm_desktop.services.tables import Format
from hgkm_desktop.ui.views.sessions.years import YearsPage
from hgkm_desktop.ui.views.sessions.years_export import ExportForm


@pytest.fixture
def page(seat):
    """Five sessions in two years, one of them called off, and one still to come."""
    for days, topic, heads in ((-10, SessionTopic.MONEY, 23), (-20, SessionTopic.MONEY, 6)):
        attended(seat, days, topic, heads)
    attended(seat, -400, SessionTopic.WORK, 11)
    off = seat.plan(-30, SessionTopic.FGM)
    seat.ctx.call(information_sessions.call_off, off.id, off.version, "ziek")
    seat.plan(3, SessionTopic.RIGHTS)
    session = seat.plan(-40, SessionTopic.OTHER, title="=1+1")
    seat.ctx.call(attendance.show_hands, session.id, 17, 23)
    seat.ctx.call(attendance.hand_out, session.id, "money", "nl", 12)
    return shown(seat)


def attended(seat, days, topic, heads):
    session = seat.plan(days, topic)
    seat.ctx.call(attendance.count_heads, session.id, heads)
    return session


def shown(seat):
    made = YearsPage(seat.ctx, seat.save)
    seat.window.layout().addWidget(made)
    made.refresh()
    QTest.qWait(0)
    return made


def cells(page):
    model = page.model
    columns, rows = range(len(model.columns)), range(len(model.rows))
    return [[model.index(row, column).data() for column in columns] for row in rows]


def export(seat, page):
    seat.push(page.export)
    assert isinstance(seat.overlay, ExportForm)
    return seat.overlay


def test_a_year_shows_per_topic_what_it_brought(seat, page):
    assert [page.year.itemText(place) for place in range(page.year.count())] == ["2026", "2025"]
    assert cells(page) == [
        ["Geld", "2", "29", "–", "0"],
        ["Iets anders", "1", "0", hands(17, 23), "12"],
    ]
    assert "Bijeenkomsten: 3. Bezoeken bij elkaar: 29." in seat.words(page)


def hands(count, all_of):
    return f"\u2066{count}\u2069 van \u2066{all_of}\u2069"


def test_another_year_is_chosen_by_keyboard_and_stays_after_a_change(seat, page):
    page.take_focus()
    assert seat.focus is page.year
    seat.pick(page.year, 2025)
    page.year.activated.emit(1)
    assert cells(page) == [["Werk", "1", "11", "–", "0"]]
    page.refresh()
    assert cells(page) == [["Werk", "1", "11", "–", "0"]]


def test_before_the_first_session_the_page_says_what_will_stand_there(seat):
    page = shown(seat)
    assert "Er is nog geen bijeenkomst geweest" in seat.words(page)
    assert not page.year.isVisible()
    assert not page.export.isVisible()
    page.take_focus()
    assert seat.focus is page.table


def test_escape_leads_back(seat, page, qtbot):
    page.take_focus()
    with qtbot.waitSignal(page.left):
        QTest.keyClick(seat.focus, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(page.left):
        QTest.keyClick(page, Qt.Key.Key_F7)


def test_who_may_not_take_counts_along_has_no_button(sign_in, qtbot, qapp):
    with files_desk(sign_in("Joke"), qtbot, qapp) as staff:
        attended(staff, -10, SessionTopic.MONEY, 9)
        with files_desk(sign_in("Hanan"), qtbot, qapp) as volunteer:
            page = shown(volunteer)
            assert cells(page) == [["Geld", "1", "9", "–", "0"]]
            assert not page.export.isVisible()


def test_a_file_for_outside_is_rounded_and_neutral_and_it_is_noted(seat, page):
    form = export(seat, page)
    assert form.outside.value() is True
    assert "Onder de 8 zie je niet hoeveel." in seat.words(form)
    seat.push(form.accept_button)
    assert seat.overlay is None
    ((name, kind, content),) = seat.files
    assert (name, kind) == ("lijst.xlsx", "Tabel")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    head = rows[0]
    present = [row[head.index("Aanwezig")] for row in rows[1:]]
    assert "25" in present
    assert "onder 8" in present
    assert 23 not in present
    assert seat.said[-1].text == "Het bestand is bewaard."
    assert (Act.EXPORT, "information_session") in seat.acts()


def test_a_file_for_ourselves_is_exact_and_runs_no_formula(seat, page):
    form = export(seat, page)
    seat.choose(form.outside, False)
    assert "Kleine aantallen verraden wie er was." in seat.words(form)
    seat.choose(form.kind, Format.CSV)
    seat.push(form.accept_button)
    ((name, _, content),) = seat.files
    assert name == "lijst.csv"
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert {"23", "6"} <= {row["Aanwezig"] for row in rows}
    assert "'=1+1" in [row["Titel"] for row in rows]


def test_only_the_days_that_were_chosen_are_in_it(seat, page):
    seat.pick(page.year, 2025)
    page.year.activated.emit(1)
    form = export(seat, page)
    assert (form.first.value(), form.last.value()) == (date(2025, 1, 1), date(2025, 12, 31))
    form.last.set_value(date(2025, 1, 2))
    seat.choose(form.kind, Format.CSV)
    seat.push(form.accept_button)
    assert seat.files[0][2].decode("utf-8-sig").count("\r\n") == 1


def test_days_the_wrong_way_round_are_said_at_the_field(seat, page):
    form = export(seat, page)
    form.last.set_value(date(2020, 1, 1))
    seat.push(form.accept_button)
    assert seat.overlay is form
    assert form.fields["last"].problem() == "De laatste dag komt vóór de eerste."
    assert seat.files == []
