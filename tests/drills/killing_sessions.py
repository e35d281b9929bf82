"""What is killed around information sessions: series, lists, files, and forgetting names.

Started by tests/drills/test_kill_sessions.py as a process of its own, as killing.py is.
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from desk import MONDAY
from killing import Acknowledge, Drill, prepared_desk
from killing_going import small_steps
from meeting import NOW, meeting, planned, register
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from standing_beside import AGREED

from hgkm_desktop.db import Database
from hgkm_desktop.models import InformationSession, Registration
from hgkm_desktop.rules.sessions import Frequency, NameKind, Place
from hgkm_desktop.services import (
    information_sessions,
    registration_files,
    registrations,
    session_names,
    session_reach,
    session_series,
)
from hgkm_desktop.services.registration_files import Column, Preview
from hgkm_desktop.services.registrations import NewRegistration
from hgkm_desktop.services.session_series import Repeat
from hgkm_desktop.services.tables import read
from hgkm_desktop.vault import keys
from hgkm_desktop.vault.keys import Kdf

FIRST, TIMES, CHANGED_FROM = date(2027, 1, 5), 28, 9
EVERY_WEEK = Repeat(Frequency.WEEKLY, FIRST + timedelta(weeks=TIMES - 1))
HERE, THERE = "zaal 1", "zaal 2"
FORTY, PLACES, IMPORTED, KEPT = 40, 9, 2_000, 200
AGO = timedelta(days=45)


class Around(Drill):
    """A drill in which Joke and Leyla work, and after which the file has to be whole."""

    def __init__(self, folder: Path, kills: int, seed: int) -> None:
        super().__init__(folder, kills, seed)
        self.desk = prepared_desk(folder)

    def open(self, name: str) -> Database:
        return Database(self.desk.open(name), self.desk.now)

    def look(self) -> None:
        self.bad += self.failed()
        joke = self.open("Joke")
        self.bad += joke.problems()
        self.look_at(joke)
        joke.close()

    def look_at(self, joke: Database) -> None:
        raise NotImplementedError

    def of(self, kind: str) -> list[list[str]]:
        """Return what was acknowledged in the last life."""
        return [said[1:] for said in self.newest if said[0] == kind]


class Series(Around):
    """A series of 28 is saved whole or not at all; so is a change of one and all that follow."""

    longest = 0.6

    def work(self, acknowledge: Acknowledge) -> None:
        joke = small_steps(self.open("Joke"))
        while True:
            one = meeting(FIRST, place=HERE)
            times = joke.call(session_series.begin, one, EVERY_WEEK, **NOW)
            acknowledge("begun", times[0].series_id)
            changed = joke.call(information_sessions.get, times[CHANGED_FROM].id)
            changed.place = THERE
            joke.call(session_series.save_following, changed, **NOW)
            acknowledge("changed", changed.series_id)

    def look_at(self, joke: Database) -> None:
        found: dict[str, list[str]] = {}
        for one in joke.call(_everything, InformationSession, InformationSession.starts_at):
            found.setdefault(str(one.series_id), []).append(one.place)
        begun = [HERE] * TIMES
        changed = [HERE] * CHANGED_FROM + [THERE] * (TIMES - CHANGED_FROM)
        self.bad += [f"half a series: {s}" for s in found if found[s] not in (begun, changed)]
        self.bad += [f"lost: {s}" for (s,) in self.of("begun") if s not in found]
        self.bad += [f"not changed: {s}" for (s,) in self.of("changed") if found[s] != changed]


class FortyPeople(Around):
    """Forty are put on a list one after the other; from the tenth on they wait."""

    longest = 0.6

    def work(self, acknowledge: Acknowledge) -> None:
        joke = small_steps(self.open("Joke"))
        while True:
            one = planned(joke, capacity=PLACES)
            for number in range(FORTY):
                done = register(joke, one.id, f"Naam {chr(97 + number % 26)}", children=1)
                acknowledge("on", one.id, done.registration.id)

    def look_at(self, joke: Database) -> None:
        rows = joke.call(_everything, Registration, Registration.number)
        lists: dict[str, list[Registration]] = {}
        for row in rows:
            lists.setdefault(str(row.session_id), []).append(row)
        ids = {str(row.id) for row in rows}
        self.bad += [f"lost: {her}" for _, her in self.of("on") if her not in ids]
        said = Counter(list_id for list_id, _ in self.of("on"))
        for list_id, there in lists.items():
            self._look_at_one(there)
            if list_id in said and len(there) not in (said[list_id], said[list_id] + 1):
                self.bad.append(f"nobody said so: {len(there)} on {list_id}")

    def _look_at_one(self, there: list[Registration]) -> None:
        if [row.number for row in there] != list(range(1, len(there) + 1)):
            self.bad.append("the numbers of a list are not one after the other")
        places = [Place.HAS_PLACE] * PLACES + [Place.WAITING] * FORTY
        if [row.place for row in there] != places[: len(there)]:
            self.bad.append("somebody lost her place, or has too much of one")


class TheFile(Around):
    """A file of two thousand lines is taken in whole or not at all, and taken off so too."""

    longest = 1.5

    def __init__(self, folder: Path, kills: int, seed: int) -> None:
        super().__init__(folder, kills, seed)
        lines = (f"Naam {chr(97 + n % 26)}{chr(97 + n // 26 % 26)};1" for n in range(IMPORTED))
        self.table = read("\n".join(("voornaam;kinderen", *lines)).encode())

    def work(self, acknowledge: Acknowledge) -> None:
        joke = small_steps(self.open("Joke"))
        matching = {Column.NAME: 0, Column.CHILDREN: 1}
        before: Sequence[UUID] = ()
        while True:
            one = planned(joke)
            found = joke.call(registration_files.preview, one.id, self.table, matching)
            taken = joke.call(registration_files.take_in, one.id, found)
            acknowledge("taken", one.id)
            joke.call(registrations.remove_all, before)
            before = taken

    def look_at(self, joke: Database) -> None:
        counted = {str(each): count for each, count in joke.call(_on_lists).items()}
        self.bad += [f"half a file: {n}" for n in counted.values() if n != IMPORTED]
        taken = [list_id for (list_id,) in self.of("taken")]
        self.bad += [f"lost: {list_id}" for list_id in taken[-1:] if list_id not in counted]
        self.bad += [f"is there again: {s}" for s in taken[:-2] if s in counted]
        for list_id in counted:
            rows = joke.call(registrations.of_session, UUID(list_id))
            joke.call(registrations.remove_all, [row.id for row in rows])


class Forgetting(Around):
    """Names are forgotten of a whole list, while all lists are written anew: none loses anybody."""

    longest = 0.8

    def work(self, acknowledge: Acknowledge) -> None:
        joke = small_steps(self.open("Joke"))
        while True:
            told = [self._listed(joke, MONDAY.date() - AGO), self._listed(joke, FIRST)]
            acknowledge("listed", *told)
            joke.call(session_names.forget, **NOW)
            acknowledge("forgotten", told[0])

    def _listed(self, joke: Database, day: date) -> UUID:
        one = planned(joke, day)
        good = ((n, NewRegistration(f"de jas {n % 26}", NameKind.ALIAS)) for n in range(KEPT))
        (first, *_others) = joke.call(registration_files.take_in, one.id, Preview(tuple(good), ()))
        joke.call(session_reach.agree, first, AGREED, **NOW)
        return one.id

    def look_at(self, joke: Database) -> None:
        lists: dict[UUID, list[Registration]] = {}
        for row in joke.call(_everything, Registration, Registration.number):
            lists.setdefault(row.session_id, []).append(row)
        known = {one.id: one for one in joke.call(_everything, InformationSession)}
        for session_id, rows in lists.items():
            self._look_at_one(known[session_id], rows)
        here = {str(each) for each in lists}
        self.bad += [f"lost: {s}" for both in self.of("listed") for s in both if s not in here]
        gone = {str(one.id) for one in known.values() if one.names_gone}
        self.bad += [f"not forgotten: {s}" for (s,) in self.of("forgotten") if s not in gone]
        for rows in lists.values():
            joke.call(registrations.remove_all, [row.id for row in rows])

    def _look_at_one(self, one: InformationSession, rows: list[Registration]) -> None:
        named, sealed = (sum(map(bool, each)) for each in zip(*map(_hers, rows), strict=True))
        numbers = [row.number for row in rows]
        if len(rows) != KEPT or numbers != list(range(1, KEPT + 1)):
            self.bad.append(f"a list lost somebody: {len(rows)}")
        if one.names_gone and (named or sealed):
            self.bad.append(f"half forgotten: {named} names, {sealed} agreements")
        if not one.names_gone and named != KEPT:
            self.bad.append(f"forgotten unsaid: {named} names are left")
        if one.names_gone and one.ends_at > MONDAY - AGO + timedelta(days=1):
            self.bad.append("a list was forgotten too early")


def _everything(session: Session, kind, *order):
    return session.scalars(select(kind).order_by(*order)).all()


def _on_lists(session: Session) -> dict[UUID, int]:
    rows = select(Registration.session_id, func.count()).group_by(Registration.session_id)
    return {session_id: count for session_id, count in session.execute(rows)}


def _hers(row: Registration) -> tuple[str, bytes | None]:
    return row.name, row.sealed


DRILLS = {each.__name__: each for each in (Series, FortyPeople, TheFile, Forgetting)}


def main(drills: Mapping[str, type[Drill]] = DRILLS) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("drill", choices=drills)
    parser.add_argument("folder", type=Path)
    parser.add_argument("kills", type=int)
    parser.add_argument("seed", type=int)
    given = parser.parse_args()
    keys.kdf_for_this_computer = lambda: Kdf(m=64 * 1024)
    print(json.dumps(drills[given.drill](given.folder, given.kills, given.seed).run()))


if __name__ == "__main__":
    main()
