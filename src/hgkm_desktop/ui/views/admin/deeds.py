"""Lines of the log in plain words; no content ever stands in them (SECURITY.md, Log)."""

from collections.abc import Hashable, Mapping, Sequence
from itertools import groupby
from uuid import UUID

from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services.audit_log import AuditEntry
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.admin import deeds_along, deeds_beside, deeds_sessions, people

BOOKKEEPING = frozenset(
    {
        "case_board",
        "erasure",
        "partner_count",
        "print_line",
        "recovery_share",
        "referral_count",
        "ring",
        "ring_grant",
        "shift_note_read",
        "statement",
        "walk_in_correction",
    }
)
"""Kinds that are written along with something else; alone they tell a reader nothing."""

SEALED_AGAIN = frozenset({"case_record", "case_entry"})
"""What is changed only when the key, the name or the board of somebody is new."""

WRITING = frozenset({Act.CREATE, Act.CHANGE})


def who(entry: AuditEntry, names: Mapping[UUID, Member], veiled: bool = False) -> str:
    """Return who did it; without a member it was the program itself."""
    if entry.member_id is None:
        return tr("The program")
    member = names.get(entry.member_id)
    return people.shown(member.name, veiled) if member else tr("Somebody")


def words(entry: AuditEntry, names: Mapping[UUID, Member], veiled: bool = False) -> str:
    """Return what somebody did, as the end of a sentence that starts with her name."""
    about = names.get(entry.record_id) if entry.record_id else None
    if about is not None and about.id != entry.member_id:
        told = _about_a_member().get((entry.act, entry.kind))
        if told:
            return told.format(name=people.shown(about.name, veiled))
    return own_words().get((entry.act, entry.kind)) or _any_kind(entry.act)


def own_words() -> dict[tuple[Act, str], str]:
    """Return the deeds that have words of their own; any other is told by its kind of act."""
    own = _deeds() | _refused() | _deeds_with_paper()
    return own | deeds_beside.words() | deeds_along.words() | deeds_sessions.words()


def told(entries: Sequence[AuditEntry]) -> list[AuditEntry]:
    """Return one line for each deed: what was written along with it is left out of the list.

    Nothing that somebody did is left out; only its traces in other tables are.
    """
    lines: list[AuditEntry] = []
    for _moment, together in groupby(entries, key=lambda entry: (entry.at, entry.member_id)):
        lines += _told_of_one_moment(list(together))
    return lines


def _told_of_one_moment(entries: list[AuditEntry]) -> list[AuditEntry]:
    news = [entry for entry in entries if _weight(entry)] or entries[:1]
    strongest: dict[Hashable, AuditEntry] = {}
    for entry in news:
        known = strongest.setdefault(_subject(entry), entry)
        if _weight(entry) > _weight(known):
            strongest[_subject(entry)] = entry
    return list(strongest.values())


def _subject(entry: AuditEntry) -> Hashable:
    if entry.kind == "organisation":
        return entry.kind
    kind = "member" if entry.kind == "passphrase" else entry.kind
    return kind, entry.record_id if entry.act is not Act.REFUSED else entry.seq


def _weight(entry: AuditEntry) -> int:
    if entry.kind in BOOKKEEPING and entry.act in WRITING:
        return 0
    if entry.kind in SEALED_AGAIN and entry.act is Act.CHANGE:
        return 0
    return 1 if entry.act is Act.CHANGE and entry.kind != "passphrase" else 2


