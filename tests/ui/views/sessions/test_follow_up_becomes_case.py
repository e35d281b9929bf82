"""What went on after a session becomes standing beside her: nothing is lost, nothing stays."""

from dataclasses import replace
from datetime import timedelta

import pytest
from after_desk import NOW, ROOS, SAID, TODAY, everything, keep, page_of
from PySide6.QtTest import QTest

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.bodies import Began, Consent
from hgkm_desktop.rules.follow_ups import PrivateFollowUp, Step
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services import cases, follow_up_case, members
from hgkm_desktop.services.cases import Candidate, NewCase
from hgkm_desktop.ui.views.cases.new_case import NewCaseForm


def stand(made, leyla_id, imane_id):
    """Fill in what it takes to begin, beside the alias."""
    form = made.form
    form.yes.form.set_value(ConsentForm.ORAL)
    form.yes.form.changed.emit(ConsentForm.ORAL)
    answers = [Candidate(leyla_id, False), Candidate(imane_id, False)]
    form.candidates.show_value(answers)


def test_it_becomes_a_case_with_what_she_told_and_is_then_no_longer_here(made, leyla, desk):
    keep(leyla, replace(ROOS, steps=(*ROOS.steps, Step("Later", TODAY + timedelta(days=9)))))
    page = page_of(made)
    page.refresh()
    made.push(page.card.becomes_case)
    form = made.form
    assert isinstance(form, NewCaseForm)
    assert form.alias.text() == "Kraanvogel"
    assert len(everything(leyla)) == 1
    stand(made, desk.keys["Leyla"].tile.member_id, desk.keys["Imane"].tile.member_id)
    form.accept()
    QTest.qWait(0)
    assert everything(leyla) == []
    (case_id,) = leyla.call(cases.names)
    found = leyla.call(cases.page, case_id)
    assert found.name.alias == "Kraanvogel"
    (note,) = found.standing.notes
    assert note.body.seen.split("\n") == [
        SAID,
        "Kleine stap: Samen bellen, voor 23 november",
        "Kleine stap: Haar zus vragen",
        "Kleine stap: Later, voor 2 december",
    ]
    assert made.window.current.identifier == "cases"


def test_without_words_there_is_no_first_note(leyla, desk):
    kept = keep(leyla, PrivateFollowUp("Meerkoet"))
    case_id = leyla.call(follow_up_case.open_case, kept, beside(desk, "Leyla", "Imane"), **NOW)
    assert list(leyla.call(cases.page, case_id).standing.notes) == []


def test_whoever_is_not_beside_her_cannot_carry_it_over_and_nothing_is_lost(desk, sign_in):
    salma = sign_in("Salma")
    nora = salma.call(members.add, "Nora", (Role.CONFIDANT,), 1, **NOW).member.id
    leyla = sign_in("Leyla")
    kept = keep(leyla)
    others = desk.keys["Imane"].tile.member_id, nora, desk.keys["Leyla"].tile.member_id
    asked = tuple(Candidate(each, False) for each in others)
    with pytest.raises(Invalid) as wrong:
        new = replace(beside(desk), candidates=asked)
        leyla.call(follow_up_case.open_case, kept, new, **NOW)
    assert set(wrong.value.problems) == {"candidates"}
    assert everything(leyla)[0].follow_up == ROOS
    assert leyla.call(cases.names) == {}


def beside(desk, *names):
    yes = Consent(Purpose.NOTES, ConsentForm.ORAL, TODAY, heard_by="Leyla")
    asked = tuple(Candidate(desk.keys[name].tile.member_id, False) for name in names)
    return NewCase("Kraanvogel", asked, yes, Began(TODAY))


def test_a_form_that_was_not_finished_lets_nothing_go_and_comes_back(made, leyla, desk):
    kept = keep(leyla)
    page = page_of(made)
    page.refresh()
    made.push(page.card.becomes_case)
    stand(made, desk.keys["Leyla"].tile.member_id, desk.keys["Imane"].tile.member_id)
    made.form.reject()
    assert [line.id for line in everything(leyla)] == [kept]
    made.push(page.card.becomes_case)
    assert made.form.is_back.isVisible()
    assert made.form.yes.form.value() is ConsentForm.ORAL
    made.form.throw_away()
