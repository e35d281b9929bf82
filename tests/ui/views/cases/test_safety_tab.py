"""The safety tab: everybody's own line, no average, and a form by keyboard (R-219 to R-221)."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tab_desk import tab_desk

from hgkm_desktop import clock
from hgkm_desktop.rules.clocks import Kind, begin
from hgkm_desktop.rules.lists import Voice
from hgkm_desktop.services import around_her
from hgkm_desktop.ui.views.cases.safety_tab import SafetyTab
from hgkm_desktop.ui.views.cases.score_form import ScoreForm

EARLY, LATE, TODAY = date(2026, 11, 3), date(2026, 11, 18), date(2026, 11, 23)


@pytest.fixture
def safety(sign_in, qtbot):
    with tab_desk(sign_in("Leyla"), qtbot, SafetyTab) as made:
        yield made


def four_voices(safety):
    safety.number(EARLY, 3)
    safety.number(LATE, 5, why="Hij is niet in huis.", one_higher_when="ze weet wie er is.")
    safety.number(LATE, 8, Voice.CONFIDANT, name="Leyla")
    safety.number(EARLY, 9, Voice.CONFIDANT, name="Leyla")
    safety.number(EARLY, 6, Voice.CHILD, name="Zoon, 9 jaar")
    safety.number(LATE, 4, Voice.CHILD, name="Dochter, 4 jaar")
    safety.number(LATE, 7, Voice.PARTNER, name="Buurtteam, Jolanda")


def test_everybody_has_a_line_of_her_own(safety):
    four_voices(safety)
    lines = {each.name: each.line() for each in safety.tab.people}
    assert list(lines) == [
        "Linde",
        "Leyla",
        "Zoon, 9 jaar",
        "Dochter, 4 jaar",
        "Buurtteam, Jolanda",
    ]
    assert lines["Linde"].points == [(EARLY, 3), (LATE, 5)]
    assert len({line.color for line in lines.values()}) == 5
    assert lines["Zoon, 9 jaar"].marker == lines["Dochter, 4 jaar"].marker == "triangle"


def test_the_phase_follows_her_own_numbers_only(safety):
    four_voices(safety)
    assert "Fase 1 · Eerst veilig" in safety.tab.chart.accessibleDescription()
    safety.number(date(2026, 11, 20), 7)
    assert "Fase 2" in safety.tab.chart.accessibleDescription()
    safety.number(date(2026, 11, 22), 7)
    assert "Fase 3 · Herstel" in safety.tab.chart.accessibleDescription()


def test_it_says_that_nothing_is_averaged_and_shows_no_number_of_its_own(safety):
    four_voices(safety)
    assert "We maken geen gemiddelde en voorspellen niets." in safety.words
    shown = {row.score.number for row in safety.tab.table.model.rows}
    assert shown == {3, 5, 8, 9, 6, 4, 7}


def test_beside_the_chart_stands_what_everybody_said_last(safety):
    four_voices(safety)
    assert "Hij is niet in huis." in safety.words
    assert "Eén punt hoger als: ze weet wie er is." in safety.words
    assert "wo 18 nov" in safety.words


def test_the_same_numbers_as_a_table_by_keyboard(safety):
    four_voices(safety)
    safety.push(safety.tab.as_table)
    table = safety.tab.table.table
    assert safety.focus is table
    rows = safety.tab.table.model.rows
    assert [row.score.on for row in rows] == sorted((r.score.on for r in rows), reverse=True)
    model = safety.tab.table.model
    spoken = model.data(model.index(0, 2), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("van 10")
    safety.push(safety.tab.as_table)
    assert not table.isVisible()
    assert safety.tab.as_table.text() == "Als tabel"


def test_a_number_is_given_by_keyboard_alone(safety):
    safety.push(safety.tab.new_score)
    form = safety.form
    assert isinstance(form, ScoreForm)
    QTest.keyClick(safety.focus, Qt.Key.Key_7)
    assert form.numbers.value() == 7
    form.why.setFocus()
    QTest.keyClicks(safety.focus, "5 nachten rustig")
    assert form.numbers.value() == 7
    safety.save()
    (score,) = safety.standing.scores
    assert (score.number, score.voice, score.on) == (7, Voice.HERSELF, TODAY)
    assert score.why == "5 nachten rustig"
    assert safety.focus is safety.tab.new_score


def test_without_a_number_or_with_a_day_to_come_it_says_so_at_the_field(safety):
    safety.push(safety.tab.new_score)
    form = safety.form
    safety.save()
    assert "0 tot 10" in form.fields["number"].problem()
    form.numbers.set_values([4])
    form.day.set_value(date(2026, 11, 24))
    safety.save()
    assert form.fields["on"].problem()
    assert safety.standing.scores == []


def test_a_child_has_no_name_and_the_confidant_has_her_own(safety):
    safety.push(safety.tab.new_score)
    form = safety.form
    form.voice.set_value(Voice.CONFIDANT)
    form.voice.changed.emit(Voice.CONFIDANT)
    assert form.name.text() == "Leyla"
    form.voice.set_value(Voice.CHILD)
    form.voice.changed.emit(Voice.CHILD)
    assert form.name.text() == ""
    assert "Geen naam" in form.name.accessibleDescription()
    form.name.setText("Zoon, 9 jaar")
    form.numbers.set_values([10])
    safety.save()
    assert safety.standing.scores[0].name == "Zoon, 9 jaar"


def test_while_names_are_hidden_only_codes_and_parts_are_seen(safety):
    four_voices(safety)
    safety.veil()
    names = [speaker.name for speaker in safety.tab.people]
    code = safety.desk.page(safety.case_id).name.code
    assert names == [code, "Vertrouwenspersoon", "Kind 1", "Kind 2", "Partner"]
    for hidden in ("Linde", "Leyla", "Jolanda", "Hij is niet in huis", "ze weet wie"):
        assert hidden not in safety.words
    assert all(row.why == "" for row in safety.tab.table.model.rows)


def test_a_restraining_order_is_marked_between_the_numbers(safety):
    order = begin(
        Kind.RESTRAINING_ORDER, clock.at(date(2026, 11, 13), clock.local(safety.desk.at).time())
    )
    safety.desk.db.call(around_her.clock_set, safety.case_id, None, order, now=safety.desk.at)
    assert safety.tab.chart._events == ()
    four_voices(safety)
    assert safety.tab.chart._events == ((date(2026, 11, 13), "huisverbod"),)
