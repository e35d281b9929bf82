"""The registry of numbers as an organisation keeps it: checked, changed, added, taken away."""

from dataclasses import replace
from datetime import timedelta

import pytest
from desk import MONDAY
from hostile import HOSTILE
from sheet_texts import MAY, SHEETS, TODAY, printed, with_lines

from hgkm_desktop.errors import Forbidden, Invalid, UserError
from hgkm_desktop.services import numbers, sheets
from hgkm_desktop.services.fields import NAME
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets import numbers as registry
from hgkm_desktop.sheets.card import CARD, is_harmless
from hgkm_desktop.sheets.numbers import OWN


def number(db, key):
    return db.call(numbers.by_key)[key]


def add(db, name="Naaicafé", digits="020 555 0100", hours="di en do, 9.30 - 12.00", today=TODAY):
    return db.call(numbers.add, name, digits, hours, today=today)


def test_without_a_word_of_ours_the_registry_is_the_one_that_came_along(db):
    assert tuple(db.call(numbers.every)) == registry.shipped()


def test_a_check_by_a_volunteer_counts(sign_in):
    hanan = sign_in("Hanan")
    before = number(hanan, "veilig_thuis")
    hanan.call(numbers.check, "veilig_thuis", today=TODAY)
    after = number(hanan, "veilig_thuis")
    assert (after.checked_on, after.checked_by) == (TODAY, str(hanan.actor.member_id))
    assert replace(after, checked_on=before.checked_on, checked_by="") == before


def test_a_number_that_came_unchecked_counts_once_somebody_looked(db):
    unchecked = next(n for n in registry.shipped() if n.checked_on is None)
    assert not number(db, unchecked.key).is_fresh(TODAY)
    db.call(numbers.check, unchecked.key, today=TODAY)
    assert number(db, unchecked.key).is_fresh(TODAY)


def test_the_newest_check_is_the_one_that_is_kept(db, sign_in):
    sign_in("Hanan").call(numbers.check, "police", today=MAY)
    db.call(numbers.check, "police", today=TODAY)
    kept = number(db, "police")
    assert (kept.checked_on, kept.checked_by) == (TODAY, str(db.actor.member_id))


@pytest.mark.parametrize("name", ["Hanan", "Leyla", "Bea"])
def test_only_editors_change_a_number(sign_in, name):
    db = sign_in(name)
    for service, given in [
        (numbers.change, ("veilig_thuis", "0800-2001", "")),
        (numbers.add, ("Wij", "020 555 0100", "")),
    ]:
        with pytest.raises(Forbidden):
            db.call(service, *given, today=TODAY)
    with pytest.raises(Forbidden):
        db.call(numbers.remove, OWN)
    assert tuple(sign_in("Joke").call(numbers.every)) == registry.shipped()


def test_a_changed_number_was_looked_at_that_day_and_keeps_its_name(db):
    db.call(numbers.change, "korrelatie", " 0900-1451 ", " dag ", today=TODAY)
    changed = number(db, "korrelatie")
    assert (changed.number, changed.hours, changed.checked_on) == ("0900-1451", "dag", TODAY)
    assert changed.name == next(n.name for n in registry.shipped() if n.key == "korrelatie")


def test_a_number_that_is_not_there_is_neither_checked_nor_changed(db):
    with pytest.raises(Invalid) as refused:
        db.call(numbers.check, "fier", today=TODAY)
    assert refused.value.problems == {"key": "Dit nummer staat niet in de lijst."}
    with pytest.raises(Invalid):
        db.call(numbers.change, "fier", "0800-1234", "", today=TODAY)


def test_our_first_number_stands_in_every_closing_block_and_on_the_card(db):
    assert add(db) == OWN
    for sheet in SHEETS:
        content = db.call(sheets.content, sheet, "nl")
        calls = ["".join(bit.text for bit in box.call) for box in content.boxes]
        assert ("020 555 0100" in calls) == library.sheet(sheet).closing, sheet
    assert "020 555 0100" in str(db.call(sheets.card_content, "so").rows)


def test_our_hours_stand_on_the_card_only_when_they_give_nothing_away(db):
    add(db, hours="vraag naar hulp")
    assert not is_harmless("vraag naar hulp", "nl")
    assert db.call(sheets.card_content, "nl").rows[-1].note == ""
    db.call(numbers.change, OWN, "020 555 0100", "di en do", today=TODAY)
    assert db.call(sheets.card_content, "nl").rows[-1].note == "di en do"


def test_more_numbers_of_ours_have_keys_of_their_own_and_a_text_can_name_them(db):
    assert [add(db), add(db, "Wijkagent", "020 555 0101"), add(db, "Huisarts", "020 555 0102")] == [
        OWN,
        "own_2",
        "own_3",
    ]
    before = db.call(sheets.text, "money", "nl")
    db.call(sheets.keep, with_lines(before, "Bel {own_2}."), before, now=MONDAY)
    assert "Bel 020 555 0101." in printed(db.call(sheets.content, "money", "nl"))
    assert [n.key for n in db.call(numbers.every) if n.is_own] == [OWN, "own_2", "own_3"]


