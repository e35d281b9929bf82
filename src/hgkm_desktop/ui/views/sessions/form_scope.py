"""What a change of a series is for: one time of it, or all that come after as well."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models import InformationSession
from hgkm_desktop.services import session_series
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_short, day_of
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.segmented import Segmented

ONE, FOLLOWING = "one", "following"


class Scope(QWidget):
    """Not seen where nothing follows; one time only, until somebody chooses otherwise."""

    changed = Signal()

    def __init__(self, ctx: Context, session: InformationSession, told: str) -> None:
        super().__init__()
        later: Sequence[InformationSession] = ()
        if session.series_id is not None:
            later = ctx.call(session_series.following, session.id)
        asked = tr("For which days?")
        both: list[tuple[object, str]] = [
            (ONE, tr("Only this one")),
            (FOLLOWING, tr("This one and all that follow")),
        ]
        self.choice = Segmented(both, asked, small=True)
        self.choice.set_value(ONE)
        self.hint = muted("", wrap=True)
        self._follow = _follow(ctx, later, told) if later else ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(5))
        column.addWidget(self.choice)
        column.addWidget(self.hint)
        self.choice.changed.connect(self._on_chosen)
        self._on_chosen()
        if not later:
            self.hide()

    @property
    def is_following(self) -> bool:
        """Whether it is for all that follow as well."""
        return self.choice.value() == FOLLOWING

    def _on_chosen(self) -> None:
        self.hint.setText(self._follow if self.is_following else "")
        self.hint.setVisible(self.is_following)
        self.changed.emit()


def _follow(ctx: Context, later: Sequence[InformationSession], told: str) -> str:
    last = day_in_short(day_of(later[-1].starts_at), day_of(ctx.now()))
    said = tr("{count} more follow, up to and including {day}.")
    return f"{said.format(count=len(later), day=inside(last))} {told}".strip()
