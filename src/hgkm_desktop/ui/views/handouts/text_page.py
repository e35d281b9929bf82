"""Our own words for a sheet: typed beside the paper they become; the original is never lost."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import Conflict, Invalid, UserError
from hgkm_desktop.services import drafts, numbers, sheet_check, sheets
from hgkm_desktop.services.prints import Form
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.content import Content, compose
from hgkm_desktop.sheets.library import LANGUAGES, SheetText
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.handouts import words
from hgkm_desktop.ui.views.handouts.back_bar import BackBar
from hgkm_desktop.ui.views.handouts.preview import LivePreview
from hgkm_desktop.ui.views.handouts.text_form import TextForm
from hgkm_desktop.ui.views.handouts.typing_card import TypingCard
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.strips import Banner

PLACE = "handouts"
DRAW_AFTER, KEEP_AFTER = 300, 1000
"""Milliseconds after the last key until the paper is drawn, and until the text is kept sealed."""


class TextPage(QWidget):
    """Half-typed text is kept; nothing changes on any paper before "Save"."""

    closed = Signal()

    def __init__(self, ctx: Context, **given: Any) -> None:  # noqa: ANN401 -- for the preview
        super().__init__()
        self._ctx = ctx
        self._typing = TypingCard()
        self._stored: SheetText | None = None
        self.save = make_button(tr("Save"), "primary", "check")
        self.reset = make_button(tr("Back to the original"), icon="arrow-u-up-left", small=True)
        self.bar = BackBar("", self.reset)
        self.preview = LivePreview(ctx, **given)
        self.conflict, self._for_us = Banner("", "am"), muted("", wrap=True)
        self._drawing, self._keeping = _timer(self, DRAW_AFTER), _timer(self, KEEP_AFTER)
        self._lay_out()
        self._drawing.timeout.connect(self._draw)
        self._keeping.timeout.connect(self._keep)
        self.bar.back.connect(self.leave)
        self.save.clicked.connect(self._on_save_clicked)
        self.reset.clicked.connect(self._on_reset_clicked)

    @property
    def form(self) -> TextForm | None:
        """The fields that are open, None when no sheet is."""
        return self._typing.form

    def begin(self, sheet_id: str, language: str, draft: SheetText | None = None) -> None:
        """Open a sheet's words, with what was half typed in them earlier."""
        self._stored = self._ctx.call(sheets.text, sheet_id, language)
        self.bar.title.setText(f"{words.title_of(sheet_id)} · {LANGUAGES[language]}")
        self._for_us.setText(self._stored.for_us)
        states = {each.language: each for each in self._ctx.call(sheets.states, sheet_id)}
        self.reset.setVisible(states[language].is_own)
        self.conflict.hide()
        form = TextForm(self._stored, self._ctx.call(numbers.every))
        self._typing.put(form)
        form.changed.connect(self._on_changed)
        if draft is not None:
            form.show_text(draft)
        self._draw()
        form.take_first()

    def draft(self) -> dict[str, Any] | None:
        """Return what is half typed, None when nothing is."""
        if self.form is None or not self.form.is_changed():
            return None
        typed = self.form.typed()
        data = library.as_data(typed)
        return {"sheet": typed.sheet, "language": typed.language, "text": data}

    def restore(self, draft: dict[str, Any]) -> bool:
        """Put a half-typed text back; one that no longer fits its sheet is left alone (False)."""
        try:
            sheet_id, language = str(draft["sheet"]), str(draft["language"])
            text = library.parsed(sheet_id, language, draft["text"])
        except (KeyError, UserError):
            return False
        self.begin(sheet_id, language, text)
        return True

    def leave(self) -> None:
        """Go back, after asking about what was typed."""
        if self.draft() is None:
            self._close()
            return
        self._ctx.confirm(
            tr("Throw away what you typed?"),
            tr("The sheet stays as it was."),
            tr("Throw away"),
            self._close,
            danger=True,
        )

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self._for_us, 1)
        foot.addWidget(self.save)
        paper = Card(clip=True)
        paper.add(self.preview)
        both = QHBoxLayout()
        both.setSpacing(px(16))
        both.addWidget(self._typing, 1)
        both.addWidget(paper, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.conflict)
        column.addLayout(both, 1)
        column.addLayout(foot)
        self.conflict.hide()

    def _on_changed(self) -> None:
        self._drawing.start()
        self._keeping.start()

    def _draw(self) -> None:
        if self.form is not None and self._stored is not None:
            self.preview.show_content(_content(self._ctx, self.form.typed(), self._stored), Form.A4)

    def _keep(self) -> None:
        draft = self.draft()
        if draft is not None:
            self._ctx.call(drafts.keep, PLACE, draft)

    def _close(self) -> None:
        for timer in (self._drawing, self._keeping):
            timer.stop()
        self._ctx.call(drafts.drop, PLACE)
        self._typing.empty()
        self.closed.emit()

    def _on_save_clicked(self) -> None:
        form = self.form
        assert form is not None and self._stored is not None
        form.complain({})
        try:
            self._ctx.call(sheets.keep, form.typed(), self._stored, now=self._ctx.now())
        except Invalid as error:
            form.complain(error.problems)
            return
        except Conflict as error:
            self._show_both(error)
            return
        self._ctx.notify(tr("The sheet is saved. Let a reader check it."))
        self._close()

    def _show_both(self, conflict: Conflict) -> None:
        """Show what somebody else saved beside what is typed; saving again then means mine."""
        assert self._stored is not None
        self._drawing.stop()
        self._stored = self._ctx.call(sheets.text, self._stored.sheet, self._stored.language)
        told = tr("Beside your text you see what is stored now. Save again to keep yours.")
        self.conflict.say(told, "am", conflict.title)
        self.conflict.show()
        self.preview.show_content(_content(self._ctx, self._stored, self._stored), Form.A4)

    def _on_reset_clicked(self) -> None:
        self._ctx.confirm(
            tr("Back to the original?"),
            tr("Our own words are then gone."),
            tr("Back to the original"),
            self._reset,
            danger=True,
        )

    def _reset(self) -> None:
        assert self._stored is not None
        self._ctx.call(sheets.reset, self._stored.sheet, self._stored.language)
        self._ctx.notify(tr("The original is back."))
        self._close()


def _timer(parent: QWidget, after: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after)
    return timer


def _content(ctx: Context, typed: SheetText, stored: SheetText) -> Content:
    """Return what would be printed; marks on unchanged lines count here too."""
    text = library.with_known_lines(sheet_check.cleaned(typed), stored)
    house = ctx.call(sheets.content, typed.sheet, typed.language).house
    return compose(text, ctx.call(numbers.by_key), is_own=True, house=house)