def test_a_number_of_ours_that_a_text_names_stays_until_it_is_taken_out(db):
    add(db), add(db, "Wijkagent", "020 555 0101")
    before = db.call(sheets.text, "money", "nl")
    db.call(sheets.keep, with_lines(before, "Bel {own_2}."), before, now=MONDAY)
    with pytest.raises(UserError) as refused:
        db.call(numbers.remove, "own_2")
    assert (refused.value.title, refused.value.hint) == (
        "Dit nummer staat op een blad.",
        "Haal het daar eerst weg.",
    )
    db.call(sheets.reset, "money", "nl")
    db.call(numbers.remove, "own_2")
    assert "own_2" not in db.call(numbers.by_key)


def test_taking_away_our_first_number_leaves_room_for_the_next(db):
    add(db)
    db.call(numbers.remove, OWN)
    assert tuple(db.call(numbers.every)) == registry.shipped()
    assert add(db, digits="020 555 0199") == OWN


def test_what_came_along_and_what_is_not_there_cannot_be_taken_away(db):
    db.call(numbers.check, "police", today=TODAY)
    for key in ("police", "emergency", "fier", OWN):
        db.call(numbers.remove, key)
    assert number(db, "police").checked_on == TODAY
    assert len(db.call(numbers.every)) == len(registry.shipped())


@pytest.mark.parametrize(
    "digits",
    ["112", "0800-2000", "088 234 24 50", "+31 20 555 0100", "020-5550100", "00352 621 123 456"],
)
def test_a_number_is_kept_exactly_as_it_was_typed(db, digits):
    assert number(db, add(db, digits=digits)).number == digits


@pytest.mark.parametrize(
    "digits",
    ["", "1", "1 2", "0800--2000", "0800 - 2000", "-112", "112-", "(020) 555", "0800-HULP",
     "٠٨٠٠-٢٠٠٠", "０８００", "0" * 21, "0" * 1_000_000, "\u202e0002-0080x", "<b>112</b>"],
)  # fmt: skip
def test_what_is_no_number_is_told_and_not_kept(db, digits):
    with pytest.raises(Invalid) as refused:
        add(db, digits=digits)
    assert refused.value.problems == {"number": "Typ het nummer met alleen cijfers."}
    assert len(db.call(numbers.every)) == len(registry.shipped())


def test_direction_and_control_signs_do_not_stay_in_a_number(db):
    assert number(db, add(db, digits="\u202e0800\x07-2000\u200f")).number == "0800-2000"


def test_all_problems_of_a_number_are_told_at_once(db):
    with pytest.raises(Invalid) as refused:
        add(db, name="", digits="", hours="x" * (NAME + 1))
    assert set(refused.value.problems) == {"name", "number", "hours"}


def test_emoji_are_no_hours_because_every_sheet_would_stop(db):
    for hours in ("di 🌞 do", "❤ dag en nacht"):
        with pytest.raises(Invalid) as refused:
            add(db, hours=hours)
        assert "kan niet op papier" in refused.value.problems["hours"]


@pytest.mark.parametrize("field", ["name", "digits", "hours"])
def test_every_field_takes_anything_or_says_why_not(db, field):
    kept = []
    for name, text in HOSTILE:
        try:
            key = add(db, **{field: text})
        except Invalid as refused:
            assert set(refused.problems) == {"number" if field == "digits" else field}, name
            assert all(refused.problems.values()), name
        else:
            stored = number(db, key)
            kept.append(stored.number if field == "digits" else getattr(stored, field))
            db.call(numbers.remove, key)
    assert all(len(text) <= NAME for text in kept)
    assert not {"\n", "\x00", "\u202e", "\u200b"} & set("".join(kept))
    assert (kept == []) is (field == "digits"), "no hostile text is a telephone number"


@pytest.mark.parametrize(("days", "fresh"), [(0, True), (180, True), (181, False), (-1, False)])
def test_a_check_holds_for_180_days_and_one_of_tomorrow_is_none(db, days, fresh):
    db.call(numbers.check, "police", today=TODAY - timedelta(days=days))
    assert number(db, "police").is_fresh(TODAY) is fresh
    assert [n.key for n in registry.old(db.call(numbers.by_key), ["police"], TODAY)] == (
        [] if fresh else ["police"]
    )


def test_a_newer_number_of_a_new_program_wins_from_an_older_look_of_ours(db, monkeypatch):
    db.call(numbers.check, "police", today=MAY)
    assert number(db, "police").checked_on == MAY, "the same number: our own look counts"
    new = replace(registry.shipped()[2], number="0900-8845", checked_on=TODAY)
    monkeypatch.setattr(registry, "shipped", lambda: (new,))
    assert new.key == "police"
    assert number(db, "police") == new
    later = TODAY + timedelta(days=1)
    db.call(numbers.change, "police", "0900-8846", "", today=later)
    assert number(db, "police").number == "0900-8846"


def test_a_card_has_no_language_that_is_not_there(db):
    for service, given in [(sheets.card_content, ("xx",)), (sheets.card_content, ("../nl",))]:
        with pytest.raises(UserError, match="niet in die taal"):
            db.call(service, *given)
    with pytest.raises(UserError, match="niet in die taal"):
        db.call(sheets.review, CARD, "xx", "Samira", today=TODAY)
