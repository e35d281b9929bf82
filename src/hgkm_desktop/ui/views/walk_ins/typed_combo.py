"""A list that is found by typing a part of a word, in any spelling."""

from hgkm_desktop.services.search import fold
from hgkm_desktop.ui.widgets.combo import ComboField

LONGEST = 60


class TypedCombo(ComboField):
    """Takes "dar" for "Arabisch (Darija)"; words it does not know stay, and count as a problem."""

    def value(self) -> object:
        """Return what is chosen or what the typed beginning means."""
        place = self._place_of(fold(self.currentText()[:LONGEST]))
        return None if place is None else self.itemData(place)

    def is_understood(self) -> bool:
        """Say whether what stands here is in the list (or is nothing)."""
        return self.value() is not None or not self.currentText().strip()

    def _place_of(self, typed: str) -> int | None:
        if not typed:
            return None
        names = [fold(self.itemText(place)) for place in range(self.count())]
        for fits in (str.__eq__, str.startswith, _has_word):
            found = [place for place, name in enumerate(names) if fits(name, typed)]
            if found:
                return found[0]
        return None

    def _on_editing_finished(self) -> None:
        if self.is_understood():
            self.set_value(self.value())
        self.changed.emit(self.value())


def _has_word(name: str, typed: str) -> bool:
    return f" {typed}" in name.replace("(", " ").replace("-", " ")
