"""Information sessions: what comes, who is on the list, who is there (mock-up 09)."""

from hgkm_desktop.ui.views.sessions.view import SessionsView

__all__ = ["SessionsView"]
