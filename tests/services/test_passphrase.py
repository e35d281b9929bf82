import json
import math
import re
import subprocess
import sys
from collections import Counter
from importlib.resources import files

import pytest
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop import texts
from hgkm_desktop.services import passphrase
from hgkm_desktop.services.passphrase import Strength, generate, strength, word_list

PERSONAL = ("Nisa for Nisa", "Naïma")


def _file_lines() -> list[str]:
    path = files("hgkm_desktop") / "resources" / "words" / "nl.txt"
    return path.read_text(encoding="ascii").split("\n")


def test_the_list_is_sorted_one_word_a_line_without_doubles() -> None:
    *lines, end = _file_lines()
    assert end == ""
    assert lines == sorted(set(lines))
    assert tuple(lines) == word_list()


def test_every_word_is_easy_to_type() -> None:
    assert [word for word in word_list() if not re.fullmatch("[a-z]{3,9}", word)] == []


def test_no_word_is_another_word_with_an_ending() -> None:
    words = set(word_list())
    endings = [*"abcdefghijklmnopqrstuvwxyz", "en", "je", "tje", "jes"]
    assert [(w, w + end) for w in words for end in endings if w + end in words] == []


def test_no_two_words_sound_the_same() -> None:
    def heard(word: str) -> str:
        return word.replace("ij", "ei").replace("auw", "au").replace("ou", "au").replace("ch", "g")

    assert [pair for pair in Counter(map(heard, word_list())).items() if pair[1] > 1] == []


@pytest.mark.parametrize("word", ["mes", "kerk", "moskee", "dood", "slaan", "dossier", "wapen"])
def test_words_that_may_hurt_are_left_out(word: str) -> None:
    assert word not in word_list()


def test_five_different_words_are_sixty_bits() -> None:
    assert len(word_list()) == 4096
    assert round(math.log2(math.perm(len(word_list()), 5)), 2) == 60.0


def test_a_passphrase_is_five_words_of_the_list() -> None:
    words = generate().split(" ")
    assert len(set(words)) == 5
    assert set(words) <= set(word_list())
    assert len({generate() for _ in range(50)}) == 50


def test_words_are_drawn_by_the_system_s_own_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    class First:
        def sample(self, words: tuple[str, ...], count: int) -> tuple[str, ...]:
            return words[:count]

    monkeypatch.setattr(passphrase.secrets, "SystemRandom", First)
    assert generate(words=6) == " ".join(word_list()[:6])


def test_fewer_than_four_words_are_never_made() -> None:
    with pytest.raises(ValueError, match="four words"):
        generate(words=3)


def test_every_generated_passphrase_is_strong_enough() -> None:
    for _ in range(60):
        assert strength(generate()) == Strength(4, 5, True, "Sterk genoeg")


@pytest.mark.parametrize(
    "text",
    [
        "kaneel fiets regenjas brug",
        "kaneelfietsregenjasbrug",
        "Kaneel, Fiets, Regenjas & Brug",
        "Xk29fjeP0wq7Lm2v",
        "mijn tante Truus lust graag spruitjes",
        "القهوة والجسر والمظلة والدراجة",
        "güneş bisiklet şemsiye köprü",
        "kaneel fiets regenjas brug " * 40_000,
    ],
)
def test_a_good_passphrase_of_her_own_is_enough(text: str) -> None:
    found = strength(text, PERSONAL)
    assert (found.score, found.enough, found.hint) == (4, True, "Sterk genoeg")
    assert found.bars in (4, 5)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "Te kort"),
        ("   ", "Te kort"),
        ("\u200b\x00", "Te kort"),
        ("kaneel", "Te kort"),
        ("kaneel fiets", "Te kort"),
        ("welkom", "Veel mensen"),
        ("wachtwoord", "Veel mensen"),
        ("W@chtw00rd", "Veel mensen"),
        ("een twee drie vier vijf", "Veel mensen"),
        ("ik ben een vrouw", "Veel mensen"),
        ("123456", "Veel mensen"),
        ("password123", "Veel mensen"),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", "Hier staat iets twee keer"),
        ("abcabcabcabcabcabcabc", "Hier staat iets twee keer"),
        ("qwertyuiopasdfghjkl", "Veel mensen"),
        ("zxcvfrewqasd", "Een rijtje"),
        ("abcdefghijklmnopqr", "Een rijtje"),
        ("23-11-1980", "Een datum"),
        ("Naima", "Een naam"),
        ("nisa for nisa", "Een naam"),
        ("NisaForNisa2026", "Een naam"),
        ("naima en naïma", "Een naam"),
        ("jennifer", "Een naam"),
        ("Hutchinson", "Een naam"),
        ("brug brug brug brug", "Te kort"),
        ("i love you so much baby", "Nog niet sterk"),
        ("eentweedrieviervijfzes", "Veel mensen"),
        ("welkom01welkom02welkom03", "Veel mensen"),
        ("mijn hond heet bello", "Te kort"),
    ],
)
def test_a_weak_passphrase_says_what_to_do(text: str, hint: str) -> None:
    found = strength(text, PERSONAL)
    assert not found.enough
    assert found.bars <= 3
    assert found.hint.startswith(hint)


def test_nothing_typed_shows_no_bar() -> None:
    assert strength("") == Strength(0, 0, False, "Te kort. Gebruik vier woorden of meer.")


def test_the_meter_grows_with_every_word() -> None:
    words = ["kaneel", "fiets", "regenjas", "brug", "lepel"]
    bars = [strength(" ".join(words[:count])).bars for count in range(6)]
    assert bars == sorted(bars)
    assert bars[3:] == [3, 4, 5]


def test_names_in_a_long_passphrase_do_not_hurt() -> None:
    assert strength("naima kaneel fiets regenjas brug", PERSONAL).enough


def test_a_name_does_not_count_as_a_word() -> None:
    assert not strength("nisa naima fiets brug", PERSONAL).enough


@pytest.mark.parametrize("language", ["nl", "en"])
@given(text=st.text(max_size=40))
def test_a_hint_is_always_ours(language: str, text: str) -> None:
    part = files("hgkm_desktop") / "resources" / "translations" / "nl" / "passphrase.json"
    ours = json.loads(part.read_text(encoding="utf-8"))
    texts.use(language)
    found = strength(text, ("Linde",))
    texts.use("nl")
    assert found.hint in (ours if language == "en" else ours.values())
    assert 0 <= found.score <= 4
    assert 0 <= found.bars <= 5
    assert found.enough == (found.bars >= 4)


def test_hints_are_short() -> None:
    part = files("hgkm_desktop") / "resources" / "translations" / "nl" / "passphrase.json"
    for hint in json.loads(part.read_text(encoding="utf-8")).values():
        assert all(len(sentence.split()) <= 12 for sentence in hint.split(". "))


@pytest.mark.parametrize(("name", "text"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_hostile_text_is_judged(name: str, text: str) -> None:
    assert isinstance(strength(text, (text[:50], "Linde")), Strength)


def test_the_estimator_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, hgkm_desktop.services.passphrase; sys.exit('zxcvbn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
