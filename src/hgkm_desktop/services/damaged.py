"""One sealed field among others that was damaged: it must not keep anybody from the others."""

from hgkm_desktop.errors import Forbidden, Tampered, UserError
from hgkm_desktop.vault.directory import tampered

DAMAGED = Tampered, Forbidden
"""What a damaged field answers to who holds the ring: with its bytes its generation may go."""


def as_damage(error: UserError) -> UserError:
    """Return what is wrong with one field among others that this member could open."""
    return error if isinstance(error, Tampered) else tampered("RI-07")
