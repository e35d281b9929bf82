"""What to look at before going along; shown, never in the way."""

from collections.abc import Callable
from enum import StrEnum, auto

from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import (
    PROFESSIONAL_INTERPRETER,
    AppointmentKind,
    BothSides,
    Support,
)


class Caution(StrEnum):
    """Something that is not right yet."""

    NOT_ASKED_ALONE = auto()
    SHE_DID_NOT_SAY = auto()
    NO_PERSON = auto()
    NEVER_MET = auto()
    COMPANION_UNKNOWN = auto()
    NO_RESERVE = auto()
    RESERVE_UNKNOWN = auto()
    INTERPRETER_NOT_SURE = auto()
    PROFESSIONAL_INTERPRETER = auto()
    PARTNER_DOES_NOT_KNOW = auto()
    CALL_NOT_AGREED = auto()
    """Only the safe-contact gate knows: said where an appointment is read, not by `cautions`."""


def cautions(visit: Visit) -> list[Caution]:
    """Return what is not right yet, so that somebody looks; nothing of it blocks."""
    return [caution for caution, holds in _CHECKS.items() if holds(visit)]


def _has_person(visit: Visit) -> bool:
    return visit.details.person_id is not None or bool(visit.details.person_words)


def _never_met(visit: Visit) -> bool:
    told = visit.details
    return _has_person(visit) and told.has_met is not True and told.kind is not _INTRODUCTION


def _needs_professional(visit: Visit) -> bool:
    told = visit.details
    return told.support is not Support.SUPPORT and told.kind in PROFESSIONAL_INTERPRETER


def _is_unsure(visit: Visit) -> bool:
    interpreter = visit.details.interpreter
    return interpreter is not None and not interpreter.is_sure


_INTRODUCTION = AppointmentKind.INTRODUCTION
_CHECKS: dict[Caution, Callable[[Visit], bool]] = {
    Caution.NOT_ASKED_ALONE: lambda v: not v.details.was_asked_alone,
    Caution.SHE_DID_NOT_SAY: lambda v: v.details.presence is None,
    Caution.NO_PERSON: lambda v: not _has_person(v),
    Caution.NEVER_MET: _never_met,
    Caution.COMPANION_UNKNOWN: lambda v: v.first not in v.details.introduced,
    Caution.NO_RESERVE: lambda v: v.reserve is None,
    Caution.RESERVE_UNKNOWN: lambda v: (
        v.reserve is not None and v.reserve not in v.details.introduced
    ),
    Caution.INTERPRETER_NOT_SURE: _is_unsure,
    Caution.PROFESSIONAL_INTERPRETER: _needs_professional,
    Caution.PARTNER_DOES_NOT_KNOW: lambda v: BothSides.PARTNER_KNOWS not in v.details.both_sides,
}
