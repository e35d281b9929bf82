"""Whom may we tell that a session moved or is called off: only through the gate (R-284, R-286)."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models import InformationSession, Registration
from hgkm_desktop.rules.session_words import name_of
from hgkm_desktop.services import information_sessions, session_reach
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_short, day_of, kept_together, time_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.page_trouble import say_trouble
from hgkm_desktop.ui.views.sessions.tell_again import AskAgain
from hgkm_desktop.ui.views.sessions.tell_person import Person
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.empty import Empty
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.strips import Banner

WIDTH = 640


class TellOverlay(Overlay):
    """Shows who said that we may, those who do not know yet first; no number stands in here.

    It closes when names are hidden, and asks the gate anew after everything that is noted.
    """

    def __init__(self, ctx: Context, session_id: UUID) -> None:
        self.people: list[Person] = []
        inside = QWidget()
        known = ctx.call(information_sessions.get, session_id)
        super().__init__(
            tr("Whom may we tell?"),
            inside,
            text=_how_it_stands(known, ctx),
            cancel=tr("Close this"),
            width=WIDTH,
        )
        self._ctx, self._session_id = ctx, session_id
        self.nobody = Empty(
            tr("Nobody said that we may."), tr("They hear it when they come."), drawing=False
        )
        self.trouble = Banner("", "rd")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, px(4), 0, 0)
        self._column.setSpacing(px(10))
        self._column.addWidget(muted(tr("Tell nobody else on the phone what it is."), wrap=True))
        self._column.addWidget(self.trouble)
        self._column.addWidget(self.nobody)
        ctx.veil_changed.connect(self._on_veil_changed)
        self.look_again()

    def open(self, window: QWidget) -> None:
        """Show it, the keyboard at the first who may be told now."""
        super().open(window)
        buttons = [person.number.button for person in self.people]
        first = next((each for each in buttons if each.isVisible()), self.cancel_button)
        first.setFocus()

    def look_again(self) -> None:
        """Read whom we may tell, and ask the gate of each."""
        now = self._ctx.now()
        found, trouble = self._ctx.call(session_reach.as_far_as_whole, self._session_id, now=now)
        say_trouble(self.trouble, trouble)
        self._clear()
        for told in sorted(found, key=_still_to_tell):
            person = Person(self._ctx, told)
            person.noted.connect(self._on_noted)
            person.again_asked.connect(self._on_again_asked)
            self.people.append(person)
            self._column.addWidget(person)
        self.nobody.setVisible(not found and trouble is None)

    def close_overlay(self) -> None:
        """Go away, every number first."""
        for person in self.people:
            person.forget()
        super().close_overlay()

    def _clear(self) -> None:
        for person in self.people:
            person.forget()
            person.hide()
            person.deleteLater()
        self.people = []

    def _on_noted(self) -> None:
        self.look_again()
        self.cancel_button.setFocus()

    def _on_again_asked(self, registration: Registration) -> None:
        window = self.parentWidget()
        self.close_overlay()
        if window is not None:
            AskAgain(self._ctx, registration).open(window)

    def _on_veil_changed(self, on: bool) -> None:
        if on:
            self.close_overlay()


def _still_to_tell(told: session_reach.ToTell) -> tuple[bool, int]:
    return told.knows, told.registration.number


def _how_it_stands(known: InformationSession, ctx: Context) -> str:
    """Return what is to be told: when and where it is now, or that it does not take place."""
    name = as_typed(name_of(known.topic, known.title))
    day = day_in_short(day_of(known.starts_at), day_of(ctx.now()))
    when = f"{day} {kept_together(time_of(known.starts_at))}"
    if known.is_off:
        return tr("{name}, {when}, does not take place.").format(name=name, when=when)
    where = as_typed(known.place)
    said = tr(", ").join(part for part in (name, when, where) if part)
    return tr("So it stands now: {how}.").format(how=said)
