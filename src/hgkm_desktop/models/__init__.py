"""The nouns: one module per kind of record."""

from hgkm_desktop.models.audit_line import AuditLine
from hgkm_desktop.models.base import Record, new_id
from hgkm_desktop.models.case import AdviceCall, Case, CaseEntry, Erasure, ReferralCount
from hgkm_desktop.models.handout import (
    OwnSheet,
    PrintLine,
    PublicNumber,
    SheetChoice,
    SheetReview,
)
from hgkm_desktop.models.member import (
    Draft,
    Grant,
    Member,
    Organisation,
    RecoveryShare,
    Ring,
    Statement,
)
from hgkm_desktop.models.walk_in import RealQuestion, TallyDay, WalkIn, WalkInCorrection

__all__ = [
    "AdviceCall",
    "AuditLine",
    "Case",
    "CaseEntry",
    "Draft",
    "Erasure",
    "Grant",
    "Member",
    "Organisation",
    "OwnSheet",
    "PrintLine",
    "PublicNumber",
    "RealQuestion",
    "Record",
    "RecoveryShare",
    "ReferralCount",
    "Ring",
    "SheetChoice",
    "SheetReview",
    "Statement",
    "TallyDay",
    "WalkIn",
    "WalkInCorrection",
    "new_id",
]
