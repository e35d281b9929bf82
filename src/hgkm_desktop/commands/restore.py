"""Bring a copy back with the paper code: on this computer or another."""

import argparse
from pathlib import Path

from hgkm_desktop.commands.asking import say, secret
from hgkm_desktop.places import data_folder, log_folder
from hgkm_desktop.vault.restoring import restore_copy


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe this command's options."""
    parser.add_argument(
        "--data-dir", default=argparse.SUPPRESS, help="folder for the log (default: yours)"
    )
    parser.add_argument("--code-file", help="file with the paper code; - for standard input")
    parser.add_argument(
        "--without-key-ring", action="store_true", help="go on with the passphrases alone"
    )
    parser.add_argument("copy", help="the folder of the copy, or the stick it is on")


def run(options: argparse.Namespace) -> int:
    """Bring the copy back; return 0, raise UserError when it cannot be."""
    folder = log_folder(data_folder(options.data_dir))
    code = secret(options.code_file, "Code van het herstelblad: ")
    rows = restore_copy(Path(options.copy), code, folder, without_key_ring=options.without_key_ring)
    say(f"{rows} rijen teruggezet.")
    return 0
