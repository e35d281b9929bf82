"""What is behind the three dots: of a session, of somebody on its list, and of the list itself."""

from collections.abc import Callable
from dataclasses import dataclass

from hgkm_desktop.models import Registration
from hgkm_desktop.rules.sessions import WAITS, Place
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.menu import Entry
from hgkm_desktop.ui.views.sessions.page_about import About

Act = Callable[[], object]


@dataclass(frozen=True)
class SessionDoing:
    """What can be done with a session, each by one call."""

    door: Act
    afterwards: Act
    poster: Act
    certificate: Act
    read_in: Act
    call_off: Act
    bring_back: Act
    tell: Act
    follow_up: Act


@dataclass(frozen=True)
class RowDoing:
    """What can be done with somebody on the list, each by one call."""

    tick: Act
    change: Act
    reach: Act
    certificate: Act
    comes: Act
    cancel: Act
    comes_after_all: Act
    remove: Act


@dataclass(frozen=True)
class ListDoing:
    """What is done with the list of sessions, each by one call."""

    holidays: Act
    years: Act
    follow_ups: Act


def of_session(
    about: About, doing: SessionDoing, *, may_edit: bool, confidant: bool
) -> list[Entry]:
    """Return what can be done with a session; nothing with names while they are hidden."""
    session = about.session
    has_names = not session.names_gone and not about.veiled
    entries: list[Entry] = []
    if not session.is_off and not session.names_gone:
        entries.append((tr("At the door"), "door-open", doing.door))
    if not session.is_off:
        entries.append((tr("Afterwards"), "hand", doing.afterwards))
        entries.append((tr("Poster"), "file-text", doing.poster))
        entries.append((tr("Certificate of attendance"), "seal-check", doing.certificate))
    if has_names and may_edit:
        entries.append((tr("List from a file"), "upload-simple", doing.read_in))
    if may_edit and session.is_off:
        entries.append((tr("It takes place after all"), "arrow-u-up-left", doing.bring_back))
    elif may_edit and not about.is_over:
        entries.append((tr("It does not take place"), "x-circle", doing.call_off))
    if confidant and has_names:
        entries.append((tr("Whom may I tell?"), "phone-call", doing.tell))
    if confidant:
        entries.append((tr("Talk afterwards"), "chat-teardrop-text", doing.follow_up))
    return entries


def of_row(about: About, row: Registration, doing: RowDoing) -> list[Entry]:
    """Return what can be done with somebody on the list."""
    has_names = not about.session.names_gone and not about.veiled
    said = tr("She is not here") if row.is_here else tr("She is here")
    entries: list[Entry] = [(said, "check-square", doing.tick)]
    if has_names:
        entries.append((tr("Change"), "pencil-simple", doing.change))
        entries.append((tr("How may we reach her?"), "phone", doing.reach))
        entries.append((tr("Certificate of attendance"), "seal-check", doing.certificate))
    if about.first is not None and row.id == about.first.id:
        entries.append((tr("She comes"), "armchair", doing.comes))
    if row.place is Place.CANCELLED:
        entries.append((tr("She comes after all"), "arrow-u-up-left", doing.comes_after_all))
    elif row.place in WAITS or not about.session.names_gone:
        entries.append((tr("She does not come"), "user-minus", doing.cancel))
    if not about.session.names_gone:
        entries.append((tr("Take off the list"), "trash", doing.remove))
    return entries


def of_list(doing: ListDoing, *, may_edit: bool, confidant: bool) -> list[Entry]:
    """Return what is done with the list of sessions."""
    entries: list[Entry] = []
    if may_edit:
        entries.append((tr("School holidays and reminders"), "sun-horizon", doing.holidays))
    entries.append((tr("Numbers per year"), "chart-bar", doing.years))
    if confidant:
        entries.append((tr("Talks afterwards"), "chat-teardrop-text", doing.follow_ups))
    return entries
