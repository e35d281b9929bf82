import pytest
from desk import Desk, Make
from raw_file import RawFile

from hgkm_desktop.db import Database
from hgkm_desktop.models import RealQuestion, WalkIn
from hgkm_desktop.models.codes import HarmKind
from hgkm_desktop.services import walk_ins

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
