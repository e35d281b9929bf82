"""A process that starts others and kills them at random moments; prints what it found as JSON.

It forks, so that a child works at once: most of the kills then land in the middle of the work.
"""

import argparse
import json
import os
import pickle
import random
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from desk import MONDAY, Desk, Make

from hgkm_desktop.db import Database
from hgkm_desktop.models import RealQuestion
from hgkm_desktop.models.codes import HelpTopic, Role
from hgkm_desktop.services import members, rings, tallies, walk_in_list, walk_ins
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.vault import backup, founding, keys, recovery_code, slots, store
from hgkm_desktop.vault.keys import Kdf
from hgkm_desktop.vault.vault import Vault

Acknowledge = Callable[..., None]


def prepared_desk(folder: Path) -> Desk:
    """Return the log whose folder and keys the test laid ready."""
    code, everyone = pickle.loads((folder / "keys").read_bytes())
    return Desk(folder / "log", code, everyone)


class Drill:
    """What a child does until it is killed, and what has to be true afterwards."""

    longest = 0.3

    def __init__(self, folder: Path, kills: int, seed: int) -> None:
        self.folder, self.kills = folder, kills
        self.chance = random.Random(seed)
        self.acknowledged: list[list[str]] = []
        self.newest: list[list[str]] = []
        self.bad: list[str] = []

    def run(self) -> dict[str, object]:
        begun = time.monotonic()
        for _kill in range(self.kills):
            self.newest = self._one_life()
            self.acknowledged += self.newest
            self.look()
        seconds = round(time.monotonic() - begun, 1)
        told = {"kills": self.kills, "acknowledged": len(self.acknowledged)}
        return told | {"bad": self.bad, "seconds": seconds}

    def _one_life(self) -> list[list[str]]:
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            self._live(writing)
        os.close(writing)
        time.sleep(self.chance.uniform(0, self.longest))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading) as pipe:
            return [line.split() for line in pipe.read().splitlines()]

    def _live(self, pipe: int) -> None:
        try:
            self.work(lambda *said: os.write(pipe, (" ".join(map(str, said)) + "\n").encode()))
        except Exception as error:  # noqa: BLE001 -- told to whoever looks afterwards
            os.write(pipe, f"failed {type(error).__name__} {error}\n".encode())
        os._exit(0)

    def work(self, acknowledge: Acknowledge) -> None:
        raise NotImplementedError

    def look(self) -> None:
        raise NotImplementedError

    def failed(self) -> list[str]:
        return [" ".join(said) for said in self.acknowledged if said[0] == "failed"]


class Saving(Drill):
    """Visits, corrections and tallies are saved; a small WAL lets kills hit checkpoints too."""

    def __init__(self, folder: Path, kills: int, seed: int) -> None:
        super().__init__(folder, kills, seed)
        self.desk = prepared_desk(folder)

    def work(self, acknowledge: Acknowledge) -> None:
        db = Database(self.desk.open("Joke"), self.desk.now)
        with closing(db.engine.raw_connection()) as connection:
            connection.driver_connection.execute("PRAGMA wal_autocheckpoint=60").fetchall()
        make = Make(db)
        while True:
            walk_in = make.walk_in(RealQuestion("zevenblad"), desk_question="vraag " * 40)
            acknowledge("saved", walk_in.id)
            walk_in.children = 7
            db.call(walk_ins.correct, walk_in, now=MONDAY)
            acknowledge("corrected", walk_in.id)
            acknowledge("counted", db.call(tallies.add, MONDAY.date(), HelpTopic.DEBT))

    def look(self) -> None:
        self.bad += self.failed()
        db = Database(self.desk.open("Leyla"), self.desk.now)
        self.bad += db.problems()
        rows = {str(row.id) for row in db.call(walk_in_list.page, Query(), None, 10**6).rows}
        said = {kind: [] for kind in ("saved", "corrected", "counted")}
        for kind, value in self.acknowledged:
            said[kind].append(value)
        self.bad += [f"lost {gone}" for gone in set(said["saved"]) - rows]
        with closing(db.engine.raw_connection()) as connection:
            driver = connection.driver_connection
            changed = driver.execute("SELECT id FROM walk_in WHERE children = 7").fetchall()
            before = driver.execute("SELECT walk_in_id FROM walk_in_correction").fetchall()
        wanted = {value.replace("-", "") for value in said["corrected"]}
        self.bad += [f"not corrected {gone}" for gone in wanted - {id_ for (id_,) in changed}]
        self.bad += [f"no history {gone}" for gone in wanted - {id_ for (id_,) in before}]
        counted = db.call(tallies.of_day, MONDAY.date()).get(HelpTopic.DEBT, 0)
        if counted < max(map(int, said["counted"]), default=0):
            self.bad.append("a tally went back")
        db.close()


