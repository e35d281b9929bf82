"""The words for going along: its code lists, what to look at before, and what was noted."""

from enum import StrEnum
from functools import cache

from hgkm_desktop import texts
from hgkm_desktop.rules import bodies, going_along
from hgkm_desktop.rules.bodies import Body
from hgkm_desktop.rules.cautions import Caution
from hgkm_desktop.texts import tr


def word(value: StrEnum) -> str:
    """Return how a value of the lists of going along reads in the language on the screen."""
    return _words(texts.current())[type(value).__name__, value.value]


def caution_words(caution: Caution) -> str:
    """Return in one short sentence what is not right yet."""
    return word(caution)


def noted_words(body: Body) -> str:
    """Return what kind of thing was noted, never what it says; nothing for what is no news."""
    return _noted(texts.current()).get(type(body), "")


@cache
def _words(_language: str) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for kind, words in (
        pair for part in (_plan, _when, _her_wishes, _after) for pair in part().items()
    ):
        for value, text in zip(kind, words, strict=True):
            found[kind.__name__, value.value] = text
    return found


def _plan() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        going_along.AppointmentKind: (
            tr("Doctor"),
            tr("Hospital"),
            "Veilig Thuis",
            "Blijf Groep",
            tr("Police"),
            tr("Youth protection"),
            tr("Child Protection Board"),
            "Buurtteam",
            tr("Parent and child team"),
            tr("School"),
            tr("Lawyer"),
            tr("Court"),
            tr("Bank"),
            tr("Municipality"),
            "GGD",
            tr("Getting to know each other"),
            tr("Something else"),
        ),
    }


def _when() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        going_along.FixedKind: (tr("Weekly network meeting"), tr("Our own programme")),
        going_along.State: (
            tr("planned"),
            tr("prepared"),
            tr("confirmed"),
            tr("moved"),
            tr("was held"),
            tr("called off"),
            tr("not safe"),
            tr("nobody came"),
        ),
        going_along.Side: (tr("She"), tr("The partner"), tr("We")),
        going_along.PlaceWord: (
            tr("No place"),
            tr("Here"),
            tr("There"),
            tr("Library"),
            tr("Station"),
            tr("In town"),
            tr("By phone"),
        ),
    }


def _her_wishes() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        going_along.Presence: (
            tr("Come inside with her"),
            tr("Wait outside"),
            tr("Travel together"),
            tr("Not needed"),
        ),
        going_along.ArrivalSignal: (
            tr("Ring the bell"),
            tr("Call her"),
            tr("Wait outside the door"),
            tr("Come inside"),
        ),
        going_along.Support: (tr("Support"), tr("Interpret"), tr("Both")),
        going_along.BothSides: (
            tr("She wants us there"),
            tr("The partner knows that we come"),
            tr("She also talks with them alone"),
        ),
        going_along.TimeStyle: (tr("Leave it out"), tr("In figures"), tr("In words")),
        Caution: (
            tr("Ask her alone what she wants."),
            tr("She did not say yet what she wants of us."),
            tr("It is not known who comes for the partner."),
            tr("She has not met this person yet."),
            tr("She has not met who goes along yet."),
            tr("There is no reserve yet."),
            tr("She has not met the reserve yet."),
            tr("The interpreter is not sure yet."),
            tr("Ask for a professional interpreter here."),
            tr("The partner does not know yet that we come."),
            tr("Calling her then was not agreed."),
        ),
    }


def _after() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        going_along.Punctual: (tr("Yes"), tr("Too late"), tr("Did not come")),
        going_along.Wishes: (tr("Yes"), tr("Partly"), tr("No")),
        going_along.Leaving: (tr("Calm"), tr("Tense"), tr("I do not know")),
    }


@cache
def _noted(_language: str) -> dict[type[Body], str]:
    return {
        bodies.Note: tr("a note"),
        bodies.Reached: tr("an attempt to reach her"),
        bodies.Incident: tr("something happened"),
        bodies.Consent: tr("an answer of hers"),
        bodies.ContactAgreement: tr("how she may be reached"),
        bodies.Held: tr("who holds her"),
        bodies.Score: tr("a number for how safe it is"),
        bodies.Promise: tr("a promise"),
        bodies.Agreement: tr("something agreed with her"),
        bodies.Household: tr("who lives there"),
        bodies.Situation: tr("what is going on"),
        bodies.GuideNote: tr("a step of the guide"),
        bodies.Referral: tr("a referral"),
    }
