"""The side panel before a visit: what stands there, and what is ticked and done (08a)."""

from dataclasses import replace

import pytest
from desk import MONDAY
from panel_desk import AFTER, SECRET, panel_desk
from PySide6.QtCore import Qt

from hgkm_desktop.models import Member
from hgkm_desktop.rules.going_along import (
    AppointmentKind,
    ArrivalSignal,
    State,
    Support,
)
from hgkm_desktop.services import appointments
from hgkm_desktop.ui.views.appointments.panel_foot import Ask


def test_everything_that_was_agreed_stands_there(it):
    said = it.words()
    assert "Linde BL-" in it.panel.head.name.text() + " " + it.panel.head.code.text()
    for words in (
        "Vandaag, 13.45 – 15.00",
        "Veilig Thuis, spreekuur",
        "Ilse, haar vaste gezicht",
        "direct: 020 555 0142",
        "13.30 hier, samen met tram 1",
        "Leyla",
        "(reserve Imane)",
        "Rachida, Darija",
        "Vrouw, niet uit de buurt.",
        "Mag mijn zoon bij mij blijven?",
        "Mee naar binnen",
        "Alleen gevraagd",
        "Niet bespreken waar haar man bij is",
        SECRET,
        "Linde wil dat Leyla erbij zit",
        "Ilse weet dat Leyla erbij zit",
        "Linde spreekt Ilse ook tien minuten alleen",
        "Tolk bevestigd",
    ):
        assert words in said, words


def test_what_is_not_right_yet_is_said_and_blocks_nothing(it, going, leyla):
    bare = going.plan(
        leyla,
        interpreter=None,
        language="",
        person_id=None,
        has_met=None,
        introduced=(),
        was_asked_alone=False,
        presence=None,
        questions=(),
        not_with=(),
        domains=(),
        meet_at=None,
        meet_where="",
    )
    it.panel.show_visit(bare.id)
    said = it.words()
    assert "Nog niet gevraagd" in said
    assert "De partner weet dat Leyla erbij zit" in said
    for gone in ("Tolk", "Verzamelen", "Ze wil praten over", "Niet bespreken"):
        assert gone not in said
    it.ask(Ask.PREPARED)
    assert it.visit().state is State.PREPARED


def test_police_asks_for_a_professional_and_she_speaks_herself(it, going, leyla):
    visit = going.plan(leyla, support=Support.BOTH, signal=ArrivalSignal.RING, place="Het bureau")
    assert "Zij praat." not in it.words()
    police = replace(visit, details=replace(visit.details, kind=AppointmentKind.POLICE))
    leyla.call(appointments.change, police, now=MONDAY)
    it.panel.show_visit(visit.id)
    said = it.words()
    assert "Je praat niet namens haar." in said
    assert "Vraag een beroepstolk." in said
    assert "Het bureau" in said
    assert "Aanbellen" in said


def test_hidden_names_hide_everything_typed(it):
    it.ctx.veil(True)
    said = it.words()
    for typed in ("Linde", "Ilse", "Leyla", "Rachida", "020", "tram", SECRET, "mijn zoon"):
        assert typed not in said, typed
    assert "L. (reserve I.)" in said
    assert not it.panel.foot.isVisible()
    it.panel.show_visit(it.panel.visit_id, after=True)
    assert "Namen en teksten zijn verborgen." in it.words()
    it.ctx.veil(False)
    assert it.after is not None


def test_a_visit_that_is_not_hers_closes_the_panel(visit, sign_in, qtbot, qapp):
    with panel_desk(sign_in("Hanan"), qtbot, qapp) as it:
        with qtbot.waitSignal(it.panel.closed):
            it.panel.show_visit(visit.id)
        assert it.panel.isHidden()
        assert it.panel.visit is None


def test_a_walk_in_without_a_case_is_called_by_her_alias(it, going, leyla):
    visit = going.plan(leyla)
    alone = replace(visit, id=going.case_id, case_id=None)
    alias = replace(alone, details=replace(visit.details, alias="Els"))
    leyla.call(appointments.plan, alias, now=MONDAY)
    it.panel.show_visit(alias.id)
    assert it.panel.head.name.text() == "Els"
    assert it.panel.head.code.text() == ""
    it.ctx.veil(True)
    assert it.panel.head.name.text() == "E."


def test_esc_and_the_cross_close_it(it, qtbot):
    it.panel.take_focus()
    with qtbot.waitSignal(it.panel.closed):
        it.press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(it.panel.closed):
        it.push(it.panel.head.close_button)
    it.press(Qt.Key.Key_A)
    assert it.panel.visit_id is not None


def test_it_opens_on_the_side_that_is_of_use_now(it, visit, leyla):
    assert it.panel.head.sides.value() == "before"
    it.panel.show_visit(None)
    assert it.panel.isHidden()
    it.now[0] = AFTER
    it.panel.show_visit(visit.id)
    assert it.panel.head.sides.value() == "after"
    assert "Vandaag, 13.45, Veilig Thuis, spreekuur" in it.words()
    it.panel.show_visit(visit.id, after=False)
    assert it.panel.head.sides.value() == "before"
    it.panel._on_data_changed(frozenset({Member}))
    assert it.panel.head.sides.value() == "before"


def test_the_panel_is_narrow_on_a_small_screen(it):
    it.panel.fit(narrow=True)
    narrow = it.panel.width()
    it.panel.fit(narrow=False)
    assert narrow < it.panel.width()


def test_without_her_record_the_reserve_is_still_named(it, going):
    names = dict(it.panel.about.names)
    names.pop(going.leyla)
    about = replace(it.panel.about, names=names)
    it.panel.middle.show_before(about)
    assert "(reserve Imane)" in it.words()


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_everything_is_reached_by_keyboard_and_nothing_is_cut_off(
    visit, leyla, qtbot, qapp, language
):
    with panel_desk(leyla, qtbot, qapp, language=language, size=(420, 620)) as it:
        from inspection import faults_of

        it.panel.show_visit(visit.id)
        assert faults_of(it.panel) == []
        it.panel.fit(narrow=True)
        assert faults_of(it.panel) == []
        it.now[0] = AFTER
        it.panel.show_visit(visit.id, after=True)
        assert faults_of(it.panel) == []
