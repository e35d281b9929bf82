"""The words for information sessions and its code lists."""

from enum import StrEnum
from functools import cache

from hgkm_desktop import texts
from hgkm_desktop.rules import sessions
from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.texts import tr


def word(value: StrEnum) -> str:
    """Return how a value of the lists of sessions reads in the language on the screen."""
    return _words(texts.current())[type(value).__name__, value.value]


def name_of(topic: SessionTopic, title: str) -> str:
    """Return what a session is called: its own title, or what it is about."""
    return title or word(topic)


@cache
def _words(_language: str) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for part in (_topics, _how, _list, _when):
        for kind, words in part().items():
            for value, text in zip(kind, words, strict=True):
                found[kind.__name__, value.value] = text
    return found


def _topics() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        sessions.SessionTopic: (
            tr("Recognising signals of violence"),
            tr("Bringing up children"),
            tr("How school works"),
            tr("How care works"),
            tr("Money"),
            tr("Your rights"),
            tr("Circumcision of girls"),
            tr("Forced marriage"),
            tr("Feeling low"),
            tr("How you see yourself"),
            tr("Youth protection tells about its work"),
            tr("A shelter tells about its work"),
            tr("Veilig Thuis tells about its work"),
            tr("Safe with your phone"),
            tr("Being a father"),
            tr("Work"),
            tr("Sexual violence"),
            tr("Something else"),
        ),
    }


def _how() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        sessions.SessionForm: (
            tr("Information talk"),
            tr("Talk in a group"),
            tr("Performance"),
            tr("Film"),
            tr("Craft with talk"),
            tr("Training"),
            tr("Workshop"),
            tr("Sport"),
            tr("Lecture"),
            tr("Coaching"),
            tr("Mediation"),
            tr("Parents' meeting"),
        ),
        sessions.Audience: (
            tr("Women"),
            tr("Men"),
            tr("Women and men"),
            tr("Fathers"),
            tr("Mothers"),
            tr("Young people"),
            tr("Older people"),
            tr("LGBTQI+ people"),
            tr("Everybody"),
        ),
        sessions.BuildingBlock: (
            tr("Data analysis"),
            tr("Awareness and dialogue"),
            tr("Informal and formal work together"),
            tr("Temporary restraining order"),
            tr("Time-out"),
            tr("Help for who uses violence"),
        ),
    }


def _list() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        sessions.NameKind: (tr("First name"), tr("Alias"), tr("Number only")),
        sessions.Place: (
            tr("Has a place"),
            tr("On the waiting list"),
            tr("Waits, could not be asked"),
            tr("Does not come"),
        ),
        sessions.Reading: (tr("Reads herself"), tr("Has it read aloud"), tr("With pictures")),
        sessions.ChildAge: (
            tr("Under 4"),
            tr("4 to 7"),
            tr("8 to 11"),
            tr("12 and older"),
        ),
        sessions.Source: (
            tr("Came here before"),
            tr("Through a friend"),
            tr("Through a volunteer"),
            tr("Through a partner"),
            tr("Through school"),
            tr("Saw the poster"),
            tr("Came to the door"),
            tr("Another way"),
        ),
        sessions.StepState: (tr("Still to do"), tr("Done"), tr("Not now")),
    }


def _when() -> dict[type[StrEnum], tuple[str, ...]]:
    return {
        sessions.Frequency: (tr("Every week"), tr("Every two weeks"), tr("Every month")),
        sessions.SchoolHolidayKind: (
            tr("Autumn holiday"),
            tr("Christmas holiday"),
            tr("Spring holiday"),
            tr("May holiday"),
            tr("Summer holiday"),
        ),
    }
