"""Showing and hiding parts only when that changes: each time costs a round of layout."""

from PySide6.QtWidgets import QWidget


def show_when(widget: QWidget, on: bool) -> None:
    """Show a part, or take it away; nothing happens when it is so already."""
    if widget.isHidden() == on:
        widget.setVisible(on)
