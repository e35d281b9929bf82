import logging
import sys

import pytest

from hgkm_desktop.errors import UserError
from hgkm_desktop.ui import errors

SECRET = "zevenblad"


@pytest.fixture
def shown(monkeypatch):
    """What the one hook shows."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told = []
    errors.install(lambda title, hint: told.append((title, hint)))
    return told


def fail(error):
    """Raise an error somewhere and hand it to the hook, as Python does."""
    try:
        what_she_typed = SECRET
        raise error
    except (UserError, ValueError):
        sys.excepthook(*sys.exc_info())
    return what_she_typed


def test_what_was_expected_is_shown_in_its_own_words(shown):
    fail(UserError("The disk is full.", "Make room."))
    assert shown == [("The disk is full.", "Make room.")]


def test_anything_else_is_told_calmly_and_logged_without_any_content(shown, caplog):
    fail(ValueError(SECRET))
    assert shown == [("Er ging iets mis.", "Wat je typte is bewaard. Probeer het opnieuw.")]
    (record,) = caplog.records
    caplog.clear()
    assert record.levelno == logging.CRITICAL
    said = record.getMessage()
    assert "fail line" in said
    assert said.endswith("ValueError")
    assert SECRET not in said
    assert "/" not in said


def test_an_error_without_a_place_is_named_too():
    assert errors.without_content(KeyError, None) == "KeyError"
