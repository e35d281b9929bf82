"""The right side: one session, its numbers, the line to add somebody, and the list (09)."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import Conflict
from hgkm_desktop.models import Registration
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.list_words import PartnerNames
from hgkm_desktop.ui.views.sessions.page_about import About, about
from hgkm_desktop.ui.views.sessions.page_adding import Adding
from hgkm_desktop.ui.views.sessions.page_facts import PageFacts
from hgkm_desktop.ui.views.sessions.page_head import PageHead
from hgkm_desktop.ui.views.sessions.page_list import ListModel, ListTable
from hgkm_desktop.ui.views.sessions.page_quick import QuickLine
from hgkm_desktop.ui.views.sessions.page_strips import PageStrips
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.empty import Empty
from hgkm_desktop.ui.widgets.labels import hairline


class SessionPage(Card):
    """Shows one session; what is half typed in its line belongs to that session."""

    heads_asked = Signal()
    row_opened = Signal(object)

    def __init__(self, ctx: Context, partners: PartnerNames, *, may_edit: bool) -> None:
        super().__init__(clip=True)
        self._ctx, self._partners = ctx, partners
        self.about: About | None = None
        self.setAccessibleName(tr("The chosen session"))
        self.head, self.facts, self.strips = PageHead(may_edit=may_edit), PageFacts(), PageStrips()
        self.quick, self.model = QuickLine(), ListModel()
        self.nobody = Empty("", "", tr("Count the heads"), drawing=False)
        self.table = ListTable(self.model, self.nobody)
        self.adding = Adding(ctx, self.quick)
        self._lay_out()
        self.nobody.clicked.connect(self.heads_asked)
        self.table.opened.connect(self.row_opened)

    @property
    def session_id(self) -> UUID | None:
        """Which session is shown."""
        return self.about.session.id if self.about is not None else None

    def show_session(self, session_id: UUID | None) -> None:
        """Show a session, or nothing."""
        self.adding.turn_to(session_id)
        if session_id is None:
            self._show_nothing()
            return
        try:
            self.about = about(self._ctx, session_id, self._partners)
        except Conflict:
            self._show_nothing()  # it went away in the meantime; the list follows
            return
        self._show(self.about)

    def refresh(self) -> None:
        """Show the same session as it stands now."""
        self.show_session(self.session_id)

    def current(self) -> Registration | None:
        """Return who is chosen on the list."""
        return self.table.current()

    def take_focus(self) -> None:
        """Put the keyboard in the line, or in the list where nobody can be added."""
        if self.quick.isVisible():
            self.quick.take_focus()
        else:
            self.table.setFocus()

    def _show(self, about: About) -> None:
        for part in (self.head, self.facts, self.strips):
            part.show_session(about)
        session = about.session
        may_add = not (session.names_gone or session.is_off or about.veiled)
        self.quick.setVisible(may_add)
        self._line.setVisible(may_add)
        self._say_nobody(about)
        self.model.show_list(about)
        self._parts.show()
        self._nothing.hide()

    def _say_nobody(self, about: About) -> None:
        heads = about.session.head_count
        told = tr("Put somebody on it, or count the heads alone.")
        if about.session.names_gone:
            told = tr("The names go after a while. The numbers stay.")
        if heads is not None:
            told = tr("{count} were counted. That is enough.").format(count=heads)
        self.nobody.say(tr("Nobody is on the list"), told)

    def _show_nothing(self) -> None:
        self.about = None
        self._parts.hide()
        self._nothing.show()

    def _lay_out(self) -> None:
        self._parts, self._line = QWidget(), hairline()
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts = self.head, hairline(), self.facts, hairline(), self.strips, self.quick, self._line
        for part in parts:
            column.addWidget(part)
        column.addWidget(self.table, 1)
        told = tr("Once there is a session, you see here who comes.")
        self._nothing = Empty(tr("Here comes the list"), told)
        self.add(self._parts)
        self.add(self._nothing)
        self._parts.hide()
        self.setMinimumWidth(px(430))
