"""What is half typed about her is never lost, and never turns up anywhere else."""

import inspect
import json
import re
from contextlib import contextmanager

import pytest
from cases_window import TODAY, begin, cases_window
from contact_desk import Desk
from half_typed_forms import (
    FORMS,
    NUMBER,
    SECRET,
    ask_after,
    fill,
    furnish,
    offered,
    page_of,
    place,
    typed,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.services import drafts, erasing
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.views.cases.around_forms import CircleForm
from hgkm_desktop.ui.views.cases.contact_form import ContactForm
from hgkm_desktop.ui.views.cases.hand_over import HandOver
from hgkm_desktop.ui.views.cases.new_case import NewCaseForm
from hgkm_desktop.ui.views.cases.person_form import PersonForm
from hgkm_desktop.ui.views.cases.recover_dialog import RecoverDialog
from hgkm_desktop.ui.views.cases.team_dialog import TeamDialog
from hgkm_desktop.ui.views.cases.with_her_forms import AgreementForm

ALL = [pytest.param(made, id=name) for name, made in FORMS.items()]


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def roos(desk, leyla):
    made = begin(desk, leyla, "Roos")
    furnish(leyla, made)
    return made


@pytest.fixture
def linde(desk, leyla):
    made = begin(desk, leyla, "Linde")
    furnish(leyla, made)
    return made


@pytest.fixture
def shown(roos, leyla, qtbot, qapp):
    with cases_window(leyla, qtbot, qapp) as made:
        yield made


@contextmanager
def desk_of(db, qtbot):
    made = Desk(db, qtbot)
    try:
        yield made
    finally:
        made.close()


def opened(shown, db, case_id, made):
    form = made.open(shown.ctx, page_of(db, case_id))
    form.open(shown.window)
    return form


@pytest.mark.parametrize("made", ALL)
def test_it_is_there_again_after_signing_in_and_gone_when_saved(made, roos, leyla, sign_in, qtbot):
    with desk_of(leyla, qtbot) as shown:
        form = opened(shown, leyla, roos, made)
        assert not form.is_back.isVisible()
        fill(form, made.typed)
        before, where = typed(form), place(form)
        assert before == before | json.loads(json.dumps(made.typed))
        form.keep_half_typed()
    again = sign_in("Leyla")
    with desk_of(again, qtbot) as shown:
        form = opened(shown, again, roos, made)
        assert form.is_back.isVisible()
        assert typed(form) == before
        form.accept()
        assert not form.problem()
        assert again.call(drafts.look, where) is None
        assert form.isHidden() or place(form) != where


def test_it_never_shows_beside_somebody_else_or_to_a_colleague(roos, linde, leyla, sign_in, qtbot):
    with desk_of(leyla, qtbot) as shown:
        for made in FORMS.values():
            form = opened(shown, leyla, linde, made)
            empty, where = typed(form), place(form)
            form.throw_away()
            form = opened(shown, leyla, roos, made)
            fill(form, made.typed)
            form.reject()
            form = opened(shown, leyla, linde, made)
            assert not form.is_back.isVisible()
            assert typed(form) == empty
            form.throw_away()
            assert leyla.call(drafts.look, where) is None
    imane = sign_in("Imane")
    with desk_of(imane, qtbot) as shown:
        for made in FORMS.values():
            assert not opened(shown, imane, roos, made).is_back.isVisible()


def test_a_lock_keeps_every_form_that_is_open(shown, leyla, roos):
    for name in ("closing", "answer"):
        fill(opened(shown, leyla, roos, FORMS[name]), FORMS[name].typed)
    assert shown.view.draft() is None
    for name in ("closing", "answer"):
        assert leyla.call(drafts.look, f"cases/{roos}/form/{name}") is not None


def every_form():
    """Return the kinds of forms of the program; those of the other views are imported with it."""
    kinds, found = [FormOverlay], set()
    while kinds:
        below = kinds.pop().__subclasses__()
        kinds += below
        found |= {kind for kind in below if not kind.__subclasses__()}
    return {kind for kind in found if kind.__module__.startswith("hgkm_desktop.")}


def test_every_form_about_her_keeps_or_is_named_here():
    """TeamDialog and RecoverDialog begin anew: a code on a sheet is never kept."""
    found = {kind for kind in every_form() if ".views.cases." in kind.__module__}
    named = {type(None), NewCaseForm, TeamDialog, RecoverDialog}
    kept = {made.kind for made in FORMS.values()}
    assert {kind.__name__ for kind in found - named - kept} == {"AskAfter"}


def test_every_form_of_going_along_keeps_unless_there_is_only_a_day_or_a_choice():
    """Their own tests say that what is kept comes back.

    A draft of a name on a list, or of how she may be reached, would outlive its forgetting.
    """
    found = {kind for kind in every_form() if ".views.cases." not in kind.__module__}
    keeps = {kind for kind in found if re.search(r"\.keep_(in|at)\(", inspect.getsource(kind))}
    assert {"VisitForm", "MoveForm", "NoteForm", "PartnerForm"} <= {k.__name__ for k in keeps}
    only_choices = {"AbsenceForm", "EndForm", "MergeForm", "ExportForm", "PosterForm"}
    outlive_the_names = {"RegistrationForm", "ReachForm", "CertificateForm"}
    assert {kind.__name__ for kind in found - keeps} == only_choices | outlive_the_names


def test_escape_keeps_and_the_button_throws_away(shown, leyla, roos):
    AgreementForm(shown.ctx, page_of(leyla, roos)).open(shown.window)
    where = place(shown.form)
    QTest.keyClicks(shown.focus, SECRET)
    shown.press(Qt.Key.Key_Escape)
    assert shown.form is None
    AgreementForm(shown.ctx, page_of(leyla, roos)).open(shown.window)
    assert shown.form.text.text() == SECRET
    assert "Het is nog niet bewaard." in shown.words()
    shown.push(shown.form.cancel_button)
    assert shown.form is None
    assert leyla.call(drafts.look, where) is None
    AgreementForm(shown.ctx, page_of(leyla, roos)).open(shown.window)
    assert shown.form.text.text() == ""


def test_it_is_kept_a_second_after_the_last_key_and_wiped_when_emptied(shown, leyla, roos, qtbot):
    AgreementForm(shown.ctx, page_of(leyla, roos)).open(shown.window)
    where = place(shown.form)
    QTest.keyClicks(shown.focus, SECRET)
    assert leyla.call(drafts.look, where) is None
    qtbot.waitUntil(lambda: leyla.call(drafts.look, where) is not None, timeout=3_000)
    shown.form.text.set_text("")
    qtbot.waitUntil(lambda: leyla.call(drafts.look, where) is None, timeout=3_000)


def test_erasing_her_erases_what_was_half_typed(shown, leyla, roos):
    places = []
    for made in FORMS.values():
        form = opened(shown, leyla, roos, made)
        fill(form, made.typed)
        places.append(place(form))
        form.reject()
    assert all(leyla.call(drafts.look, each) for each in places)
    shown.ctx.call(erasing.erase, roos, now=shown.ctx.now())
    assert not any(leyla.call(drafts.look, each) for each in places)


def test_her_number_shows_nowhere_before_she_opens_the_form(shown, leyla, roos):
    form = opened(shown, leyla, roos, FORMS["contact"])
    fill(form, FORMS["contact"].typed)
    form.reject()
    shown.view.way.open_case.emit(roos)
    assert SECRET not in shown.words()
    assert NUMBER not in shown.words()
    form = ContactForm(shown.ctx, page_of(leyla, roos))
    assert form.contact.number.text() == NUMBER


def test_behind_the_veil_it_stays_sealed(shown, leyla, roos):
    opened(shown, leyla, roos, FORMS["name"])
    shown.form.alias.setText("Iris")
    shown.press(Qt.Key.Key_Escape)
    shown.ctx.veil(True)
    opened(shown, leyla, roos, FORMS["name"])
    assert shown.form.alias.text() == ""
    shown.press(Qt.Key.Key_Escape)
    shown.ctx.veil(False)
    opened(shown, leyla, roos, FORMS["name"])
    assert shown.form.alias.text() == "Iris"


def test_it_comes_back_only_at_the_same_person(shown, leyla, roos):
    def person(at):
        return PersonForm(shown.ctx, roos, page_of(leyla, roos).standing.household, at)

    form = person(1)
    form.words.setPlainText(SECRET)
    form.open(shown.window)
    form.reject()
    form = person(0)
    form.open(shown.window)
    assert form.words.toPlainText() == "Voetbal."
    shown.push(form.remove)
    assert page_of(leyla, roos).standing.household.people[0].relation == "haar man"
    assert person(0).words.toPlainText() == "Leest haar telefoon."


def test_what_a_colleague_wrote_since_is_never_overwritten(shown, leyla, roos, sign_in):
    form = CircleForm(shown.ctx, roos, page_of(leyla, roos).standing.household)
    form.circle.setPlainText(SECRET)
    form.open(shown.window)
    form.reject()
    imane = CircleForm(shown.ctx, roos, page_of(leyla, roos).standing.household)
    imane.circle.setPlainText("Haar tante.")
    imane.open(shown.window)
    imane.accept()
    form = CircleForm(shown.ctx, roos, page_of(leyla, roos).standing.household)
    assert form.circle.toPlainText() == "Haar tante."


@pytest.mark.parametrize(
    ("aside", "values"),
    [
        (None, {"person": SECRET}),
        ("Ze staat op een wachtlijst", {"what": SECRET, "since": "2026-11-20", "who": "Imane"}),
        ("Het gaat niet door", {"how": "refused"}),
    ],
)
def test_each_step_of_a_handover_keeps_its_own(shown, leyla, roos, aside, values):
    offered(leyla, roos)

    def step():
        page = page_of(leyla, roos)
        form = HandOver(shown.ctx, page, page.standing.holding)
        form.open(shown.window)
        if aside is not None:
            form._go_aside(waits="wachtlijst" in aside)
        return form

    form = step()
    fill(form, values)
    before, where = typed(form), place(form)
    assert shown.view.draft() is None
    form.close_overlay()
    form = step()
    assert typed(form) == before
    form.accept()
    assert leyla.call(drafts.look, where) is None


def test_a_day_to_ask_after_her_keeps_what_she_said(shown, leyla, roos):
    form = ask_after(shown.ctx, page_of(leyla, roos))
    form.open(shown.window)
    form.words.setPlainText(SECRET)
    assert shown.view.draft() is None
    assert str(TODAY) in place(form)
    form.close_overlay()
    assert ask_after(shown.ctx, page_of(leyla, roos)).words.toPlainText() == SECRET
