import pytest
from standing_beside import open_linde

from hgkm_desktop.errors import Tampered
from hgkm_desktop.models import Draft
from hgkm_desktop.services import audit_log, drafts, erasing
from hgkm_desktop.vault import sealing


def test_a_draft_comes_back_in_its_place_until_it_is_dropped(sign_in):
    hanan = sign_in("Hanan")
    assert hanan.call(drafts.look, "walk_ins") is None
    hanan.call(drafts.keep, "walk_ins", {"desk_question": "half"})
    hanan.call(drafts.keep, "walk_ins", {"desk_question": "half getypt"})
    hanan.call(drafts.keep, "elders", {})
    assert hanan.call(drafts.look, "walk_ins") == {"desk_question": "half getypt"}
    hanan.call(drafts.drop, "walk_ins")
    hanan.call(drafts.drop, "walk_ins")
    assert hanan.call(drafts.look, "walk_ins") is None
    assert hanan.call(drafts.look, "elders") == {}


def test_each_has_a_draft_of_her_own(sign_in):
    hanan, joke = sign_in("Hanan"), sign_in("Joke")
    hanan.call(drafts.keep, "walk_ins", {"x": "van Hanan"})
    assert joke.call(drafts.look, "walk_ins") is None
    joke.call(drafts.keep, "walk_ins", {"x": "van Joke"})
    joke.call(drafts.drop, "walk_ins")
    assert hanan.call(drafts.look, "walk_ins") == {"x": "van Hanan"}


def test_a_draft_outlives_signing_out(sign_in):
    hanan = sign_in("Hanan")
    hanan.call(drafts.keep, "walk_ins", {"x": 1})
    hanan.close()
    assert sign_in("Hanan").call(drafts.look, "walk_ins") == {"x": 1}


def test_a_draft_is_noted_by_nobody_but_announced(sign_in):
    hanan, heard = sign_in("Hanan"), []
    hanan.on_change(heard.append)
    hanan.call(drafts.keep, "walk_ins", {"x": 1})
    assert heard == [frozenset({Draft})]
    assert "draft" not in {entry.kind for entry in sign_in("Bea").call(audit_log.page)}


def test_a_draft_fits_nobody_else(sign_in):
    hanan, joke = sign_in("Hanan").actor, sign_in("Joke").actor
    sealed = sealing.seal_mine(hanan, b"half", "draft", "walk_ins")
    with pytest.raises(Tampered):
        sealing.unseal_mine(joke, sealed, "draft", "walk_ins")
    with pytest.raises(Tampered):
        sealing.unseal_mine(hanan, sealed, "draft", "elders")


def test_about_who_was_erased_nothing_is_kept_any_more(desk, sign_in):
    leyla = sign_in("Leyla")
    case_id = open_linde(desk, leyla)
    place = f"cases/{case_id}/form/appointment"
    leyla.call(drafts.keep, place, {"purpose": "half"})
    sign_in("Imane").call(erasing.erase, case_id, now=desk.now())
    assert leyla.call(drafts.look, place) is None
    leyla.call(drafts.keep, place, {"purpose": "half getypt"})
    assert leyla.call(drafts.look, place) is None
