"""What is stored now, when somebody else changed a session first: nothing typed is lost."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import Conflict
from hgkm_desktop.models import InformationSession
from hgkm_desktop.models.codes import Language
from hgkm_desktop.models.labels import short
from hgkm_desktop.rules.session_words import word
from hgkm_desktop.services.information_sessions import PLANNED
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_in_short, day_of, kept_together, time_of
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.labels import explain, form_label
from hgkm_desktop.ui.widgets.strips import Banner

Named = Callable[[str, str], str]
"""Returns the words for an id in one of the fields (an organisation, a sheet)."""


class Stored(QWidget):
    """Tells where what is stored differs from what is typed; `take` starts from that instead."""

    def __init__(self) -> None:
        super().__init__()
        self.met = Banner("", "am")
        self.differs = explain("", wrap=True)
        self.take = make_button(tr("Start from what is stored"), small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (self.met, form_label(tr("This is stored now")), self.differs):
            column.addWidget(part)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def tell(self, conflict: Conflict, lines: list[str]) -> None:
        """Say that somebody was first, and what is different there."""
        self.met.say(conflict.hint, "am", conflict.title)
        self.differs.setText("\n".join(lines))
        self.show()


def differences(
    stored: InformationSession,
    typed: InformationSession,
    called: Callable[[str], str],
    named: Named,
) -> list[str]:
    """Return a line for each thing that is stored otherwise than it is typed."""
    return [
        f"{called(name)}: {inside(_told(name, getattr(stored, name), named))}"
        for name in PLANNED
        if getattr(stored, name) != getattr(typed, name)
    ]


def _told(name: str, value: object, named: Named) -> str:
    if value is None or value in ("", ()):
        return tr("nothing")
    if isinstance(value, tuple):
        return tr(", ").join(_told(name, each, named) for each in cast(tuple[object, ...], value))
    if isinstance(value, datetime):
        day, at = day_in_short(day_of(value)), kept_together(time_of(value))
        return tr(", ").join((day, at))
    if isinstance(value, Language):
        return short(value)
    return word(value) if isinstance(value, StrEnum) else named(name, str(value))
