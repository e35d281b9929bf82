"""After erasing: the proof on paper, made in memory, printed now or never (R-277)."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import audit_log, organisation
from hgkm_desktop.services.erasing import Certificate
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_full
from hgkm_desktop.ui.entrance.beside import run_for
from hgkm_desktop.ui.entrance.press import Press, Way
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.labels import explain
from hgkm_desktop.ui.widgets.strips import Banner

WIDTH = 560
PAPER = "certificate"


class ErasedDialog(Overlay):
    """Says that it is done and offers the proof; closed, nothing of it is left."""

    def __init__(self, ctx: Context, certificate: Certificate, press: Press | None = None) -> None:
        body = QWidget()
        super().__init__(
            tr("Everything of her is erased"),
            body,
            accept=tr("Print the proof"),
            cancel=tr("Done"),
            check=self._is_printed,
            width=WIDTH,
        )
        self.ctx, self.certificate, self._press = ctx, certificate, press or Press()
        self.accept_button.set_icon("printer")
        self.save_button = make_button(tr("Save as a file"), icon="floppy-disk", small=True)
        self.said = Banner(_until(certificate))
        self.save_button.clicked.connect(self._on_save_clicked)
        self._lay_out(QVBoxLayout(body))

    def _lay_out(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.said)
        told = tr("Print the proof now: it is made only once. Two people sign it.")
        column.addWidget(explain(told, wrap=True))
        column.addWidget(explain(tr("It does not say who it was."), wrap=True))
        column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeading)

    def _is_printed(self) -> bool:
        """Print as often as wanted; only "Done" closes."""
        self._make(self._press.to_printer, Act.PRINT)
        return False

    def _on_save_clicked(self) -> None:
        self._make(self._press.to_file, Act.EXPORT)

    def _make(self, send: Way, act: Act) -> None:
        self._let_press(False)
        work = partial(_paper, self.certificate, self.ctx.call(organisation.get).name)
        made = partial(self._on_made, send, act)
        run_for(self, self.ctx.background, work, made, self._on_failed)

    def _on_made(self, send: Way, act: Act, pdf: bytes) -> None:
        self._let_press(True)
        try:
            send(self.window(), pdf, partial(self._on_sent, act))
        except UserError as error:
            self.said.say(error.hint, "am", error.title)

    def _on_sent(self, act: Act) -> None:
        self.ctx.call(audit_log.note, act, PAPER)
        self.said.say(_until(self.certificate), "ok", tr("The proof is there."))

    def _on_failed(self, error: Exception) -> None:
        self._let_press(True)
        if not isinstance(error, UserError):
            raise error
        self.said.say(error.hint, "am", error.title)

    def _let_press(self, on: bool) -> None:
        buttons: tuple[Button, ...] = self.save_button, self.cancel_button, self.accept_button
        for button in buttons:
            button.setEnabled(on)


def _paper(certificate: Certificate, organisation_name: str) -> bytes:
    from hgkm_desktop.handouts.erasure_certificate import erasure_certificate

    return erasure_certificate(certificate, organisation_name)


def _until(certificate: Certificate) -> str:
    day = day_in_full(certificate.copies_until, certificate.erased_on)
    return tr("An old copy may hold it until {day}.").format(day=day)
