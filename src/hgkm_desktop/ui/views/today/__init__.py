"""The start screen: the shift at a glance (mock-up 03)."""

from hgkm_desktop.ui.views.today.view import TodayView

__all__ = ["TodayView"]
