"""Beheer: the team, copies, the log and the choices of the organisation (13)."""

from hgkm_desktop.ui.views.admin.admin_view import AdminView

__all__ = ["AdminView"]
