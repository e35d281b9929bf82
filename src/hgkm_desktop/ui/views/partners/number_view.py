"""A national number at the side: only read here."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.sheets.numbers import Number
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import kept_together
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.partners.facts import Facts
from hgkm_desktop.ui.widgets.labels import label, muted


class NumberView(QWidget):
    """The number large, when people can call it, and where it is changed."""

    def __init__(self, number: Number) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(12))
        column.setSpacing(px(14))
        column.addWidget(muted(tr("A national number"), wrap=True))
        column.addWidget(label(kept_together(number.number), "page-title"))
        column.addWidget(Facts([(tr("Open"), number.hours), (tr("About"), number.remark)]))
        told = tr("This number also stands on our sheets. It is changed there.")
        column.addWidget(muted(told, wrap=True))
        column.addStretch(1)
