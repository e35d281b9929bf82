"""What is half typed on the page: kept while typing, brought back when the page opens again."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import time_of
from hgkm_desktop.ui.views.walk_ins.deeds import Deeds
from hgkm_desktop.ui.views.walk_ins.draft_keeper import DraftKeeper
from hgkm_desktop.ui.views.walk_ins.quick_entry import QuickEntry

PLACE = "walk_ins"


class HalfTyped(QObject):
    """The strip and an open correction as one draft, so that a lock loses neither."""

    def __init__(self, ctx: Context, strip: QuickEntry, deeds: Deeds) -> None:
        super().__init__(strip)
        self.ctx, self._strip, self._deeds = ctx, strip, deeds
        self._keeper = DraftKeeper(ctx, PLACE, self.read, self)
        self._is_back = False
        self._last: dict[str, Any] = {}
        strip.changed.connect(self._keeper.touch)
        strip.changed.connect(ctx.moved_on)
        strip.places.restart.clicked.connect(self.start_anew)
        deeds.correction_ended.connect(self._on_correction_ended)
        deeds.taken_back.connect(self._on_taken_back)

    def read(self) -> dict[str, Any] | None:
        """Return what is half typed, None when nothing is."""
        draft: dict[str, Any] = {}
        if not self._strip.is_blank():
            draft["strip"] = self._strip.values()
        correction = self._deeds.correction
        changed = correction.draft() if correction is not None else None
        if correction is not None and changed is not None:
            draft["correction"] = {"id": str(correction.walk_in.id), "values": changed}
        return draft | {"kept_at": self.ctx.now().isoformat()} if draft else None

    def restore(self, draft: dict[str, Any]) -> None:
        """Put everything back, with one calm line about the strip."""
        self._is_back = True
        self._keeper.is_kept = True
        if "strip" in draft:
            self._strip.show_values(draft["strip"])
            kept_at = time_of(datetime.fromisoformat(draft["kept_at"]))
            self._strip.places.say_restored(kept_at)
        if "correction" in draft:
            correction = draft["correction"]
            self._deeds.correct(UUID(correction["id"]), correction["values"])

    def bring_back(self) -> None:
        """Look once for what was kept earlier; what stands in the strip by now goes first."""
        if self._is_back:
            return
        self._is_back = True
        kept = self._keeper.look()
        if kept is not None and self._strip.is_blank():
            self.restore(kept)

    def start_anew(self) -> None:
        """Empty the strip, reversibly."""
        values = self._strip.values()
        self._strip.start_anew()
        self.forget(values)
        self._strip.take_focus()
        self.ctx.notify(tr("The form is empty"), undo=partial(self._put_back, values))

    def forget(self, typed: dict[str, Any]) -> None:
        """Wipe the draft: it is saved; when that is undone, what was typed stands there again."""
        self._last = typed
        self._keeper.keep_now()

    def _put_back(self, values: dict[str, Any]) -> None:
        if self._strip.is_blank():
            self._strip.show_values(values)
            self._keeper.touch()

    def _on_taken_back(self) -> None:
        self._put_back(self._last)

    def _on_correction_ended(self) -> None:
        self._keeper.keep_now()
