"""What is killed while somebody goes along: planning, moving, noting, and the list of partners.

Started by tests/drills/test_kill_going_along.py as a process of its own, as killing.py is.
"""

import argparse
import json
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from desk import MONDAY
from going import BEFORE, HOUR, NOW, blank, partner
from killing import Acknowledge, Drill, prepared_desk
from sqlalchemy import select
from sqlalchemy.orm import Session
from standing_beside import open_linde

from hgkm_desktop.db import Database
from hgkm_desktop.models import Partner, PartnerPerson, new_id
from hgkm_desktop.rules.appointment import Afterwards, Visit, kept
from hgkm_desktop.rules.going_along import AppointmentKind, Side
from hgkm_desktop.services import (
    appointment_afterwards,
    appointments,
    cases,
    partner_changes,
    partner_columns,
    partner_count,
    partner_files,
    partner_table,
)
from hgkm_desktop.services.appointment_afterwards import Agreed
from hgkm_desktop.vault import keys
from hgkm_desktop.vault.keys import Kdf

PROMISES = (Agreed("Ze belt over de woning.", "Jolanda"), Agreed("Ze mailt.", "Jolanda"))
BATCH = 3
LETTERS = str.maketrans("0123456789", "ghijklmnop")


def plan_both(session: Session, visit: Visit, first: Visit) -> Visit:
    """Plan a visit and the one in which they get to know each other, in one go."""
    met = appointments.plan(session, first, **NOW)
    told = replace(visit.details, introduction_id=met.id)
    return appointments.plan(session, replace(visit, details=told), **NOW)


def small_steps(db: Database) -> Database:
    """Let kills hit the checkpoints too."""
    with closing(db.engine.raw_connection()) as connection:
        connection.driver_connection.execute("PRAGMA wal_autocheckpoint=60").fetchall()
    return db


class GoingAlong(Drill):
    """Visits are planned with an introduction, moved, and noted with two promises."""

    longest = 0.6

    def __init__(self, folder: Path, kills: int, seed: int) -> None:
        super().__init__(folder, kills, seed)
        self.desk = prepared_desk(folder)
        leyla, joke = self.open("Leyla"), self.open("Joke")
        self.case_id, self.partner_id = open_linde(self.desk, leyla), partner(joke)
        leyla.close()
        joke.close()

    def open(self, name: str) -> Database:
        return Database(self.desk.open(name), self.desk.now)

    def work(self, acknowledge: Acknowledge) -> None:
        leyla = small_steps(self.open("Leyla"))
        where = {"partner_id": self.partner_id, "partner_words": ""}
        while True:
            visit = blank(leyla, self.case_id, BEFORE, **where)
            first = blank(
                leyla, self.case_id, BEFORE - 2 * HOUR, kind=AppointmentKind.INTRODUCTION, **where
            )
            visit = leyla.call(plan_both, visit, first)
            acknowledge("planned", visit.id, visit.details.introduction_id)
            times = BEFORE + HOUR, BEFORE + 2 * HOUR
            visit = leyla.call(
                appointments.move, visit.id, visit.version, *times, Side.PARTNER, **NOW
            )
            acknowledge("moved", visit.id, len(visit.details.moves))
            told = visit.id, visit.version, Afterwards(MONDAY.date(), known_face=True), PROMISES
            visit = leyla.call(appointment_afterwards.save, *told, **NOW)
            acknowledge("noted", visit.id, *visit.details.afterwards.promises)

    def look(self) -> None:
        self.bad += self.failed()
        leyla = self.open("Leyla")
        self.bad += leyla.problems()
        visits = {str(each.id): each for each in leyla.call(appointments.of_case, self.case_id)}
        promised = set(leyla.call(cases.page, self.case_id).standing.promises)
        for kind, visit_id, *more in self.newest:
            if visit_id not in visits or not _is_there(kind, visits[visit_id], more):
                self.bad.append(f"lost: {kind} {visit_id}")
        self._look_for_halves(visits, promised)
        counted = leyla.call(partner_count.of_partner, self.partner_id)
        wanted = Counter[object]()
        for each in visits.values():
            wanted.update(kept(each.details))
        if Counter(counted.get(BEFORE.year, {})) != wanted:
            self.bad.append("the counts are not those of the visits")
        leyla.close()

    def _look_for_halves(self, visits: dict[str, Visit], promised: set[object]) -> None:
        met = {each.details.introduction_id for each in visits.values()} - {None}
        made = {
            each.id for each in visits.values() if each.details.kind is AppointmentKind.INTRODUCTION
        }
        if met != made:
            self.bad.append("an introduction without its visit, or the other way round")
        noted = [each.details.afterwards for each in visits.values()]
        if {promise for told in noted if told is not None for promise in told.promises} != promised:
            self.bad.append("a promise without its visit, or the other way round")