class ChangingTheTeam(Drill):
    """Members come and go and the ring is renewed: the file and the slots have to agree."""

    longest = 0.8

    def __init__(self, folder: Path, kills: int, seed: int) -> None:
        super().__init__(folder, kills, seed)
        self.desk = prepared_desk(folder)
        joke = Database(self.desk.open("Joke"), self.desk.now)
        self.walk_in = Make(joke).walk_in(RealQuestion("zevenblad"))
        joke.close()

    def work(self, acknowledge: Acknowledge) -> None:
        bea = Database(self.desk.open("Bea"), self.desk.now)
        leyla = Database(self.desk.open("Leyla"), self.desk.now)
        while True:
            name = f"N{os.getpid()}-{time.monotonic_ns()}"
            new = bea.call(members.add, name, [Role.VOLUNTEER], 1, now=MONDAY)
            acknowledge("added", new.member.id)
            leyla.call(rings.renew)
            acknowledge("renewed", "ring")
            bea.call(members.leave, new.member.id, now=MONDAY)
            acknowledge("left", new.member.id)

    def look(self) -> None:
        self.bad += self.failed()
        leyla = Database(self.desk.open("Leyla"), self.desk.now)
        self.bad += leyla.problems()
        if leyla.call(walk_ins.read_real_question, self.walk_in.id).question != "zevenblad":
            self.bad.append("a real question was lost")
        bea = Database(self.desk.open("Bea"), self.desk.now)
        team = bea.call(members.everyone)
        here = {str(member.id) for member in team if member.left_at is None}
        gone = {str(member.id) for member in team if member.left_at is not None}
        tiles = {str(tile.member_id) for tile in self.desk.vault.look().tiles}
        if tiles != here:
            self.bad.append("the slots do not agree with the file")
        said = {kind: {v for k, v in self.acknowledged if k == kind} for kind in ("added", "left")}
        if said["left"] - gone or said["added"] - here - gone:
            self.bad.append("an acknowledged change of the team was lost")
        if not slots.is_whole(self.desk.folder, self.desk.keys["Bea"].secret):
            self.bad.append("the slots file is damaged")
        leyla.close()
        bea.close()


class Founding(Drill):
    """First starts are cut off: there is a whole log or none, and the next one succeeds."""

    longest = 0.8

    def __init__(self, folder: Path, kills: int, seed: int) -> None:
        super().__init__(folder, kills, seed)
        self.place = folder / "data" / "log"

    def start(self) -> None:
        person = founding.Person("Ada", 1, "kaneel fiets regenjas brug lepel")
        code = recovery_code.new()
        start = founding.FirstStart("Nisa test", "Buurtlogboek", (person,), code, True)
        founding.found(self.place, start, lambda: MONDAY).engine.dispose()

    def work(self, acknowledge: Acknowledge) -> None:
        self.start()
        acknowledge("founded", "log")
        time.sleep(self.longest)

    def look(self) -> None:
        self.bad += self.failed()
        vault = Vault(self.place, lambda: MONDAY)
        if not vault.exists():
            self.bad += ["an acknowledged log is gone" for _ in self.newest]
            self.start()
        (tile,) = vault.look().tiles
        opened = vault.sign_in(tile.member_id, "kaneel fiets regenjas brug lepel")
        with closing(opened.engine.raw_connection()) as connection:
            self.bad += store.problems(connection.driver_connection)
        opened.engine.dispose()
        for file in self.place.iterdir():
            file.unlink()
        self.place.rmdir()


class Copying(Drill):
    """Copies are cut off: whatever has a copy's name is whole, and so is the log."""

    def __init__(self, folder: Path, kills: int, seed: int) -> None:
        super().__init__(folder, kills, seed)
        self.desk = prepared_desk(folder)
        self.stick = folder / "stick"
        self.stick.mkdir()

    def work(self, acknowledge: Acknowledge) -> None:
        db = Database(self.desk.open("Joke"), lambda: datetime.now(UTC))
        while True:
            Make(db).walk_in()
            place = self.stick / str(time.monotonic_ns())
            place.mkdir()
            acknowledge("copied", db.copy_to(place).folder)

    def look(self) -> None:
        self.bad += self.failed()
        key = self.desk.keys["Joke"].bundle.database
        key = backup.key_of_copy(key, slots.load(self.desk.folder).vault_id)
        for copy in self.stick.glob("*/logboek-kopie-*"):
            if copy.suffix != ".deel":
                store.ensure_opens(copy / store.FILE, key)
                slots.Slots.unpack((copy / slots.FILE).read_bytes())
        for _kind, folder in self.acknowledged:
            if not (Path(folder) / slots.FILE).is_file():
                self.bad.append("an acknowledged copy is gone")
        db = Database(self.desk.open("Joke"), self.desk.now)
        self.bad += db.problems()
        db.close()


DRILLS = {d.__name__: d for d in (Saving, ChangingTheTeam, Founding, Copying)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("drill", choices=DRILLS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("kills", type=int)
    parser.add_argument("seed", type=int)
    given = parser.parse_args()
    keys.kdf_for_this_computer = lambda: Kdf(m=64 * 1024)
    print(json.dumps(DRILLS[given.drill](given.folder, given.kills, given.seed).run()))


if __name__ == "__main__":
    main()
