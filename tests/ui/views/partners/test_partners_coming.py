"""What comes up at a partner: only for confidants, and only what each may see."""

from datetime import timedelta

import pytest
from city import SCHOOL, TEAM
from desk import MONDAY
from going import TUESDAY, act, plan
from PySide6.QtWidgets import QLabel
from standing_beside import open_linde

from hgkm_desktop.rules.going_along import Side, State
from hgkm_desktop.services import appointments
from hgkm_desktop.services.appointment_list import ShowVisit
from hgkm_desktop.ui.widgets.buttons import Button


@pytest.fixture
def leyla(city, sign_in):
    return sign_in("Leyla")


@pytest.fixture
def team(city):
    return next(row.id for row in city.rows() if row.name == TEAM)


def test_a_confidant_sees_when_and_with_whom_she_goes_there(leyla, team, open_page):
    plan(leyla, None, partner_id=team, alias="Roos")
    plan(leyla, None, MONDAY + timedelta(hours=2), partner_id=team, alias="Lale")
    plan(leyla, None, TUESDAY + timedelta(days=60), partner_id=team, alias="Later")
    page = open_page(leyla)
    page.choose(TEAM)
    said = page.words()
    assert "Komt eraan" in said
    assert said.index("vandaag 13.40") < said.index("Lale") < said.index("Roos")
    assert "Later" not in said
    page.choose(SCHOOL)
    assert "Komt eraan" not in page.words()


def test_a_visit_opens_from_there(leyla, team, open_page):
    visit = plan(leyla, None, partner_id=team)
    page = open_page(leyla)
    shown = []
    page.ctx.shown.connect(shown.append)
    page.choose(TEAM)
    found = [b for b in page.side.findChildren(Button) if b.accessibleName() == "Open de afspraak"]
    page.push(found[-1])
    assert shown == [ShowVisit(visit.id)]


def test_what_is_called_off_goes_away(desk, leyla, team, open_page):
    visit = plan(leyla, open_linde(desk, leyla), partner_id=team)
    page = open_page(leyla)
    page.choose(TEAM)
    assert "Linde" in page.words()
    act(leyla, appointments.call_off, visit, State.CANCELLED, Side.HER, "ziek")
    page.settle()
    assert "Linde" not in page.words()


def test_behind_the_veil_somebody_is_her_code(desk, leyla, team, open_page):
    plan(leyla, open_linde(desk, leyla), partner_id=team)
    page = open_page(leyla)
    page.ctx.veil(True)
    page.choose(TEAM)
    assert "BL-" in page.words()
    assert "Linde" not in page.words()


def test_behind_the_veil_nobody_is_named(leyla, team, open_page):
    plan(leyla, None, partner_id=team)
    page = open_page(leyla)
    page.ctx.veil(True)
    page.choose(TEAM)
    said = [label.text() for label in page.side.findChildren(QLabel) if label.isVisible()]
    assert "Komt eraan" in said
    assert not any("Roos" in text for text in said)


def test_others_see_nothing_of_it(leyla, team, open_page):
    plan(leyla, None, partner_id=team)
    page = open_page("Hanan")
    page.choose(TEAM)
    assert "Roos" not in page.words()
    assert "Komt eraan" not in page.words()
