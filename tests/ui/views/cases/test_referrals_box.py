"""Ways that were shown: noted, brought further, and told in the timeline (R-201, R-202)."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from contact_desk import MONDAY, TODAY, Desk, words_in
from hostile import HOSTILE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from hgkm_desktop.rules.bodies import Referral
from hgkm_desktop.rules.lists import Area, ReferralKind, ReferralStatus
from hgkm_desktop.services import finding_words, referrals
from hgkm_desktop.ui.views.cases.consent_tab import ConsentTab
from hgkm_desktop.ui.views.cases.moments import teller
from hgkm_desktop.ui.views.cases.referral_forms import HowFarForm, ReferralForm
from hgkm_desktop.ui.views.cases.telling import timeline
from hgkm_desktop.ui.views.cases.way import Way

BY = "Jeugdbescherming"


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


def show(desk, case_id, status=ReferralStatus.REGISTERED, by=BY, on=TODAY, **more):
    kind = more.get("kind", ReferralKind.SUPPORT_GROUP)
    shown = Referral(more.get("id", uuid4()), kind, by, Area.NIEUW_WEST, status, on)
    desk.db.call(referrals.note, case_id, shown, now=MONDAY)
    return shown


def open_form(desk, tab, kind):
    desk.push(tab.referrals.add if kind is ReferralForm else tab.referrals.asks[0])
    assert isinstance(desk.overlay, kind)
    return desk.overlay


def seen(box):
    QTest.qWait(1)
    return words_in(box)


def problems(form):
    return {key for key, field in form.fields.items() if field.problem()}


def test_a_way_is_noted_and_stands_there_with_how_far_it_is(desk, case_id, tab):
    assert "Er is nog niemand doorverwezen" in seen(tab.referrals)
    form = open_form(desk, tab, ReferralForm)
    desk.push(form.accept_button)
    assert problems(form) == {"kind", "area"}
    form.kind.set_value(ReferralKind.SUPPORT_GROUP)
    form.area.set_value(Area.NIEUW_WEST)
    desk.push(form.accept_button)
    assert problems(form) == {"by"}
    form.by.set_text(BY)
    desk.push(form.accept_button)
    assert desk.overlay is None
    (shown,) = desk.standing(case_id).referrals.values()
    told = ReferralKind.SUPPORT_GROUP, BY, Area.NIEUW_WEST, ReferralStatus.DISCUSSED, TODAY
    assert (shown.kind, shown.by, shown.area, shown.status, shown.on) == told
    words = seen(tab.referrals)
    assert "Steungroep" in words
    assert "Jeugdbescherming, Nieuw-West, sinds vandaag" in words


def test_how_far_it_is_is_noted_beside_the_same_way(desk, case_id, tab):
    shown = show(desk, case_id)
    form = open_form(desk, tab, HowFarForm)
    assert form.status.value() == ReferralStatus.REGISTERED
    form.status.set_value(ReferralStatus.FIRST_MEETING)
    form.on.set_value(TODAY + timedelta(days=1))
    desk.push(form.accept_button)
    assert problems(form) == {"on"}
    form.on.set_value(TODAY)
    desk.push(form.accept_button)
    (now,) = desk.standing(case_id).referrals.values()
    assert (now.id, now.status) == (shown.id, ReferralStatus.FIRST_MEETING)
    (count,) = desk.db.call(referrals.counts, TODAY.year)
    assert (count.organisation, count.number) == (BY, 1)


def test_what_leads_nowhere_stands_last_and_can_open_again(desk, case_id, tab):
    show(desk, case_id, ReferralStatus.REFUSED, "de opvang", kind=ReferralKind.SHELTER)
    show(desk, case_id, ReferralStatus.AGREED)
    words = seen(tab.referrals)
    assert words.index(BY) < words.index("de opvang")
    names = [each.accessibleName() for each in tab.referrals.asks]
    assert names == [f"Hoe ver is het? Steungroep, {BY}", "Hoe ver is het? De opvang, de opvang"]


def test_who_was_named_before_is_offered_as_an_example(desk, case_id, tab):
    desk.answer(case_id)
    show(desk, case_id)
    show(desk, case_id, by="de opvang " * 5)
    form = open_form(desk, tab, ReferralForm)
    assert [each.text() for each in form.by.buttons] == [BY, "Buurtteam"]
    desk.push(form.by.buttons[1])
    assert form.by.text() == "Buurtteam"


def test_what_is_half_typed_comes_back_until_it_is_saved(desk, case_id, tab):
    form = open_form(desk, tab, ReferralForm)
    form.kind.set_value(ReferralKind.SUPPORT_GROUP)
    form.by.set_text(BY)
    form.reject()
    form = open_form(desk, tab, ReferralForm)
    assert (form.kind.value(), form.by.text()) == (ReferralKind.SUPPORT_GROUP, BY)
    form.area.set_value(Area.NIEUW_WEST)
    desk.push(form.accept_button)
    assert open_form(desk, tab, ReferralForm).by.text() == ""


def test_tab_reads_the_form_from_top_to_bottom(desk, tab):
    form = open_form(desk, tab, ReferralForm)
    seen = []
    for _ in range(12):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
    wanted = [form.kind, form.by.line, form.area, form.status, form.cancel_button]
    assert [each for each in seen if each in wanted][: len(wanted)] == wanted
    assert all(each.accessibleName() for each in form.findChildren(QPushButton) if each.text())


def test_whatever_is_typed_is_shown_as_it_stands_or_refused(desk, case_id, tab):
    for _name, text in HOSTILE:
        form = open_form(desk, tab, ReferralForm)
        form.kind.set_value(ReferralKind.OTHER)
        form.area.set_value(Area.OOST)
        form.by.set_text(text)
        desk.push(form.accept_button)
        if desk.overlay is not None:
            assert problems(form) == {"by"}
            form.close_overlay()
    kept = [each.by for each in desk.standing(case_id).referrals.values()]
    assert len(kept) > 10
    words = seen(tab.referrals)
    assert [each for each in kept if each not in words] == []


def test_the_timeline_says_how_far_it_came_and_hides_by_whom(desk, case_id):
    show(desk, case_id, on=date(2026, 11, 20))
    for veiled in (False, True):
        desk.ctx.veil(veiled)
        told = timeline(teller(desk.ctx, desk.page(case_id), {}))
        (found,) = [each for each in told if each.icon == "path"]
        assert found.title == "Doorverwezen: aangemeld"
        by = "" if veiled else f", {BY}"
        assert found.text == f"Steungroep{by}, Nieuw-West"


def test_the_search_finds_the_newest_of_a_way(desk, case_id):
    shown = show(desk, case_id)
    show(desk, case_id, ReferralStatus.STOPPED, "Buurthuis", id=shown.id)
    said = [each for each in finding_words.said(desk.page(case_id).entries) if BY in each.words]
    assert said == []
    newest = finding_words.said(desk.page(case_id).entries)
    found = [each.about for each in newest if "Buurthuis" in each.words]
    assert found == ["Doorverwezen"]
