"""Left behind: nothing. A whole day with marker words in every field; then every file is read."""

import base64
import logging
import tempfile
import traceback
from datetime import date, timedelta
from pathlib import Path

import pytest
from day_beside_her import Hand, everything, live, look_around, plan_the_week
from day_of_a_list import hold
from desk import MONDAY
from sqlalchemy import select
from typed_fields import BY_STAFF, OF_SESSIONS, TYPED, texts_in

from hgkm_desktop.db import Database
from hgkm_desktop.errors import UserError
from hgkm_desktop.models import RealQuestion, WalkIn, new_id
from hgkm_desktop.models.codes import Act, HarmKind, HelpTopic, Language, Role, SignalLevel
from hgkm_desktop.services import (
    audit_log,
    case_board,
    case_team,
    cases,
    drafts,
    erasing,
    members,
    organisation,
    registrations,
    rings,
    session_names,
    tallies,
    walk_in_list,
    walk_ins,
)
from hgkm_desktop.services.cases import Candidate
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.services.registrations import NewRegistration
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.vault import founding, recovery_code
from hgkm_desktop.vault.restoring import new_passphrase, restore_copy
from hgkm_desktop.vault.vault import Vault

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""A marker holds no digits: some would be refused as a number that was typed."""
WORDS = "kruidnagel wolkbreuk sleutelbloem tafelzilver regenton"
NEW_WORDS = "vuurtoren klaproos zandloper boterbloem hooiberg"


class Day:
    """A day at the desk that remembers every secret and everything that was said aloud."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.vault = Vault(home / "data" / "log", lambda: MONDAY)
        self.code = recovery_code.new()
        self.secrets: set[bytes] = set()
        self.said: list[str] = []

    def mark(self, name: str) -> str:
        """Return a word nobody else writes; it may be found nowhere."""
        word = f"zevenblad{name}{new_id().hex[-6:].translate(LETTERS)}"
        self.secrets.add(word.encode())
        return word

    def keep(self, word: str) -> None:
        self.secrets.add(word.encode())

    def open(self, member_id, words: str) -> Database:
        self.secrets |= {words.encode(), words.replace(" ", "").encode()}
        db = Database(self.vault.sign_in(member_id, words), lambda: MONDAY)
        bundle = db.actor.bundle
        keys = bundle.database.key, bundle.x, bundle.ed  # the salt stands in the file, openly
        self.secrets |= {*keys, db.actor.device_secret}
        return db

    def expect(self, work, *given, **named) -> None:
        """Something goes wrong that a volunteer hears about; what is said is kept."""
        with pytest.raises(UserError) as refused:
            work(*given, **named)
        error = refused.value
        self.said += ["".join(traceback.format_exception(error)), repr(error), str(error)]
        self.said += [error.title, error.hint, repr(getattr(error, "problems", ""))]


def _found(day: Day) -> Database:
    person = founding.Person(day.mark("naam"), 6, WORDS)
    names = day.mark("organisatie"), day.mark("venster")
    start = founding.FirstStart(*names, (person,), day.code)
    opened = founding.found(day.vault.folder, start, lambda: MONDAY)
    day.secrets |= {day.code.encode(), day.code.replace("-", "").encode()}
    member_id = opened.actor.member_id
    opened.engine.dispose()
    day.said.append(repr(start) + repr(person))
    return day.open(member_id, WORDS)


def _visit(day: Day, db: Database, number: int):
    walk_in = db.call(walk_ins.blank, now=MONDAY)
    walk_in.topics, walk_in.children = (HelpTopic.SAFETY, HelpTopic.ALONE), 3
    walk_in.language, walk_in.signal = Language.TIGRINYA, SignalLevel.ACUTE
    walk_in.follow_up_on = date(2026, 12, 1)
    walk_in.desk_question = day.mark(f"balie{number}")
    question = RealQuestion(
        day.mark(f"vraag{number}"), day.mark(f"woorden{number}"), (HarmKind.CONFINEMENT,)
    )
    db.call(walk_ins.log, walk_in, question, now=MONDAY)
    day.said += [repr(walk_in), repr(question)]
    return walk_in


