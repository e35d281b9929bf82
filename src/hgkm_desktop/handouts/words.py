"""The words on paper, in a language that paper can be set in by now."""

from hgkm_desktop import texts

PAPER_LANGUAGES = ("nl", "en")
"""Arabic paper needs real shaping and a native reader first; until then it is Dutch."""


def language() -> str:
    """Return the language of the words on paper."""
    spoken = texts.current()
    return spoken if spoken in PAPER_LANGUAGES else texts.DEFAULT


def tr(text: str) -> str:
    """Return a text in the language of the paper."""
    return texts.said_in(language(), text)
