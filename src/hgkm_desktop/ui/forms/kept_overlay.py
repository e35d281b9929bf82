"""A dialog that loses nothing: what is half typed in its fields is sealed, and comes back."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.form_draft import FormDraft
from hgkm_desktop.ui.held_overlay import HeldOverlay
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import muted


class KeptOverlay(HeldOverlay):
    """Keeps when the program locks and after Esc; `cancel` throws away, saving wipes.

    A form says with `keep_at` or `keep_in` where; one that does not is never kept.
    """

    def __init__(
        self,
        title: str,
        body: QWidget,
        *,
        text: str,
        accept: str,
        cancel: str,
        check: Callable[[], bool],
        width: int,
    ) -> None:
        super().__init__(
            title, body, text=text, accept=accept, cancel=cancel, check=check, width=width
        )
        self.fields: dict[str, Field] = {}
        self.is_back = muted(tr("What you typed earlier is back. It is not saved yet."), wrap=True)
        self.is_back.hide()
        self._draft: FormDraft | None = None
        self.cancel_button.clicked.disconnect()
        self.cancel_button.clicked.connect(self.throw_away)

    def keep_at(self, ctx: Context, case_id: UUID, name: str, **more: QWidget) -> None:
        """Keep what is typed in the fields (and in `more`) in a place that is wiped with her."""
        self.keep_in(ctx, f"cases/{case_id}/form/{name}", **more)

    def keep_in(self, ctx: Context, place: str, **more: QWidget) -> None:
        """Bring back what was typed in the fields (and in `more`), and keep them from now on."""
        self._end()
        fields = {key: field.widget for key, field in self.fields.items()} | more
        self._draft = FormDraft(ctx, place, fields, self)
        self.is_back.setVisible(self._draft.is_back)

    def keep_half_typed(self) -> None:
        """Keep at once what is half typed (before locking, and with Esc)."""
        if self._draft is not None:
            self._draft.keep()

    def forget_half_typed(self) -> None:
        """Wipe what was kept: it is saved, or thrown away."""
        if self._draft is not None:
            self._draft.forget()

    def throw_away(self) -> None:
        """Close without saving, and forget what was typed."""
        self.forget_half_typed()
        self.reject()

    def reject(self) -> None:
        """Close; what is half typed comes back when the form opens again."""
        self.keep_half_typed()
        super().reject()

    def close_overlay(self) -> None:
        """Go away."""
        super().close_overlay()
        self._end()

    def _end(self) -> None:
        if self._draft is not None:
            self._draft.keep()
            self._draft.end()
