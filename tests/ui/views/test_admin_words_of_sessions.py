"""The log on sessions: what was done, never to whom; a talk afterwards is tied to nothing."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from hgkm_desktop.models.codes import Act
from hgkm_desktop.services.audit_log import AuditEntry
from hgkm_desktop.ui.views.admin import deeds, deeds_sessions

SERVICES = Path(deeds.__file__).parents[3] / "services"
NOW = datetime(2026, 11, 23, 10, 40, tzinfo=UTC)


def words(act, kind):
    return deeds.words(AuditEntry(1, NOW, UUID(int=1), act, kind, UUID(int=2)), {})


@pytest.mark.parametrize("act", [Act.CREATE, Act.CHANGE, Act.DELETE, Act.READ])
def test_a_talk_afterwards_says_nothing_of_sessions_or_talks(act):
    said = words(act, "session_follow_up")
    assert said in ("schreef iets voor vertrouwenspersonen", "las iets voor vertrouwenspersonen")


@pytest.mark.parametrize("service", deeds_sessions.FOR_CONFIDANTS)
def test_whoever_is_refused_what_is_for_confidants_learns_no_more(service):
    assert (SERVICES / f"{service}.py").exists()
    assert words(Act.REFUSED, service) == "mocht niet zien wat voor vertrouwenspersonen is"


@pytest.mark.parametrize("service", deeds_sessions.SERVICES)
def test_whoever_is_refused_something_with_sessions_is_told_so(service):
    assert (SERVICES / f"{service}.py").exists()
    assert words(Act.REFUSED, service) == "mocht dit niet doen met bijeenkomsten"


def test_of_a_list_the_log_says_only_that_somebody_worked_on_it():
    assert words(Act.CHANGE, "registration") == "werkte aan de lijst van een bijeenkomst"
    told = {pair for pair in deeds_sessions.words() if pair[1] == "registration"}
    assert told == {(act, "registration") for act in (Act.CREATE, Act.CHANGE, Act.DELETE)}


def test_that_a_number_was_shown_reads_the_same_for_a_list_and_a_case():
    assert words(Act.READ, "contact") == "zag een nummer van iemand"
