"""What was done about information sessions, in words of the log: never who came, or stayed behind.

A talk afterwards says nothing here of sessions: the log must not tell that somebody told something.
"""

from hgkm_desktop.models.codes import Act
from hgkm_desktop.texts import tr

SERVICES = (
    "attendance",
    "information_sessions",
    "registration_files",
    "registrations",
    "school_holidays",
    "session_counts",
    "session_list",
    "session_names",
    "session_series",
    "sessions_today",
    "waiting_list",
)
"""Where somebody may be refused something about sessions."""
FOR_CONFIDANTS = "follow_up_case", "follow_ups", "session_reach"
"""Where only a confidant may come; the log names neither."""


def words() -> dict[tuple[Act, str], str]:
    """Return how each deed reads after a name."""
    refused = tr("may not do this with sessions")
    alone = tr("may not see what is for confidants")
    found = {(Act.REFUSED, service): refused for service in SERVICES}
    found |= {(Act.REFUSED, service): alone for service in FOR_CONFIDANTS}
    return found | _sessions() | _lists() | _planning() | _for_confidants()


def _sessions() -> dict[tuple[Act, str], str]:
    return {
        (Act.CREATE, "information_session"): tr("planned a session"),
        (Act.CHANGE, "information_session"): tr("changed a session"),
        (Act.DELETE, "information_session"): tr("took a session out"),
        (Act.PRINT, "information_session"): tr("printed a paper for a session"),
        (Act.EXPORT, "information_session"): tr("saved the numbers of sessions as a file"),
        (Act.CREATE, "session_series"): tr("planned sessions that come back"),
        (Act.CHANGE, "session_series"): tr("changed sessions that come back"),
        (Act.DELETE, "session_series"): tr("took out sessions that come back"),
        (Act.CREATE, "session_handout"): tr("counted what was handed out"),
        (Act.CHANGE, "session_handout"): tr("counted what was handed out"),
        (Act.DELETE, "session_handout"): tr("counted what was handed out"),
    }


def _lists() -> dict[tuple[Act, str], str]:
    return {
        (Act.CREATE, "registration"): tr("put a list from a file at a session"),
        (Act.CHANGE, "registration"): tr("worked on the list of a session"),
        (Act.DELETE, "registration"): tr("let the names of a session be forgotten"),
    }


def _planning() -> dict[tuple[Act, str], str]:
    return {
        (Act.CREATE, "school_holiday"): tr("noted a school holiday"),
        (Act.CHANGE, "school_holiday"): tr("changed a school holiday"),
        (Act.DELETE, "school_holiday"): tr("took a school holiday out"),
        (Act.CREATE, "planning_rule"): tr("made a reminder for sessions"),
        (Act.CHANGE, "planning_rule"): tr("changed a reminder for sessions"),
        (Act.DELETE, "planning_rule"): tr("took a reminder for sessions out"),
    }


def _for_confidants() -> dict[tuple[Act, str], str]:
    wrote = tr("wrote something for confidants")
    return {
        (Act.CREATE, "session_follow_up"): wrote,
        (Act.CHANGE, "session_follow_up"): wrote,
        (Act.DELETE, "session_follow_up"): wrote,
        (Act.READ, "session_follow_up"): tr("read something for confidants"),
    }
