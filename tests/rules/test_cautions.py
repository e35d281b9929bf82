"""What is not right yet is said, each for its own reason, and nothing of it is in the way."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from going import TOLD

from hgkm_desktop.rules.appointment import Details, Interpreter, Visit
from hgkm_desktop.rules.cautions import Caution, cautions
from hgkm_desktop.rules.going_along import (
    PROFESSIONAL_INTERPRETER,
    AppointmentKind,
    Support,
)

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
LEYLA, IMANE = UUID(int=5), UUID(int=6)
RIGHT = Visit(
    UUID(int=1),
    None,
    AT,
    AT + timedelta(hours=1),
    LEYLA,
    IMANE,
    replace(TOLD, introduced=(LEYLA, IMANE)),
)
POLICE = {"kind": AppointmentKind.POLICE}


def found(**changes) -> set[Caution]:
    return set(cautions(replace(RIGHT, details=replace(RIGHT.details, **changes))))


def test_of_what_is_right_nothing_is_said():
    assert cautions(RIGHT) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"was_asked_alone": False}, {Caution.NOT_ASKED_ALONE}),
        ({"presence": None}, {Caution.SHE_DID_NOT_SAY}),
        ({"person_words": "", "has_met": None}, {Caution.NO_PERSON}),
        ({"person_words": "", "person_id": UUID(int=9)}, set()),
        ({"has_met": False}, {Caution.NEVER_MET}),
        ({"has_met": None}, {Caution.NEVER_MET}),
        ({"has_met": False, "kind": AppointmentKind.INTRODUCTION}, set()),
        ({"introduced": (IMANE,)}, {Caution.COMPANION_UNKNOWN}),
        ({"introduced": (LEYLA,)}, {Caution.RESERVE_UNKNOWN}),
        ({"interpreter": None}, set()),
        ({"interpreter": Interpreter("Amal")}, {Caution.INTERPRETER_NOT_SURE}),
        (POLICE, set()),
        (POLICE | {"support": Support.BOTH}, {Caution.PROFESSIONAL_INTERPRETER}),
        (POLICE | {"support": Support.INTERPRETER}, {Caution.PROFESSIONAL_INTERPRETER}),
        ({"support": Support.INTERPRETER}, set()),
        ({"both_sides": frozenset()}, {Caution.PARTNER_DOES_NOT_KNOW}),
    ],
)
def test_each_caution_has_its_own_reason(changes, expected):
    assert found(**changes) == expected


def test_without_a_reserve_nothing_is_said_of_whether_she_knows_her():
    assert cautions(replace(RIGHT, reserve=None)) == [Caution.NO_RESERVE]


def test_of_what_nobody_said_anything_about_most_is_said_in_its_order():
    bare = replace(RIGHT, reserve=None, details=Details(AppointmentKind.OTHER))
    assert cautions(bare) == [
        Caution.NOT_ASKED_ALONE,
        Caution.SHE_DID_NOT_SAY,
        Caution.NO_PERSON,
        Caution.COMPANION_UNKNOWN,
        Caution.NO_RESERVE,
        Caution.PARTNER_DOES_NOT_KNOW,
    ]


def test_where_the_law_listens_a_professional_interpreter_is_asked_for():
    for kind in AppointmentKind:
        said = found(kind=kind, support=Support.BOTH)
        assert (Caution.PROFESSIONAL_INTERPRETER in said) == (kind in PROFESSIONAL_INTERPRETER)