def _work(day: Day, salma: Database, leyla: Database, visits: int) -> None:
    for number in range(visits):
        walk_in = _visit(day, salma, number)
        leyla.call(walk_ins.read_real_question, walk_in.id)
        walk_in.desk_question = day.mark("anders")
        corrected = salma.call(walk_ins.correct, walk_in, RealQuestion(day.mark("x")), now=MONDAY)
        day.said += [repr(salma.call(walk_ins.history, walk_in.id)), repr(corrected)]
        salma.call(walk_ins.delete, walk_in.id, day.mark("reden"), now=MONDAY)
        salma.call(walk_ins.undelete, walk_in.id, now=MONDAY)
        for word in list(day.secrets):
            salma.call(walk_in_list.page, Query(text=word.decode(errors="replace")))
        page = salma.call(walk_in_list.page, Query())
        day.said += [repr(page), repr(list(page.rows))]
    salma.call(tallies.add, MONDAY.date(), HelpTopic.SAFETY)
    salma.call(drafts.keep, "walk_ins", {"desk_question": day.mark("half")})
    leyla.call(drafts.keep, "walk_ins", {"question": day.mark("halfvraag")})
    salma.call(organisation.change, day.mark("nieuw"), day.mark("titel"), frozenset())
    salma.call(audit_log.note, Act.PRINT, "recovery_sheet")
    day.said += [repr(salma.call(audit_log.page)), repr(salma.call(members.everyone))]


def _stand_beside(day: Day, salma: Database, leyla: Database, women: int) -> None:
    hand = Hand(leyla, day.mark, day.keep)
    salma.call(case_board.start, now=MONDAY)
    for _ in range(women):
        before = set(day.secrets)
        case_id = live(hand)
        plan_the_week(Hand(salma, day.mark, day.keep))
        day.said += look_around(hand, case_id, [s.decode() for s in day.secrets - before])
        noted = list(texts_in(everything(leyla, case_id)))
        own = [secret.decode() for secret in day.secrets - before]
        assert {
            place for place, text in noted if any(each in text for each in own)
        } >= TYPED | BY_STAFF
        day.said += [repr(each) for each in everything(leyla, case_id)]
    day.said.append(repr(salma.call(case_board.board)))
    day.expect(leyla.call, cases.rename, case_id, day.mark("x") * 9)
    day.expect(salma.call, cases.page, case_id)
    again = [Candidate(leyla.actor.member_id, False)]
    reason = case_id, day.mark("waarom"), Helpers(day.code), again
    salma.call(case_team.recover, *reason, now=MONDAY)
    notes = leyla.call(cases.page, case_id).standing.notes
    assert notes[-1].body.seen.encode() in day.secrets
    erased = live(hand)
    day.said.append(repr(leyla.call(erasing.erase, erased, now=MONDAY)))


def _hold_a_session(day: Day, salma: Database, leyla: Database) -> None:
    before = set(day.secrets)
    kept = hold(Hand(salma, day.mark, day.keep), Hand(leyla, day.mark, day.keep))
    own = [secret.decode() for secret in day.secrets - before]
    found = {place for place, text in texts_in(kept) if any(each in text for each in own)}
    assert found >= OF_SESSIONS
    day.said += [repr(kept), *(repr(each) for each in kept)]
    again = NewRegistration(day.mark("x") * 9)
    day.expect(salma.call, registrations.register, kept[0].id, again)
    salma.call(session_names.forget, now=MONDAY + timedelta(days=60))


def _go_wrong(day: Day, salma: Database, leyla: Database) -> None:
    broken = salma.call(walk_ins.blank, now=MONDAY)
    broken.desk_question = day.mark("teveel") * 90
    day.expect(salma.call, walk_ins.log, broken, RealQuestion(day.mark("f") * 999), now=MONDAY)
    broken.desk_question, broken.topics = day.mark("bsn") + " bsn 111222333", (HelpTopic.DEBT,)
    day.expect(salma.call, walk_ins.log, broken, None, now=MONDAY)
    sealed = _visit(day, salma, 99)
    day.expect(salma.call, walk_ins.read_real_question, sealed.id)
    day.expect(leyla.call, members.add, day.mark("verboden"), [Role.STAFF], 1, now=MONDAY)
    day.expect(salma.call, members.change_own_passphrase, day.mark("oud"), day.mark("zwak"))
    day.expect(day.vault.sign_in, salma.actor.member_id, day.mark("fout"))
    day.expect(day.vault.sign_in, new_id(), day.mark("vreemd"))
    stale = salma.call(walk_ins.get, sealed.id)
    stale.desk_question, stale.version = day.mark("botst"), 77
    day.expect(salma.call, walk_ins.correct, stale, now=MONDAY)
    day.expect(salma.call, _break_the_database, day.mark("kapot"))
    day.expect(salma.check_code, day.mark("code"))
    day.expect(salma.check_code, recovery_code.new())
    day.expect(salma.copy_to, day.home / "weg")


