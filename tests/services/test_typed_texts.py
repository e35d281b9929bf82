import unicodedata

import pytest
from desk import MONDAY
from hostile import HOSTILE, is_tidy
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import RealQuestion, WalkIn
from hgkm_desktop.services import (
    drafts,
    members,
    organisation,
    search,
    walk_in_list,
    walk_ins,
)
from hgkm_desktop.services.fields import (
    LONGEST,
    NAME,
    clean,
    one_line,
    problem_with,
    problem_with_name,
)
from hgkm_desktop.services.walk_in_list import Query

TEXTS = [text for _, text in HOSTILE]
anything = st.text(
    st.one_of(st.characters(), st.characters(categories=["Cc", "Cf", "Cs", "Co", "Mn"])),
    max_size=200,
)


@given(anything)
def test_a_cleaned_text_is_tidy_and_stays_as_it_is(text):
    cleaned = clean(text)
    assert is_tidy(cleaned)
    assert clean(cleaned) == cleaned
    assert cleaned == cleaned.strip()


@given(anything)
def test_a_line_is_one_line(text):
    line = one_line(text)
    assert "\n" not in line
    assert "\t" not in line
    assert "  " not in line
    assert one_line(line) == line


def test_ordinary_writing_is_kept_whole():
    for text in ("Zoë & Fatıma: 'één' <b>", "سلام عليكم", "ሰላም", "👩‍👩‍👧 nee", "regel\nregel\ttab"):
        assert clean(text) == unicodedata.normalize("NFC", text)


def test_what_is_too_long_is_told_with_the_number():
    assert problem_with("x" * LONGEST) is None
    assert problem_with("x" * (LONGEST + 1)) == "Dit is te lang. Houd het op 4000 tekens."
    assert problem_with_name("x" * NAME) is None
    assert problem_with_name("x" * (NAME + 1)) == "Dit is te lang. Houd het op 60 tekens."
    assert problem_with_name("") == "Typ eerst een naam."


def test_what_is_never_stored_is_told():
    assert "BSN" in problem_with("haar bsn is 111222333")
    assert problem_with("zij belde om 9.05") is None


def _saved(save) -> list:
    """Try every hostile text; return what was stored, refused ones left out."""
    stored = []
    for text in TEXTS:
        try:
            stored.append(save(text))
        except Invalid as refused:
            assert all(refused.problems.values())
    assert stored
    return stored


def test_a_desk_question_takes_anything_or_says_why_not(db, make):
    def save(text):
        walk_in = make.walk_in(desk_question=text)
        return db.call(walk_ins.get, walk_in.id).desk_question

    assert all(map(is_tidy, _saved(save)))


@pytest.mark.parametrize("field", ["question", "own_words"])
def test_a_real_question_takes_anything_or_says_why_not(sign_in, make, field):
    leyla = sign_in("Leyla")

    def save(text):
        walk_in = make.walk_in(RealQuestion(**{field: text}))
        read = leyla.call(walk_ins.read_real_question, walk_in.id)
        return getattr(read, field) if read else ""

    assert all(map(is_tidy, _saved(save)))


def test_a_reason_takes_anything_or_says_why_not(db, make, raw_reason):
    def save(text):
        walk_in = make.walk_in()
        db.call(walk_ins.delete, walk_in.id, text, now=MONDAY)
        return raw_reason(walk_in.id)

    assert all(map(is_tidy, _saved(save)))


@pytest.fixture
def raw_reason(db):
    def read(walk_in_id):
        with Session(db.engine) as session:
            return session.get(WalkIn, walk_in_id).deleted_reason

    return read


def test_a_name_takes_anything_or_says_why_not(sign_in, desk):
    bea = sign_in("Bea")
    hanan = desk.keys["Hanan"].tile.member_id

    def save(text):
        bea.call(members.change, hanan, text, ["volunteer"], 1)
        return bea.call(members.names)[hanan].name

    for name in _saved(save):
        assert is_tidy(name)
        assert 0 < len(name) <= NAME
        assert "\n" not in name
    desk.open("Hanan").engine.dispose()


@pytest.mark.parametrize("field", ["name", "window_title"])
def test_the_organisation_takes_anything_or_says_why_not(sign_in, field):
    bea = sign_in("Bea")
    others = {"name": "Nisa", "window_title": "Buurtlogboek"}

    def save(text):
        given = others | {field: text}
        bea.call(organisation.change, given["name"], given["window_title"], frozenset())
        return getattr(bea.call(organisation.get), field)

    for text in _saved(save):
        assert is_tidy(text)
        assert 0 < len(text) <= NAME


def test_a_draft_comes_back_as_it_was_typed(sign_in):
    hanan = sign_in("Hanan")
    for text in TEXTS:
        hanan.call(drafts.keep, "walk_ins", {"desk_question": text})
        assert hanan.call(drafts.look, "walk_ins") == {"desk_question": text}


def test_searching_for_anything_never_fails(db, make):
    make.walk_in(desk_question="een gewone vraag")
    for text in TEXTS:
        rows = db.call(walk_in_list.page, Query(text=text)).rows
        assert len(rows) == db.call(walk_in_list.count, Query(text=text))
        assert len(rows) == 1 or search.terms(text)


def test_what_was_stored_is_found_again(db, make):
    for text in TEXTS:
        try:
            walk_in = make.walk_in(desk_question=text)
        except Invalid:
            continue
        sought = walk_in.desk_question[: search.MAX_QUERY]
        if search.terms(sought) and len(walk_in.desk_question) < search.MAX_QUERY:
            found = db.call(walk_in_list.page, Query(text=sought), None, 500).rows
            assert walk_in.id in {row.id for row in found}, ascii(text)[:60]


def test_a_passphrase_takes_anything_or_says_why_not(sign_in):
    hanan = sign_in("Hanan")
    for text in ["", "\x00", "half\ud83d", "x" * 1_000_000, "' OR 1=1 --"]:
        with pytest.raises(Invalid):
            hanan.call(members.change_own_passphrase, text, "kaneel fiets regenjas brug lepel")
