"""What was agreed with her and who promised what: kept, late, or otherwise (R-018, R-049)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from contact_desk import MONDAY, TODAY, Desk, words_in

from hgkm_desktop.rules.bodies import Promise
from hgkm_desktop.services import around_her
from hgkm_desktop.ui.views.cases.consent_tab import ConsentTab
from hgkm_desktop.ui.views.cases.way import Way
from hgkm_desktop.ui.views.cases.with_her_forms import AgreementForm, NotKeptForm, PromiseForm


@pytest.fixture
def desk(sign_in, qtbot):
    made = Desk(sign_in("Leyla"), qtbot)
    yield made
    made.close()


@pytest.fixture
def case_id(desk):
    return desk.open_case()


@pytest.fixture
def tab(desk, case_id):
    made = desk.add(ConsentTab(desk.ctx, Way()))
    desk.ctx.changed.connect(lambda _kinds: made.show_case(desk.page(case_id)))
    made.show_case(desk.page(case_id))
    return made


def test_an_agreement_is_added_ended_and_brought_back(desk, case_id, tab):
    assert "Er is nog niets afgesproken" in words_in(tab.agreements)
    desk.push(tab.agreements.add)
    assert isinstance(desk.overlay, AgreementForm)
    desk.push(desk.overlay.accept_button)
    assert desk.overlay.fields["text"].problem()
    desk.push(desk.overlay.text.buttons[0])
    desk.push(desk.overlay.accept_button)
    assert "Geen post naar huis." in words_in(tab.agreements)
    (end,) = tab.agreements.ends
    assert end.accessibleName() == "Geldt niet meer: Geen post naar huis."
    desk.push(end)
    assert desk.standing(case_id).agreements == {}
    desk.said[-1].undo()
    assert [made.text for made in desk.standing(case_id).agreements.values()] == [
        "Geen post naar huis."
    ]


def promise(desk, case_id, what="belt terug", by=TODAY, **more):
    made = Promise(uuid4(), what, "Jolanda", by, **more)
    desk.db.call(around_her.promise, case_id, made, now=MONDAY)
    return made


def test_a_promise_that_is_late_says_how_late_and_who_made_it(desk, case_id, tab):
    promise(desk, case_id, by=TODAY - timedelta(days=1))
    promise(desk, case_id, "stuurt de brief", by=TODAY - timedelta(days=3))
    promise(desk, case_id, "denkt erover na", by=None)
    words = words_in(tab.promises)
    assert "3 dagen te laat" in words and "1 dag te laat" in words
    assert "Jolanda, voor gisteren" in words
    assert words.index("stuurt de brief") < words.index("denkt erover na")


def test_a_promise_is_made_kept_and_that_can_be_undone(desk, case_id, tab):
    desk.push(tab.promises.add)
    form = desk.overlay
    assert isinstance(form, PromiseForm)
    desk.push(form.accept_button)
    assert {key for key, field in form.fields.items() if field.problem()} == {"what", "who"}
    form.what.setPlainText("gaat mee naar school")
    desk.push(form.who.buttons[0])
    form.no_day.click()
    assert not form.by.isEnabled()
    desk.push(form.accept_button)
    (made,) = desk.standing(case_id).promises.values()
    assert (made.what, made.who, made.by) == ("gaat mee naar school", "Leyla", None)
    desk.push(tab.promises.answers[0][0])
    assert [each.kept for each in desk.standing(case_id).promises.values()] == [True]
    assert "gedaan" in words_in(tab.promises) and tab.promises.answers == []
    desk.said[-1].undo()
    assert [each.kept for each in desk.standing(case_id).promises.values()] == [None]


def test_a_promise_that_was_not_kept_says_what_happens_instead(desk, case_id, tab):
    made = promise(desk, case_id)
    desk.push(tab.promises.answers[0][1])
    form = desk.overlay
    assert isinstance(form, NotKeptForm)
    form.otherwise.setPlainText("Wij bellen zelf.")
    desk.push(form.accept_button)
    kept = desk.standing(case_id).promises[made.id]
    assert (kept.kept, kept.otherwise) == (False, "Wij bellen zelf.")
    assert "Jolanda. Wij bellen zelf." in words_in(tab.promises)
