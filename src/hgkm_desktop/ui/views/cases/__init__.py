"""Standing beside her: who we stand beside, and everything about one of them (05 to 07)."""

from hgkm_desktop.ui.views.cases.view import CasesView

__all__ = ["CasesView"]
