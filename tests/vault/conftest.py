import os

import back_ends
import disks
import pytest
from attacked_case import MARKER
from desk import MONDAY, Desk, Make
from hypothesis import settings
from raw_file import RawFile
from secret_service import SecretService, running
from standing_beside import agree, open_linde

from hgkm_desktop.db import Database
from hgkm_desktop.models import RealQuestion, WalkIn
from hgkm_desktop.models.codes import HarmKind
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.services import case_notes, walk_ins

settings.register_profile("calm", deadline=None)
settings.load_profile("calm")

QUESTION = RealQuestion("marker-question-zevenblad", "marker-words-zevenblad", (HarmKind.STALKING,))


@pytest.fixture
def raw(desk: Desk) -> RawFile:
    """The file in Hanan's hands: a volunteer with her own keys and the raw file."""
    return RawFile(desk)


@pytest.fixture
def log_question(desk: Desk):
    """Log a walk-in with a real question, and close the log again."""

    def log(question: RealQuestion = QUESTION, name: str = "Joke") -> WalkIn:
        db = Database(desk.open(name), desk.now)
        walk_in = Make(db).walk_in(question)
        db.close()
        return walk_in

    return log


@pytest.fixture
def read_question(desk: Desk):
    """Read a real question as a confidant does, in a session of its own."""

    def read(walk_in: WalkIn, name: str = "Leyla") -> RealQuestion | None:
        db = Database(desk.open(name), desk.now)
        try:
            return db.call(walk_ins.read_real_question, walk_in.id)
        finally:
            db.close()

    return read


@pytest.fixture(scope="session")
def _any_service():
    """The key ring of `make test`, or one of our own; never that of whoever runs the tests."""
    if "VIRTUAL_SCREEN" in os.environ:
        yield os.environ["DBUS_SESSION_BUS_ADDRESS"]
        return
    with running() as service:
        yield service.address


@pytest.fixture
def secret_service(_any_service, monkeypatch) -> None:
    """A real, open key ring."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", _any_service)


@pytest.fixture
def bus_alone(monkeypatch):
    """A message bus of this test's own, with no key ring on it yet."""
    with running(key_ring=False) as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        yield service


@pytest.fixture
def private_service(bus_alone: SecretService) -> SecretService:
    """A real, open key ring of this test's own, to be locked, emptied or ended."""
    bus_alone.start_key_ring()
    return bus_alone


@pytest.fixture
def no_bus(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")


@pytest.fixture
def alternatives():
    """The plaintext back ends of the key-ring library, out of sight until a test wants them."""
    yield from back_ends.without_alternatives()


@pytest.fixture
def made_up():
    """Define back ends for one test."""
    yield from back_ends.forgotten_afterwards()


@pytest.fixture
def ordinary_user():
    return disks.as_ordinary_user


@pytest.fixture(params=["mounted", "limited"])
def disk(request, tmp_path):
    """A disk that can be filled: a small one of its own, and a limit on every file."""
    folder = tmp_path / "disk"
    folder.mkdir()
    disk = disks.Disk(folder, request.param)
    yield disk
    disk.close()


@pytest.fixture
def linde_case(desk, sign_in):
    leyla = sign_in("Leyla")
    case_id = open_linde(desk, leyla, Imane=True)
    agree(leyla, case_id)
    leyla.call(case_notes.write, case_id, Note(MONDAY, seen=MARKER), now=MONDAY)
    return leyla, case_id
