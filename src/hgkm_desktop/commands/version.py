"""Say which version this is, and what it stands on."""

import argparse
import platform
import sys
from importlib.metadata import version

from hgkm_desktop import __version__

PARTS = ("PySide6_Essentials", "SQLAlchemy", "sqlcipher3", "cryptography", "keyring", "reportlab")


def run(_options: argparse.Namespace) -> int:
    """Print the versions; return 0."""
    sys.stdout.write(f"Buurtlogboek {__version__} (Python {platform.python_version()})\n")
    for part in PARTS:
        sys.stdout.write(f"{part} {version(part)}\n")
    return 0
