"""What to look at before going along: calm lines, advice where it is needed, never a lock."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.appointment import NotWith, Visit
from hgkm_desktop.rules.cautions import Caution
from hgkm_desktop.rules.going_along import PROFESSIONAL_INTERPRETER
from hgkm_desktop.rules.going_words import caution_words
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments.prepare_words import as_typed
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import RichLine, explain
from hgkm_desktop.ui.widgets.strips import Callout, Strip

ELSEWHERE = frozenset({Caution.INTERPRETER_NOT_SURE, Caution.PROFESSIONAL_INTERPRETER})
"""These stand with the interpreter, and in the advice."""
_TOP = Qt.AlignmentFlag.AlignTop


def not_to_discuss(lines: Sequence[NotWith]) -> QWidget:
    """Return the red strip: who must not hear what (R-053)."""
    strip = Strip("rd")
    row = QHBoxLayout(strip)
    row.setContentsMargins(px(13), px(10), px(13), px(11))
    row.setSpacing(px(11))
    mark = IconLabel("speaker-simple-slash", "rd", 20, "fill", circle=21)
    row.addWidget(mark, 0, _TOP)
    column = QVBoxLayout()
    column.setSpacing(px(2))
    for line in lines:
        title = tr("Do not talk about this where {who} is").format(who=as_typed(line.who))
        column.addWidget(RichLine(title, "", "rd"))
        column.addWidget(explain(as_typed(line.what), wrap=True))
    row.addLayout(column, 1)
    strip.setAccessibleName(tr("Not to be talked about"))
    return strip


def caution_lines(found: Sequence[Caution]) -> list[str]:
    """Return what is not right yet, in words."""
    return [caution_words(each) for each in found if each not in ELSEWHERE]


def amber(lines: Sequence[str], icon: str, *parts: QWidget) -> QWidget:
    """Return calm lines on an amber ground, and perhaps a button under them."""
    strip = Strip("am")
    column = QVBoxLayout(strip)
    column.setContentsMargins(px(13), px(10), px(13), px(11))
    column.setSpacing(px(6))
    for line in lines:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        mark = IconLabel(icon, "am", 17, "fill", circle=19)
        mark.stand_beside(line, 14)
        row.addWidget(mark, 0, _TOP)
        row.addWidget(explain(line, wrap=True), 1)
        column.addLayout(row)
    for part in parts:
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading)
    return strip


def advice(visit: Visit, found: Sequence[Caution]) -> QWidget | None:
    """Return advice for police, court and youth protection; None elsewhere (R-087, R-298)."""
    if visit.details.kind not in PROFESSIONAL_INTERPRETER:
        return None
    lines = [tr("She speaks. You support her. You do not speak for her.")]
    if Caution.PROFESSIONAL_INTERPRETER in found or visit.details.interpreter is not None:
        lines.append(tr("Ask for a professional interpreter. Nobody of ours interprets here."))
    return Callout(tr("At this talk"), " ".join(lines), "info")
