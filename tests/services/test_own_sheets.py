"""Own words for a sheet: kept beside the original, read by a reader, put back."""

from dataclasses import replace

import pytest
from desk import MONDAY
from hostile import HOSTILE
from sheet_texts import MAY, TODAY, printed, with_lines
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict, Invalid, UserError
from hgkm_desktop.handouts.paper import pdf
from hgkm_desktop.models import OwnSheet
from hgkm_desktop.services import sheets
from hgkm_desktop.services.prints import Form
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.card import CARD

ORIGINAL = library.text("money", "nl")
FIRST = next(iter(ORIGINAL.parts))


def keep(db, text, before=ORIGINAL):
    db.call(sheets.keep, text, before, now=MONDAY)


def now(db, sheet="money", language="nl"):
    return db.call(sheets.text, sheet, language)


def state(db, sheet="money", language="nl"):
    return next(s for s in db.call(sheets.states, sheet) if s.language == language)


def test_own_words_stand_beside_the_original_which_comes_back(db):
    changed = with_lines(ORIGINAL, "Kom dinsdag langs.")
    keep(db, changed)
    assert "Kom dinsdag langs." in printed(db.call(sheets.content, "money", "nl"))
    assert state(db).is_own
    assert db.call(sheets.content, "money", "nl").is_own
    assert library.text("money", "nl") == ORIGINAL
    db.call(sheets.reset, "money", "nl")
    assert now(db) == ORIGINAL
    assert not state(db).is_own
    db.call(sheets.reset, "money", "nl")


def test_own_words_are_for_one_language_only(db):
    keep(db, with_lines(ORIGINAL, "Kom dinsdag langs."))
    others = [s for s in db.call(sheets.states, "money") if s.language != "nl"]
    assert len(others) == 5
    assert not any(s.is_own for s in others)
    assert now(db, language="ar") == library.text("money", "ar")


def test_own_words_can_be_changed_again_and_tell_by_whom(db, sign_in):
    keep(db, with_lines(ORIGINAL, "Eerst dit."))
    salma = sign_in("Salma")
    keep(salma, with_lines(ORIGINAL, "Dan dat."), now(salma))
    assert now(db).parts[FIRST].lines[0].text == "Dan dat."
    with Session(db.engine) as session:
        row = session.get(OwnSheet, ("money", "nl"))
    assert (row.changed_by, row.changed_at) == (salma.actor.member_id, MONDAY)


def test_the_words_of_the_original_are_no_words_of_our_own(db):
    keep(db, ORIGINAL)
    assert not state(db).is_own
    keep(db, with_lines(ORIGINAL, "Anders."))
    keep(db, ORIGINAL, now(db))
    assert not state(db).is_own


def test_the_note_for_us_stays_with_own_words(db):
    keep(db, with_lines(ORIGINAL, "Kom dinsdag langs."))
    assert now(db).for_us == ORIGINAL.for_us != ""


def test_of_two_who_change_a_text_the_second_hears_it_and_nothing_is_lost(db, sign_in):
    salma = sign_in("Salma")
    hers, mine = now(salma), now(db)
    keep(salma, with_lines(hers, "Van Salma."), hers)
    typed = with_lines(mine, "Van Joke.")
    with pytest.raises(Conflict) as error:
        keep(db, typed, mine)
    assert (error.value.title, error.value.hint) == (
        "Iemand anders was je voor.",
        "Je tekst is bewaard. Bekijk ze allebei.",
    )
    assert now(db).parts[FIRST].lines[0].text == "Van Salma."
    keep(db, typed, now(db))
    assert now(db).parts[FIRST].lines[0].text == "Van Joke."


def test_a_reset_in_between_is_a_change_too(db, sign_in):
    keep(db, with_lines(ORIGINAL, "Van Salma."))
    mine = now(db)
    sign_in("Salma").call(sheets.reset, "money", "nl")
    with pytest.raises(Conflict):
        keep(db, with_lines(mine, "Van Joke."), mine)
    assert now(db) == ORIGINAL


@pytest.mark.parametrize(("sheet", "language"), [("bestaat_niet", "nl"), ("money", "xx")])
def test_a_sheet_or_language_that_is_not_there_is_not_kept(db, sheet, language):
    with pytest.raises(UserError):
        keep(db, replace(ORIGINAL, sheet=sheet, language=language))
    with Session(db.engine) as session:
        assert session.query(OwnSheet).count() == 0


