"""One sheet at a time: how it will look, whether she can take it, and then to the printer."""

from typing import Any

from hgkm_desktop.errors import UserError
from hgkm_desktop.services import access, prints, sheets
from hgkm_desktop.services.prints import Form, Job
from hgkm_desktop.sheets import card, library
from hgkm_desktop.sheets.advice import Advice
from hgkm_desktop.sheets.card import CARD
from hgkm_desktop.sheets.content import Content
from hgkm_desktop.sheets.library import MASTER
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.views.handouts import words
from hgkm_desktop.ui.views.handouts.panel_frame import PanelFrame
from hgkm_desktop.ui.views.handouts.preview import LivePreview
from hgkm_desktop.ui.widgets.dialog import Overlay

WORDS = 560


class Panel(PanelFrame):
    """Shows a sheet as chosen; what is chosen is a `Job` at any moment."""

    def __init__(self, ctx: Context, **given: Any) -> None:  # noqa: ANN401 -- for the preview
        super().__init__(LivePreview(ctx, **given), ctx.may(*access.EDITORS))
        self._ctx = ctx
        self._sheet, self._language, self._chosen_cover = library.sheets()[0].id, MASTER, 0
        self._forms = {True: words.CARD_FORMS[0], False: words.SHEET_FORMS[0]}
        self.head.form_chosen.connect(self._on_form_chosen)
        self.head.language_chosen.connect(self.show_language)
        self.head.advice_asked.connect(self._on_advice_asked)
        self.advice.changed.connect(self._offer)
        self.covers.changed.connect(self._on_cover_chosen)

    def job(self) -> Job:
        """Return what is chosen now."""
        copies, form = self.foot.copies.value(), self._forms[self._is_card()]
        return Job(self._sheet, self._language, copies, form, self._chosen_cover)

    def show_sheet(self, sheet_id: str) -> None:
        """Show this sheet, in the language of the one before when it is there."""
        self._sheet = sheet_id
        self.foot.copies.set_value(1)
        self.refresh()

    def show_language(self, language: str) -> None:
        """Show the same sheet in this language."""
        self._language = language
        self.refresh()

    def refresh(self) -> None:
        """Read the sheet again and draw it."""
        states, today = self._ctx.call(sheets.states, self._sheet), day_of(self._ctx.now())
        if self._language not in {state.language for state in states}:
            self._language = MASTER
        job = self.job()
        self.head.show_choice(job.sheet, job.language, job.form, states, today)
        is_card = self._is_card()
        self.show_covers(is_card)
        self.advice.show_sheet(stays_here=not is_card and library.sheet(job.sheet).stays_here)
        if is_card:
            self.covers.offer(card.covers(job.language), job.cover)
        self._offer()
        self._draw(job)

    def content(self) -> Content | None:
        """Return what the sheet says, for the large page; the card says nothing."""
        content = self._ctx.call(prints.preview, self.job())
        return content if isinstance(content, Content) else None

    def forget_answers(self) -> None:
        """Take away what she answered."""
        self.advice.forget()
        self._offer()

    def start_anew(self) -> None:
        """Be ready for the next one: no answers, one copy."""
        self.forget_answers()
        self.foot.copies.set_value(1)

    def _is_card(self) -> bool:
        return self._sheet == CARD

    def _draw(self, job: Job) -> None:
        try:
            content = self._ctx.call(prints.preview, job)
        except UserError as error:
            self.preview.show_problem(error)
        else:
            self.preview.show_content(content, job.form)

    def _offer(self) -> None:
        may_go_home = self._is_card() or self.advice.advice is Advice.TAKE
        is_read_aloud = self.job().form is Form.ALOUD
        self.foot.offer(may_go_home=may_go_home, is_read_aloud=is_read_aloud)

    def _on_form_chosen(self, form: str) -> None:
        self._forms[self._is_card()] = Form(form)
        self._offer()
        self._draw(self.job())

    def _on_advice_asked(self) -> None:
        title, text = words.title_of(self._sheet), words.for_us(self._sheet)
        Overlay(title, text=text, cancel=tr("Back"), width=WORDS).open(self.window())

    def _on_cover_chosen(self, cover: int) -> None:
        self._chosen_cover = cover
        self._draw(self.job())
