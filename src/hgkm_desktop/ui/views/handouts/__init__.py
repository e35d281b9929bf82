"""The information sheets: find one, look at it, print it, keep it right (mock-up 11a)."""

from hgkm_desktop.ui.views.handouts.view import HandoutsView

__all__ = ["HandoutsView"]
