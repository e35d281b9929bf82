"""Esc closes first, then clears (LOOK.md 6)."""

from PySide6.QtWidgets import QApplication

from hgkm_desktop.ui.views.walk_ins.half_typed import HalfTyped
from hgkm_desktop.ui.views.walk_ins.page import Page


def escape(page: Page, half_typed: HalfTyped) -> None:
    """Close what is open where the keyboard is; with nothing open, clear what is typed there."""
    here = QApplication.focusWidget()
    if here is not None and page.strip.isAncestorOf(here):
        _in_the_strip(page, half_typed)
    elif page.is_counting():
        page.count(False)
    elif page.detail.isVisible():
        page.list.table.clearSelection()
        page.list.table.setFocus()
    elif page.list.bar.is_narrowed():
        page.list.bar.clear_and_tell()


def _in_the_strip(page: Page, half_typed: HalfTyped) -> None:
    if page.strip.places.toggle.isChecked():
        page.strip.places.toggle.setChecked(False)
        page.strip.take_focus()
    elif not page.strip.is_blank():
        half_typed.start_anew()
