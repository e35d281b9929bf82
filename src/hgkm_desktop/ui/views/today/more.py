"""The button under a list that is longer than fits: how many more there are."""

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.widgets.buttons import Button


def say_more(button: Button, hidden: int, about: str) -> None:
    """Offer what is folded away, or to fold it again; aloud it says of which list."""
    words = tr("{count} more below").format(count=hidden) if hidden else tr("Show fewer")
    button.setText(words)
    button.setAccessibleName(f"{about}: {words}")
    button.set_trailing("caret-down" if hidden else "caret-up")
