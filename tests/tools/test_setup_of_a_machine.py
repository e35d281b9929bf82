import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def setup(monkeypatch):
    spec = importlib.util.spec_from_file_location("setup_tool", ROOT / "tools" / "setup.py")
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "setup_tool", module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def called(setup, monkeypatch):
    commands = []
    monkeypatch.setattr(setup, "call", lambda command, quietly=False: commands.append(command))
    return commands


def needs(setup):
    return [setup.Need("libGL.so.1", "libgl1"), setup.Need("Xvfb", "xvfb")]


def test_without_a_way_to_root_the_one_line_to_type_is_printed(setup, called, monkeypatch):
    monkeypatch.setattr(setup, "way_to_root", lambda: None)
    monkeypatch.setattr(setup.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(setup.CannotSetUp) as stopped:
        setup.install_system_packages(needs(setup))
    line = "sudo apt-get install -y --no-install-recommends libgl1 xvfb"
    assert line in str(stopped.value).splitlines()
    assert not called


def test_as_root_the_packages_are_installed_after_a_fresh_list(setup, called, monkeypatch):
    monkeypatch.setattr(setup, "way_to_root", list)
    monkeypatch.setattr(setup.shutil, "which", lambda name: f"/usr/bin/{name}")
    setup.install_system_packages(needs(setup))
    updated, installed = (" ".join(command) for command in called)
    assert updated.endswith("apt-get update -qq")
    assert installed.endswith("install -y --no-install-recommends libgl1 xvfb")


def test_a_system_without_apt_is_told_what_is_missing(setup, called, monkeypatch):
    monkeypatch.setattr(setup.shutil, "which", lambda name: None)
    with pytest.raises(setup.CannotSetUp, match=r"libGL\.so\.1, Xvfb"):
        setup.install_system_packages(needs(setup))


def test_a_machine_that_has_everything_is_left_alone(setup, called):
    setup.install_system_packages([])
    assert not called


def test_only_linux_is_asked_for_system_packages(setup, monkeypatch):
    monkeypatch.setattr(setup.sys, "platform", "darwin")
    assert setup.missing((setup.Need("no-such-library.so.9", "nothing"),)) == []


def test_an_absent_library_program_and_module_are_noticed(setup, monkeypatch):
    monkeypatch.setattr(setup.sys, "platform", "linux")
    absent = tuple(setup.Need(name, "x") for name in ("no-such.so.9", "no-such-program"))
    assert setup.missing((*absent, setup.Need("sh", "dash"))) == list(absent)


def test_an_old_python_is_refused_in_words(setup, monkeypatch):
    monkeypatch.setattr(setup.sys, "version_info", (3, 10))
    with pytest.raises(setup.CannotSetUp, match=r"3\.11 or newer"):
        setup.check_python()


def test_an_unknown_purpose_is_answered_with_the_usage(setup, called, capsys):
    assert setup.main(["dance"]) == 2
    assert "run|test|build" in capsys.readouterr().err


def test_a_machine_ready_to_build_is_ready_for_tests_and_to_run(setup):
    assert [stamp.name for stamp in setup.stamps("build")] == [
        "run.stamp",
        "test.stamp",
        "build.stamp",
    ]
    assert [stamp.name for stamp in setup.stamps("run")] == ["run.stamp"]
