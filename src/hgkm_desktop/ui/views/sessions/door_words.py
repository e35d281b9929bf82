"""What the page of the door says, of who came in last and of how many there are."""

import unicodedata

from hgkm_desktop.models import Registration
from hgkm_desktop.services.registrations import Counts
from hgkm_desktop.texts import is_right_to_left, tr
from hgkm_desktop.ui.views.sessions.door_work import Came
from hgkm_desktop.ui.views.sessions.list_words import called
from hgkm_desktop.ui.widgets.painting import isolate

BETWEEN = " · "
_TO_THE_LEFT = ("R", "AL")


def name_of(registration: Registration, *, veiled: bool) -> str:
    """Return how somebody is called, so that her name turns no sentence round."""
    name = called(registration, veiled=veiled)
    turns = any(unicodedata.bidirectional(sign) in _TO_THE_LEFT for sign in name)
    return isolate(name, turns or is_right_to_left())


def said_of(came: Came, *, veiled: bool) -> tuple[str, str]:
    """Return what happened, and what there is to know about it."""
    name = name_of(came.registration, veiled=veiled)
    is_nameless = not came.registration.name
    if came.was_expected:
        strong = tr("{name} is here.").format(name=name)
    elif is_nameless:
        strong = tr("One more without a name.")
    else:
        strong = tr("{name} is added.").format(name=name)
    return strong, " ".join(_to_know(came, name, is_hidden=veiled or is_nameless))


def how_many(counts: Counts) -> tuple[str, str]:
    """Return the words beside the number of who is there, and those below them."""
    told: list[str] = []
    if counts.capacity is not None:
        told.append(tr("of {count} places").format(count=counts.capacity))
    if counts.children == 1:
        told.append(tr("1 child on the list"))
    elif counts.children:
        told.append(tr("{count} children on the list").format(count=counts.children))
    return tr("is here now") if counts.here == 1 else tr("are here now"), BETWEEN.join(told)


def _to_know(came: Came, name: str, *, is_hidden: bool) -> list[str]:
    told: list[str] = []
    if came.is_shorter:
        only = tr("Only “{name}” is kept. No surname on the list.")
        hidden = tr("Only the first name is kept.")
        told.append(hidden if is_hidden else only.format(name=name))
    if came.twins and came.was_expected:
        told.append(tr("Somebody else of that name is still expected."))
    elif came.twins:
        twin = tr("There was a {name} already. She is noted apart.")
        hidden = tr("That name was there already. She is noted apart.")
        told.append(hidden if is_hidden else twin.format(name=name))
    return told
