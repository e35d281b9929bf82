"""The pages of the view, and what leads from one to another."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any
from uuid import UUID

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.rules.lists import NoteKind
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.cases.advice_page import AdvicePage
from hgkm_desktop.ui.views.cases.case_page import CasePageView
from hgkm_desktop.ui.views.cases.guide_page import GuidePage
from hgkm_desktop.ui.views.cases.home import Home
from hgkm_desktop.ui.views.cases.note_page import NotePage
from hgkm_desktop.ui.views.cases.trail import Trail
from hgkm_desktop.ui.views.cases.way import Page, Way


class Pages(Trail):
    """The first page is there from the start; the others are made when they are needed."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__()
        self._ctx, self._way = ctx, way
        self.home = self.add(Home(ctx, way))
        way.open_case.connect(self.open_case)
        way.write_note.connect(self.write_note)
        way.look_back.connect(self.look_back)
        way.guide.connect(self.open_guide)
        way.advice.connect(self.open_advice)
        way.back.connect(self.go_back)

    @cached_property
    def case(self) -> CasePageView:
        """Everything about one of them."""
        return self.add(CasePageView(self._ctx, self._way))

    @cached_property
    def note(self) -> NotePage:
        """Where a note is written."""
        return self.add(NotePage(self._ctx, self._way))

    @cached_property
    def guide(self) -> GuidePage:
        """The guide in five steps."""
        return self.add(GuidePage(self._ctx, self._way))

    @cached_property
    def advice(self) -> AdvicePage:
        """The advice that was asked, tied to nobody."""
        return self.add(AdvicePage(self._ctx, self._way))

    def open_case(self, case_id: UUID) -> None:
        """Open one of them, from wherever it was asked."""
        self._begin(self.case, partial(self.case.begin, case_id), [self.home])

    def write_note(self, case_id: UUID, corrects: UUID | None = None) -> None:
        """Write about her; the way back leads to her page."""
        if self.here is not self.case:
            self.open_case(case_id)
        if self.here is self.case:
            self._begin(self.note, partial(self.note.begin, case_id, corrects), self.trail)

    def look_back(self, case_id: UUID) -> None:
        """Write about looking back with her; a note that is half typed stays what it was."""
        self.write_note(case_id)
        if self.here is self.note:
            self.note.start_as(NoteKind.REVIEW)

    def open_guide(self, case_id: UUID) -> None:
        """Open the guide beside her."""
        self._begin(self.guide, partial(self.guide.begin, case_id), self.trail)

    def open_advice(self) -> None:
        """Open the advice that was asked."""
        self._begin(self.advice, self.advice.begin, self.trail)

    def half_typed(self) -> dict[str, Any] | None:
        """Keep what is half typed in its place; return which note it is, if it is one."""
        for page in map(self.widget, range(self.count())):
            if isinstance(page, GuidePage | AdvicePage):
                page.keep_half_typed()
        is_open = any(isinstance(page, NotePage) for page in self.trail)
        return self.note.draft() if is_open else None

    def _begin(self, page: Page, begin: Callable[[], object], before: Sequence[Page]) -> None:
        try:
            begin()
        except Forbidden as refused:
            self.go_home()
            self._ctx.warn(refused.title, refused.hint)
            return
        self.turn([*(each for each in before if each is not page), page])
