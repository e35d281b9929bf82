"""Organisations we go to: who is known there, and who can be reached now (mock-up 10)."""

from hgkm_desktop.ui.views.partners.view import PartnersView

__all__ = ["PartnersView"]
