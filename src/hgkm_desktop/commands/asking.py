"""Asking for secrets on the command line: a prompt, a file or standard input, never an argument."""

import argparse
import getpass
import sys
from pathlib import Path

from hgkm_desktop.db import Database
from hgkm_desktop.errors import UserError
from hgkm_desktop.places import data_folder, log_folder
from hgkm_desktop.services import members
from hgkm_desktop.vault.vault import Vault


def add_sign_in(parser: argparse.ArgumentParser) -> None:
    """Add the options of every command that signs in."""
    parser.add_argument(
        "--data-dir", default=argparse.SUPPRESS, help="folder for the log (default: yours)"
    )
    parser.add_argument("--member", help="who signs in (default: asked)")
    parser.add_argument("--passphrase-file", help="file with the passphrase; - for standard input")


def sign_in(options: argparse.Namespace) -> Database:
    """Open the log for a member and note it; raise UserError when that does not work."""
    db = open_log(options)
    try:
        db.call(members.signed_in)
    except UserError:
        db.close()
        raise
    return db


def open_log(options: argparse.Namespace) -> Database:
    """Open the log for a member without writing anything yet; raise UserError otherwise."""
    vault = Vault(log_folder(data_folder(options.data_dir)))
    tiles = vault.look().tiles
    name = options.member or _name()
    tile = next((tile for tile in tiles if tile.name.casefold() == name.casefold()), None)
    passphrase = secret(options.passphrase_file, "Wachtzin: ")
    if tile is None:
        raise UserError("Dat klopt niet. Probeer het nog een keer.")
    return Database(vault.sign_in(tile.member_id, passphrase))


def secret(file: str | None, prompt: str) -> str:
    """Return a secret from a file, standard input or a prompt without echo.

    Raise UserError when the file cannot be read or nobody answers.
    """
    try:
        if file == "-":
            return sys.stdin.readline().strip()
        if file:
            return Path(file).read_text(encoding="utf-8").strip()
        return getpass.getpass(prompt)
    except EOFError as error:
        raise _nothing_typed() from error
    except (OSError, ValueError) as error:
        raise UserError(
            "Dit bestand is niet te lezen.", "Kies het bestand met de wachtzin of de code."
        ) from error


def _name() -> str:
    try:
        return input("Wie ben je? ")
    except EOFError as error:
        raise _nothing_typed() from error


def _nothing_typed() -> UserError:
    return UserError("Er is niets ingevuld.", "Probeer het nog een keer.")


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(text + "\n")


def complain(error: UserError) -> int:
    """Print what went wrong and what to do; return the exit code."""
    sys.stderr.write(f"{error.title} {error.hint}".strip() + "\n")
    return 1
