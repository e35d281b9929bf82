"""What each partner promised for the support group and brought this year (R-202, R-213)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.rules.words import word
from hgkm_desktop.services.referrals import Count
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import muted


class BroughtLine(QWidget):
    """Numbers for the talk with a partner, and nobody's name; away while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.said = muted("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(2), 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(IconLabel("users-three", "mut", 19))
        row.addWidget(self.said, 1)
        self.hide()

    def show_counts(self, counts: Sequence[Count]) -> None:
        """Say who brought how many."""
        told = tr("Support group this year: {counts}.")
        self.said.setText(told.format(counts=tr("; ").join(_told(each) for each in counts)))
        self.setVisible(bool(counts))


def _told(count: Count) -> str:
    of_how_many = tr("{number} of {promised}").format(number=count.number, promised=count.promised)
    by = tr(", ").join((inside(count.organisation), inside(word(count.area))))
    return f"{by}: {of_how_many}"
