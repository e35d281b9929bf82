import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
ABORTS_ON_3_11 = Version("6.12.0")


def entries(lock):
    """The requirements of a lock, each with the hashes that stand under it."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(Requirement(line.split(" --hash")[0]), line.count("--hash=sha256:")) for line in lines]


def pins(lock):
    return {
        (canonicalize_name(wanted.name), str(wanted.specifier), str(wanted.marker or ""))
        for wanted, _ in entries(lock)
    }


def asked(file):
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and line[0] not in "#-"]


def declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(line) for line in project["dependencies"]]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_has_one_version_and_hashes(lock):
    for wanted, hashes in entries(lock):
        assert re.fullmatch(r"==[^,*]+", str(wanted.specifier)), wanted
        assert hashes, f"{wanted} has no hash"


@pytest.mark.parametrize("file", [*LOCKS, "requirements.in", "requirements-dev.in"])
def test_no_requirements_file_names_a_package_index(file):
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links|--trusted-host", text)


def test_the_lock_for_tests_holds_exactly_what_the_program_runs_on():
    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_the_lock_holds_everything_the_project_declares():
    locked = {canonicalize_name(wanted.name): wanted for wanted, _ in entries("requirements.lock")}
    for wanted in declared():
        pinned = str(locked[canonicalize_name(wanted.name)].specifier).removeprefix("==")
        assert pinned in wanted.specifier, wanted


def test_a_pyside_that_aborts_cannot_be_chosen():
    wanted = [
        requirement
        for requirement in [*asked("requirements.in"), *declared()]
        if canonicalize_name(requirement.name) == "pyside6-essentials"
    ]
    assert len(wanted) == 2
    assert not any(ABORTS_ON_3_11 in requirement.specifier for requirement in wanted)
