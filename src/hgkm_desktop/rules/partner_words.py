"""The words for the code lists of the partner directory."""

from enum import StrEnum
from functools import cache

from hgkm_desktop import texts
from hgkm_desktop.rules.partners import Expertise, Kept, PartnerType, Whose
from hgkm_desktop.texts import tr


def word(value: StrEnum) -> str:
    """Return how a kind, an expertise, a promise or a count reads in the language on the screen."""
    return _words(texts.current())[type(value).__name__, value.value]


@cache
def _words(_language: str) -> dict[tuple[str, str], str]:
    lists = ((PartnerType, _types()), (Expertise, _expertise()), (Whose, _whose()), (Kept, _kept()))
    return {
        (kind.__name__, value.value): text
        for kind, words in lists
        for value, text in zip(kind, words, strict=True)
    }


def _types() -> tuple[str, ...]:
    return (
        "Blijf Groep",
        "Veilig Thuis",
        "Buurtteam",
        tr("Parent and child team (OKT)"),
        tr("Youth protection"),
        tr("Child protection board"),
        tr("Police"),
        tr("Probation"),
        tr("Public prosecutor"),
        tr("Prison"),
        "De Waag",
        "GGD",
        tr("Hospital"),
        tr("General practitioner"),
        "SIPI",
        "Wijk Actie Team",
        tr("Municipality"),
        tr("School"),
        tr("Sports club"),
        tr("Housing corporation"),
        tr("Lawyer"),
        tr("District judge"),
        tr("Organisation of neighbours"),
        tr("Mosque, church or temple"),
        tr("Research"),
        tr("Another kind of organisation"),
    )


def _expertise() -> tuple[str, ...]:
    return (
        tr("human trafficking"),
        tr("children"),
        tr("right to stay"),
        tr("honour"),
        tr("debts"),
        tr("girls' circumcision"),
        tr("LGBTQI+"),
        tr("older people"),
    )


def _whose() -> tuple[str, ...]:
    return tr("They promised"), tr("We promised"), tr("Both")


def _kept() -> tuple[str, ...]:
    return (
        tr("went on"),
        tr("on time"),
        tr("late"),
        tr("nobody came"),
        tr("known face"),
        tr("other face"),
        tr("wishes kept"),
        tr("wishes not kept"),
        tr("called off"),
        tr("moved"),
    )
