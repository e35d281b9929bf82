"""Time passes while the page is in sight: gates, hours and the day itself."""

from datetime import timedelta

from desk import MONDAY
from shift import TODAY, agree, at, go_along, member, stand_beside

from hgkm_desktop.rules.contact import Channel, Verdict
from hgkm_desktop.services import absences, beside_today, today


def service_calls(monkeypatch):
    asked = []
    whole = today.today

    def counted(session, *, now):
        asked.append(now)
        return whole(session, now=now)

    monkeypatch.setattr(today, "today", counted)
    return asked


def test_a_gate_shuts_and_another_opens_without_asking_the_services(open_today, monkeypatch):
    asked = service_calls(monkeypatch)
    page = open_today("Leyla")
    before = len(asked)
    page.pass_minutes(19)
    assert "Bellen mag nu, tot 12.00." in page.words()
    page.pass_minutes(1)
    assert "Bellen mag nu" not in page.words()
    assert [row.item.name.alias for row in page.parts.calls.shown()] == ["Dunya", "Lale"]
    page.pass_minutes(60)
    assert "Bellen mag nu, tot 15.00." in page.words()
    assert len(asked) == before


def test_the_minutes_to_leaving_count_down_in_words(open_today):
    page = open_today("Leyla")
    roos = page.parts.going.shown()[0]
    assert "Nog 35 minuten." in page.words(roos)
    page.pass_minutes(34)
    assert "Nog 1 minuut." in page.words(roos)
    page.pass_minutes(1)
    assert "Onderweg." in page.words(roos)
    page.pass_minutes(15)
    assert "Nu bezig, tot 13.30." in page.words(roos)
    page.pass_minutes(60)
    assert "Voorbij. Hoe ging het?" in page.words(roos)
    assert "klaar" not in page.words(roos)


def test_long_before_nothing_is_counted(open_today):
    page = open_today("Leyla", now=at(8))
    assert "minuten" not in page.words(page.parts.going)


def test_whoever_was_out_is_back(open_today):
    page = open_today("Hanan")
    assert "Leyla is weg van 12.30 tot 13.30." in page.words()
    page.pass_minutes(110)
    assert "Leyla is weg" not in page.words()


def test_what_is_over_stands_back_in_the_programme(open_today):
    page = open_today("Hanan", now=at(17))
    first = page.parts.programme.shown()[0]
    assert not first.time.isEnabled()
    assert {part.hue for part in first.words._parts} == {"mut"}


def test_past_midnight_it_is_another_day(open_today, monkeypatch):
    asked = service_calls(monkeypatch)
    page = open_today("Leyla", now=at(23, 59))
    before = len(asked)
    page.pass_minutes(1)
    assert len(asked) == before + 1
    assert page.view.subtitle() == "dinsdag 24 november"
    assert page.parts.going.isHidden()
    assert page.parts.programme.isHidden()
    assert "Stopt di 24 nov, 18.00." in page.words(page.parts.endings)


def test_the_timer_runs_only_while_somebody_looks(open_today):
    page = open_today("Leyla")
    minutes = page.view.minutes
    assert minutes.is_running
    page.view.hide()
    assert not minutes.is_running
    page.clock.later(minutes=21)
    page.view.show()
    assert minutes.is_running
    assert "Bellen mag nu" not in page.words()


def test_it_waits_just_until_the_minute_has_turned(open_today, qtbot):
    page = open_today("Leyla", now=MONDAY + timedelta(seconds=59, milliseconds=900))
    assert page.view.minutes.left() == 150
    with qtbot.waitSignal(page.view.minutes.turned, timeout=3_000):
        pass
    assert page.view.minutes.is_running


def test_a_change_by_a_colleague_is_seen_at_once(open_today, sign_in, desk, her):
    leyla = sign_in("Leyla")
    page = open_today(leyla)
    go_along(desk, leyla, her["Dunya"], at(16))
    assert len(page.parts.going.shown()) == 3
    leyla.call(absences.note, member(desk, "Leyla"), TODAY, TODAY, now=MONDAY)
    assert "Leyla is er vandaag niet." in page.words()


def test_a_yes_of_a_month_ago_says_ask_again_the_whole_day(open_today):
    page = open_today("Leyla")
    lale = page.row(page.parts.calls, "Lale")
    page.pass_minutes(180)
    assert lale.item.gate.verdict is Verdict.ASK_AGAIN


def test_whom_we_reach_by_app_is_reached_and_not_called(open_today, sign_in, desk):
    leyla = sign_in("Leyla")
    appt = stand_beside(desk, leyla, "Appie")
    agree(leyla, appt, 10, 12, channels=frozenset({Channel.APP}))
    page = open_today(leyla)
    row = page.row(page.parts.calls, "Appie")
    assert row.go.text() == "Ik ga haar bereiken"
    assert "tot 12.00" in page.words(row)
    assert beside_today.CallHer(appt) == row.opens(row.item, page.view.page.scene)
