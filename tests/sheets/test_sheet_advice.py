"""Is it safe to take home? Every combination of answers, and the rule behind them."""

from itertools import product

import pytest

from hgkm_desktop.sheets.advice import Advice, Answer, advise

ANY = (None, *Answer)
YES, NO, MAYBE = Answer.YES, Answer.NO, Answer.MAYBE


@pytest.mark.parametrize(("looks", "place", "reads"), [*product(ANY, repeat=3)])
def test_a_sheet_is_only_taken_home_when_nothing_speaks_against_it(looks, place, reads):
    advice = advise(looks, place, reads)
    if looks in (YES, MAYBE) or place is NO:
        assert advice is Advice.READ_HERE
    elif reads is NO:
        assert advice is Advice.READ_ALOUD
    elif None in (looks, place, reads):
        assert advice is Advice.ASK
    else:
        assert advice is Advice.TAKE
        assert looks is NO


@pytest.mark.parametrize(
    ("answers", "advice"),
    [
        ((NO, YES, YES), Advice.TAKE),
        ((NO, MAYBE, MAYBE), Advice.TAKE),
        ((YES, YES, YES), Advice.READ_HERE),
        ((MAYBE, YES, YES), Advice.READ_HERE),
        ((YES, YES, NO), Advice.READ_HERE),
        ((NO, NO, NO), Advice.READ_HERE),
        ((NO, YES, NO), Advice.READ_ALOUD),
        ((None, None, None), Advice.ASK),
        ((None, None, NO), Advice.READ_ALOUD),
        ((YES, None, None), Advice.READ_HERE),
        ((None, NO, None), Advice.READ_HERE),
    ],
)
def test_doubt_counts_as_danger(answers, advice):
    assert advise(*answers) is advice
