"""Going along: the shared week and month, and everything about one appointment (08a, 08b)."""

from hgkm_desktop.ui.views.appointments.view import AppointmentsView

__all__ = ["AppointmentsView"]
