"""Make a verified copy of the log in a folder or on a stick."""

import argparse
from pathlib import Path

from hgkm_desktop import clock
from hgkm_desktop.commands.asking import add_sign_in, complain, say, sign_in
from hgkm_desktop.errors import UserError
from hgkm_desktop.services import organisation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe this command's options."""
    add_sign_in(parser)
    parser.add_argument("folder", help="where the copy goes")


def run(options: argparse.Namespace) -> int:
    """Make the copy; return 0, or 1 with a sentence."""
    try:
        db = sign_in(options)
        try:
            db.call(organisation.backed_up, now=clock.now())
            copy = db.copy_to(Path(options.folder))
        finally:
            db.close()
    except UserError as error:
        return complain(error)
    say(f"{copy.folder.name}: {copy.rows} rijen, {copy.size} bytes. Teruglezen is gelukt.")
    return 0
