"""What is printed of a text: its numbers filled in, nothing unsure, nothing lost."""

from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.sheets import content, library
from hgkm_desktop.sheets.content import Bit, House, Review, compose, said, used_keys
from hgkm_desktop.sheets.library import Line, Part
from hgkm_desktop.sheets.numbers import OWN, Number, shipped

CHECKED = date(2026, 11, 21)
OURS = Number(OWN, "Nisa", "020 555 01 00", "ma–do 10–15", checked_on=CHECKED, is_own=True)


@pytest.fixture
def known():
    return {number.key: replace(number, checked_on=CHECKED) for number in shipped()}


def without(known, *keys):
    gone = {key: replace(known[key], checked_on=None) for key in keys}
    return {**known, **gone}


def every_line(made):
    return ["".join(bit.text for bit in line) for part in made.parts for line in part.lines]


@pytest.mark.parametrize("sheet_id", [one.id for one in library.sheets()])
@pytest.mark.parametrize("language", library.LANGUAGES)
def test_everything_sure_is_printed_and_nothing_else(sheet_id, language, known):
    text = library.text(sheet_id, language)
    made = compose(text, {**known, OWN: OURS})
    sure = [line for part in text.parts.values() for line in part.lines if not line.verify]
    numbers = {key: number.number for key, number in {**known, OWN: OURS}.items()}
    assert every_line(made) == [
        line.text.format(**numbers) for line in sure if "organisation" not in line.numbers()
    ]
    assert [part.heading for part in made.parts] == [p.heading for p in text.parts.values()]
    assert (made.title, made.lead, made.language) == (text.title, text.lead, language)
    assert made.rtl == (language == "ar")


@pytest.mark.parametrize("sheet_id", [one.id for one in library.sheets()])
def test_a_fact_still_to_be_verified_is_never_printed(sheet_id, known):
    text = library.text(sheet_id, "nl")
    unsure = {li.text for part in text.parts.values() for li in part.lines if li.verify}
    assert not unsure & set(every_line(compose(text, {**known, OWN: OURS})))


@pytest.mark.parametrize("sheet_id", [one.id for one in library.sheets()])
def test_a_number_nobody_checked_takes_its_own_lines_away_and_nothing_else(sheet_id, known):
    text = library.text(sheet_id, "nl")
    everything = compose(text, {**known, OWN: OURS})
    for key in set(used_keys(text)) - {content.EMERGENCY, content.ORGANISATION, OWN}:
        less = compose(text, without({**known, OWN: OURS}, key))
        gone = [line for line in every_line(everything) if line not in every_line(less)]
        named = [li for part in text.parts.values() for li in part.lines if key in li.numbers()]
        assert len(gone) == len([line for line in named if not line.verify])
        assert key not in less.numbers
        assert known[key].number not in numbers_of(less) or key in ("suicide_short",)


def numbers_of(made):
    calls = [*(line for part in made.parts for line in part.lines), *(b.call for b in made.boxes)]
    return [bit.text for call in calls for bit in call if bit.is_number]


def test_a_section_of_which_no_line_is_left_goes_with_its_heading(known):
    text = library.text("veilig_thuis", "nl")
    unsure = Part("Weg", (Line("Chatten kan.", verify=True), Line("Bel {jeugdstem}.")))
    text = replace(text, parts={**text.parts, "advice": unsure})
    made = compose(text, without(known, "jeugdstem"))
    assert "Weg" not in [part.heading for part in made.parts]
    assert len(made.parts) == len(text.parts) - 1
    assert "Weg" in [part.heading for part in compose(text, known).parts]


def labels(made):
    return [box.label for box in made.boxes]


def test_the_block_has_the_same_numbers_on_every_sheet(known):
    words = library.words("nl")
    for sheet in library.sheets():
        made = compose(library.text(sheet.id, "nl"), {**known, OWN: OURS})
        numbers = [b.text for box in made.boxes for b in box.call if b.is_number]
        if not sheet.closing:
            assert made.boxes == ()
        elif sheet.id == content.FOR_CHILDREN:
            assert numbers == ["112", "0800-0432", OURS.number]
            assert labels(made)[1] == words["children_title"]
        else:
            assert numbers == ["112", "0800-2000", "113", "0800-0113", OURS.number]
            assert labels(made) == [words[key] for key in ("danger_now", "advice", "suicide", "us")]


