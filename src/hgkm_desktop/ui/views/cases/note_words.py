"""The words that help to begin a note: questions to think of, and beginnings of sentences."""

from dataclasses import dataclass

from hgkm_desktop.rules.lists import NoteKind
from hgkm_desktop.rules.recognisable import Why
from hgkm_desktop.texts import tr


@dataclass(frozen=True)
class Starter:
    """A beginning that is put in the text; the keyboard then stands `back` signs before its end."""

    text: str
    back: int = 0

    @property
    def shown(self) -> str:
        """What the chip says."""
        return self.text.strip()


def seen_starters() -> list[Starter]:
    """Return how a sentence about what was seen and heard may begin."""
    return [
        Starter(tr("She said: “ ”"), 2),
        Starter(tr("I saw ")),
        Starter(tr("The child said: “ ”"), 2),
        Starter(tr("There was an interpreter. ")),
    ]


def think_starters() -> list[Starter]:
    """Return how a sentence about what one thinks may begin."""
    return [
        Starter(tr("I think … because ")),
        Starter(tr("I do not know whether ")),
        Starter(tr("I want to ask a colleague: ")),
    ]


def questions(kind: NoteKind) -> str:
    """Return what one may ask oneself, one question a line; nothing has to be answered."""
    asked = {
        NoteKind.TALK: (tr("What did she say herself?"), tr("What did you see?")),
        NoteKind.CALL: (tr("What did she say herself?"), tr("Could she talk freely?")),
        NoteKind.ALONG: (tr("Where did you go together?"), tr("What was said there?")),
        NoteKind.SIGNAL: (tr("What did you see or hear?"), tr("Who told it, and in which words?")),
        NoteKind.CONSULT: (tr("What did you ask, without a name?"), tr("What was the advice?")),
        NoteKind.REVIEW: (tr("What is different from last time?"), tr("What does she want now?")),
        NoteKind.OTHER: (tr("What happened?"), tr("Who was there?")),
    }
    return "\n".join(asked[kind])


def thoughts(kind: NoteKind) -> str:
    """Return what one may ask oneself about it afterwards."""
    if kind is NoteKind.CONSULT:
        return tr("What will you do with it?")
    return "\n".join((tr("What are you worried about? Why?"), tr("What does she want now?")))


def why_words(why: Why) -> str:
    """Return what a piece of text looks like."""
    return {
        Why.NAME: tr("This looks like a name."),
        Why.RELATIVE: tr("Somebody close to her, and a place."),
        Why.ADDRESS: tr("This looks like an address."),
        Why.POSTCODE: tr("This looks like a postcode."),
        Why.BIRTH: tr("This looks like a date of birth."),
        Why.PHONE: tr("This looks like a phone number."),
        Why.PLATE: tr("This looks like a number plate."),
        Why.MAIL: tr("This looks like an e-mail address."),
    }[why]