def _break_the_database(session, word) -> None:
    walk_in = _any(session)
    walk_in.desk_question, walk_in.happened_at = word, None
    session.flush()


def _any(session):
    return session.scalars(select(WalkIn).limit(1)).one()


def _come_and_go(day: Day, salma: Database) -> None:
    nora = salma.call(members.add, day.mark("nora"), [Role.CONFIDANT], 1, now=MONDAY)
    reset = salma.call(members.reset_passphrase, nora.member.id, now=MONDAY)
    day.secrets |= {nora.passphrase.encode(), reset.passphrase.encode()}
    salma.call(members.leave, nora.member.id, now=MONDAY + timedelta(hours=1))
    salma.call(members.change_own_passphrase, WORDS, NEW_WORDS)
    day.secrets.add(NEW_WORDS.encode())
    day.said += [repr(nora), repr(reset)]


def _forms(secret: bytes):
    yield secret
    yield secret.hex().encode()
    for start in range(3):
        encoded = base64.b64encode(secret[start : len(secret) - (len(secret) - start) % 3])
        yield encoded
        yield base64.urlsafe_b64encode(base64.b64decode(encoded))
    try:
        text = secret.decode("ascii")
    except UnicodeDecodeError:
        return
    yield from (text.encode("utf-16-le"), text.encode("utf-16-be"), text.upper().encode())


def _found_in(secrets, places: list[tuple[str, bytes]]) -> list[str]:
    forms = {form for secret in secrets for form in _forms(secret) if len(form) > 7}
    return [f"{where}: {form[:40]!r}" for where, raw in places for form in forms if form in raw]


def _files(*folders: Path) -> list[tuple[str, bytes]]:
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [(str(file), str(file).encode() + b"\n" + file.read_bytes()) for file in files]


def test_of_a_whole_day_nothing_readable_stays_anywhere(
    tmp_path, own_key_ring, monkeypatch, caplog, capfd, is_drill
):
    caplog.set_level(logging.DEBUG)
    home = tmp_path / "home"
    (home / "tmp").mkdir(parents=True)
    for name, folder in {"HOME": home, "TMPDIR": home / "tmp"}.items():
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(home)
    day = Day(home)
    salma = _found(day)
    new = salma.call(members.add, day.mark("leyla"), [Role.CONFIDANT], 3, now=MONDAY)
    leyla = day.open(new.member.id, new.passphrase)
    _work(day, salma, leyla, visits=40 if is_drill else 3)
    _stand_beside(day, salma, leyla, women=9 if is_drill else 1)
    _hold_a_session(day, salma, leyla)
    _go_wrong(day, salma, leyla)
    _come_and_go(day, salma)
    leyla.call(rings.renew)
    (home / "stick").mkdir()
    copy = salma.copy_to(home / "stick")
    salma.vault.keep_head(salma.head)
    everywhere = home, tmp_path, own_key_ring.folder
    while_open = _files(*everywhere)
    assert any("wal" in where for where, _ in while_open)
    assert _found_in(day.secrets, while_open) == []
    leyla.close()
    salma.close()
    restore_copy(copy.folder, day.code, home / "elders" / "log")
    new_passphrase(home / "elders" / "log", day.code, salma.actor.member_id, NEW_WORDS, MONDAY)
    assert _found_in(day.secrets, _files(*everywhere)) == []
    said = capfd.readouterr()
    aloud = "\n".join([*day.said, caplog.text, said.out, said.err])
    assert _found_in(day.secrets, [("said aloud", aloud.encode())]) == []


def test_the_search_itself_finds_what_is_there(tmp_path):
    for number, form in enumerate(_forms(b"zevenbladdoornstruik")):
        (tmp_path / str(number)).write_bytes(b"\x00" * 100 + form + b"\x00" * 100)
    found = _found_in({b"zevenbladdoornstruik"}, _files(tmp_path))
    assert len({line.partition(":")[0] for line in found}) == number + 1
