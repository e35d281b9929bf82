"""Calling a session off, alone or with all that follow, and letting it go on after all."""

import sys
from pathlib import Path

import pytest
from form_desk import LARGE, SMALL, form_desk, one, series
from PySide6.QtCore import Qt

from hgkm_desktop.rules.sessions import NameKind
from hgkm_desktop.services import drafts, information_sessions, registrations
from hgkm_desktop.services.information_sessions import SHORT
from hgkm_desktop.services.registrations import NewRegistration
from hgkm_desktop.ui.views.sessions.call_off import CallOffForm

sys.path[:0] = [str(Path(__file__).parents[2])]
"""Where `inspection` lies, also when only this folder is run."""


def calling_off(it, session):
    form = CallOffForm(it.ctx, session)
    form.open(it.window)
    return form


def off(it):
    return [(each.is_off, each.off_why) for each in it.planned()]


def test_it_says_which_one_and_who_has_to_hear_of_it(it, joke):
    planned = one(joke)
    for name in ("Samira", "Hodan"):
        joke.call(registrations.register, planned.id, NewRegistration(name, NameKind.FIRST_NAME))
    form = calling_off(it, planned)
    words = it.words(form)
    assert "di 1 dec, 10.00: Geld" in words
    assert "Er staan er 2 op de lijst. Vertel het hun." in words
    assert "Samira" not in words
    assert not form.scope.isVisible()


def test_why_is_typed_and_it_is_brought_back_with_ctrl_z(it, joke):
    calling_off(it, one(joke))
    assert "op de lijst" not in it.words(it.overlay)
    it.keys("De zaal is nat")
    it.press(Qt.Key.Key_Return)
    assert off(it) == [(True, "De zaal is nat")]
    assert it.last() == "Het is afgezegd."
    it.undo()
    assert off(it) == [(False, "")]


def test_a_usual_reason_is_one_press(it, joke):
    form = calling_off(it, one(joke))
    it.push(form.why.buttons[0])
    it.push(form.accept_button)
    assert off(it) == [(True, "De spreker is ziek")]


def test_what_is_wrong_stands_at_the_reason(it, joke):
    form = calling_off(it, one(joke))
    it.save()
    assert form.fields["off_why"].problem() == "Zeg in een paar woorden waarom."
    for words in ("w" * (SHORT + 1), "bsn 111222333"):
        form.why.set_text(words)
        it.save()
        assert form.fields["off_why"].problem()
    assert off(it) == [(False, "")]


def test_one_of_a_series_is_called_off_alone(it, joke):
    form = calling_off(it, series(joke)[1])
    form.why.set_text("ziek")
    it.save()
    assert [each for each, _ in off(it)] == [False, True, False, False]


def test_this_one_and_all_that_follow_are_called_off_and_brought_back(it, joke):
    form = calling_off(it, series(joke)[1])
    form.scope.choice.segments[1].click()
    assert "Er volgen er nog 2, tot en met di 22 dec. Die gaan ook niet door." in it.words(form)
    form.why.set_text("ziek")
    it.save()
    assert off(it) == [(False, "")] + [(True, "ziek")] * 3
    assert it.last() == "3 bijeenkomsten gaan niet door."
    it.undo()
    assert off(it) == [(False, "")] * 4


def test_another_seat_moved_it_and_saving_again_is_about_what_it_is_now(it, joke, sign_in):
    planned = one(joke)
    form = calling_off(it, planned)
    form.why.set_text("ziek")
    salma = sign_in("Salma")
    theirs = salma.call(information_sessions.get, planned.id)
    theirs.title = "Post op orde"
    salma.call(information_sessions.save, theirs, now=it.ctx.now())
    it.save()
    assert form.problem()
    assert "Post op orde" in it.words(form)
    assert form.why.text() == "ziek"
    it.save()
    assert off(it) == [(True, "ziek")]


def test_one_that_is_gone_is_said_so_and_the_text_stays(it, joke, sign_in):
    planned = one(joke)
    form = calling_off(it, planned)
    form.why.set_text("ziek")
    sign_in("Salma").call(information_sessions.take_back, [planned.id])
    it.save()
    it.save()
    assert form.problem()
    assert form.why.text() == "ziek"


def test_the_reason_survives_locking(it, joke):
    planned = one(joke)
    form = calling_off(it, planned)
    form.why.set_text("de zaal")
    form.keep_half_typed()
    form.close_overlay()
    again = calling_off(it, planned)
    assert again.why.text() == "de zaal"
    it.push(again.cancel_button)
    assert joke.call(drafts.look, f"sessions/{planned.id}/off") is None
    assert off(it) == [(False, "")]


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_keyboard_comes_everywhere_and_no_word_is_cut(joke, qtbot, qapp, size, language):
    from inspection import faults_of, walk_round

    with form_desk(joke, qtbot, qapp, size=size, language=language) as it:
        form = calling_off(it, series(joke)[0])
        form.scope.choice.segments[1].click()
        assert faults_of(form) == []
        assert walk_round(form)[1] == []
