"""The nouns: one module per kind of record."""

from hgkm_desktop.models.appointment import (
    Absence,
    Appointment,
    FixedTime,
    ShiftNote,
    ShiftNoteRead,
)
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
from hgkm_desktop.models.information_session import (
    InformationSession,
    PlanningRule,
    Registration,
    SchoolHoliday,
    SessionFollowUp,
    SessionHandout,
    SessionSeries,
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
from hgkm_desktop.models.partner import (
    Partner,
    PartnerAgreement,
    PartnerCount,
    PartnerPerson,
)
from hgkm_desktop.models.walk_in import RealQuestion, TallyDay, WalkIn, WalkInCorrection

__all__ = [
    "Absence",
    "AdviceCall",
    "Appointment",
    "AuditLine",
    "Case",
    "CaseEntry",
    "Draft",
    "Erasure",
    "FixedTime",
    "Grant",
    "InformationSession",
    "Member",
    "Organisation",
    "OwnSheet",
    "Partner",
    "PartnerAgreement",
    "PartnerCount",
    "PartnerPerson",
    "PlanningRule",
    "PrintLine",
    "PublicNumber",
    "RealQuestion",
    "Record",
    "RecoveryShare",
    "ReferralCount",
    "Registration",
    "Ring",
    "SchoolHoliday",
    "SessionFollowUp",
    "SessionHandout",
    "SessionSeries",
    "SheetChoice",
    "SheetReview",
    "ShiftNote",
    "ShiftNoteRead",
    "Statement",
    "TallyDay",
    "WalkIn",
    "WalkInCorrection",
    "new_id",
]
