"""Writing partners, people and agreements down: nothing is lost, nobody is overwritten."""

from datetime import date

import pytest
from city import CHURCH, SCHOOL, SHELTER, TEAM
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.errors import Conflict
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules import opening
from hgkm_desktop.rules.lists import Area
from hgkm_desktop.rules.partners import PartnerType, Whose
from hgkm_desktop.services import drafts, partner_people, partners
from hgkm_desktop.ui.views.partners.partner_form import PartnerForm


@pytest.fixture
def page(city, open_page):
    return open_page("Joke")


def menu(page, entry):
    """Press an entry of the menu of the partner at the side."""
    page.push(page.side.more)
    page.entry(entry)


def test_a_new_partner_needs_a_name_and_no_more(page):
    page.view.start_new()
    assert page.focus is page.overlay.inputs["name"]
    page.save()
    assert page.overlay.fields["name"].problem()
    page.type(name="Raad is Daad")
    page.save()
    assert page.overlay is None
    assert page.side.name.text() == "Raad is Daad"
    assert page.said[-1].text == "Raad is Daad is bewaard."
    assert page.focus is page.table


def test_everything_that_is_typed_of_a_partner_is_saved(page):
    page.push(page.page.bar.new)
    form = page.overlay
    page.type(
        name="Raad is Daad",
        type_words="buurtloket",
        does="Formulieren",
        does_not="Geen schulden",
        general_number="020 555 0236",
        hours="ma, vr 10-14",
        hours_words="bel eerst",
        night_number="020 555 0237",
        night_words="Ineke",
        address="Huis van de Wijk",
        bring="Je brief",
        costs="Gratis",
    )
    form.open_on_holidays.setChecked(True)
    form.areas.set_values([Area.WEST])
    form.languages.set_values([Language.TURKISH])
    page.save()
    kept = page.card("Raad is Daad").partner
    assert (kept.type, kept.type_words, kept.does) == (
        PartnerType.OTHER,
        "buurtloket",
        "Formulieren",
    )
    assert (kept.does_not, kept.general_number) == ("Geen schulden", "020 555 0236")
    assert opening.words(opening.unpack(kept.hours)) == "ma, vr 10–14"
    assert (kept.hours_words, kept.open_on_holidays) == ("bel eerst", True)
    assert (kept.night_number, kept.night_words) == ("020 555 0237", "Ineke")
    assert (kept.address, kept.bring, kept.costs) == ("Huis van de Wijk", "Je brief", "Gratis")
    assert (kept.areas, kept.languages) == ((Area.WEST,), (Language.TURKISH,))


def test_hours_are_read_back_while_they_are_typed(page):
    page.push(page.page.bar.new)
    page.type(name="Loket", hours="ma t/m wo van 9 tot 12.30 uur")
    field = page.overlay.fields["hours"]
    assert "Zo lezen wij het: ma–wo 9–12.30" in page.words(page.overlay)
    page.type(hours="soms")
    page.save()
    assert field.problem() == "Schrijf het zo: ma-vr 9-17"
    page.type(hours="ma 17-9")
    page.save()
    assert field.problem()
    assert page.overlay is not None
    page.type(hours="dag en nacht")
    page.save()
    assert opening.unpack(page.card("Loket").partner.hours).always


def test_where_a_shelter_is_is_never_asked(page):
    page.choose(SHELTER)
    page.push(page.side.change)
    form = page.overlay
    assert not form.inputs["address"].isEnabled()
    assert "Dit adres schrijven we nooit op." in page.words(form)
    form.type.set_value(PartnerType.SCHOOL)
    form.type.changed.emit(PartnerType.SCHOOL)
    page.type(address="Ergens 1")
    form.type.set_value(PartnerType.BLIJF_GROEP)
    form.type.changed.emit(PartnerType.BLIJF_GROEP)
    page.save()
    assert page.card(SHELTER).partner.address == ""