def _deeds() -> dict[tuple[Act, str], str]:
    return {
        (Act.CREATE, "walk_in"): tr("saved a visit"),
        (Act.CHANGE, "walk_in"): tr("corrected a visit"),
        (Act.DELETE, "walk_in"): tr("deleted a visit"),
        (Act.READ, "walk_in"): tr("opened a visit"),
        (Act.READ, "real_question"): tr("read the real question of a visit"),
        (Act.CREATE, "walk_in_correction"): tr("corrected a visit"),
        (Act.CREATE, "tally_day"): tr("counted questions"),
        (Act.CHANGE, "tally_day"): tr("counted questions"),
        (Act.CREATE, "member"): tr("added somebody to the team"),
        (Act.CHANGE, "member"): tr("changed her own line in the team"),
        (Act.REVOKE, "member"): tr("ended somebody's keys"),
        (Act.SIGN_IN, "member"): tr("signed in here"),
        (Act.SIGN_OUT, "member"): tr("signed out here"),
        (Act.CHANGE, "passphrase"): tr("chose a new passphrase"),
        (Act.PRINT, "passphrase"): tr("printed a slip with a passphrase"),
        (Act.CREATE, "organisation"): tr("started this log"),
        (Act.CHANGE, "organisation"): tr("changed the settings"),
        (Act.BACKUP, "organisation"): tr("made a copy"),
        (Act.RECOVER, "organisation"): tr("tested the recovery sheet"),
        (Act.REVOKE, "organisation"): tr("replaced the recovery sheet"),
        (Act.PRINT, "organisation"): tr("printed a new recovery sheet"),
        (Act.EXPORT, "organisation"): tr("saved a new recovery sheet as a file"),
        (Act.RECOVER, "member"): tr("used the recovery sheet"),
        (Act.CREATE, "recovery_share"): tr("gave the coordinators new halves"),
        (Act.GRANT, "recovery_share"): tr("gave the coordinators new halves"),
        (Act.RECOVER, "recovery_share"): tr("used her half of the recovery key"),
        (Act.CREATE, "ring"): tr("made a key"),
        (Act.REVOKE, "ring"): tr("replaced a key"),
        (Act.CREATE, "ring_grant"): tr("gave a key"),
        (Act.GRANT, "ring_grant"): tr("gave a confidant the key"),
        (Act.CREATE, "statement"): tr("renewed the list of who may do what"),
        (Act.CHANGE, "statement"): tr("renewed the list of who may do what"),
    }


def _refused() -> dict[tuple[Act, str], str]:
    return {
        (Act.REFUSED, "members"): tr("may not see or change the team"),
        (Act.REFUSED, "audit_log"): tr("may not see who looked where"),
        (Act.REFUSED, "recovery"): tr("may not change the recovery sheet"),
        (Act.REFUSED, "walk_ins"): tr("may not do this with a visit"),
    }


def _deeds_with_paper() -> dict[tuple[Act, str], str]:
    return {
        (Act.PRINT, "handout"): tr("printed information sheets"),
        (Act.EXPORT, "handout"): tr("took texts out for a translator"),
        (Act.CREATE, "own_sheet"): tr("changed the text of a sheet"),
        (Act.CHANGE, "own_sheet"): tr("changed the text of a sheet"),
        (Act.DELETE, "own_sheet"): tr("went back to the original text of a sheet"),
        (Act.CREATE, "print_line"): tr("printed information sheets"),
        (Act.CREATE, "sheet_review"): tr("noted who checked a sheet"),
        (Act.CHANGE, "sheet_review"): tr("noted who checked a sheet"),
        (Act.CREATE, "sheet_choice"): tr("chose the letterhead of a sheet"),
        (Act.CHANGE, "sheet_choice"): tr("chose the letterhead of a sheet"),
        (Act.CREATE, "public_number"): tr("checked a number"),
        (Act.CHANGE, "public_number"): tr("checked a number"),
        (Act.DELETE, "public_number"): tr("deleted a number"),
    }


def _about_a_member() -> dict[tuple[Act, str], str]:
    return {
        (Act.CREATE, "member"): tr("added {name} to the team"),
        (Act.CHANGE, "member"): tr("changed what {name} may do"),
        (Act.REVOKE, "member"): tr("ended the keys of {name}"),
        (Act.PRINT, "passphrase"): tr("printed the slip of {name}"),
        (Act.RECOVER, "recovery_share"): tr("used the half of {name}"),
        (Act.GRANT, "ring_grant"): tr("gave {name} the confidants' key"),
    }


def _any_kind(code: Act) -> str:
    return {
        Act.CREATE: tr("made something new"),
        Act.CHANGE: tr("changed something"),
        Act.DELETE: tr("deleted something"),
        Act.READ: tr("read something"),
        Act.SEARCH: tr("searched the log"),
        Act.PRINT: tr("printed a sheet"),
        Act.EXPORT: tr("took something out of the log"),
        Act.GRANT: tr("gave a key"),
        Act.REVOKE: tr("took a key back"),
        Act.SIGN_IN: tr("signed in here"),
        Act.SIGN_OUT: tr("signed out here"),
        Act.REFUSED: tr("was not allowed something"),
        Act.BACKUP: tr("made a copy"),
        Act.RESTORE: tr("put a copy back"),
        Act.MIGRATE: tr("brought the log up to date"),
        Act.RECOVER: tr("used the recovery sheet"),
    }[code]
