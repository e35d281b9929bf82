"""The day from left to right: when we may call, who goes along, and what takes place."""

from collections.abc import Iterator
from uuid import UUID

from hgkm_desktop.rules.going_along import OFF
from hgkm_desktop.services.appointment_list import Seen, ShowVisit
from hgkm_desktop.services.beside_today import CallHer
from hgkm_desktop.services.information_sessions import ShowSession
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.calendar.band import BandRow, Bar
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.views.today.call_words import now_of
from hgkm_desktop.ui.views.today.scene import HIDDEN, Scene


def rows(scene: Scene) -> list[BandRow]:
    """Return the rows of the band; the band leaves those without bars out."""
    today = scene.today
    going = [_visit(each, scene) for each in today.going if each.visit.state not in OFF]
    return [
        BandRow("phone", tr("May be called"), [*_calls(scene)]),
        BandRow("footprints", tr("On the way with her"), [*going, *_busy(scene)]),
        BandRow("chalkboard-teacher", tr("Info sessions"), [*_sessions(scene)]),
        BandRow("calendar-dots", tr("Programme"), [*_fixed(scene)]),
    ]


def _calls(scene: Scene) -> Iterator[Bar]:
    for call in scene.today.calls:
        for begins, ends in call.windows:
            yield Bar(call.name.case_id, scene.called(call.name), begins, ends, tone="ok")


def _visit(seen: Seen, scene: Scene) -> Bar:
    visit = seen.visit
    alias = HIDDEN if scene.veiled else scene.words(seen.label)
    text = scene.called(seen.name) if seen.name is not None else alias
    who, hue = scene.member(visit.first), scene.color(visit.first)
    return Bar(visit.id, text, visit.starts, visit.ends, person=who, color=hue)


def _busy(scene: Scene) -> Iterator[Bar]:
    for busy in scene.today.busy:
        who, hue = scene.member(busy.member_id), scene.color(busy.member_id)
        note = tr("{name} is out").format(name=inside(who))
        yield Bar(busy.id, tr("busy"), busy.starts, busy.ends, person=who, color=hue, note=note)


def _fixed(scene: Scene) -> Iterator[Bar]:
    for each in scene.today.fixed:
        yield Bar(each.id, each.title, each.starts, each.ends, tone="bl", note=each.place)


def _sessions(scene: Scene) -> Iterator[Bar]:
    for each in scene.today.sessions:
        row = each.row
        if not row.is_off:
            yield Bar(row.id, each.name, row.starts_at, row.ends_at, tone="bl", note=row.place)


def opens(key: UUID, scene: Scene) -> object | None:
    """Return what a bar leads to: the gate or her page, an appointment, or nothing."""
    for call in scene.today.calls:
        if call.name.case_id == key:
            may = now_of(call, scene.now).gate.may and not scene.veiled
            return CallHer(key) if may else call.name
    if any(seen.visit.id == key for seen in scene.today.going):
        return ShowVisit(key)
    if any(each.row.id == key for each in scene.today.sessions):
        return ShowSession(key)
    return None
