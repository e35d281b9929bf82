"""The hand-over: what others left for this shift, to read and to acknowledge (mock-up 03)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.services import shift_notes
from hgkm_desktop.services.shift_notes import HandOver
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.today.more import say_more
from hgkm_desktop.ui.views.today.note_card import NoteCard
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.views.today.showing import show_when
from hgkm_desktop.ui.widgets.buttons import make_button

AT_MOST = 2


class Notes(QWidget):
    """The newest notes, unread ones first; the rest unfolds."""

    grown = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.cards: list[NoteCard] = []
        self._scene: Scene | None = None
        self._is_bar = self._is_open = False
        self.more = make_button("", "quiet", trailing="caret-down", small=True)
        self.setAccessibleName(tr("Hand-over"))
        self._lay_out()
        self.more.clicked.connect(self._on_more_clicked)

    def show_scene(self, scene: Scene) -> None:
        """Show what there is to read."""
        self._scene = scene
        held = QApplication.focusWidget() in [card.button for card in self.cards]
        notes, count = scene.today.hand_over, len(self.cards)
        seen = notes if self._is_open else notes[: self._room()]
        while len(self.cards) < len(seen):
            self._add_card()
        for place, card in enumerate(self.cards):
            if place < len(seen):
                card.show_note(seen[place], scene)
            show_when(card, place < len(seen))
        hidden = len(notes) - len(seen)
        say_more(self.more, hidden, tr("Hand-over"))
        show_when(self.more, bool(hidden) or (self._is_open and len(notes) > 1))
        if len(self.cards) != count:
            self.grown.emit()
        if held:
            self._give_back()

    def stand(self, *, is_bar: bool) -> None:
        """Stand in a column, or as a bar over the page: then one note is enough."""
        if is_bar == self._is_bar:
            return
        self._is_bar = is_bar
        side, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(side if is_bar else under)
        for card in self.cards:
            card.stand(is_bar=is_bar)
        if self._scene is not None:
            self.show_scene(self._scene)

    def stops(self) -> list[QWidget]:
        """Return the buttons, in reading order."""
        return [*(card.button for card in self.cards), self.more]

    def _give_back(self) -> None:
        """Let the keyboard go on to the next note when this one was acknowledged."""
        buttons = [card.button for card in self.cards if not card.isHidden()]
        left = next((each for each in buttons if not each.isHidden()), None)
        here = QApplication.focusWidget()
        if left is not None and (here not in buttons or here.isHidden()):
            left.setFocus()

    def _room(self) -> int:
        return 1 if self._is_bar else AT_MOST

    def _add_card(self) -> None:
        card = NoteCard()
        card.stand(is_bar=self._is_bar)
        card.read_asked.connect(self._on_read_asked)
        self._cards.addWidget(card)
        self.cards.append(card)

    def _lay_out(self) -> None:
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(10))
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(px(4))
        self._body.addLayout(self._cards, 1)
        self._body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_read_asked(self, note: HandOver) -> None:
        try:
            self._ctx.call(shift_notes.read, note.id, now=self._ctx.now())
        except UserError as error:
            self._ctx.warn(error.title, error.hint)

    def _on_more_clicked(self) -> None:
        self._is_open = not self._is_open
        if self._scene is not None:
            self.show_scene(self._scene)
