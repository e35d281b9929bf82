"""How this computer keeps its half of the lock, and a button to look again."""

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.admin.key_ring import KeyRingWatch, finding
from hgkm_desktop.ui.views.admin.parts import StatusRow
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.vault.keyring import State


class KeyRingCard(Card):
    """Shows what the watch found; several cards share one watch."""

    def __init__(self, watch: KeyRingWatch) -> None:
        super().__init__(margins=(0, 0, 0, 0), spacing=0)
        self._watch = watch
        self.button = make_button(tr("Look again"), small=True)
        self.row = StatusRow(self.button)
        self.add(self.row)
        self.button.clicked.connect(watch.mend)
        watch.looking.connect(self._on_looking)
        watch.looked.connect(self._on_looked)
        if watch.state is not None:
            self._on_looked(watch.state)
        else:
            self._on_looking()

    def _on_looking(self) -> None:
        self.button.setEnabled(False)
        self.row.say(tr("Looking at the key ring"), tr("One moment."), "nt")

    def _on_looked(self, state: State | None) -> None:
        self.button.setEnabled(True)
        if state is not None:
            found = finding(state)
            self.row.say(found.title, found.text, found.tone)
