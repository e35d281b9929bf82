"""Halves of the recovery key: who holds one, and how they are made anew (SECURITY.md, Rings)."""

from datetime import timedelta
from itertools import combinations

import pytest
from desk import FIRST_WORDS, MONDAY
from recovering import acts, id_of, is_the_key, key_of, make_coordinator, state

from hgkm_desktop.db import Database
from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.models import RecoveryShare
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.services import members, recovery
from hgkm_desktop.services.recovery import NOBODY, Helpers
from hgkm_desktop.vault import recovery_code, restoring

LATER = MONDAY + timedelta(days=30)
WRONG = "Dat klopt niet. Probeer het nog een keer."


@pytest.fixture
def salma(sign_in) -> Database:
    """The founder: coordinator and administrator, with the half beside the paper."""
    return sign_in("Salma")


@pytest.fixture
def code() -> str:
    return recovery_code.new()


def test_an_administrator_who_came_back_with_the_paper_has_no_half_any_more(desk, salma):
    make_coordinator(salma, desk, "Joke")
    salma.call(recovery.give_halves, Helpers(desk.code))
    salma.close()
    new = "molen kat regenboog tafel zes"
    restoring.new_passphrase(desk.folder, desk.code, id_of(desk, "Salma"), new, LATER)
    salma = Database(desk.vault.sign_in(id_of(desk, "Salma"), new), desk.now)
    assert state(salma) == {"Joke": (True, False), "Salma": (False, False)}
    helpers = Helpers(desk.code, {id_of(desk, "Joke"): desk.keys["Joke"].passphrase})
    salma.call(recovery.give_halves, helpers)
    assert state(salma) == {"Joke": (True, True), "Salma": (True, True)}
    salma.close()


def test_half_a_pair_is_no_pair(desk, salma):
    make_coordinator(salma, desk, "Joke")
    salma.call(recovery.give_halves, Helpers(desk.code))
    joke = id_of(desk, "Joke")

    def lose(session):
        session.query(RecoveryShare).filter_by(holder_id=joke).delete()

    salma.call(lose)
    assert state(salma) == {"Joke": (False, False), "Salma": (True, False)}


def test_with_the_old_sheet_the_halves_go_along(desk, salma, code):
    key = key_of(salma, desk, desk.code, "Salma")
    assert salma.call(recovery.new_sheet, code, Helpers(desk.code), now=LATER)
    assert is_the_key(salma, key)
    assert key_of(salma, desk, code, "Salma") == key
    with pytest.raises(UserError):
        key_of(salma, desk, desk.code, "Salma")


def test_without_it_the_paper_is_half_of_nothing_and_that_is_said(desk, salma, code):
    assert not salma.call(recovery.new_sheet, code, now=LATER)
    assert state(salma) == {"Salma": (False, False)}
    for paper in (desk.code, code):
        assert key_of(salma, desk, paper, "Salma") is None


def test_an_administrator_who_is_no_coordinator_needs_one_beside_her(desk, sign_in, code):
    bea = sign_in("Bea")
    helpers = Helpers(desk.code, {id_of(desk, "Salma"): FIRST_WORDS})
    assert bea.call(recovery.new_sheet, code, helpers, now=LATER)
    assert is_the_key(bea, key_of(bea, desk, code, "Salma"))
    assert (Act.RECOVER, "recovery_share", id_of(desk, "Salma")) in acts(bea)
    again = recovery_code.new()
    assert not bea.call(recovery.new_sheet, again, Helpers(code), now=LATER)


def test_a_new_coordinator_gets_her_half(desk, salma):
    make_coordinator(salma, desk, "Joke", Role.STAFF)
    assert state(salma) == {"Joke": (False, False), "Salma": (True, False)}
    salma.call(recovery.give_halves, Helpers(desk.code))
    assert state(salma) == {"Joke": (True, True), "Salma": (True, True)}
    for paper, names in ((desk.code, ["Joke"]), (desk.code, ["Salma"]), ("", ["Joke", "Salma"])):
        assert is_the_key(salma, key_of(salma, desk, paper, *names))
    assert key_of(salma, desk, "", "Joke") is None
    assert (Act.GRANT, "recovery_share", None) in acts(salma)


