"""Files inside installed packages, for the scripts that build from them."""

from importlib.metadata import PackageNotFoundError, files, version
from importlib.util import find_spec
from pathlib import Path


class CannotBuild(Exception):
    """Something is missing; the message is one sentence for whoever ran the script."""


def installed_version(package: str) -> str:
    """Return the version of an installed package, or say plainly that it is missing."""
    try:
        return version(package)
    except PackageNotFoundError:
        raise CannotBuild(f"The package {package} is missing: run `make assets`.") from None


def source_file(package: str, module: str, path: str) -> Path:
    """Return a file inside an installed package, or say plainly that it is missing."""
    installed_version(package)
    spec = find_spec(module)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (found := Path(folder) / path).is_file():
            return found
    raise CannotBuild(f"The package {package} holds no {path}: run `make assets`.")


def licence_file(package: str) -> Path:
    """Return the licence an installed package came with, which travels with what we copy."""
    installed_version(package)
    for file in files(package) or ():
        if file.name == "LICENSE":
            return Path(str(file.locate()))
    raise CannotBuild(f"The package {package} holds no licence: run `make assets`.")
