"""Giving the coordinators of today fresh halves of the recovery key (SECURITY.md, Rings)."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.services import recovery
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.halves_form import HalvesForm
from hgkm_desktop.ui.halves_work import Halves, tried
from hgkm_desktop.ui.held_overlay import HeldOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.labels import muted

WIDTH = 560


class HalvesDialog(QObject):
    """Asks for the newest paper, and for a coordinator's passphrase where hers is needed."""

    def __init__(self, ctx: Context, halves: Halves) -> None:
        super().__init__(ctx)
        self._ctx = ctx
        paper, others = halves.beside_paper(), halves.beside_others()
        able, count = (paper, 1) if paper else (others, 2)
        self._needed = max(0, halves.needed(able, count))
        self.form = HalvesForm(tr("Code on the sheet"), halves.coordinators, veiled=ctx.veiled)
        self.form.ask(code=True, of=[*able] if self._needed else [])
        self.said = muted("", wrap=True)
        self.overlay = HeldOverlay(
            tr("New halves for the coordinators"),
            self._body(),
            text=_asked(self._needed),
            accept=tr("Give the halves"),
            cancel=tr("Cancel"),
            check=self._is_done,
            width=WIDTH,
        )
        self.overlay.rejected.connect(self.form.wipe)

    def open(self, window: QWidget) -> None:
        """Show the dialog and start at the code."""
        self.overlay.open(window)
        self.form.take_focus()

    def _body(self) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        layout.addWidget(self.form)
        layout.addWidget(self.said)
        self.said.hide()
        return body

    def _is_done(self) -> bool:
        """Give them in the background (key derivation); stay open until that is answered."""
        helpers = self.form.helpers()
        self._set_busy(True)

        def give() -> None:
            self._ctx.call(recovery.give_halves, helpers)

        work = partial(tried, self._ctx, helpers, give)
        self._ctx.in_background(work, self._on_given, self._on_refused)
        return False

    def _set_busy(self, is_busy: bool) -> None:
        self.overlay.set_busy(is_busy)
        self.form.setEnabled(not is_busy)
        self._say(tr("One moment. The halves are being made.") if is_busy else "")

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _on_given(self, _nothing: None) -> None:
        self.form.wipe()
        self.overlay.close_overlay()
        self._ctx.notify(tr("Every coordinator has her halves now."))

    def _on_refused(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, Invalid):
            if not self.form.complain(error.problems):
                self._say(error.problems.get("halves", error.title))
        elif isinstance(error, UserError):
            self._say(f"{error.title} {error.hint}".strip())
        else:
            raise error


def _asked(needed: int) -> str:
    said = [tr("Take the sheet out of the safe. Type the code over, group by group.")]
    if needed == 1:
        said.append(tr("A coordinator types her passphrase too."))
    elif needed:
        said.append(tr("Two coordinators type their passphrases too."))
    return " ".join(said)
