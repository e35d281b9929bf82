"""One calm sentence when something among others cannot be opened; the others go on."""

from hgkm_desktop.errors import UserError
from hgkm_desktop.ui.widgets.strips import Banner


def say_trouble(banner: Banner, trouble: UserError | None) -> None:
    """Say what is wrong and what to do, or nothing."""
    if trouble is not None:
        banner.say(trouble.hint, "rd", trouble.title)
    banner.setVisible(trouble is not None)