def _is_there(kind: str, visit: Visit, more: list[str]) -> bool:
    told = visit.details
    if kind == "planned":
        return [str(told.introduction_id)] == more
    if kind == "moved":
        return [str(len(told.moves))] == more and visit.starts == BEFORE + HOUR
    return told.afterwards is not None and list(map(str, told.afterwards.promises)) == more


class TheListOfPartners(Drill):
    """A table of partners is taken in whole or not at all; merging moves everybody or nobody."""

    longest = 0.4

    def __init__(self, folder: Path, kills: int, seed: int) -> None:
        super().__init__(folder, kills, seed)
        self.desk = prepared_desk(folder)

    def open(self) -> Database:
        return Database(self.desk.open("Joke"), self.desk.now)

    def work(self, acknowledge: Acknowledge) -> None:
        joke = small_steps(self.open())
        while True:
            batch = new_id().hex[-12:].translate(LETTERS)
            read = joke.call(partner_files.read_csv, _table(batch))
            joke.call(partner_files.take_in, read.good, **NOW)
            acknowledge("imported", batch)
            old, into, _other = (row.partner.id for row in read.good)
            joke.call(partner_changes.merge, old, into, **NOW)
            acknowledge("merged", batch, old.hex, into.hex)

    def look(self) -> None:
        self.bad += self.failed()
        joke = self.open()
        self.bad += joke.problems()
        partners, people = joke.call(_everything)
        batches = Counter(each.name.split()[0] for each in partners.values())
        self.bad += [f"half a table: {name}" for name, n in batches.items() if n != BATCH]
        for kind, batch, *ids in self.newest:
            if batch not in batches:
                self.bad.append(f"lost: {kind} {batch}")
            elif ids and partners[ids[0]].merged_into.hex != ids[1]:
                self.bad.append(f"not merged: {batch}")
        for each in partners.values():
            self._look_at(each, people)
        joke.close()

    def _look_at(self, one: Partner, people: dict[str, list[PartnerPerson]]) -> None:
        there = people.get(one.id.hex, [])
        gone = [each for each in there if each.until is not None]
        if one.merged_into is None:
            whole = one.ended_on is None and not gone and there
        else:
            names = {each.name for each in people.get(one.merged_into.hex, [])}
            whole = one.ended_on and gone == there and names >= {each.name for each in there}
        if not whole:
            self.bad.append(f"half merged: {one.name}")


def _table(batch: str) -> bytes:
    cells = []
    for number in range(BATCH):
        one = Partner(name=f"{batch} Buurtteam {'abc'[number]}")
        someone = PartnerPerson(partner_id=one.id, name=f"Jolanda {'abc'[number]}")
        cells.append(partner_columns.cells(one) | partner_columns.cells(someone))
    return partner_table.written(partner_columns.HEADER, cells)


def _everything(session: Session) -> tuple[dict[str, Partner], dict[str, list[PartnerPerson]]]:
    people: dict[str, list[PartnerPerson]] = {}
    for each in session.scalars(select(PartnerPerson)):
        people.setdefault(each.partner_id.hex, []).append(each)
    return {each.id.hex: each for each in session.scalars(select(Partner))}, people


DRILLS = {each.__name__: each for each in (GoingAlong, TheListOfPartners)}


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
