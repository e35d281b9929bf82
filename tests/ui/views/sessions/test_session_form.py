"""Planning a session: twenty seconds by keyboard, and every mistake beside its field."""

import sys
from datetime import date, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from desk import MONDAY
from form_desk import LARGE, SMALL, choose, form_desk, one, only, partner
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.sessions import Audience, BuildingBlock, NameKind, SessionForm, SessionTopic
from hgkm_desktop.services import information_sessions, partner_changes, registrations
from hgkm_desktop.services.information_sessions import SHORT
from hgkm_desktop.services.registrations import NewRegistration
from hgkm_desktop.sheets import library

sys.path[:0] = [str(Path(__file__).parents[2])]
"""Where `inspection` lies, also when only this folder is run."""

FIELDS = "starts_at ends_at topic title place speaker materials capacity child_places sheets until"


def test_a_new_session_takes_a_topic_a_day_and_an_hour_by_keyboard(it):
    form = it.new()
    assert it.focus is form.all.what.topic
    it.keys("geld")
    it.press(Qt.Key.Key_Tab)
    it.keys("Post op orde")
    it.press(Qt.Key.Key_Tab)
    assert it.focus is form.all.when.day
    it.keys("24")
    while it.focus is form.all.when.day:
        it.press(Qt.Key.Key_Tab)
    assert it.focus is form.all.when.begins
    it.keys("1300")
    it.save()
    found = only(it)
    assert (found.topic, found.title) == (SessionTopic.MONEY, "Post op orde")
    assert it.days() == ["24-11 13.00"]
    assert found.ends_at - found.starts_at == timedelta(minutes=90)
    assert it.saved == [found.id]
    assert it.overlay is None


def test_enter_on_the_topic_alone_saves_a_session_in_a_week(it):
    it.new()
    it.keys("geld")
    it.press(Qt.Key.Key_Return)
    assert it.days() == ["30-11 10.00"]
    assert it.last() == "Bijeenkomst bewaard: ma 30 nov, 10.00."


def test_a_topic_that_is_asked_for_stands_there_already(it):
    form = it.new(SessionTopic.FGM)
    assert form.all.what.topic.value() == SessionTopic.FGM


def test_all_the_rest_is_folded_and_says_what_is_in_it(it, joke):
    loket = partner(joke, "Juridisch Loket")
    form = it.new(SessionTopic.RIGHTS)
    assert [fold.is_open for fold in form.all.folds] == [False] * 4
    it.push(form.all.folds[0].button)
    assert form.all.where.place.isVisible()
    form.all.where.place.setText("zaal 1")
    choose(form.all.where.partner, str(loket.id))
    it.push(form.all.folds[0].button)
    assert not form.all.where.place.isVisible()
    assert "zaal 1, Juridisch Loket" in it.words(form)
    assert "Vrouwen, Voorlichting" in it.words(form)


def test_everything_that_can_be_filled_in_is_kept(it, joke):
    loket, raad, som = (partner(joke, name) for name in ("Loket", "Raad", "Som"))
    sheet = library.sheets()[0].id
    form = it.new(SessionTopic.RIGHTS)
    where, whom, room, needed = (
        form.all.where,
        form.all.whom,
        form.all.room,
        form.all.needed,
    )
    where.place.setText(" zaal   1 ")
    where.speaker.setText("mr. Kok")
    choose(where.partner, str(loket.id))
    choose(where.others.list, str(raad.id))
    choose(where.others.list, str(som.id))
    choose(whom.audience, Audience.MOTHERS)
    choose(whom.form, SessionForm.WORKSHOP)
    whom.languages.chips[2].click()
    choose(whom.interpreter, Language.ARABIC_MOROCCAN)
    room.capacity.setText("18")
    room.child_places.setText("0")
    choose(needed.sheets.list, sheet)
    needed.materials.setPlainText("koffie")
    choose(needed.block, BuildingBlock.TIME_OUT)
    it.push(form.accept_button)
    found = only(it)
    assert (found.place, found.speaker, found.speaker_partner) == ("zaal 1", "mr. Kok", loket.id)
    assert found.co_organisers == (str(raad.id), str(som.id))
    assert (found.audience, found.form) == (Audience.MOTHERS, SessionForm.WORKSHOP)
    assert (found.languages, found.interpreter) == (
        (Language.ARABIC,),
        Language.ARABIC_MOROCCAN,
    )
    assert (found.capacity, found.child_places) == (18, 0)
    assert (found.sheets, found.materials) == ((sheet,), "koffie")
    assert found.building_block is BuildingBlock.TIME_OUT
    again = it.open(found)
    shown = again.typed()
    assert [getattr(shown, name) for name in information_sessions.PLANNED] == [
        getattr(found, name) for name in information_sessions.PLANNED
    ]


def test_an_organisation_that_ended_is_still_named_and_not_offered(it, joke):
    gone = partner(joke, "Oud Loket")
    before = one(joke, speaker_partner=gone.id, co_organisers=(str(gone.id),))
    joke.call(partner_changes.end, gone.id, MONDAY.date())
    form = it.open(before)
    assert form.all.where.summary() == ["Oud Loket", "Oud Loket"]
    assert form.typed().speaker_partner == gone.id
    it.push(form.all.where.others.buttons[0])
    assert form.typed().co_organisers == ()
    fresh = it.new()
    assert fresh.all.where.partner.findData(str(gone.id)) < 0
    assert fresh.all.where.others.list.findData(str(gone.id)) < 0


