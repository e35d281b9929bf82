import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.errors import Invalid
from hgkm_desktop.vault import recovery_code
from hgkm_desktop.vault.recovery_code import ALPHABET, LENGTH

bodies = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)


def printed(body: str) -> str:
    return recovery_code.groups(body + recovery_code._check(body))


@given(bodies)
def test_a_printed_code_reads_back(body):
    assert recovery_code.read(printed(body)) == body


def test_a_new_code_is_seven_groups_of_four_and_different_every_time():
    codes = {recovery_code.new() for _ in range(100)}
    assert len(codes) == 100
    for code in codes:
        assert [len(group) for group in code.split("-")] == [4] * 7
        assert len(recovery_code.read(code)) == LENGTH


@given(bodies)
def test_lower_case_spaces_and_look_alikes_read_the_same(body):
    code = printed(body)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert recovery_code.read(typed) == body
    assert recovery_code.read(code.replace("-", "").replace("1", "I")) == body
    assert recovery_code.read(f"  {code}\n") == body


@given(st.text(max_size=60))
def test_anything_else_is_refused_with_a_sentence(typed):
    try:
        assert len(recovery_code.read(typed)) == LENGTH
    except Invalid as refused:
        assert refused.problems["code"]


def test_a_megabyte_is_refused():
    with pytest.raises(Invalid):
        recovery_code.read("A" * 1_000_000)


def test_the_two_sentences_say_which_mistake_it_is():
    code = recovery_code.new()
    with pytest.raises(Invalid, match="28 tekens"):
        recovery_code.read(code[:-1])
    other = "1" if code[0] != "1" else "2"
    with pytest.raises(Invalid, match="klopt een teken niet"):
        recovery_code.read(_wrong(code, 0, other))


def _wrong(code: str, place: int, letter: str) -> str:
    return code[:place] + letter + code[place + 1 :]


def test_of_all_single_typing_mistakes_at_most_one_in_a_thousand_or_so_passes():
    passed, tried = 0, 0
    for seed in range(20):
        chosen = random.Random(seed)
        body = "".join(chosen.choice(ALPHABET) for _ in range(LENGTH))
        code = body + recovery_code._check(body)
        for place, right in enumerate(code):
            for letter in ALPHABET:
                if letter == right:
                    continue
                tried += 1
                try:
                    recovery_code.read(_wrong(code, place, letter))
                    passed += 1
                except Invalid:
                    continue
    assert tried == 20 * 28 * 31
    assert passed / tried < 2 / 1024


def test_of_all_neighbours_swapped_at_most_a_few_pass():
    passed, tried = 0, 0
    for seed in range(60):
        chosen = random.Random(seed)
        body = "".join(chosen.choice(ALPHABET) for _ in range(LENGTH))
        code = body + recovery_code._check(body)
        for place in range(27):
            if code[place] == code[place + 1]:
                continue
            tried += 1
            swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            try:
                recovery_code.read(swapped)
                passed += 1
            except Invalid:
                continue
    assert passed / tried < 5 / 1024