def test_own_words_are_only_asked_where_the_list_has_none(page):
    page.choose(TEAM)
    page.push(page.side.change)
    assert not page.overlay.fields["type_words"].isVisible()
    page.overlay.type.set_value(PartnerType.OTHER)
    page.overlay.type.changed.emit(PartnerType.OTHER)
    assert page.overlay.fields["type_words"].isVisible()


def test_a_form_begins_with_what_is_stored(page):
    page.choose(TEAM)
    page.push(page.side.change)
    form = page.overlay
    assert form.inputs["does"].toPlainText() == "Hulp bij geld"
    assert form.inputs["hours"].text() == "ma–vr 9–17"
    assert form.areas.values() == [Area.NIEUW_WEST]
    page.save()
    assert page.card(TEAM).partner.does == "Hulp bij geld"


def test_what_is_half_typed_comes_back_after_escape_and_after_locking(page):
    page.push(page.page.bar.new)
    page.type(name="Half")
    QTest.keyClick(page.focus, Qt.Key.Key_Escape)
    assert page.overlay is None
    page.view.start_new()
    assert page.overlay.inputs["name"].text() == "Half"
    page.type(name="Heel")
    assert page.view.draft() is None
    assert "Heel" in str(page.ctx.call(drafts.look, "partners/new"))
    page.push(page.overlay.cancel_button)
    assert page.ctx.call(drafts.look, "partners/new") is None


def test_a_partner_changed_meanwhile_is_shown_and_the_text_is_kept(page, city):
    page.choose(TEAM)
    page.push(page.side.change)
    page.type(does="Mijn tekst", costs="Vijf euro")
    other = city.card(page.card(TEAM).partner).partner
    other.does, other.type, other.open_on_holidays = "Tekst van een ander", PartnerType.OKT, True
    other.languages = (Language.FRENCH,)
    city.save(other)
    page.save()
    form = page.overlay
    assert form is not None
    assert form.met.isVisible()
    said = page.words(form)
    assert "Wat doen zij wel?: Tekst van een ander" in said
    assert "Talen: Frans" in said
    assert "Ook open op feestdagen: aan" in said
    assert form.inputs["does"].toPlainText() == "Mijn tekst"
    assert form.accept_button.text() == "Bewaar die van mij"
    page.save()
    assert page.overlay is None
    assert page.card(TEAM).partner.does == "Mijn tekst"


def test_or_she_begins_with_what_a_colleague_saved(page, city):
    page.choose(TEAM)
    page.push(page.side.change)
    page.type(does="Mijn tekst")
    other = city.card(page.card(TEAM).partner).partner
    other.does = "Tekst van een ander"
    city.save(other)
    page.save()
    page.push(page.overlay.take)
    assert page.overlay.inputs["does"].toPlainText() == "Tekst van een ander"
    assert not page.overlay.stored.isVisible()
    page.save()
    assert page.card(TEAM).partner.does == "Tekst van een ander"


def test_the_first_person_is_the_known_face(page):
    page.choose(CHURCH)
    menu(page, "Schrijf iemand op")
    form = page.overlay
    assert form.is_fixed.isChecked()
    page.type(name="Rabia", direct_number="020 555 0229", since="1 mrt 2025", does="contact")
    form.expertise.set_values(["honour"])
    page.save()
    kept = page.card(CHURCH).persons[0]
    assert (kept.name, kept.is_fixed, kept.since) == ("Rabia", True, date(2025, 3, 1))
    assert page.row(CHURCH)[2:4] == ["Rabia", "020 555 0229"]
    assert page.said[-1].text == "Rabia is bewaard."


def test_a_person_gets_a_stand_in_and_goes_away(page):
    page.choose(TEAM)
    page.side.person_asked.emit(page.page.chosen.persons[0])
    form = page.overlay
    assert form.stand_in.currentText() == "Peter"
    form.stand_in.set_value("")
    page.type(until="gisteren", since="weet niet")
    page.save()
    assert form.fields["since"].problem().startswith("Deze dag begrijpen we niet.")
    page.type(since="")
    page.save()
    page.settle()
    assert "Jolanda" in [person.name for person in page.card(TEAM).earlier]
    assert page.row(TEAM)[2] == "nog niemand"


