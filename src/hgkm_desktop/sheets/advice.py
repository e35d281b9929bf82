"""Is it safe to take home? Three questions she answers herself, and what we advise."""

from enum import StrEnum, auto


class Answer(StrEnum):
    """What she says."""

    YES = auto()
    NO = auto()
    MAYBE = auto()


class Advice(StrEnum):
    """What we say then; it is advice, she decides."""

    ASK = auto()
    TAKE = auto()
    READ_HERE = auto()
    READ_ALOUD = auto()


def advise(looks: Answer | None, place: Answer | None, reads: Answer | None) -> Advice:
    """Return the advice for: can somebody look in her bag, has she a place, can she read it.

    Doubt counts as danger. Whoever cannot read hears it here, whatever the other answers.
    """
    if looks in (Answer.YES, Answer.MAYBE) or place is Answer.NO:
        return Advice.READ_HERE
    if reads is Answer.NO:
        return Advice.READ_ALOUD
    return Advice.ASK if None in (looks, place, reads) else Advice.TAKE
