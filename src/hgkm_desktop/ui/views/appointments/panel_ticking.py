"""Ticks of the side panel: each is kept at once, said, and taken back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from hgkm_desktop.errors import UserError
from hgkm_desktop.rules.appointment import Details, Visit
from hgkm_desktop.rules.going_along import BothSides
from hgkm_desktop.services import appointments
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context

Alter = Callable[[Details], Details]


class Ticking(QObject):
    """`done` tells that a visit was changed, or that somebody else was first."""

    done = Signal(object)

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.ctx = ctx

    def tick(self, visit: Visit, side: BothSides, is_on: bool) -> None:
        """Keep at once that one of them said yes, or does not any more."""
        back = partial(self._change_again, visit.id, partial(_ticked, side, not is_on))
        if self._changed(visit, partial(_ticked, side, is_on)):
            self.ctx.notify(_tick_words(is_on), undo=back)

    def tick_interpreter(self, visit: Visit, is_sure: bool) -> None:
        """Keep at once that the interpreter said yes, or does not any more."""
        back = partial(self._change_again, visit.id, partial(_sure, not is_sure))
        if self._changed(visit, partial(_sure, is_sure)):
            self.ctx.notify(_tick_words(is_sure), undo=back)

    def _changed(self, visit: Visit, alter: Alter) -> bool:
        changed = replace(visit, details=alter(visit.details))
        try:
            self.ctx.call(appointments.change, changed, now=self.ctx.now())
        except UserError as error:
            self.ctx.warn(error.title, error.hint)
            return False
        finally:
            self.done.emit(visit.id)
        return True

    def _change_again(self, visit_id: UUID, alter: Alter) -> None:
        self._changed(self.ctx.call(appointments.get, visit_id), alter)


def _ticked(side: BothSides, is_on: bool, told: Details) -> Details:
    sides = told.both_sides | {side} if is_on else told.both_sides - {side}
    return replace(told, both_sides=sides)


def _sure(is_sure: bool, told: Details) -> Details:
    if told.interpreter is None:
        return told
    return replace(told, interpreter=replace(told.interpreter, is_sure=is_sure))


def _tick_words(is_on: bool) -> str:
    return tr("Ticked off.") if is_on else tr("The tick is gone.")
