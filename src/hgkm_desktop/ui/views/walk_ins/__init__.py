"""The desk: log and find walk-in contacts (mock-up 04)."""

from hgkm_desktop.ui.views.walk_ins.view import WalkInsView

__all__ = ["WalkInsView"]
