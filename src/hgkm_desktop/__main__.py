"""The command line. Without a command it opens the window. Secrets are asked for, never given."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType

COMMANDS = {
    "demo": "make a log with generated, clearly fictional data",
    "check": "check the log of this computer (integrity, versions, key ring)",
    "backup": "make a verified copy in a folder",
    "restore": "bring a copy back with the paper code",
    "tour": "drive the real window through its stories and keep pictures",
    "version": "say which version this is",
}


def parser() -> argparse.ArgumentParser:
    """Return the command line's grammar."""
    main_parser = argparse.ArgumentParser(prog="hgkm-desktop")
    main_parser.add_argument("--data-dir", help="folder for the log (default: yours)")
    main_parser.add_argument("--selfcheck", action="store_true", help=argparse.SUPPRESS)
    commands = main_parser.add_subparsers(dest="command")
    for name, words in COMMANDS.items():
        sub = commands.add_parser(name, help=words, description=words)
        if hasattr(module := _module(name), "add_arguments"):
            module.add_arguments(sub)
    return main_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window; return the exit code."""
    os.umask(0o077)
    given = sys.argv[1:] if arguments is None else list(arguments)
    if not any(word in COMMANDS or word in ("-h", "--help", "--selfcheck") for word in given):
        return _window(given)
    options = parser().parse_args(given)
    if options.selfcheck:
        return int(_module("selfcheck").selfcheck())
    return int(_module(options.command).run(options))


def _window(given: list[str]) -> int:
    plain = argparse.ArgumentParser(prog="hgkm-desktop")
    plain.add_argument("--data-dir")
    options = plain.parse_args(given)
    return int(importlib.import_module("hgkm_desktop.app").run(options.data_dir))


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"hgkm_desktop.commands.{name}")


if __name__ == "__main__":
    sys.exit(main())
