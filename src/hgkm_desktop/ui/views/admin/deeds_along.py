"""What was done about going along and partners, in words of the log: never with whom or where."""

from hgkm_desktop.models.codes import Act
from hgkm_desktop.texts import tr

SERVICES = (
    "absences",
    "appointment_afterwards",
    "appointment_list",
    "appointments",
    "calendar_file",
    "conflicts",
    "fixed_times",
    "partner_changes",
    "partner_files",
    "partner_names",
    "partner_people",
    "partners",
    "reachable",
    "shift_notes",
    "today",
)
"""Where somebody may be refused something about the week, the day or the directory."""


def words() -> dict[tuple[Act, str], str]:
    """Return how each deed reads after a name."""
    refused = tr("may not do this with appointments or partners")
    return _going() | _partners() | {(Act.REFUSED, service): refused for service in SERVICES}


def _going() -> dict[tuple[Act, str], str]:
    return {
        (Act.CREATE, "appointment"): tr("planned an appointment"),
        (Act.CHANGE, "appointment"): tr("changed an appointment"),
        (Act.READ, "appointment"): tr("looked at an appointment"),
        (Act.PRINT, "appointment"): tr("printed a paper for an appointment"),
        (Act.EXPORT, "appointment"): tr("put an appointment in another calendar"),
        (Act.CREATE, "absence"): tr("noted that somebody is not there"),
        (Act.DELETE, "absence"): tr("noted that somebody is there again"),
        (Act.CREATE, "fixed_time"): tr("added something to the weekly programme"),
        (Act.CHANGE, "fixed_time"): tr("changed the weekly programme"),
        (Act.DELETE, "fixed_time"): tr("took something out of the weekly programme"),
        (Act.CREATE, "shift_note"): tr("left a hand-over"),
        (Act.CHANGE, "shift_note"): tr("gave a hand-over a new key"),
        (Act.READ, "shift_note"): tr("read a hand-over"),
        (Act.CREATE, "shift_note_read"): tr("read a hand-over"),
    }


def _partners() -> dict[tuple[Act, str], str]:
    return {
        (Act.CREATE, "partner"): tr("added a partner"),
        (Act.CHANGE, "partner"): tr("changed or checked a partner"),
        (Act.PRINT, "partner"): tr("printed the list to call from"),
        (Act.EXPORT, "partner"): tr("saved the partners as a file"),
        (Act.CREATE, "partner_person"): tr("added somebody at a partner"),
        (Act.CHANGE, "partner_person"): tr("changed somebody at a partner"),
        (Act.CREATE, "partner_agreement"): tr("noted an agreement with a partner"),
        (Act.CHANGE, "partner_agreement"): tr("changed an agreement with a partner"),
        (Act.CREATE, "partner_count"): tr("counted how a partner kept to it"),
        (Act.CHANGE, "partner_count"): tr("counted how a partner kept to it"),
    }
