"""Changing one's own passphrase: the old one, a new one twice, and how strong it is (01c).

Whoever was given a passphrase by somebody else has to choose her own first (`must_renew`).
"""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.services import members, organisation, passphrase
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.entrance.phrase_meter import PhraseMeter
from hgkm_desktop.ui.entrance.two_phrases import LONGEST, difference
from hgkm_desktop.ui.held_overlay import HeldOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.password import PasswordField

WIDTH = 560


def change_own_passphrase(
    ctx: Context, window: QWidget, *, forced: bool = False
) -> "OwnPassphrase":
    """Open the dialog over a window."""
    dialog = OwnPassphrase(ctx, forced=forced)
    dialog.open(window)
    return dialog


class OwnPassphrase(QObject):
    """The dialog; `forced` leaves no way around it but locking."""

    changed = Signal()

    def __init__(self, ctx: Context, *, forced: bool = False) -> None:
        super().__init__(ctx)
        self._ctx, self._forced = ctx, forced
        self.form = _Form(forced, (ctx.member.name, ctx.call(organisation.get).name))
        self.overlay = HeldOverlay(
            tr("Choose your own passphrase") if forced else tr("Change your passphrase"),
            self.form,
            text=tr("Somebody gave you a passphrase. From now on only you know it.")
            if forced
            else "",
            accept=tr("Change the passphrase"),
            cancel="" if forced else tr("Cancel"),
            check=self._is_done,
            width=WIDTH,
        )
        self.overlay.is_held = forced
        self.overlay.rejected.connect(self.form.wipe)

    def open(self, window: QWidget) -> None:
        """Show the dialog and start at the old passphrase."""
        self.overlay.open(window)
        self.form.old_field.take_focus()

    def _is_done(self) -> bool:
        """Change it in the background (a second of key derivation); stay open until answered."""
        problems = self.form.problems()
        self.form.complain(problems)
        if not problems:
            self._set_saving(True)
            words = self.form.old.text(), self.form.new.text()
            work = partial(self._ctx.call, members.change_own_passphrase, *words)
            self._ctx.in_background(work, self._on_changed, self._on_refused)
        return False

    def _on_changed(self, _nothing: None) -> None:
        self.form.wipe()
        self.overlay.close_overlay()
        self._ctx.reload_member()
        self._ctx.notify(tr("Your passphrase is changed."))
        self.changed.emit()

    def _on_refused(self, error: Exception) -> None:
        self._set_saving(False)
        if not isinstance(error, Invalid):
            raise error
        self.form.complain(error.problems)

    def _set_saving(self, is_saving: bool) -> None:
        self.overlay.set_busy(is_saving, held=is_saving or self._forced)
        self.form.setEnabled(not is_saving)
        self.form.wait.setVisible(is_saving)


class _Form(QWidget):
    def __init__(self, forced: bool, personal: tuple[str, ...]) -> None:
        super().__init__()
        self.old, self.new, self.again = (PasswordField(size="big") for _ in range(3))
        old = tr("The passphrase you were given") if forced else tr("Your passphrase until now")
        self.old_field = Field(old, self.old)
        self.new_field = Field(tr("New passphrase"), self.new)
        self.again_field = Field(tr("Once more"), self.again)
        self.meter = PhraseMeter()
        self.meter.personal = personal
        self.wait = muted(tr("One moment. The new lock is being made."))
        self.wait.hide()
        self._lay_out()
        self._connect()

    def problems(self) -> dict[str, str]:
        """Return what is wrong before anything is tried."""
        found: dict[str, str] = {}
        if not self.old.text().strip():
            found["old"] = tr("Type a passphrase first.")
        if wrong := self._problem_with_new():
            found["new"] = wrong
        elif wrong := self._problem_with_again():
            found["again"] = wrong
        return found

    def complain(self, problems: dict[str, str]) -> None:
        """Say at each field what is wrong, and go to the first of them."""
        fields = {"old": self.old_field, "new": self.new_field, "again": self.again_field}
        for key, field in fields.items():
            field.complain(problems.get(key, ""))
        if first := next((fields[key] for key in fields if key in problems), None):
            first.take_focus()

    def wipe(self) -> None:
        """Leave nothing of it in the fields."""
        for line in (self.old, self.new, self.again):
            line.wipe()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        layout.addWidget(self.old_field)
        layout.addWidget(self.new_field)
        layout.addWidget(self.meter)
        layout.addWidget(self.again_field)
        layout.addWidget(self.wait)
        layout.addStretch(1)
        for line in (self.old, self.new, self.again):
            line.setMaxLength(LONGEST)

    def _connect(self) -> None:
        self.new.textChanged.connect(self._on_new_changed)
        self.meter.asked.connect(self._on_offer_asked)

    def _problem_with_new(self) -> str:
        typed = self.new.text()
        if typed.strip() and typed.split() == self.old.text().split():
            return tr("This is the old one. Choose another.")
        return self.meter.problem(typed) or ""

    def _problem_with_again(self) -> str:
        if not self.again.text().strip():
            return tr("Type the sentence once more.")
        return difference(self.new.text(), self.again.text()) or ""

    def _on_new_changed(self, typed: str) -> None:
        self.new_field.clear()
        self.again_field.clear()
        self.meter.judge(typed)

    def _on_offer_asked(self) -> None:
        self.new.setText(passphrase.generate())
        self.new.show_text(True)
        self.again.setText("")
        self.new_field.set_hint(tr("This one is for you. Write it on paper."))
        self.again.setEchoMode(QLineEdit.EchoMode.Normal)
        self.again_field.take_focus()
