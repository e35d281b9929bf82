"""What is read aloud before she answers, and how an answer stands."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hgkm_desktop.rules.bodies import Consent
from hgkm_desktop.rules.consent_words import State, ask_lines, state, state_word
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.rules.standing import Standing

TODAY = date(2026, 11, 19)
YES = Consent(Purpose.SHARE_WITH_PARTNER, ConsentForm.ORAL, TODAY, receiver="School")


@pytest.mark.parametrize(
    ("form", "days", "said"),
    [
        (ConsentForm.ORAL, None, "geldig"),
        (ConsentForm.WRITTEN, 29, "geldig"),
        (ConsentForm.ORAL, 8, "geldig"),
        (ConsentForm.ORAL, 7, "bijna verlopen"),
        (ConsentForm.ORAL, 0, "bijna verlopen"),
        (ConsentForm.ORAL, -1, "verlopen"),
        (ConsentForm.REFUSED, 29, "wil ze niet"),
        (ConsentForm.WITHDRAWN, None, "ingetrokken"),
        (ConsentForm.ASKED, None, "gevraagd"),
    ],
)
def test_the_word_for_now(form, days, said):
    until = None if days is None else TODAY + timedelta(days=days)
    answer = replace(YES, form=form, until=until)
    found = state(answer, TODAY)
    assert state_word(found) == said
    holds = found in (State.HOLDS, State.ENDS_SOON)
    standing = Standing(consents={(answer.purpose, "School"): answer})
    assert holds == standing.may(answer.purpose, TODAY, "School")


@pytest.mark.parametrize("purpose", list(Purpose))
def test_whatever_is_asked_she_may_say_no(purpose):
    said = ask_lines(purpose, "Buurtteam Osdorp")
    assert "Je mag nee zeggen" in said
    assert ("Buurtteam Osdorp" in said) == (purpose is Purpose.SHARE_WITH_PARTNER)
    assert "{" not in ask_lines(purpose)