@pytest.mark.parametrize(
    ("missing", "left"),
    [
        (("veilig_thuis",), ["112", "113", "0800-0113"]),
        (("suicide_short",), ["112", "0800-2000", "0800-0113"]),
        (("suicide_long",), ["112", "0800-2000", "113"]),
        (("suicide_short", "suicide_long"), ["112", "0800-2000"]),
    ],
)
def test_a_box_without_a_checked_number_is_left_out(known, missing, left):
    made = compose(library.text("veilig_thuis", "nl"), without(known, *missing))
    assert [b.text for box in made.boxes for b in box.call if b.is_number] == left
    assert not any(bit.text.strip() == "of" for box in made.boxes for bit in box.call[:1])
    assert library.words("nl")["us"] == labels(made)[-1]


def test_without_a_number_of_our_own_there_is_room_to_write_one(known):
    made = compose(library.text("veilig_thuis", "nl"), known)
    assert made.boxes[-1].call == ()
    assert made.boxes[-1].note == library.words("nl")["us_fill_in"]
    ours = compose(library.text("veilig_thuis", "nl"), {**known, OWN: OURS}).boxes[-1]
    assert ours.call == (Bit(OURS.number, is_number=True),)
    assert ours.note == OURS.hours


def test_the_date_on_the_paper_is_that_of_the_number_checked_longest_ago(known):
    text = library.text("veilig_thuis", "nl")
    known["suicide_long"] = replace(known["suicide_long"], checked_on=date(2026, 6, 1))
    known["fsan"] = replace(known["fsan"], checked_on=date(2026, 1, 1))
    assert compose(text, known).checked_on == date(2026, 6, 1)
    bare = replace(text, sheet="going_along", parts=library.text("going_along", "nl").parts)
    assert compose(bare, known).checked_on is None


def test_each_number_of_a_sheet_is_asked_for_once():
    keys = used_keys(library.text("veilig_thuis", "nl"))
    assert len(keys) == len(set(keys))
    assert {"veilig_thuis", *content.BLOCK, OWN} <= set(keys)
    assert "kindertelefoon" in used_keys(library.text(content.FOR_CHILDREN, "nl"))
    assert used_keys(library.text("going_along", "nl")) == []


def test_a_line_is_cut_into_words_and_numbers(known):
    bits = said("Bel {veilig_thuis} of {emergency}.", known)
    assert bits == (
        Bit("Bel "),
        Bit("0800-2000", is_number=True),
        Bit(" of "),
        Bit("112", is_number=True),
        Bit("."),
    )
    assert said("{emergency}", known) == (Bit("112", is_number=True),)
    assert said("", known) == ()
    assert said("{Not a key} {}", known) == (Bit("{Not a key} {}"),)
    with pytest.raises(KeyError):
        said("{nobody}", known)


def test_the_organisation_is_named_only_where_a_sheet_carries_its_name(known):
    text = library.text("what_we_write", "nl")
    named = every_line(compose(text, known, house=House("Nisa", letterhead=True)))
    assert "Wij zijn Nisa." in named
    for house in (None, House("Nisa"), House("", letterhead=True)):
        assert "Wij zijn" not in " ".join(every_line(compose(text, known, house=house)))
    assert said("Wij zijn {organisation}.", {}, "Nisa")[1] == Bit("Nisa")


READ = Review("A.", CHECKED)


@pytest.mark.parametrize(
    ("language", "is_own", "review", "says"),
    [
        ("nl", False, None, False),
        ("nl", True, None, True),
        ("nl", True, READ, False),
        ("ar", False, None, True),
        ("ar", True, None, True),
        ("ar", False, READ, False),
        ("ar", True, READ, False),
    ],
)
def test_the_paper_says_when_nobody_read_it(language, is_own, review, says, known):
    text = library.text("money", language)
    made = compose(text, known, is_own=is_own, review=review)
    assert made.must_say_unread is says


def test_the_house_adds_nothing_unless_it_was_asked(known):
    text = library.text("money", "nl")
    assert compose(text, known).house == House("", letterhead=False, qr=False)
    ours = House("Nisa", letterhead=True, qr=True)
    assert compose(text, known, house=ours).house == ours
