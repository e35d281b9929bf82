"""Check the log of this computer: both integrity checks, the log's chain, versions, key ring."""

import argparse

from hgkm_desktop import __version__
from hgkm_desktop.commands.asking import add_sign_in, open_log, say
from hgkm_desktop.db import Database
from hgkm_desktop.migrations import newest_step
from hgkm_desktop.services import members
from hgkm_desktop.vault import audit, keyring


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe this command's options."""
    add_sign_in(parser)


def run(options: argparse.Namespace) -> int:
    """Print what was found; return 0 when all is well, 1 otherwise; raise UserError."""
    say(f"versie {__version__}, stap {newest_step()}")
    say(f"sleutelbos: {keyring.state()} {keyring.backend_name()}".strip())
    db = open_log(options)
    try:
        return _report(db)
    finally:
        db.close()


def _report(db: Database) -> int:
    if problems := db.problems():
        # Nothing is written to a damaged file, and what can be read of its log proves nothing.
        say(f"bestand: {len(problems)} fouten")
        return 1
    say("bestand: goed")
    db.call(members.signed_in)
    broken = db.call(audit.broken_at)
    say("logboek: goed" if broken is None else f"logboek: breuk bij regel {broken}")
    return 0 if broken is None else 1
