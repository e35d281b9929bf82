"""The pages of the window, in the order of the rail."""

from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views.admin import AdminView
from hgkm_desktop.ui.views.appointments import AppointmentsView
from hgkm_desktop.ui.views.cases import CasesView
from hgkm_desktop.ui.views.handouts import HandoutsView
from hgkm_desktop.ui.views.partners import PartnersView
from hgkm_desktop.ui.views.sessions import SessionsView
from hgkm_desktop.ui.views.today import TodayView
from hgkm_desktop.ui.views.walk_ins import WalkInsView

VIEWS: tuple[type[View], ...] = (
    TodayView,
    WalkInsView,
    CasesView,
    AppointmentsView,
    SessionsView,
    PartnersView,
    HandoutsView,
    AdminView,
)
