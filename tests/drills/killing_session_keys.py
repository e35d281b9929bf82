"""What is killed while the confidants' ring is renewed under what is kept of sessions.

Started by tests/drills/test_kill_sessions.py as a process of its own, as killing.py is.
"""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from killing import Acknowledge
from killing_going import small_steps
from killing_sessions import Around, main
from meeting import NOW, planned, register
from sqlalchemy import select
from sqlalchemy.orm import Session
from standing_beside import AGREED

from hgkm_desktop.db import Database
from hgkm_desktop.models import Registration, Ring, SessionFollowUp
from hgkm_desktop.rules.follow_ups import PrivateFollowUp, Step
from hgkm_desktop.services import follow_ups, registrations, rings, session_reach
from hgkm_desktop.vault import sealing
from hgkm_desktop.vault.sealing import CONFIDANTS


class TheRing(Around):
    """The confidants' ring gets a new key under follow-ups and agreements: all can be read."""

    longest = 0.8

    def __init__(self, folder: Path, kills: int, seed: int) -> None:
        super().__init__(folder, kills, seed)
        joke, leyla = self.open("Joke"), self.open("Leyla")
        self.list_id = planned(joke).id
        for _each in range(12):
            her = register(joke, self.list_id, "Hodan").registration
            joke.call(session_reach.agree, her.id, AGREED, **NOW)
            leyla.call(follow_ups.begin, PrivateFollowUp("Zus A", "0"), **NOW)
        joke.close()
        leyla.close()

    def work(self, acknowledge: Acknowledge) -> None:
        joke, leyla = small_steps(self.open("Joke")), self.open("Leyla")
        first, *_others = joke.call(registrations.of_session, self.list_id)
        while True:
            leyla.call(rings.renew)
            acknowledge("renewed", leyla.call(_ring).ring_id)
            line = next(iter(leyla.call(follow_ups.everything)))
            said = str(int(line.follow_up.said) + 1)
            told = replace(line.follow_up, said=said, steps=(Step(said),))
            leyla.call(follow_ups.save, line.id, line.version, told, **NOW)
            acknowledge("kept", line.id, said)
            number = f"06{int(said):08}"
            joke.call(session_reach.agree, first.id, replace(AGREED, number=number), **NOW)
            acknowledge("agreed", first.id, number)

    def look_at(self, joke: Database) -> None:
        leyla = self.open("Leyla")
        lines = {str(line.id): line.follow_up for line in leyla.call(follow_ups.everything)}
        told = leyla.call(session_reach.to_tell, self.list_id, **NOW)
        if (len(lines), len(told)) != (12, 12):
            self.bad.append(f"{len(lines)} follow-ups and {len(told)} agreements are left")
        saved = {her: said for her, said in self.of("kept")}
        self.bad += [f"lost: {i}" for i, said in saved.items() if int(lines[i].said) < int(said)]
        self.bad += [
            f"half: {i}" for i, f in lines.items() if [s.what for s in f.steps] != _last(f)
        ]
        self._look_at_number(leyla)
        ring, sealed = leyla.call(_ring), leyla.call(_rings_of_sealed)
        if sealed != {ring.ring_id}:
            self.bad.append("something is still sealed with an old key, or an old one is left")
        leyla.close()

    def _look_at_number(self, leyla: Database) -> None:
        for her, number in self.of("agreed")[-1:]:
            for way in AGREED.channels:
                found = leyla.call(session_reach.reach, UUID(her), way, **NOW)
                if found.gate.may and found.agreed.number < number:
                    self.bad.append(f"lost: the number of {her}")


def _last(told: PrivateFollowUp) -> list[str]:
    return [told.said] if told.said != "0" else []


def _ring(session: Session) -> sealing.RingKey:
    return sealing.current(session, CONFIDANTS)


def _rings_of_sealed(session: Session) -> set[UUID]:
    """Return with which keys something is sealed, and which there are."""
    kinds = select(Registration.sealed), select(SessionFollowUp.sealed)
    envelopes = [each for kind in kinds for each in session.scalars(kind) if each is not None]
    there = session.scalars(select(Ring.id).where(Ring.name == CONFIDANTS))
    return {sealing.ring_of(each) for each in envelopes} | set(there)


if __name__ == "__main__":
    main({"TheRing": TheRing})
