"""The short way to one answer of hers where it is missing: sharing, asking after her (R-271)."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hgkm_desktop.rules.bodies import Consent
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.views.cases.consent_form import AnswerForm


def open_ask_her(
    ctx: Context, page: CasePage, purpose: Purpose, window: QWidget, then: Callable[[], object]
) -> None:
    """Open the form for her answer over the window; `then` is called when it is noted."""
    form = AnswerForm(ctx, page, Consent(purpose, ConsentForm.ASKED, day_of(ctx.now())))
    form.accepted.connect(then)
    form.open(window)
