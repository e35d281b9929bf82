"""How the program looks and when it locks, on this computer only."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.settings import IDLE_MINUTES, SCALES, Settings
from hgkm_desktop.texts import LANGUAGES, tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.segmented import Segmented


class ComputerForm(QWidget):
    """Four choices, each of a few."""

    def __init__(self) -> None:
        super().__init__()
        minutes = [(count, tr("{count} min").format(count=count)) for count in IDLE_MINUTES]
        sizes = zip(SCALES, (tr("Usual"), tr("Larger"), tr("Largest")), strict=True)
        self.language = _choice(tr("Language of the program"), list(LANGUAGES.items()))
        self.dark = _choice(tr("Colors"), [(False, tr("Light")), (True, tr("Dark"))])
        self.scale = _choice(tr("Size of the letters"), list(sizes))
        self.idle = _choice(tr("Lock when nobody types"), minutes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(16))
        for choice in (self.language, self.dark, self.scale, self.idle):
            layout.addWidget(Field(choice.accessibleName(), choice))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen now."""
        self.language.set_value(settings.language)
        self.dark.set_value(settings.dark)
        self.scale.set_value(settings.scale)
        self.idle.set_value(settings.idle_minutes)

    def settings(self, before: Settings) -> Settings:
        """Return the settings with what was chosen here."""
        return before.changed(
            language=cast(str, self.language.value()),
            dark=cast(bool, self.dark.value()),
            scale=cast(int, self.scale.value()),
            idle_minutes=cast(int, self.idle.value()),
        )


def _choice(name: str, options: Sequence[tuple[object, str]]) -> Segmented:
    return Segmented(options, name=name)
