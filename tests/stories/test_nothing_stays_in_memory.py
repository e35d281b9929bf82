import os
import re
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

DRIVER = Path(__file__).with_name("lock_driver.py")
MARKER = "kwartelbloesem"
HALF_TYPED = "zandlopervis"
NUMBER = "0918273645546372819"


def encodings(word):
    return [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-32-le")]


def memory_of(pid):
    """Yield everything a process can read in its own memory."""
    maps = Path(f"/proc/{pid}/maps").read_text()
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for begin, end, rights in re.findall(r"^([0-9a-f]+)-([0-9a-f]+) (\S+)", maps, re.MULTILINE):
            if rights.startswith("r"):
                with suppress(OSError, ValueError, OverflowError):
                    memory.seek(int(begin, 16))
                    yield memory.read(int(end, 16) - int(begin, 16))


def found_in(pid, words):
    counts = dict.fromkeys(words, 0)
    for piece in memory_of(pid):
        for word in words:
            counts[word] += sum(piece.count(raw) for raw in encodings(word))
    return counts


def wait_until(condition, seconds=40):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("waited too long")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc; other systems have their own way")
def test_after_locking_no_word_and_no_key_is_left_in_the_process(desk, tmp_path):
    key = desk.keys["Leyla"]
    data = tmp_path / "data"
    data.mkdir()
    desk.folder.rename(data / "log")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(DRIVER), str(data), str(key.tile.member_id)]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment)
    try:
        words = f"{key.passphrase}\n{MARKER}\n{HALF_TYPED}\n{NUMBER}\n"
        process.stdin.write(words.encode())
        process.stdin.flush()
        assert process.stdout.readline() == b"typed\n"
        before = found_in(process.pid, [MARKER, HALF_TYPED, NUMBER])
        assert min(before.values()) > 0, "the search itself must be able to find them"
        process.stdin.write(b"lock\n")
        process.stdin.close()
        command_line = Path(f"/proc/{process.pid}/cmdline")
        wait_until(lambda: b"lock_driver" not in command_line.read_bytes())
        assert process.poll() is None
        time.sleep(1.5)  # the fresh program has painted its clock and asked who can sign in
        secrets = [MARKER, HALF_TYPED, NUMBER, key.passphrase, key.bundle.database.key.hex()]
        assert found_in(process.pid, secrets) == dict.fromkeys(secrets, 0)
        raw_keys = (key.bundle.database.key, key.bundle.x, key.bundle.ed)
        pieces = list(memory_of(process.pid))
        assert not any(raw in piece for raw in raw_keys for piece in pieces)
        assert sum(len(piece) for piece in pieces) > 10_000_000  # it was really read
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
