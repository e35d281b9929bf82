"""The pages of the window, in the order of the rail."""

from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views.admin import AdminView
from hgkm_desktop.ui.views.cases import CasesView
from hgkm_desktop.ui.views.handouts import HandoutsView
from hgkm_desktop.ui.views.walk_ins import WalkInsView

VIEWS: tuple[type[View], ...] = (
    WalkInsView,
    CasesView,
    HandoutsView,
    AdminView,
)
