"""She is here: does it still hold how we may tell her? Read aloud, then her answer (R-285)."""

from collections.abc import Iterator

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import Registration
from hgkm_desktop.rules import gate_words
from hgkm_desktop.rules.contact import Channel, SafeContact
from hgkm_desktop.services import session_reach
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.tab_chain import buttons_last
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.list_words import called
from hgkm_desktop.ui.views.sessions.reach_form import ReachForm
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.labels import body, muted


class AskAgain(Overlay):
    """Reads what was agreed, without the number; the gate opens only after her yes."""

    def __init__(self, ctx: Context, registration: Registration) -> None:
        inside = QWidget()
        name = as_typed(called(registration, veiled=ctx.veiled))
        title = tr("Ask {name}: is this still right?").format(name=name)
        super().__init__(title, inside, cancel=tr("Not now"), width=560)
        self._ctx, self._registration = ctx, registration
        found = ctx.call(session_reach.reach, registration.id, Channel.CALL, now=ctx.now())
        agreed = found.agreed or SafeContact()
        self.right = make_button(tr("Still right"), "primary", "check")
        self.change = make_button(tr("Change it"), icon="pencil-simple")
        has_ended = agreed.until is not None and agreed.until < day_of(ctx.now())
        self.right.setEnabled(not has_ended)
        self._lay_out(inside, agreed)
        self.right.clicked.connect(self._on_right)
        self.change.clicked.connect(self._on_change)

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
            column.addWidget(body(as_typed(line), wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, px(8), 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.right, 1)
        row.addWidget(self.change, 1)
        column.addLayout(row)

    def _on_right(self) -> None:
        self.close_overlay()
        self._ctx.call(session_reach.still_right, self._registration.id, now=self._ctx.now())
        self._ctx.notify(tr("Noted: this is still right."))

    def _on_change(self) -> None:
        window = self.parentWidget()
        self.close_overlay()
        if window is not None:
            ReachForm(self._ctx, self._registration).open(window)


def _aloud(agreed: SafeContact) -> Iterator[str]:
    yield f"{gate_words.agreement_line(agreed).rstrip('.')}."
    if said := gate_words.say_line(agreed):
        yield tr("We say: {words}").format(words=said)
    yield gate_words.somebody_else_line(agreed)
    yield gate_words.voicemail_line(agreed)
