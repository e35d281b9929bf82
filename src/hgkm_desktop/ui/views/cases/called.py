"""How she, and who stands beside her, are called on the screen while names may be hidden."""

from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.names import shown


def called(ctx: Context, name: CaseName) -> str:
    """Return her alias, or her code where she has none or names are hidden."""
    return name.code if ctx.veiled else name.shown


def initials(name: str, veiled: bool) -> str:
    """Return the name of somebody of ours, only its first letters while names are hidden."""
    return shown(name, veiled)
