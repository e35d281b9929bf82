"""Under the passphrase: how strong it is, and a button that makes one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.two_phrases import is_typable
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.password import StrengthBar


class PhraseMeter(QWidget):
    """Judges a passphrase; `personal` are the names everybody at this desk knows."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.personal: tuple[str, ...] = ()
        self.bar = StrengthBar()
        self.offer = make_button(
            tr("Make one for me"), kind="quiet", icon="arrows-clockwise", small=True
        )
        self.offer.clicked.connect(self._on_clicked)
        place = Qt.AlignmentFlag
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setRowMinimumHeight(0, px(42))
        grid.addWidget(self.bar, 0, 0, place.AlignTop)
        grid.addWidget(self.offer, 0, 0, place.AlignTrailing | place.AlignBottom)

    def judge(self, typed: str) -> None:
        """Show how strong what is typed now is."""
        from hgkm_desktop.services import passphrase

        if not typed:
            self.bar.show_strength(0, False)
            return
        found = passphrase.strength(typed, self.personal)
        self.bar.show_strength(max(found.bars - 1, 0), found.enough, found.hint)

    def problem(self, typed: str) -> str | None:
        """Return why a passphrase cannot be used, None when it can."""
        from hgkm_desktop.services import passphrase

        if not typed.strip():
            return tr("Type a passphrase first.")
        if not is_typable(typed):
            return tr("There is a sign in it that cannot be used.")
        if not passphrase.strength(typed, self.personal).enough:
            return tr("This passphrase is too easy. Add a word.")
        return None

    def _on_clicked(self) -> None:
        self.asked.emit()
