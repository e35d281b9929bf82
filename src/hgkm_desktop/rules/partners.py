"""The code lists of the partner directory (R-016, R-057): codes are fixed, words may change."""

from enum import StrEnum, auto


class PartnerType(StrEnum):
    """What kind of organisation it is; who sits at the table changes, so OTHER has own words."""

    BLIJF_GROEP = auto()
    VEILIG_THUIS = auto()
    BUURTTEAM = auto()
    OKT = auto()
    YOUTH_PROTECTION = auto()
    CHILD_PROTECTION_BOARD = auto()
    POLICE = auto()
    PROBATION = auto()
    PUBLIC_PROSECUTOR = auto()
    PRISON_SERVICE = auto()
    DE_WAAG = auto()
    GGD = auto()
    HOSPITAL = auto()
    GP = auto()
    SIPI = auto()
    WIJK_ACTIE_TEAM = auto()
    MUNICIPALITY = auto()
    SCHOOL = auto()
    SPORTS_CLUB = auto()
    HOUSING_CORPORATION = auto()
    LAWYER = auto()
    DISTRICT_JUDGE = auto()
    INFORMAL_ORGANISATION = auto()
    FAITH_GROUP = auto()
    RESEARCH = auto()
    OTHER = auto()

    @property
    def is_formal(self) -> bool:
        """Whether it is an institution, and no organisation of neighbours (mock-up 10)."""
        return self not in _INFORMAL


_INFORMAL = frozenset(
    {
        PartnerType.SCHOOL,
        PartnerType.SPORTS_CLUB,
        PartnerType.INFORMAL_ORGANISATION,
        PartnerType.FAITH_GROUP,
        PartnerType.OTHER,
    }
)
SECRET_PLACES = frozenset({PartnerType.BLIJF_GROEP})
"""Whose address is never written down: a shelter is to be found by nobody (PRODUCT.md, 8)."""


class Expertise(StrEnum):
    """What somebody knows a lot of (R-057)."""

    TRAFFICKING = auto()
    CHILDREN = auto()
    RESIDENCE = auto()
    HONOUR = auto()
    DEBTS = auto()
    FGM = auto()
    LGBTQI = auto()
    ELDERLY = auto()


class Whose(StrEnum):
    """Whose promise an agreement with a partner is."""

    THEIRS = auto()
    OURS = auto()
    BOTH = auto()


class Kept(StrEnum):
    """What is counted of a partner, per year and without persons (R-052)."""

    HELD = auto()
    ON_TIME = auto()
    LATE = auto()
    NOT_COME = auto()
    KNOWN_FACE = auto()
    OTHER_FACE = auto()
    WISHES = auto()
    WISHES_NOT = auto()
    CANCELLED = auto()
    MOVED = auto()
