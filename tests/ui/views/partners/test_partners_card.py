"""The card of one partner: what it says, for whom, and that it is still right."""

import re
from datetime import date

import pytest
from city import CHURCH, SCHOOL, SHELTER, TEAM, count
from inspection import room_for
from PySide6.QtWidgets import QAbstractButton, QLabel

from hgkm_desktop.models import PartnerPerson, new_id
from hgkm_desktop.rules.partners import Kept
from hgkm_desktop.ui.views.partners import words

EDITING = ("Verander", "Schrijf", "Meer over deze")


def test_the_card_says_everything_that_is_known(city, open_page):
    page = open_page("Leyla")
    page.choose(TEAM)
    said = page.words()
    for told in (
        "Jolanda",
        "020 555 0131",
        "direct",
        "Niet bereikbaar? Collega Peter, 020 555 0130.",
        "Algemeen nummer: 020 555 0100",
        "Hulp bij geld",
        "Geen spoed",
        "ma–vr 9–17",
        "Meer en Vaart",
        "Nederlands, Turks",
        "7 keer samen geweest. 6 keer vast gezicht.",
        "Weet veel van: schulden",
        "Zij bellen terug.",
        "kijk opnieuw: 1 nov",
        "Gecontroleerd op 23 nov, door Joke",
    ):
        assert told in said


def test_what_was_before_and_what_was_kept_is_folded_away(city, open_page):
    page = open_page("Leyla")
    page.choose(TEAM)
    assert "Mirjam" not in page.words()
    for fold in ("Hoe het eerder was", "Ervaring per jaar"):
        found = page.side.findChildren(QAbstractButton)
        page.push(next(each for each in found if each.text() == fold))
    assert "Mirjam, 1 mrt 2022 – 1 feb 2025" in page.words()
    assert "2026: " in page.words()


def test_a_volunteer_reads_nothing_of_what_was_kept(city, open_page):
    """A number that changes on the day somebody is busy would say where they went."""
    page = open_page("Hanan")
    page.choose(TEAM)
    for hidden in ("samen geweest", "Ervaring"):
        assert hidden not in page.words()


def test_a_partner_without_a_known_face_says_so(city, open_page):
    page = open_page("Joke")
    page.choose(CHURCH)
    assert "Hier is nog geen vast gezicht." in page.words()
    assert "De telling van 2026 zie je na dat jaar." in page.words()
    page.push(page.side.shown.face.add)
    assert page.overlay.accessibleName() == f"Iemand bij {CHURCH}"


def test_an_address_of_a_shelter_is_nowhere(city, open_page):
    page = open_page("Hanan")
    page.choose(SHELTER)
    assert "Adres" not in page.words()
    assert "020 555 0118, achterwacht" in page.words()


@pytest.mark.parametrize("who", ["Hanan", "Leyla"])
def test_who_only_reads_has_no_button_to_write(city, open_page, who):
    page = open_page(who)
    page.choose(TEAM)
    buttons = [each for each in page.view.findChildren(QAbstractButton) if each.isVisible()]
    names = [each.accessibleName() or each.text() for each in buttons]
    assert [name for name in names if name.startswith(EDITING)] == []
    page.view.start_new()
    assert page.overlay is None


@pytest.mark.parametrize("who", ["Hanan", "Leyla", "Joke"])
def test_everybody_at_the_desk_can_say_it_is_still_right(city, open_page, who):
    page = open_page(who)
    page.choose(CHURCH)
    page.push(page.side.right)
    assert page.said[-1].text == f"Klopt nog: {CHURCH}"
    assert page.card(CHURCH).partner.checked_on == page.clock[0].date()
    assert f"Gecontroleerd op 23 nov, door {who}" in page.words()
    assert page.row(CHURCH)[5] == "23 nov"


def test_the_number_is_shown_large(city, open_page):
    page = open_page("Hanan")
    page.choose(TEAM)
    page.push(page.side.shown.face.call)
    said = page.words(page.overlay)
    assert said.index("020 555 0131") < said.index("020 555 0130") < said.index("020 555 0100")
    page.overlay.reject()
    page.choose(SHELTER)
    assert not page.side.shown.face.call.isVisible()
    page.view.deeds._on_call_asked()
    assert "020 555 0118" in page.words(page.overlay)


def test_somebody_who_is_coming_stands_there_with_her_day(city, open_page):
    page = open_page("Hanan")
    school = city.card(page.card(SCHOOL).partner).partner
    city.person(school, "meester Ali", since=date(2026, 12, 1), hours_words="wisselt")
    page.view.refresh()
    page.choose(SCHOOL)
    assert "meester Ali" in page.words()
    assert "vanaf 1 dec" in page.words()
    assert "wisselt" in page.words()


def test_the_words_of_experience(city, open_page):
    page = open_page("Leyla")
    page.choose(CHURCH)
    assert "Nog niet samen geweest." in page.words()
    school = page.card(SCHOOL).partner
    city.db.call(count, school.id, {Kept.HELD: 1})
    said = words.experience(page.card(SCHOOL))
    assert said == "1 keer samen geweest. 0 keer vast gezicht."


def test_since_and_until_in_words():
    today, person = date(2026, 11, 23), PartnerPerson(partner_id=new_id(), name="Ali")
    assert words.since_until(person, today) == ""
    person.since = date(2026, 3, 1)
    assert words.since_until(person, today) == "sinds 1 mrt"
    person.since, person.until = None, date(2026, 4, 1)
    assert words.since_until(person, today) == "tot 1 apr"
    assert words.last_checked(None, "", today) == "Nog niemand controleerde dit"
    assert words.last_checked(today, "", today) == "Gecontroleerd op 23 nov"


ENDLESS = "Sprichtingennaam" * 3
MARKUP = "<b>Vet</b> & <img src=x>"


def too_wide(root):
    """Return the labels with a piece that cannot be broken and has no room."""
    labels = [each for each in root.findChildren(QLabel) if each.isVisible()]
    return [
        label.text()
        for label in labels
        for piece in re.split(r"[\s\u200b]+", label.text())
        if label.fontMetrics().horizontalAdvance(piece) > room_for(label).width() + 1
    ]


@pytest.mark.parametrize("name", [ENDLESS, MARKUP], ids=["endless", "markup"])
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_any_words_stand_as_they_were_typed_and_inside_the_card(
    directory, open_page, name, language
):
    told = {"does": name, "address": name, "bring": name, "hours_words": name}
    partner = directory.partner(name, **told)
    directory.person(partner, name, is_fixed=True, does=name, direct_number="020 555 0131")
    directory.agreement(partner, name)
    page = open_page("Joke", language)
    page.choose(name)
    assert page.words().count(name) >= 7
    assert too_wide(page.side) == []
    for deed in (page.side.more.click, page.side.change.click, page.side.call_asked.emit):
        deed()
        page.settle()
        assert too_wide(page.overlay) == []
        page.overlay.close_overlay()
        page.settle()
