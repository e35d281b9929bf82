"""She is here: is what was agreed still right? Read aloud, then one of three answers (R-285)."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules import gate_words
from hgkm_desktop.rules.contact import SafeContact
from hgkm_desktop.services import safe_contact
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.forms.tab_chain import buttons_last
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.called import called
from hgkm_desktop.ui.views.cases.contact_form import ContactForm
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import TextArea
from hgkm_desktop.ui.widgets.labels import body, muted
from hgkm_desktop.ui.widgets.strips import Banner


class StillRight(Overlay):
    """Reads what was agreed, without the number; nothing holds again before she said so."""

    def __init__(self, ctx: Context, page: CasePage) -> None:
        inside = QWidget()
        title = tr("Ask {name}: is this still right?").format(name=called(ctx, page.name))
        super().__init__(title, inside, cancel=tr("Not now"), width=560)
        self._ctx, self._page = ctx, page
        agreed = page.standing.contact or SafeContact()
        self.right = make_button(tr("Still right"), "primary", "check")
        self.change = make_button(tr("Change it"), icon="pencil-simple")
        self.happened = make_button(tr("Something happened"), icon="warning")
        self.ended = Banner(tr("Choose “Change it”."), "am", tr("The agreement has ended."))
        has_ended = agreed.until is not None and agreed.until < day_of(ctx.now())
        self.right.setEnabled(not has_ended)
        self._lay_out(inside, agreed)
        self.ended.setVisible(has_ended)
        self.right.clicked.connect(self._on_right)
        self.change.clicked.connect(partial(self._turn, ContactForm))
        self.happened.clicked.connect(partial(self._turn, WhatHappened))

    def open(self, window: QWidget) -> None:
        """Show it; the keyboard waits at the answer that changes nothing."""
        super().open(window)
        buttons_last(self)
        self.cancel_button.setFocus()

    def _lay_out(self, inside: QWidget, agreed: SafeContact) -> None:
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, px(2), 0, 0)
        column.setSpacing(px(9))
        column.addWidget(muted(tr("Read aloud:")))
        for line in () if self._ctx.veiled else _aloud(agreed):
            column.addWidget(body(line, wrap=True))
        column.addWidget(self.ended)
        row = QHBoxLayout()
        row.setContentsMargins(0, px(8), 0, 0)
        row.setSpacing(px(8))
        for button in (self.right, self.change, self.happened):
            row.addWidget(button, 1)
        column.addLayout(row)

    def _on_right(self) -> None:
        case_id, now = self._page.name.case_id, self._ctx.now()
        self.close_overlay()
        self._ctx.call(safe_contact.still_right, case_id, now=now)
        self._ctx.notify(tr("Noted: this is still right."))

    def _turn(self, made: type[ContactForm] | type["WhatHappened"]) -> None:
        window = self.parentWidget()
        self.close_overlay()
        if window is not None:
            made(self._ctx, self._page).open(window)


class WhatHappened(FormOverlay):
    """From this moment nobody calls before she was asked again; words are not needed."""

    def __init__(self, ctx: Context, page: CasePage) -> None:
        super().__init__(
            tr("Something happened"),
            text=tr("From now on nobody calls her. Ask her again first."),
            accept=tr("Stop calling"),
            cancel=tr("Cancel"),
        )
        self._ctx, self._page = ctx, page
        self.what = TextArea(lines=3)
        self.add_field("what", Field(tr("What happened?"), self.what, tr("May stay empty")))
        self.keep_at(ctx, page.name.case_id, "incident")

    def act(self) -> None:
        """Note it; the gate shuts at once."""
        case_id, what = self._page.name.case_id, self.what.toPlainText()
        self._ctx.call(safe_contact.incident, case_id, what, now=self._ctx.now())
        self._ctx.notify(tr("Noted. Nobody calls before she was asked."))


def _aloud(agreed: SafeContact) -> list[str]:
    found = [f"{gate_words.agreement_line(agreed).rstrip('.')}."]
    if said := gate_words.say_line(agreed):
        found.append(tr("We say: {words}").format(words=said))
    found += [gate_words.somebody_else_line(agreed), gate_words.voicemail_line(agreed)]
    if agreed.if_line_drops:
        found.append(tr("Does the line drop? {words}").format(words=agreed.if_line_drops))
    return found
