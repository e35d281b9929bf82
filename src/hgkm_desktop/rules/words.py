"""The words for the code lists of what is noted beside somebody."""

from enum import StrEnum
from functools import cache

from hgkm_desktop import texts
from hgkm_desktop.rules import clocks, contact, holding, lists
from hgkm_desktop.texts import tr


def word(value: StrEnum) -> str:
    """Return how a value reads in the language on the screen."""
    return _words(texts.current())[type(value).__name__, value.value]


@cache
def _words(_language: str) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    parts = (_notes, _consent, _around, _people, _referrals, _holding)
    for kind, words in (pair for part in parts for pair in part().items()):
        for value, text in zip(kind, words, strict=True):
            found[kind.__name__, value.value] = text
    return found


def _notes() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        lists.NoteKind: (
            tr("A talk"),
            tr("A call"),
            tr("Going along"),
            tr("A sign"),
            tr("Advice from a colleague"),
            tr("Looking back together"),
            tr("Something else"),
        ),
        lists.Voice: (tr("She herself"), tr("Confidant"), tr("Child"), tr("Partner organisation")),
        lists.Outcome: (
            tr("Spoke with her"),
            tr("No answer"),
            tr("Somebody else answered"),
            tr("Sent"),
        ),
        lists.GuideStep: (
            tr("Write down what you see"),
            tr("Ask advice"),
            tr("Talk with her"),
            tr("Think together"),
            tr("Decide together"),
        ),
        contact.Channel: (
            tr("Calling"),
            tr("App message"),
            tr("Text message"),
            tr("E-mail"),
            tr("Post"),
            tr("Through somebody"),
        ),
    }


def _consent() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        lists.Purpose: (
            tr("Making notes"),
            tr("We may contact her"),
            tr("Bringing it to the network meeting"),
            tr("Sharing with a partner"),
            tr("An interpreter"),
            tr("Asking after her later"),
            tr("Counting without a name"),
            tr("Research without a name"),
        ),
        lists.ConsentForm: (
            tr("Asked"),
            tr("Said aloud"),
            tr("In writing"),
            tr("She does not want it"),
            tr("Taken back"),
        ),
        lists.LifeDomain: (
            tr("Safety"),
            tr("Home"),
            tr("Money"),
            tr("Work"),
            tr("Health"),
            tr("Children"),
            tr("Papers"),
            tr("People around her"),
            tr("Language"),
            tr("Law"),
        ),
    }


def _around() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        lists.Worry: (
            tr("Losing her children"),
            tr("Youth protection"),
            tr("A shelter"),
            tr("The police"),
            tr("Her husband"),
            tr("Her family"),
            tr("The neighbourhood"),
            tr("Money"),
            tr("Losing her home"),
            tr("Her papers"),
            tr("Nothing said"),
        ),
        lists.Barrier: (
            tr("Laws and rules"),
            tr("Housing"),
            tr("A waiting list"),
            tr("Money"),
            tr("Language"),
            tr("Papers"),
            tr("Trust"),
            tr("Nobody for the children"),
            tr("No fixed contact person"),
            tr("Too complicated"),
        ),
    }


def _people() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        lists.PersonRole: (
            tr("Lives through it"),
            tr("Uses violence"),
            tr("Both"),
            tr("Child"),
            tr("Stands by"),
            tr("Family"),
            tr("Not clear"),
        ),
        lists.AgeBand: (
            tr("0–3 years"),
            tr("4–11 years"),
            tr("12–17 years"),
            tr("18–24 years"),
            tr("25–44 years"),
            tr("45–64 years"),
            tr("65 or older"),
            tr("Age not known"),
        ),
        lists.Knows: (
            tr("knows everything"),
            tr("knows that she comes here"),
            tr("knows nothing"),
            tr("must not know"),
            tr("we do not know"),
        ),
    }


def _referrals() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        lists.ReferralKind: (
            tr("Support group"),
            tr("A shelter"),
            tr("Neighbourhood team"),
            tr("Youth protection"),
            tr("Care for health"),
            tr("A lawyer"),
            tr("Help with debts"),
            tr("Something else"),
        ),
        lists.ReferralStatus: (
            tr("Talked about"),
            tr("Agreed"),
            tr("Signed up"),
            tr("Was there once"),
            tr("Still goes"),
            tr("Stopped going"),
            tr("Does not want it"),
            tr("Not available"),
        ),
        lists.Area: (
            "Nieuw-West",
            "Zuidoost",
            "West",
            "Noord",
            "Oost",
            "Zuid",
            "Centrum",
            "Weesp",
            "Aalsmeer",
            "Amstelveen",
            "Diemen",
            "Ouder-Amstel",
            "Uithoorn",
            tr("Somewhere else"),
            tr("Area not known"),
        ),
    }


def _holding() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        holding.Step: (tr("Offered"), tr("Taken on"), tr("Talked together")),
        holding.Ending: (tr("They said no"), tr("Not available"), tr("We stop this")),
        holding.Reason: (
            tr("Somebody else holds her"),
            tr("She manages by herself"),
            tr("She wants no help now. The door stays open"),
            tr("Back home. The door stays open"),
            tr("She moved. We keep no address"),
        ),
        clocks.Kind: (
            tr("Temporary restraining order"),
            tr("Time-out place"),
            tr("Her yes"),
            tr("Agreement about calling"),
            tr("A promise"),
        ),
        clocks.Stage: (tr("Running"), tr("Ends soon"), tr("Has ended")),
    }
