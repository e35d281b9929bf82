"""How much room the page has; every part of it stands closer together when there is less."""

from enum import IntEnum

from hgkm_desktop.ui.style import px

NARROW_BELOW = 1150
TIGHT_BELOW = 1040


class Room(IntEnum):
    """Wide on a large screen, narrow at 1366, tight with large letters on a small screen."""

    WIDE = 0
    NARROW = 1
    TIGHT = 2


def room_for(width: int) -> Room:
    """Return how much room a width is, at the size of letters that is chosen."""
    if width >= px(NARROW_BELOW):
        return Room.WIDE
    return Room.NARROW if width >= px(TIGHT_BELOW) else Room.TIGHT
