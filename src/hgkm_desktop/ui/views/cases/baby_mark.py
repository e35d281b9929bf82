"""The mark that she is pregnant or has a baby: a reason to look sooner (R-129)."""

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.strips import Banner


class BabyMark(Card):
    """A box that is on or off; when it is on it says why that matters."""

    def __init__(self, is_on: bool) -> None:
        super().__init__(margins=(16, 10, 16, 10), spacing=4)
        self.box = CheckBox(tr("Pregnant, or a baby younger than one year"))
        self.box.setChecked(is_on)
        self.add(self.box)
        if is_on:
            self.add(Banner(tr("Look sooner whether they are safe."), "am"))
