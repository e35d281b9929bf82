"""What ends soon, in words: how far it is, when it stops, and who is there then."""

from datetime import datetime

from hgkm_desktop.rules.all_clocks import Running
from hgkm_desktop.rules.clocks import Kind, Stage
from hgkm_desktop.rules.words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import day_in_short, day_of, kept_together, time_of
from hgkm_desktop.ui.views.today.rich import Part
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.views.today.sentences import full_stop

WEEK = 7
_TONES = {Stage.RUNNING: "bl", Stage.ENDING: "am", Stage.ENDED: "rd"}


def stage_of(running: Running, now: datetime) -> Stage:
    """Return how far it is at this moment."""
    return running.clock.stage(now)


def badge(running: Running, now: datetime) -> tuple[str, str]:
    """Return how far it is in a few words: "dag 7 van 10"; and the tone."""
    stage = stage_of(running, now)
    tone = _TONES[stage]
    if stage is Stage.ENDED:
        return (tr("the day has passed") if running.kind is Kind.PROMISE else tr("stopped")), tone
    if running.kind is Kind.RESTRAINING_ORDER and now >= running.clock.starts:
        told = tr("day {day} of {days}")
        return told.format(day=running.clock.day(now), days=running.clock.days), "am"
    if running.kind is Kind.TIME_OUT and now >= running.clock.starts:
        week, weeks = _weeks(running, now)
        return tr("week {number} of {total}").format(number=week, total=weeks), tone
    return _left(running, now), tone


def blocks(running: Running, now: datetime) -> tuple[int, int]:
    """Return how many blocks its bar has and how many have passed; none for what has no bar."""
    if running.kind is Kind.RESTRAINING_ORDER:
        return running.clock.days, running.clock.day(now)
    if running.kind is Kind.TIME_OUT:
        week, weeks = _weeks(running, now)
        return weeks, week
    return 0, 0


def what_then(running: Running, scene: Scene) -> tuple[Part, ...]:
    """Return when it stops and who is there then; in red when nobody is."""
    if running.promise is not None:
        promise = running.promise
        told = scene.words(full_stop(f"{promise.who}: {promise.what}"))
        return (Part(told, "mut"),)
    stops = Part(_stops(running, scene.now), "mut")
    if scene.veiled or not running.is_of_the_law:
        return (stops,)
    if not running.who:
        return stops, Part(tr("Not agreed yet who is there then."), "rd", is_bold=True)
    return stops, Part(tr("There then:"), "mut"), Part(as_typed(full_stop(running.who)))


def title(running: Running) -> str:
    """Return what ends."""
    return word(running.kind)


def _stops(running: Running, now: datetime) -> str:
    day = day_in_short(running.last_day, day_of(now))
    if running.is_of_the_law:
        day = day_in_short(day_of(running.ends), day_of(now))
        day = kept_together(tr(", ").join((day, time_of(running.ends))))
    if stage_of(running, now) is Stage.ENDED:
        return tr("Stopped {moment}.").format(moment=day)
    return tr("Stops {moment}.").format(moment=day)


def _left(running: Running, now: datetime) -> str:
    days = running.days_left(now)
    if running.kind is Kind.PROMISE and days < 2:
        return tr("tomorrow") if days else tr("today")
    if days < 2:
        return tr("one day left") if days else tr("last day")
    return tr("{count} days left").format(count=days)


def _weeks(running: Running, now: datetime) -> tuple[int, int]:
    weeks = -(-running.clock.days // WEEK)
    return min(weeks, -(-running.clock.day(now) // WEEK)), weeks
