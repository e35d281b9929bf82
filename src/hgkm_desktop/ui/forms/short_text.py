"""A text of a few lines: Qt would make each at least five lines high."""

from hgkm_desktop.ui.widgets.inputs import TextArea


def short_text(lines: int) -> TextArea:
    """Return a field as high as its lines; longer texts scroll in it."""
    made = TextArea(lines=lines)
    made.setFixedHeight(made.sizeHint().height())
    return made