def test_two_coordinators_make_up_for_a_lost_sheet(desk, salma, code):
    make_coordinator(salma, desk, "Joke")
    salma.call(recovery.give_halves, Helpers(desk.code))
    helpers = Helpers(passphrases={id_of(desk, "Joke"): desk.keys["Joke"].passphrase})
    assert salma.call(recovery.new_sheet, code, helpers, now=LATER)
    assert is_the_key(salma, key_of(salma, desk, code, "Joke"))


def test_what_two_hold_together_survives_a_sheet_made_alone(desk, salma, code):
    make_coordinator(salma, desk, "Joke")
    salma.call(recovery.give_halves, Helpers(desk.code))
    assert not salma.call(recovery.new_sheet, code, now=LATER)
    assert state(salma) == {"Joke": (False, True), "Salma": (False, True)}
    helpers = Helpers(code, {id_of(desk, "Joke"): desk.keys["Joke"].passphrase})
    salma.call(recovery.give_halves, helpers)
    assert state(salma) == {"Joke": (True, True), "Salma": (True, True)}
    assert is_the_key(salma, key_of(salma, desk, code, "Joke"))


def test_three_coordinators_hold_a_half_for_each_pair(desk, salma):
    for name in ("Joke", "Hanan"):
        make_coordinator(salma, desk, name)
    salma.call(recovery.give_halves, Helpers(desk.code))
    for pair in combinations(("Hanan", "Joke", "Salma"), 2):
        assert is_the_key(salma, key_of(salma, desk, "", *pair))


@pytest.mark.parametrize("how", ["leaves", "other task", "new passphrase"])
def test_who_is_no_coordinator_any_more_has_no_half(desk, salma, how):
    make_coordinator(salma, desk, "Joke")
    salma.call(recovery.give_halves, Helpers(desk.code))
    joke = id_of(desk, "Joke")
    if how == "leaves":
        salma.call(members.leave, joke, now=LATER)
    elif how == "other task":
        salma.call(members.change, joke, "Joke", [Role.VOLUNTEER], 2)
    else:
        salma.call(members.reset_passphrase, joke, now=LATER)
    assert state(salma)["Salma"] == (True, False)
    assert state(salma).get("Joke") in (None, (False, False))
    assert is_the_key(salma, key_of(salma, desk, desk.code, "Salma"))


def test_too_few_halves_are_refused_with_what_to_do(desk, sign_in):
    bea = sign_in("Bea")
    with pytest.raises(Invalid) as refused:
        bea.call(recovery.give_halves, Helpers(desk.code))
    assert list(refused.value.problems) == ["halves"]
    assert state(bea) == {"Salma": (True, False)}


@pytest.mark.parametrize("wrong", ["passphrase", "no coordinator", "old keys"])
def test_whoever_helps_has_to_be_who_she_says(desk, sign_in, wrong):
    bea, words, name = sign_in("Bea"), FIRST_WORDS, "Salma"
    if wrong == "passphrase":
        words = "kaneel fiets regenjas brug vork"
    elif wrong == "no coordinator":
        name, words = "Joke", desk.keys["Joke"].passphrase
    else:
        _put_old_slot_back(bea, desk)
    with pytest.raises(Invalid) as refused:
        bea.call(recovery.give_halves, Helpers(desk.code, {id_of(desk, name): words}))
    assert refused.value.problems == {str(id_of(desk, name)): WRONG}


def _put_old_slot_back(bea, desk):
    salma = id_of(desk, "Salma")
    old = bea.call(members.names)[salma].slot
    bea.call(members.reset_passphrase, salma, now=LATER)
    bea.call(lambda session: setattr(session.get_one(members.Member, salma), "slot", old))


def test_nobody_helps_with_nothing():
    assert (NOBODY.code, dict(NOBODY.passphrases)) == ("", {})
