import pytest
from desk import MONDAY

from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.models import Organisation
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.guide import Status
from hgkm_desktop.services import audit_log, organisation
from hgkm_desktop.services.organisation import OPTIONAL_FIELDS, hidden_fields


@pytest.fixture
def bea(sign_in):
    return sign_in("Bea")


def test_it_has_the_names_of_the_first_start(db):
    found = db.call(organisation.get)
    assert (found.name, found.window_title) == ("Nisa test", "Buurtlogboek")
    assert hidden_fields(found) == frozenset()


def test_its_names_and_hidden_fields_can_be_changed(bea, db):
    hidden = frozenset({"children", "real_question", "topics", "nonsense"})
    bea.call(organisation.change, " Nisa\nvoor Nisa ", "Logboek", hidden)
    found = db.call(organisation.get)
    assert (found.name, found.window_title) == ("Nisa voor Nisa", "Logboek")
    assert hidden_fields(found) == {"children", "real_question"}


@pytest.mark.parametrize("needed", ["happened_at", "setting", "topics"])
def test_what_every_visit_needs_cannot_be_hidden(needed):
    assert needed not in OPTIONAL_FIELDS


def test_a_name_that_cannot_be_is_told_beside_its_field(bea, db):
    with pytest.raises(Invalid) as refused:
        bea.call(organisation.change, "", "x" * 61, frozenset())
    assert set(refused.value.problems) == {"name", "window_title"}
    assert db.call(organisation.get).name == "Nisa test"


def test_a_copy_and_a_tested_sheet_are_remembered_and_noted(bea, db):
    bea.call(organisation.backed_up, now=MONDAY)
    bea.call(organisation.sheet_tested, now=MONDAY)
    found = db.call(organisation.get)
    assert (found.backed_up_at, found.recovery_tested_at) == (MONDAY, MONDAY)
    acts = [entry.act for entry in bea.call(audit_log.page, None, 4)]
    assert {Act.BACKUP, Act.RECOVER} <= set(acts)


def test_whoever_shows_it_hears_of_a_change(bea):
    heard = []
    bea.on_change(heard.append)
    bea.call(organisation.change, "Nisa", "Logboek", frozenset())
    assert heard == [frozenset({Organisation})]


def test_how_it_stands_towards_the_law_is_chosen_and_free_until_then(bea, sign_in):
    assert bea.call(organisation.get).meldcode == "free"
    for db, value in [(bea, "bound"), (sign_in("Salma"), "subsidy")]:
        db.call(organisation.choose_meldcode, value)
        assert organisation.meldcode(db.call(organisation.get)) is Status(value)


@pytest.mark.parametrize("value", ["", "FREE", "must", "free ", "x" * 1000])
def test_there_is_no_fourth_way_to_stand_towards_the_law(value, bea):
    with pytest.raises(Invalid) as refused:
        bea.call(organisation.choose_meldcode, value)
    assert refused.value.problems == {"meldcode": "Kies een van de drie."}


@pytest.mark.parametrize("name", ["Hanan", "Leyla", "Joke"])
def test_only_administrators_and_coordinators_choose_it(name, sign_in):
    with pytest.raises(Forbidden):
        sign_in(name).call(organisation.choose_meldcode, "bound")


def test_what_an_odd_file_says_counts_as_free(bea):
    odd = bea.call(organisation.get)
    odd.meldcode = "mandatory"
    assert organisation.meldcode(odd) is Status.FREE
