"""Prepares a fresh machine: `python3 tools/setup.py run` (or test, or build).

Installs the system libraries Qt needs (where it may; otherwise prints the one line to type),
makes the virtual environment, fills it from the lock with hashes, and builds fonts and icons.
On Windows and macOS only the environment is needed, and the same call makes it. This file
needs nothing but the standard library.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {
    "run": "requirements.lock",
    "test": "requirements-dev.lock",
    "build": "requirements-dev.lock",
}
OLDEST = (3, 11)


@dataclass(frozen=True)
class Need:
    """Something the system has to offer, and the Debian package that brings it."""

    name: str
    package: str

    def is_met(self) -> bool:
        """Say whether the machine has it: a library that loads, a module or a program."""
        if self.name == "ensurepip":
            return importlib.util.find_spec("ensurepip") is not None
        if ".so" in self.name:
            return loads(self.name)
        return shutil.which(self.name) is not None


TO_RUN = (
    Need("ensurepip", f"python3.{sys.version_info.minor}-venv"),
    Need("libglib-2.0.so.0", "libglib2.0-0"),
    Need("libGL.so.1", "libgl1"),
    Need("libEGL.so.1", "libegl1"),
    Need("libxkbcommon.so.0", "libxkbcommon0"),
    Need("libfreetype.so.6", "libfreetype6"),
    Need("libfontconfig.so.1", "libfontconfig1"),
    Need("libdbus-1.so.3", "libdbus-1-3"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Need("libxcb-shape.so.0", "libxcb-shape0"),
    Need("libwayland-cursor.so.0", "libwayland-cursor0"),
    Need("libwayland-egl.so.1", "libwayland-egl1"),
    Need("libcups.so.2", "libcups2"),
)
TO_TEST = (
    *TO_RUN,
    Need("gnome-keyring-daemon", "gnome-keyring"),
    Need("dbus-daemon", "dbus-daemon"),
    Need("dbus-send", "dbus-bin"),
    Need("Xvfb", "xvfb"),
    Need("pdftoppm", "poppler-utils"),
)
TO_BUILD = (
    *TO_TEST,
    Need("objcopy", "binutils"),
    Need(f"libpython3.{sys.version_info.minor}.so.1.0", f"libpython3.{sys.version_info.minor}"),
)
NEEDS = {"run": TO_RUN, "test": TO_TEST, "build": TO_BUILD}


class CannotSetUp(Exception):
    """The machine cannot be prepared; the message says in a line or two what to do."""


def main(arguments: list[str]) -> int:
    """Prepare the machine for what was asked; return the exit code."""
    purpose = arguments[0] if arguments else "run"
    if purpose not in LOCKS:
        sys.stderr.write("Usage: python3 tools/setup.py run|test|build\n")
        return 2
    try:
        check_python()
        install_system_packages(missing(NEEDS[purpose]))
        fill_environment(purpose)
    except CannotSetUp as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    except subprocess.CalledProcessError as problem:
        sys.stderr.write(f"Setting up stopped at: {' '.join(map(str, problem.cmd))}\n")
        return 1
    return 0


def check_python() -> None:
    """Refuse a Python that is too old, in words."""
    if sys.version_info < OLDEST:
        raise CannotSetUp(f"This needs Python {OLDEST[0]}.{OLDEST[1]} or newer.")


def loads(library: str) -> bool:
    """Say whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(needs: tuple[Need, ...]) -> list[Need]:
    """Return what this machine does not offer yet (only Linux leaves it to the system)."""
    if not sys.platform.startswith("linux"):
        return []
    return [need for need in needs if not need.is_met()]


def install_system_packages(needs: list[Need]) -> None:
    """Install the packages where that is allowed, or say which line to type."""
    if not needs:
        return
    packages = [need.package for need in needs]
    if not shutil.which("apt-get"):
        names = ", ".join(need.name for need in needs)
        raise CannotSetUp(f"Install these with the system's package manager: {names}")
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    prefix = way_to_root()
    if prefix is None:
        raise CannotSetUp(f"Some system packages are missing. {how_to_install(line)}\n")
    say(f"Installing system packages: {' '.join(packages)}")
    unasked = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    call([*unasked, "apt-get", "update", "-qq"], quietly=True)
    call([*unasked, *line], quietly=True)


def how_to_install(line: list[str]) -> str:
    """Return the one line to type, and who has to type it."""
    if shutil.which("sudo"):
        return f"Type this line:\n\nsudo {' '.join(line)}"
    return f"Type this line as root:\n\n{' '.join(line)}"


def way_to_root() -> list[str] | None:
    """Return what to put before a command so that it runs as root, or None where it may not."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def fill_environment(purpose: str) -> None:
    """Make the virtual environment and put in exactly what the lock says."""
    if not python().is_file():
        say("Making the virtual environment.")
        call([sys.executable, "-m", "venv", str(VENV)])
    say(f"Installing the packages of {LOCKS[purpose]}.")
    pip("--require-hashes", "--only-binary", ":all:", "--requirement", LOCKS[purpose])
    # The tree itself, without fetching anything: its build tool came with the lock.
    pip("--no-deps", "--no-build-isolation", "--no-index", "--editable", ".")
    call([str(python()), str(ROOT / "tools" / "assets.py")])
    for stamp in stamps(purpose):
        stamp.touch()


def stamps(purpose: str) -> Iterator[Path]:
    """Yield the files that tell make what is ready; each purpose includes those before it."""
    for each in LOCKS:
        yield VENV / f"{each}.stamp"
        if each == purpose:
            return


def python() -> Path:
    """Return the interpreter of the virtual environment."""
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def pip(*arguments: str) -> None:
    """Run pip's install inside the environment."""
    call([str(python()), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments])


def call(command: list[str], quietly: bool = False) -> None:
    """Run one command from the root of the tree; quietly, only its complaints are shown."""
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL if quietly else None)


def say(text: str) -> None:
    """Tell what happens now."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
