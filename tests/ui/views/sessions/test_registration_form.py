"""What is known of somebody on the list: no surname, and never more than helps her to come."""

from PySide6.QtCore import Qt

from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.sessions import ChildAge, NameKind, Reading, Source
from hgkm_desktop.services import registrations


def form_of(it, name="Samira"):
    it.choose_row(name)
    it.press(Qt.Key.Key_Return)
    it.entry("Verander")
    return it.overlay


def save(it):
    it.push(it.overlay.accept_button)


def test_the_form_shows_what_is_known_and_its_title_names_nobody(open_page, planned):
    it = open_page("Hanan")
    form = form_of(it)
    assert form.name.text() == "Samira"
    assert form.language.value() == Language.ARABIC_MOROCCAN
    assert form.children_box.value() == 2
    assert "Nummer 1 op de lijst" in it.words(form)
    assert it.focus in form.kind.segments


def test_everything_is_kept(open_page, planned):
    it = open_page("Hanan")
    form = form_of(it)
    form.name.setText("Samira B.")
    form.language.set_value(Language.DUTCH)
    form.reading.set_value(Reading.ALOUD)
    form.ages.set_values([ChildAge.UNDER_4, ChildAge.FROM_8])
    form.source.set_value(Source.FRIEND)
    save(it)
    known = it.stored_of("Samira B.")
    assert (known.language, known.reading) == (Language.DUTCH, Reading.ALOUD)
    assert (known.child_ages, known.source) == ((ChildAge.UNDER_4, ChildAge.FROM_8), Source.FRIEND)
    assert (known.is_here, known.number, known.children) == (True, 1, 2)
    assert it.last == "Bewaard."


def test_what_is_not_known_can_be_left_open(open_page, planned):
    it = open_page("Hanan")
    form = form_of(it)
    form.language.set_value("")
    save(it)
    assert it.stored_of("Samira").language is None


def test_an_alias_may_have_more_words_and_a_number_needs_none(open_page, planned):
    it = open_page("Hanan")
    form = form_of(it)
    form.kind.segments[1].click()
    form.name.setText("de vrouw met de fiets")
    save(it)
    assert it.stored()[0].name == "de vrouw met de fiets"
    form = form_of(it, "de vrouw met de fiets")
    form.kind.segments[2].click()
    assert not form.name.isVisible()
    save(it)
    assert (it.stored()[0].name, it.stored()[0].kind) == ("", NameKind.NUMBER)
    assert it.lines()[0] == "1 nr. 1"


def test_a_surname_is_left_out_and_a_twin_is_told(open_page, planned):
    it = open_page("Hanan")
    form_of(it).name.setText("Fatima Zahra")
    save(it)
    told = "Alleen ‘Fatima’ is bewaard. Een achternaam bewaren we niet. Er staat al een Fatima."
    assert it.last == told


def test_ages_are_asked_only_of_children(open_page, planned):
    it = open_page("Hanan")
    form = form_of(it)
    assert form.ages.isVisible()
    form.children_box.setValue(0)
    assert not form.ages.isVisible()
    save(it)
    assert (it.stored_of("Samira").children, it.stored_of("Samira").child_ages) == (0, ())


def test_what_is_no_name_is_told_at_its_field(open_page, planned):
    it = open_page("Hanan")
    form = form_of(it)
    form.name.setText("0612345678")
    save(it)
    assert it.overlay is form
    assert form.fields["name"].problem().startswith("Dit is geen voornaam")


def test_who_was_changed_by_somebody_else_meanwhile_is_told(open_page, planned):
    it = open_page("Hanan")
    form = form_of(it)
    form.name.setText("Samiha")
    known = it.stored_of("Samira")
    known.language = Language.SOMALI
    planned.db.call(registrations.change, known)
    save(it)
    told = "Iemand anders was je voor. Nu is bewaard: Samira, Somali, 2."
    assert it.overlay is form and form.problem() == told
    save(it)
    assert it.stored()[0].name == "Samiha"
    assert it.stored()[0].language is Language.ARABIC_MOROCCAN


def test_who_was_taken_off_meanwhile_is_told(open_page, planned):
    it = open_page("Hanan")
    form = form_of(it)
    planned.db.call(registrations.remove, it.stored_of("Samira").id)
    save(it)
    assert it.overlay is form and "Samira" in form.problem()


def test_cancel_keeps_nothing(open_page, planned):
    it = open_page("Hanan")
    form_of(it).name.setText("Iemand")
    it.push(it.overlay.cancel_button)
    assert it.stored()[0].name == "Samira"
    assert form_of(it).name.text() == "Samira"
