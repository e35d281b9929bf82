"""The strip at the top of the page: one contact, typed after the talk, in half a minute."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import WalkIn
from hgkm_desktop.services import rings, walk_ins
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.walk_ins import entry_values
from hgkm_desktop.ui.views.walk_ins.entry_fields import EntryFields
from hgkm_desktop.ui.views.walk_ins.entry_layout import StripLayout
from hgkm_desktop.ui.views.walk_ins.keys import meant, number_of
from hgkm_desktop.ui.views.walk_ins.page_keys import show_letters
from hgkm_desktop.ui.views.walk_ins.real_question import RealQuestionPart
from hgkm_desktop.ui.views.walk_ins.tab_order import first_stop
from hgkm_desktop.ui.widgets.card import Card

TICK = 20_000
SAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuickEntry(Card):
    """Takes a contact down. `saved` hands over the record and what was typed for it."""

    saved = Signal(object, object)
    changed = Signal()
    ticked = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__(accent=True)
        self.ctx = ctx
        self.fields = EntryFields(ctx.now())
        self.question = RealQuestionPart()
        self.hidden_fields: frozenset[str] = frozenset()
        self.places = StripLayout(self, self.fields, self.question)
        show_letters(self.fields)
        self.fields.changed.connect(self._on_typed)
        self.question.changed.connect(self._on_typed)
        self.places.save.clicked.connect(self.save)
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK)
        self._ticks.timeout.connect(self._on_tick)
        self._ticks.start()
        self.start_anew()

    def start_anew(self) -> None:
        """Empty the strip, with the sensible values filled in."""
        self.show_values(entry_values.of_record(self._blank()) | {"question": {}})
        self.places.say_restored("")

    def take_focus(self) -> None:
        """Put the keyboard at the start, where every number and letter key answers at once."""
        start = self.fields.visit if "visit" not in self.hidden_fields else self.fields.topics
        first_stop(start).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def use(self, hidden: frozenset[str], veiled: bool) -> None:
        """Keep away fields the organisation does not use; hide what is typed behind the veil."""
        self.hidden_fields = hidden
        self.places.hide_fields(hidden)
        self.question.set_available(self.ctx.call(rings.exists))
        echo = QLineEdit.EchoMode.Password if veiled else QLineEdit.EchoMode.Normal
        self.fields.desk_question.setEchoMode(echo)
        if veiled:
            self.places.toggle.setChecked(False)

    def values(self) -> dict[str, Any]:
        """Return what stands in the strip, the real question under its own name."""
        return self.fields.values() | {"question": self.question.values()}

    def show_values(self, values: dict[str, Any]) -> None:
        """Put back what stood in the strip; nobody is told."""
        self.fields.show(values, self.ctx.now())
        self.question.show_values(values.get("question") or {})
        self.places.show_summary()

    def is_blank(self) -> bool:
        """Say whether nothing was typed yet."""
        typed = self.fields.moment.is_touched or not self.question.is_blank()
        return not typed and entry_values.is_blank(self.fields.values())

    def save(self) -> None:
        """Save the contact; problems stand at their fields, and nothing typed is lost."""
        problems = self.fields.unreadable()
        if problems:
            self._complain(problems)
            return
        record = entry_values.into_record(self.fields.values(), self._blank())
        try:
            saved = self.ctx.call(walk_ins.log, record, self.question.value(), now=self.ctx.now())
        except Invalid as error:
            self._complain(error.problems)
        else:
            self.saved.emit(saved, self.values())

    def answer(self, event: QKeyEvent) -> bool:
        """Answer a key that no text field took: topics, visit, signal; say whether it meant any."""
        asks_more = number_of(event) == 0
        act = self.places.ask_other_topics if asks_more else meant(event, self.fields)
        if act is None:
            return False
        act()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter, wherever in the strip the keyboard is."""
        if event.key() in SAVING:
            self.save()
        else:
            super().keyPressEvent(event)

    def _blank(self) -> WalkIn:
        return self.ctx.call(walk_ins.blank, now=self.ctx.now())

    def _complain(self, problems: dict[str, str]) -> None:
        where = self.fields.complain(problems)
        if where is not None:
            self.places.bring_into_sight(where)
            first_stop(where).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        self.places.show_summary()
        self.changed.emit()

    def _on_tick(self) -> None:
        if self.is_blank():
            now = self.ctx.now()
            self.fields.moment.set_value(now.replace(second=0, microsecond=0), now)
        self.ticked.emit()
