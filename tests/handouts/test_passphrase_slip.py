from datetime import date

import pytest

from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts.passphrase_slip import passphrase_slip

MADE_ON = date(2026, 11, 19)
WORDS = "anker brood cirkel duin emmer"


MARKS = (52.5, 30, 157.5, 178)


def dots(*millimetres):
    return tuple(round(side / 25.4 * 144) for side in millimetres)


@pytest.fixture
def slip(read):
    return read(passphrase_slip("Yasmina", WORDS, MADE_ON))


def test_the_slip_shows_the_name_and_the_words_in_order(slip):
    text = " ".join(slip.text.split())
    assert "Yasmina" in text
    assert "1 anker 2 brood 3 cirkel 4 duin 5 emmer" in text


def test_the_slip_says_to_learn_the_words_and_shred_it(slip):
    text = " ".join(slip.text.split())
    assert "Typ de woorden met een spatie ertussen." in text
    assert "Leer de woorden. Gooi het briefje daarna weg, versnipperd." in text
    assert "Gemaakt op 19 november 2026" in text


def test_everything_stands_between_the_cut_marks(slip):
    around = slip.picture.copy()
    around.paste(255, dots(MARKS[0] - 9, MARKS[1] - 9, MARKS[2] + 9, MARKS[3] + 9))
    assert around.getextrema() == (255, 255)


@pytest.mark.parametrize("x", [MARKS[0] - 5, MARKS[2] + 5])
@pytest.mark.parametrize("y", [MARKS[1], MARKS[3]])
def test_there_is_a_cut_mark_at_each_corner(slip, x, y):
    darkest, _ = slip.picture.crop(dots(x - 1, y - 1, x + 1, y + 1)).getextrema()
    assert darkest < 220


def test_the_slip_is_one_neutral_page_the_same_every_time(slip):
    assert len(slip.reader.pages) == 1
    assert dict(slip.reader.metadata) == {"/Title": "Blad"}
    assert passphrase_slip("Yasmina", WORDS, MADE_ON) == slip.pdf


@pytest.mark.parametrize("count", [1, 8])
def test_few_and_many_words_fit(count, read):
    words = ["lantaarnpaal"] * count
    slip = read(passphrase_slip("Yasmina", " ".join(words), MADE_ON))
    assert len(slip.reader.pages) == 1
    assert slip.text.count("lantaarnpaal") == count


@pytest.mark.parametrize(
    "passphrase",
    [
        "",
        "  ",
        "anker  brood",
        " anker brood",
        "anker\nbrood",
        "een twee drie vier vijf zes zeven acht negen",
        "a" * 60,
        "anker \u202ebrood",
        "anker 🌻",
        "x" * 1_000_000,
    ],
)
def test_a_passphrase_that_cannot_be_shown_as_it_must_be_typed_is_refused(passphrase):
    with pytest.raises(UserError) as refused:
        passphrase_slip("Yasmina", passphrase, MADE_ON)
    assert refused.value.title == "Deze wachtzin past niet op een briefje."
    assert refused.value.hint == "Maak een nieuwe van vijf woorden."