def test_a_person_changed_meanwhile_is_not_overwritten(page, city):
    page.choose(TEAM)
    page.side.person_asked.emit(page.page.chosen.persons[0])
    page.type(does="mijn woorden")
    other = page.card(TEAM).persons[0]
    other.does, other.stand_in_id = "van een ander", None
    city.db.call(partner_people.save_person, other, now=page.ctx.now())
    page.save()
    said = page.words(page.overlay)
    assert "Wat is het werk daar?: van een ander" in said
    assert "Wie valt in?: Niemand" in said
    page.save()
    assert page.card(TEAM).persons[0].does == "mijn woorden"


def test_an_agreement_is_written_changed_and_stopped(page):
    page.choose(SCHOOL)
    menu(page, "Schrijf een afspraak op")
    page.save()
    assert page.overlay.fields["text"].problem()
    page.type(text="Wij bellen dezelfde dag terug.", look_again="1 feb 2027")
    page.overlay.whose.set_value(Whose.OURS)
    page.save()
    kept = page.card(SCHOOL).agreements[0]
    assert (kept.whose, kept.look_again) == (Whose.OURS, date(2027, 2, 1))
    assert kept.agreed_on == page.clock[0].date()
    assert "Wij bellen dezelfde dag terug." in page.words()
    page.side.agreement_asked.emit(page.page.chosen.agreements[0])
    page.type(text="Wij bellen de volgende dag terug.")
    page.save()
    assert page.card(SCHOOL).agreements[0].text == "Wij bellen de volgende dag terug."
    page.side.agreement_asked.emit(page.page.chosen.agreements[0])
    page.push(page.overlay.over)
    assert page.overlay is None
    assert page.card(SCHOOL).agreements[0].ended_on == page.clock[0].date()
    assert "volgende dag" not in page.words()


def test_a_partner_stops_and_is_there_again(page):
    page.choose(SCHOOL)
    menu(page, "Bestaat niet meer")
    page.save()
    assert page.row(SCHOOL)[5] == "gestopt"
    page.said[-1].undo()
    page.settle()
    assert page.row(SCHOOL)[5] == "23 nov"
    page.choose(SCHOOL)
    menu(page, "Bestaat niet meer")
    page.overlay.on.set_value(date(2026, 11, 1))
    page.save()
    page.choose(SCHOOL)
    assert not page.side.change.isVisible()
    menu(page, "Bestaat weer")
    assert page.said[-1].text == f"{SCHOOL} bestaat weer."


def test_two_partners_are_put_together(page):
    page.choose(CHURCH)
    menu(page, "Opgegaan in een andere")
    page.save()
    assert page.overlay.fields["into"].problem() == "Kies er een."
    form = page.overlay
    form.into.setCurrentIndex(form.into.findText(TEAM))
    page.save()
    assert page.side.name.text() == TEAM
    assert page.said[-1].text == f"Samengevoegd in {TEAM}."
    page.choose(CHURCH)
    assert f"Opgegaan in {TEAM}" in page.words()


def test_a_partner_that_is_gone_is_said_calmly(page, monkeypatch):
    page.choose(TEAM)

    def gone(_session, _partner_id, *, now):
        raise Conflict("Weg.", "Kijk opnieuw.")

    monkeypatch.setattr(partners, "card", gone)
    page.push(page.side.change)
    assert not isinstance(page.overlay, PartnerForm)
    assert page.said[-1].text == "Weg."
    page.view.refresh()
    assert not page.side.isVisible()


def test_the_clock_of_the_form_is_that_of_the_page(page):
    page.later(days=3)
    page.choose(SCHOOL)
    menu(page, "Bestaat niet meer")
    assert page.overlay.on.value() == date(2026, 11, 26)
