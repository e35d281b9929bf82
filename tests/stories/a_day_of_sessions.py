"""Sessions on such a day: planned, filled, called off and followed up, with markers everywhere."""

from dataclasses import replace
from datetime import time
from uuid import UUID

from a_day import Day
from program import CONTROL, Running
from PySide6.QtCore import Qt
from standing_beside import AGREED

from hgkm_desktop.rules.contact import Window
from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services import registrations, session_list, session_reach
from hgkm_desktop.services.information_sessions import ShowSession
from hgkm_desktop.services.session_list import Query
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.sessions.call_off import CallOffForm
from hgkm_desktop.ui.views.sessions.follow_up_form import FollowUpForm
from hgkm_desktop.ui.views.sessions.form import SessionForm
from hgkm_desktop.ui.views.sessions.tell import TellOverlay

ALWAYS = (Window(frozenset(range(7)), time(0), time(23, 59)),)


def keep_the_sessions(day: Day, it: Running) -> None:
    """Plan two sessions, put somebody on a list, count, and call one off."""
    it.press(Qt.Key.Key_5, modifiers=CONTROL)
    for _ in range(2):
        _plan(day, it)
    page = it.view.pages.first.page
    it.fill(page.quick.name, day.mark("samira"))
    it.press(Qt.Key.Key_Return)
    it.push(page.head.more)
    _choose(it, tr("Afterwards"))
    it.fill(it.overlay.worked, day.mark("werkte"))
    _save(it)
    it.push(page.head.more)
    _choose(it, tr("It does not take place"))
    assert isinstance(it.overlay, CallOffForm)
    it.fill(it.overlay.why.line, day.mark("afgezegd"))
    _save(it)


def stay_behind(day: Day, it: Running) -> None:
    """As a confidant: what was agreed with somebody on the list, and the talk after a session."""
    it.press(Qt.Key.Key_5, modifiers=CONTROL)
    session_id = _session(it)
    it.ctx.show(ShowSession(session_id))
    given = registrations.NewRegistration(day.mark("hodan"))
    registered = it.ctx.call(registrations.register, session_id, given).registration
    it.ctx.call(session_reach.agree, registered.id, _agreed(day), now=it.ctx.now())
    TellOverlay(it.ctx, session_id).open(it.window)
    it.press(Qt.Key.Key_Escape)
    it.view.pages.begin_follow_up(session_id)
    form = it.overlay
    assert isinstance(form, FollowUpForm)
    it.fill(form.alias, day.mark("zus"))
    it.fill(form.said, day.mark("nichtje"))
    it.fill(form.steps.rows[0].what, day.mark("thee"))
    _save(it)
    it.view.pages.go_back()


def _agreed(day: Day):
    """Return an agreement with a marker in everything that is typed, and a number."""
    digits = "06" + "".join(str(ord(sign) % 10) for sign in day.mark("nummer")[-12:])
    day.markers.append(digits)
    texts = ("name_we_use", "voicemail", "if_another_answers", "if_line_drops", "code_word")
    words = {name: day.mark(name.replace("_", "")) for name in texts}
    who = day.mark("wie")
    return replace(AGREED, number=digits, windows=ALWAYS, who_may_answer=who, **words)


def _plan(day: Day, it: Running) -> None:
    it.press(Qt.Key.Key_N, modifiers=CONTROL)
    form = it.overlay
    assert isinstance(form, SessionForm)
    form.all.what.topic.set_value(SessionTopic.RIGHTS)
    for fold in form.all.folds:
        it.push(fold.button)
    it.fill(form.all.what.title, day.mark("titel"))
    it.fill(form.all.where.place, day.mark("zaaltje"))
    it.fill(form.all.where.speaker, day.mark("spreker"))
    it.fill(form.all.needed.materials, day.mark("beamer"))
    _save(it)


def _session(it: Running) -> UUID:
    rows = it.ctx.call(session_list.page, Query(it.ctx.now())).rows
    return next(row.id for row in rows if not row.is_off)


def _choose(it: Running, deed: str) -> None:
    it.push(next(each for each in it.overlay.buttons if each.text() == deed))


def _save(it: Running) -> None:
    form = it.overlay
    it.push(form.accept_button)
    it.wait(lambda: it.overlay is not form)
