"""The command line. Without a command it opens the window. Secrets are asked for, never given."""

import argparse
import importlib
import sys
from collections.abc import Sequence
from types import ModuleType

from hgkm_desktop.errors import UserError
from hgkm_desktop.harden import harden

COMMANDS = {
    "demo": "make a log with generated, clearly fictional data",
    "check": "check the log of this computer (integrity, versions, key ring)",
    "backup": "make a verified copy in a folder",
    "restore": "bring a copy back with the paper code",
    "handout": "list the information sheets, or print one into a file",
    "tour": "drive the real window through its stories and keep pictures",
    "version": "say which version this is",
}
STOPPED = 130
"""Ctrl+C, as shells count it."""


def parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Return the grammar for what was typed: no command waits for the modules of another."""
    main_parser = argparse.ArgumentParser(prog="hgkm-desktop")
    main_parser.add_argument("--data-dir", help="folder for the log (default: yours)")
    main_parser.add_argument("--selfcheck", action="store_true", help=argparse.SUPPRESS)
    commands = main_parser.add_subparsers(dest="command")
    for name, words in COMMANDS.items():
        sub = commands.add_parser(name, help=words, description=words)
        if name in given and hasattr(module := _module(name), "add_arguments"):
            module.add_arguments(sub)
    return main_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window; return the exit code (1: it says why, 2: usage)."""
    harden()
    given = sys.argv[1:] if arguments is None else list(arguments)
    options = parser(given).parse_args(given)
    if options.selfcheck:
        return int(_module("selfcheck").selfcheck())
    if options.command is None:
        return int(importlib.import_module("hgkm_desktop.app").run(options.data_dir))
    try:
        return int(_module(options.command).run(options))
    except UserError as error:
        return int(_module("asking").complain(error))
    except KeyboardInterrupt:
        return STOPPED


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"hgkm_desktop.commands.{name}")


if __name__ == "__main__":
    sys.exit(main())
