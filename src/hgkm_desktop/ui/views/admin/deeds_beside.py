"""What was done beside somebody, in words of the log: never who, never what was written."""

from hgkm_desktop.models.codes import Act
from hgkm_desktop.texts import tr

SERVICES = (
    "around_her",
    "case_board",
    "case_key",
    "case_list",
    "case_notes",
    "case_team",
    "cases",
    "consents",
    "erasing",
    "finding",
    "holders",
    "referrals",
    "safe_contact",
)
"""Where somebody may be refused something beside a woman."""


def words() -> dict[tuple[Act, str], str]:
    """Return how each deed reads after a name."""
    refused = tr("may not do this beside somebody")
    return _deeds() | {(Act.REFUSED, service): refused for service in SERVICES}


def _deeds() -> dict[tuple[Act, str], str]:
    return {
        (Act.CREATE, "case_record"): tr("began to stand beside somebody"),
        (Act.READ, "case_record"): tr("looked at somebody we stand beside"),
        (Act.CHANGE, "case_record"): tr("changed something beside somebody"),
        (Act.DELETE, "case_record"): tr("erased everything about somebody"),
        (Act.RECOVER, "case_record"): tr("opened again what nobody could read"),
        (Act.CREATE, "case_entry"): tr("noted something beside somebody"),
        (Act.CHANGE, "case_entry"): tr("gave somebody's texts a new key"),
        (Act.CHANGE, "case_board"): tr("brought the overview up to date"),
        (Act.READ, "contact"): tr("saw somebody's number"),
        (Act.CREATE, "referral_count"): tr("counted somebody at a support group"),
        (Act.CHANGE, "referral_count"): tr("counted somebody at a support group"),
        (Act.CREATE, "advice_call"): tr("noted advice that was asked"),
        (Act.READ, "advice_call"): tr("looked at the advice that was asked"),
        (Act.CREATE, "erasure"): tr("noted that something was erased"),
        (Act.PRINT, "certificate"): tr("printed the paper about erasing"),
        (Act.EXPORT, "certificate"): tr("saved the paper about erasing"),
        (Act.REFUSED, "advice_log"): tr("may not see the advice that was asked"),
    }
