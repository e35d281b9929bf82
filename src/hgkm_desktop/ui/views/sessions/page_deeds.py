"""What is done from this page: forms and papers of a session, and what is behind the dots."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models import InformationSession
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services import access, information_sessions
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.menu import Menu
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.views.sessions import list_words as words
from hgkm_desktop.ui.views.sessions import page_menu
from hgkm_desktop.ui.views.sessions.after_form import AfterForm
from hgkm_desktop.ui.views.sessions.call_off import CallOffForm
from hgkm_desktop.ui.views.sessions.form import SessionForm
from hgkm_desktop.ui.views.sessions.holidays import HolidaysOverlay
from hgkm_desktop.ui.views.sessions.import_overlay import ImportOverlay
from hgkm_desktop.ui.views.sessions.list_pane import ListPane
from hgkm_desktop.ui.views.sessions.page import SessionPage
from hgkm_desktop.ui.views.sessions.page_about import About
from hgkm_desktop.ui.views.sessions.page_menu import ListDoing, SessionDoing
from hgkm_desktop.ui.views.sessions.papers import CertificateForm, PosterForm, print_list
from hgkm_desktop.ui.views.sessions.tell import TellOverlay
from hgkm_desktop.ui.widgets.dialog import Overlay


class Deeds(QObject):
    """Opens what the page asks for; `made` tells which session is to be shown next."""

    made = Signal(object)
    door_asked = Signal(object)
    years_asked = Signal()
    follow_ups_asked = Signal()
    talk_asked = Signal(object)

    def __init__(self, ctx: Context, view: QWidget, pane: ListPane, page: SessionPage) -> None:
        super().__init__(view)
        self._ctx, self._view, self._page = ctx, view, page
        self._may_edit = ctx.may(*access.EDITORS)
        self._is_confidant = ctx.may(Role.CONFIDANT)
        pane.head.new.clicked.connect(self._on_new_asked)
        pane.nothing.clicked.connect(self._on_new_asked)
        pane.head.more.clicked.connect(self.show_list_menu)
        page.head.change.clicked.connect(self.change)
        page.head.print.clicked.connect(self.print_list)
        page.head.more.clicked.connect(self.show_menu)
        page.heads_asked.connect(self.after)

    def new_session(self, topic: SessionTopic | None = None) -> None:
        """Plan a session; nothing for whoever only reads."""
        if not self._may_edit:
            return
        blank = self._ctx.call(information_sessions.blank, now=self._ctx.now())
        blank.topic = topic or blank.topic
        self._open_form(blank)

    def change(self) -> None:
        """Change the session that is shown."""
        about = self._page.about
        if self._may_edit and about is not None:
            self._open_form(self._ctx.call(information_sessions.get, about.session.id))

    def print_list(self) -> None:
        """Print the attendance list."""
        if self._page.about is not None:
            print_list(self._ctx, self._view, self._page.about.session.id)

    def after(self) -> None:
        """Count heads and hands, and note what worked."""
        if self._page.about is not None:
            AfterForm(self._ctx, self._page.about.session).open(self._view.window())

    def show_menu(self) -> None:
        """Show what else can be done with the session."""
        about = self._page.about
        if about is None:
            return
        entries = page_menu.of_session(
            about,
            self._doing(about),
            may_edit=self._may_edit,
            confidant=self._is_confidant,
        )
        Menu(entries).open(self._view.window())

    def show_list_menu(self) -> None:
        """Show what is done with the list of sessions."""
        doing = ListDoing(
            holidays=self._open_holidays,
            years=self.years_asked.emit,
            follow_ups=self.follow_ups_asked.emit,
        )
        entries = page_menu.of_list(doing, may_edit=self._may_edit, confidant=self._is_confidant)
        Menu(entries).open(self._view.window())

    def _on_new_asked(self) -> None:
        self.new_session()

    def _doing(self, about: About) -> SessionDoing:
        session = about.session
        return SessionDoing(
            door=partial(self.door_asked.emit, session.id),
            afterwards=self.after,
            poster=partial(self._open, PosterForm, session),
            certificate=partial(self._open_certificate, about),
            read_in=partial(self._open, ImportOverlay, session),
            call_off=partial(self._open, CallOffForm, session),
            bring_back=partial(self._bring_back, about),
            tell=partial(self._open, TellOverlay, session.id),
            follow_up=partial(self.talk_asked.emit, session.id),
        )

    def _open(self, kind: Callable[..., Overlay], about: object) -> None:
        kind(self._ctx, about).open(self._view.window())

    def _open_certificate(self, about: About) -> None:
        CertificateForm(self._ctx, about.session, None).open(self._view.window())

    def _open_holidays(self) -> None:
        HolidaysOverlay(self._ctx).open(self._view.window())

    def _open_form(self, session: InformationSession) -> None:
        form = SessionForm(self._ctx, session)
        form.saved.connect(self.made)
        form.open(self._view.window())

    def _bring_back(self, about: About) -> None:
        session, why = about.session, about.session.off_why
        again = self._ctx.call(information_sessions.bring_back, session.id)
        said = tr("{title} takes place after all.").format(title=inside(words.title_of(session)))
        self._ctx.notify(said, undo=partial(self._off_again, session.id, again.version, why))

    def _off_again(self, session_id: UUID, version: int, why: str) -> None:
        self._ctx.call(information_sessions.call_off, session_id, version, why)
