"""Make a verified copy of the log in a folder or on a stick."""

import argparse
from pathlib import Path

from hgkm_desktop import clock
from hgkm_desktop.commands.asking import add_sign_in, say, sign_in
from hgkm_desktop.services import access, organisation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe this command's options."""
    add_sign_in(parser)
    parser.add_argument("folder", help="where the copy goes")


def run(options: argparse.Namespace) -> int:
    """Make the copy and only then note it; return 0, raise UserError when it fails."""
    db = sign_in(options)
    try:
        db.call(access.require, access.TEAM_READERS)
        copy = db.copy_to(Path(options.folder))
        db.call(organisation.backed_up, now=clock.now())
    finally:
        db.close()
    say(f"{copy.folder.name}: {copy.rows} rijen, {copy.size} bytes. Teruglezen is gelukt.")
    return 0
