import os
import subprocess
import sys

import pytest

from hgkm_desktop import harden as module

SCRIPT = """
import os, resource, sys
from hgkm_desktop.harden import harden
os.umask(0o022)
harden()
open(sys.argv[1], "w").close()
import ctypes
print(oct(os.stat(sys.argv[1]).st_mode & 0o777))
print(resource.getrlimit(resource.RLIMIT_CORE))
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_files_are_ours_alone_and_the_memory_is_never_dumped(tmp_path):
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "file")]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.splitlines() == ["0o600", "(0, 0)", "0"]


def test_a_system_without_these_is_hardened_as_far_as_it_goes(monkeypatch):
    before = os.umask(0o022)
    try:
        monkeypatch.setattr(module.os, "name", "nt")
        monkeypatch.setattr(module.sys, "platform", "win32")
        module.harden()
        assert os.umask(0o077) == 0o077
    finally:
        monkeypatch.undo()
        os.umask(before)
