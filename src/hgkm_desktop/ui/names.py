"""How somebody of the team is called on the screen, alone and inside a sentence."""

from hgkm_desktop.texts import is_right_to_left

_APART = "\u2068{}\u2069"
"""Lets a name run its own way and leaves the sentence around it alone (first strong isolate)."""


def shown(name: str, veiled: bool) -> str:
    """Return a name, or its initials while names are hidden."""
    return "".join(f"{word[0].upper()}." for word in name.split()[:2]) if veiled else name


def inside(name: str) -> str:
    """Return a name to put in a sentence: "Leyla" must not turn an Arabic sentence round."""
    return _APART.format(name) if is_right_to_left() else name
