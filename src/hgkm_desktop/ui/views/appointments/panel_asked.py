"""Answers the buttons under the side panel."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.appointments.panel_deeds import VisitDeeds
from hgkm_desktop.ui.views.appointments.panel_foot import Ask
from hgkm_desktop.ui.views.appointments.panel_menu import VisitMenu, entries_of
from hgkm_desktop.ui.views.appointments.panel_middle import Middle
from hgkm_desktop.ui.views.appointments.panel_papers import Papers
from hgkm_desktop.ui.views.appointments.prepare import Preparing


class Asked(QObject):
    """Does what a button asks with the visit that is shown."""

    def __init__(self, ctx: Context, page: QWidget, deeds: VisitDeeds, middle: Middle) -> None:
        super().__init__(page)
        self._ctx, self._page, self._deeds, self._middle = ctx, page, deeds, middle
        self.papers = Papers(ctx, page)
        self._answers: dict[Ask, Callable[[Preparing], object]] = {
            Ask.PREPARED: self._prepare,
            Ask.CONFIRMED: self._confirm,
            Ask.BACK: self._bring_back,
            Ask.PAPER: self.papers.ask,
            Ask.MORE: self._more,
            Ask.SAVE: self._save,
            Ask.NOTE: self._note,
        }

    def answer(self, what: object, about: Preparing) -> None:
        """Do what was asked."""
        if isinstance(what, Ask):
            self._answers[what](about)

    def _prepare(self, about: Preparing) -> None:
        self._deeds.prepare(about.visit)

    def _confirm(self, about: Preparing) -> None:
        self._deeds.confirm(about.visit)

    def _bring_back(self, about: Preparing) -> None:
        self._deeds.bring_back(about.visit)

    def _more(self, about: Preparing) -> None:
        entries = entries_of(about.visit, self._deeds.doing(about.visit), self._ctx.now())
        VisitMenu(tr("What else can be done"), entries).open(self._page.window())

    def _save(self, _about: Preparing) -> None:
        self._middle.save()

    def _note(self, about: Preparing) -> None:
        if about.seen.name is not None:
            self._ctx.show(about.seen.name)
