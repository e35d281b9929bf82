"""What a file would bring, before anything goes in: good lines, and bad ones with the reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.services import partner_files
from hgkm_desktop.services.partner_files import Import, NewPartner
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.partners.facts import Line
from hgkm_desktop.ui.views.partners.spread import spread
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.labels import form_label, muted
from hgkm_desktop.ui.widgets.strips import Banner

MOST = 40
"""Lines shown of each; a file of thousands would stop the program for no reader's sake."""


class ImportPreview(Overlay):
    """One button takes the good ones in; the bad ones stay where they are."""

    taken = Signal(int)

    def __init__(self, ctx: Context, found: Import) -> None:
        body = QWidget()
        count = len(found.good)
        super().__init__(
            tr("Look before it goes in"),
            body,
            accept=_accept(count),
            cancel=tr("Cancel"),
            check=self._is_taken,
            width=640,
        )
        self._ctx, self._found = ctx, found
        self.problem = Banner("", "rd")
        self.problem.hide()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, px(2), 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.problem)
        column.addWidget(Banner(_told(count, len(found.bad)), "am" if found.bad else "ok"))
        if found.bad:
            lines = [(_line(bad.line), bad.reason) for bad in found.bad]
            self._add(column, tr("Does not go in"), lines)
        if found.good:
            self._add(column, tr("Goes in"), [_good(each) for each in found.good])
        if found.bad:
            column.addWidget(
                muted(tr("Put these lines right and read the file in again."), wrap=True)
            )

    def _add(self, column: QVBoxLayout, title: str, lines: list[tuple[str, str]]) -> None:
        column.addWidget(form_label(title))
        card = Card(margins=(0, 0, 0, 0), spacing=0)
        for strong, text in lines[:MOST]:
            card.add_row(Line(strong, [text]), (14, 8, 14, 8))
        column.addWidget(card)
        if len(lines) > MOST:
            more = tr("And {count} more.").format(count=len(lines) - MOST)
            column.addWidget(muted(more))

    def _is_taken(self) -> bool:
        try:
            count = self._ctx.call(partner_files.take_in, self._found.good, now=self._ctx.now())
        except UserError as error:
            self.problem.say(error.hint, "rd", error.title)
            self.problem.show()
            return False
        self._ctx.notify(tr("Organisations taken in: {count}.").format(count=count))
        self.taken.emit(count)
        return True


def _accept(count: int) -> str:
    if not count:
        return ""
    return tr("Take 1 in") if count == 1 else tr("Take {count} in").format(count=count)


def _told(good: int, bad: int) -> str:
    can = tr("Organisations that can go in: {count}.").format(count=good)
    cannot = tr("Lines that cannot: {count}.").format(count=bad) if bad else ""
    return f"{can} {cannot}".strip()


def _line(number: int) -> str:
    return tr("Line {number}").format(number=number)


def _good(new: NewPartner) -> tuple[str, str]:
    people = tr(", ").join(inside(person.name) for person in new.persons)
    return spread(new.partner.name), people or new.partner.general_number
