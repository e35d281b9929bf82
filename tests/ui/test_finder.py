"""What can be found is read beside the window, again after a change, and never in the way."""

from threading import Event

import pytest
from desk import MONDAY
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid
from standing_beside import open_linde

from hgkm_desktop.errors import CannotOpen
from hgkm_desktop.models import AuditLine, RealQuestion
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.services import case_notes, finding, gathering, members, walk_ins
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import finder as module
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.finder import Finder


@pytest.fixture
def begin(sign_in, qtbot, qapp, monkeypatch):
    """Begin to gather for somebody."""
    monkeypatch.setattr(module, "SETTLED", 10)
    kept = []

    def begin_for(name):
        db = sign_in(name)
        member = db.call(members.names)[db.actor.member_id]
        ctx = Context(db, member, Settings(), lambda: MONDAY)
        owner = QObject()
        kept.append((ctx, owner))
        return Finder(ctx, owner), ctx, owner

    yield begin_for
    for ctx, owner in kept:
        ctx.background.wait()
        if isValid(owner):
            owner.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def found(finder, typed):
    return [hit for hit in finding.search(finder.index, typed) if hit.kind != "deed"]


def test_it_reads_after_sign_in_and_after_every_change(begin, desk, qtbot, make):
    make.walk_in(RealQuestion("zevensprong"))
    finder, ctx, _ = begin("Leyla")
    assert not finder.is_ready
    qtbot.waitUntil(lambda: len(found(finder, "zevensprong")) == 1)
    linde = open_linde(desk, ctx.db)
    qtbot.waitUntil(lambda: len(found(finder, "linde")) == 1)
    ctx.call(case_notes.write, linde, Note(MONDAY, "zevenblad"), now=MONDAY)
    qtbot.waitUntil(lambda: len(found(finder, "zevenblad")) == 1)
    walk_in = ctx.call(walk_ins.blank, now=MONDAY)
    walk_in.topics = make.walk_in().topics
    ctx.call(walk_ins.log, walk_in, RealQuestion("bakker"), now=MONDAY)
    qtbot.waitUntil(lambda: len(found(finder, "bakker")) == 1)


def test_a_change_while_it_reads_is_read_too(begin, desk, qtbot, monkeypatch):
    reading, may_end, gather = Event(), Event(), gathering.gather

    def slowly(session, before):
        found = gather(session, before)
        reading.set()
        return found

    def waited(index):
        may_end.wait(10)
        return index

    finder, ctx, _ = begin("Leyla")
    monkeypatch.setattr(gathering, "gather", slowly)
    finder._gathered = lambda: waited(ctx.call(gathering.gather, finder.index))
    qtbot.waitUntil(reading.is_set)
    open_linde(desk, ctx.db)
    may_end.set()
    qtbot.waitUntil(lambda: len(found(finder, "linde")) == 1)


def test_what_else_changes_is_no_reason_to_read(begin, qtbot):
    finder, ctx, _ = begin("Hanan")
    qtbot.waitUntil(lambda: finder.is_ready)
    ctx.changed.emit(frozenset({AuditLine}))
    assert not finder._soon.isActive()


def test_what_is_wrong_with_the_file_is_said_once(begin, qtbot, monkeypatch):
    tries = []

    def refuse(_session, _before):
        tries.append(1)
        raise CannotOpen("Er klopt iets niet.", "Bel de beheerder.", "CA-01")

    monkeypatch.setattr(gathering, "gather", refuse)
    finder, ctx, _ = begin("Leyla")
    said = []
    ctx.noticed.connect(said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert finder.is_ready
    finder._soon.start(0)
    qtbot.waitUntil(lambda: len(tries) == 2 and not finder._is_busy)
    assert [notice.text for notice in said] == ["Er klopt iets niet."]


def test_a_bug_is_not_hidden(begin, qtbot, monkeypatch):
    def break_down(_session, _before):
        raise LookupError("kapot")

    monkeypatch.setattr(gathering, "gather", break_down)
    with qtbot.captureExceptions() as raised:
        finder, _, _ = begin("Hanan")
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is LookupError
    assert not finder._is_busy


@pytest.mark.parametrize("fails", [False, True])
def test_nothing_is_said_to_a_page_that_is_gone(begin, qtbot, monkeypatch, fails):
    go, gather = Event(), gathering.gather

    def wait(session, before):
        go.wait(10)
        if fails:
            raise CannotOpen("Er klopt iets niet.", "", "CA-01")
        return gather(session, before)

    monkeypatch.setattr(gathering, "gather", wait)
    finder, ctx, owner = begin("Leyla")
    said = []
    ctx.noticed.connect(said.append)
    qtbot.waitUntil(lambda: finder._is_busy)
    owner.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go.set()
    qtbot.waitUntil(lambda: not ctx.background._jobs)
    assert not finder.is_ready
    assert said == []
