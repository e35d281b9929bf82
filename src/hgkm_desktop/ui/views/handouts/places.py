"""Where in a sheet something is wrong, in words ("time_out.why.2" is for programs)."""

from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.library import MASTER
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.handouts import words


def in_words(place: str) -> str:
    """Return the sheet and the part a problem of a translator's file is about."""
    sheet_id, _, inside = place.partition(".")
    part = part_in_words(sheet_id, inside)
    return f"{words.title_of(sheet_id)}, {part}" if part else words.title_of(sheet_id)


def part_in_words(sheet_id: str, place: str) -> str:
    """Return the part of a sheet a problem is about: title, lead, a heading, or a line."""
    known = {"": "", "title": tr("title"), "lead": tr("first sentence")}
    if place in known:
        return known[place]
    key, _, line = place.partition(".")
    parts = library.text(sheet_id, MASTER).parts
    if key not in parts:
        return tr("translated by")
    if not line:
        return tr("“{heading}”").format(heading=parts[key].heading)
    number = int(line) + 1
    return tr("“{heading}”, line {number}").format(heading=parts[key].heading, number=number)