def test_a_line_of_the_original_keeps_its_mark_and_its_source(db):
    original = library.text("veilig_thuis", "tr")
    key, part = next((k, p) for k, p in original.parts.items() if any(x.verify for x in p.lines))
    doubtful = next(line for line in part.lines if line.verify)
    ours = with_lines(original, "Yeni bir satır.", doubtful.text, section=key)
    keep(db, ours, original)
    new, kept = now(db, "veilig_thuis", "tr").parts[key].lines
    assert (kept.verify, kept.source) == (True, doubtful.source)
    assert (new.verify, new.source) == (False, ())
    said = printed(db.call(sheets.content, "veilig_thuis", "tr"))
    assert "Yeni bir satır." in said
    assert doubtful.text not in said


def test_a_reading_counts_for_the_text_that_was_read_and_no_other(db):
    assert state(db, language="ar").review is None
    assert db.call(sheets.content, "money", "ar").must_say_unread
    db.call(sheets.review, "money", "ar", " Samira  El ", today=TODAY)
    read = state(db, language="ar").review
    assert (read.initials, read.on) == ("S.E.", TODAY)
    assert not db.call(sheets.content, "money", "ar").must_say_unread
    arabic = library.text("money", "ar")
    keep(db, replace(arabic, title=arabic.title + "."), arabic)
    assert state(db, language="ar").review is None
    assert db.call(sheets.content, "money", "ar").must_say_unread
    db.call(sheets.reset, "money", "ar")
    assert state(db, language="ar").review == read, "it is the text she read again"


def test_a_new_reading_takes_the_place_of_an_older_one(db):
    db.call(sheets.review, "money", "ar", "Samira", today=MAY)
    db.call(sheets.review, "money", "ar", "Nora van den Berg uit West", today=TODAY)
    read = state(db, language="ar").review
    assert (read.initials, read.on) == ("N.V.D.B.", TODAY)


def test_the_card_is_read_like_a_sheet(db):
    assert [s.review for s in db.call(sheets.states, CARD)] == [None] * 6
    db.call(sheets.review, CARD, "so", "Hodan", today=TODAY)
    assert state(db, CARD, "so").review.initials == "H."
    assert state(db, CARD, "nl").review is None


@pytest.mark.parametrize(
    "reader", ["", " \u200b", "x" * 61, "😀 👋", "- 7", "今天", "שלום", "\U00017000"]
)
def test_a_reader_has_a_name_that_can_stand_on_paper(db, reader):
    with pytest.raises(Invalid) as error:
        db.call(sheets.review, "money", "ar", reader, today=TODAY)
    assert set(error.value.problems) == {"reader"}
    assert state(db, language="ar").review is None


def test_a_reader_takes_anything_or_says_why_not(db):
    for name, text in HOSTILE:
        try:
            db.call(sheets.review, "money", "ar", text, today=TODAY)
        except Invalid as error:
            assert set(error.problems) == {"reader"}, name
        else:
            initials = state(db, language="ar").review.initials
            assert initials.replace(".", "").isalpha(), name
            assert len(initials) <= 8, name
            assert pdf([(db.call(sheets.content, "money", "ar"), Form.A4)]), name


@pytest.mark.parametrize("reader", ["سميرة", "ሳሚራ", "😀 Zoë", "<b>Anna</b>", "ﬁona (7)", "ǆana"])
def test_the_initials_of_any_name_can_be_printed(db, reader):
    db.call(sheets.review, "money", "ar", reader, today=TODAY)
    assert pdf([(db.call(sheets.content, "money", "ar"), Form.A4)])


def test_a_sheet_carries_our_name_and_a_code_only_when_chosen(db):
    assert not db.call(sheets.content, "money", "nl").house.letterhead
    db.call(sheets.choose, "money", letterhead=True, qr=True)
    house = db.call(sheets.content, "money", "nl").house
    assert (house.name, house.letterhead, house.qr) == ("Nisa test", True, True)
    db.call(sheets.choose, "money", letterhead=False, qr=True)
    chosen = db.call(sheets.choice, "money")
    assert (chosen.letterhead, chosen.qr) == (False, True)
    assert not db.call(sheets.choice, "fgm").qr
    with pytest.raises(UserError):
        db.call(sheets.choose, "bestaat_niet", letterhead=True, qr=True)
