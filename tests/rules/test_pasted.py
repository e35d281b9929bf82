"""A conversation from an app is noticed; what somebody wrote herself is not."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.rules.pasted import looks_like_chat


@pytest.mark.parametrize(
    "text",
    [
        "12-11-2026 09:41 - Roos: hoi\n12-11-2026 09:42 - Ik: dag",
        "[11:02, 3-11-2026] Roos: hoi\n[11:03, 3-11-2026] Ik: dag",
        "[03/11/2026, 11:02:33] Roos: hoi\n[03/11/2026, 11:03:10] Ik: dag",
        "3/11/26, 9:41 pm - Roos: hoi\n3/11/26, 9:42 pm - Ik: dag",
        "\u200e09:41 Roos: hoi\n\u200e09:42 Ik: dag",
        "Roos: hoi\nIk: dag\nRoos: hoe gaat het\nIk: goed",
        "\n".join(f"regel {number}" for number in range(41)),
    ],
)
def test_a_conversation_is_noticed(text):
    assert looks_like_chat(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Zij zei: “Ik ben moe.”\nZij zei: “En dan?”\nZij zei: “Niets.”\nZij zei: “Goed.”",
        "Om 09:41 kwam ze binnen: moe.\nOm tien uur ging ze weg.",
        "Ik zag: een blauwe plek.\nZij zei: niets.\nIk denk: zorgen.",
        "\n".join(f"regel {number}" for number in range(40)),
    ],
)
def test_an_own_text_is_not(text):
    assert not looks_like_chat(text)


@given(st.text(max_size=400))
def test_any_text_gets_an_answer(text):
    assert looks_like_chat(text) in (True, False)


def test_long_texts_are_no_slower_for_their_length():
    begun = process_time()
    for piece in ("1:", "[12-", "a:", "12-11-2026 09:41 - "):
        looks_like_chat(piece * 20_000)
    assert process_time() - begun < 2