def test_a_topic_has_to_be_chosen_and_something_else_wants_a_title(it):
    form = it.new()
    it.save()
    assert form.fields["topic"].problem() == "Kies waar het over gaat."
    assert it.focus is form.all.what.topic
    choose(form.all.what.topic, SessionTopic.OTHER)
    assert "Zeg waar het over gaat." in it.words(form)
    it.save()
    assert form.fields["title"].problem() == "Zeg waar het over gaat."
    assert it.planned() == []


@pytest.mark.parametrize("key", FIELDS.split())
def test_every_problem_of_the_services_has_a_field(it, key):
    form = it.new()
    form.all.repeat.frequency.segments[1].click()
    form.complain({key: "Kijk nog eens."})
    assert form.fields[key].problem() == "Kijk nog eens."
    assert form.fields[key].isVisible()
    assert form.problem() == ""


def test_what_cannot_be_is_said_at_each_field_at_once(it):
    form = it.new(SessionTopic.MONEY)
    form.all.where.place.setText("z" * (SHORT + 1))
    form.all.where.speaker.setText("bsn 111222333")
    form.all.room.capacity.setText("0")
    form.all.when.begins.set_value(time(15))
    form.all.when.ends.set_value(time(14))
    it.save()
    wrong = {key for key, field in form.fields.items() if field.problem()}
    assert wrong == {"place", "speaker", "capacity", "ends_at"}
    assert [fold.is_open for fold in form.all.folds] == [True, False, True, False]
    form.all.room.capacity.setText("veel")
    form.all.room.child_places.setText("-1")
    it.save()
    wrong = {key for key, field in form.fields.items() if field.problem()}
    assert wrong == {"capacity", "child_places"}
    assert it.planned() == []


def test_a_day_far_away_is_looked_at_once_more(it):
    form = it.new(SessionTopic.MONEY)
    form.all.when.day.set_value(date(2062, 12, 1))
    it.save()
    assert form.fields["starts_at"].problem() == "Kijk nog eens naar de datum."


def test_a_later_beginning_takes_the_end_along(it):
    form = it.new()
    form.all.when.begins.set_value(time(13))
    assert form.all.when.ends.value() == time(14, 30)
    form.all.when.begins.set_value(time(23))
    assert form.all.when.ends.value() == time(0, 30)
    form.all.when.begins.set_value(time(9))
    assert form.all.when.ends.value() == time(10, 30)


def test_mediation_is_only_where_there_is_no_violence(it):
    form = it.new()
    form.all.folds[1].fold(is_open=True)
    warning = "Alleen als er geen geweld is."
    assert warning not in seen(form.all.whom.warning)
    choose(form.all.whom.form, SessionForm.MEDIATION)
    assert warning in seen(form.all.whom.warning)
    choose(form.all.whom.form, SessionForm.TALK)
    assert seen(form.all.whom.warning) == ""


def seen(widget):
    found = [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
    return " ".join(found)


def test_fewer_places_than_women_says_that_nobody_loses_hers(it, joke):
    planned = one(joke, capacity=5)
    for name in ("Samira", "Hodan", "Esra"):
        joke.call(registrations.register, planned.id, NewRegistration(name, NameKind.FIRST_NAME))
    form = it.open(planned)
    form.all.room.capacity.setText("2")
    told = "Er staan er al 3 op de lijst. Niemand raakt haar plek kwijt."
    form.all.folds[2].fold(is_open=True)
    assert told in it.words(form)
    form.all.room.capacity.setText("3")
    assert told not in it.words(form)
    form.all.room.capacity.setText("2")
    it.save()
    assert only(it).capacity == 2
    form = it.open(only(it))
    form.all.room.capacity.setText("9" * 6)
    it.save()
    assert form.fields["capacity"].problem()


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_tab_reads_it_from_top_to_bottom_and_no_word_is_cut(joke, qtbot, qapp, size, language):
    from inspection import faults_of, name_of, walk_round

    loket = partner(joke, "Juridisch Loket")
    with form_desk(joke, qtbot, qapp, size=size, language=language) as it:
        form = it.new(SessionTopic.MONEY)
        form.all.repeat.frequency.segments[1].click()
        assert faults_of(form) == []
        for fold in form.all.folds:
            fold.fold(is_open=True)
        QTest.qWait(0)
        assert faults_of(form) == []
        choose(form.all.where.others.list, str(loket.id))
        assert faults_of(form) == []
        seen, faults = walk_round(form)
        assert faults == []
        inside = [each for each in seen if form.form.isAncestorOf(each)]
        heights = [each.mapTo(form.form, each.rect().topLeft()).y() for each in inside]
        names = [name_of(each) for each in inside]
        back = [names[n] for n, (a, b) in enumerate(pairwise(heights), 1) if b < a - 60]
        assert back == []
        assert seen[-2:] == [form.cancel_button, form.accept_button]
