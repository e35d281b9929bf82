"""What is typed in the form of a session is undone, kept half typed, and survives two seats."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from desk import MONDAY
from form_desk import TUESDAY, choose, one, only, partner
from PySide6.QtCore import Qt

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.sessions import Audience, SessionTopic
from hgkm_desktop.services import drafts, information_sessions
from hgkm_desktop.sheets import library
from hgkm_desktop.ui.views.sessions.form_save import copied


def test_a_new_session_is_taken_back_with_ctrl_z(it):
    it.new(SessionTopic.MONEY)
    it.save()
    assert len(it.planned()) == 1
    it.undo()
    assert it.planned() == []


def test_a_change_is_put_back_whole(it, joke):
    planned = one(joke, place="zaal 1", capacity=12)
    form = it.open(planned)
    form.all.where.place.setText("zaal 2")
    form.all.room.capacity.setText("")
    form.all.when.day.set_value(TUESDAY + timedelta(days=1))
    it.save()
    assert (only(it).place, only(it).capacity, it.days()) == ("zaal 2", None, ["02-12 10.00"])
    it.undo()
    assert (only(it).place, only(it).capacity, it.days()) == ("zaal 1", 12, ["01-12 10.00"])


def test_a_change_somebody_built_on_is_not_put_back(it, joke):
    form = it.open(one(joke, place="zaal 1"))
    form.all.where.place.setText("zaal 2")
    it.save()
    theirs = only(it)
    theirs.place = "zaal 3"
    joke.call(information_sessions.save, theirs, now=MONDAY)
    with pytest.raises(Conflict):
        it.said[-1].undo()
    assert only(it).place == "zaal 3"


def test_what_the_page_shows_is_not_changed_by_typing(it, joke):
    planned = one(joke, place="zaal 1")
    form = it.open(planned)
    form.all.where.place.setText("zaal 2")
    form.all.room.capacity.setText("veel")
    it.save()
    it.press(Qt.Key.Key_Escape)
    assert planned.place == "zaal 1"


def change_meanwhile(sign_in, planned, **given):
    salma = sign_in("Salma")
    theirs = copied(salma.call(information_sessions.get, planned.id))
    for name, value in given.items():
        setattr(theirs, name, value)
    salma.call(information_sessions.save, theirs, now=MONDAY)


def test_another_seat_was_first_and_nothing_typed_is_lost(it, joke, sign_in):
    loket = partner(joke, "Loket")
    planned = one(joke)
    form = it.open(planned)
    form.all.where.place.setText("zaal 2")
    change_meanwhile(
        sign_in,
        planned,
        place="zaal 9",
        capacity=7,
        starts_at=clock.at(TUESDAY, time(9)),
        audience=Audience.MEN,
        languages=(Language.SOMALI,),
        sheets=(library.sheets()[0].id,),
        speaker_partner=loket.id,
    )
    it.save()
    words = it.words(form)
    assert "Iemand anders was je voor." in words
    for line in (
        "Waar is het: zaal 9",
        "Hoeveel plaatsen: 7",
        "Welke dag: di 1 dec, 9.00",
        "Voor wie: Mannen",
        "Talen: Somali",
        "Van welke organisatie: Loket",
    ):
        assert line in words
    assert form.all.where.place.text() == "zaal 2"
    assert form.accept_button.text() == "Bewaar die van mij"
    it.push(form.accept_button)
    assert (only(it).place, only(it).capacity) == ("zaal 2", None)


def test_or_she_starts_from_what_is_stored(it, joke, sign_in):
    planned = one(joke)
    form = it.open(planned)
    form.all.where.place.setText("zaal 2")
    form.all.where.speaker.setText("mr. Kok")
    change_meanwhile(sign_in, planned, place="zaal 9")
    it.save()
    it.press(Qt.Key.Key_Space)
    assert not form.stored.isVisible()
    assert (form.all.where.place.text(), form.all.where.speaker.text()) == ("zaal 9", "")
    form.all.where.speaker.setText("mr. Kok")
    it.save()
    assert (only(it).place, only(it).speaker) == ("zaal 9", "mr. Kok")


def test_one_that_is_gone_meanwhile_is_said_so_and_the_text_stays(it, joke, sign_in):
    planned = one(joke)
    form = it.open(planned)
    form.all.where.place.setText("zaal 2")
    sign_in("Salma").call(information_sessions.take_back, [planned.id])
    it.save()
    assert form.problem()
    assert it.overlay is form
    assert form.all.where.place.text() == "zaal 2"


def fill(form, sheet):
    choose(form.all.what.topic, SessionTopic.WORK)
    form.all.what.title.setText("Werk zoeken")
    form.all.when.day.set_value(date(2026, 12, 8))
    form.all.when.begins.set_value(time(9, 15))
    form.all.when.ends.set_value(time(12))
    form.all.repeat.frequency.segments[1].click()
    form.all.repeat.until.set_value(date(2026, 12, 29))
    form.all.repeat.not_on_public.click()
    form.all.repeat.days.boxes[date(2026, 12, 15)].click()
    form.all.where.place.setText("zaal 1")
    choose(form.all.needed.sheets.list, sheet)
    form.all.whom.languages.chips[0].click()


def test_what_is_half_typed_survives_locking_and_comes_back_whole(it, joke):
    sheet = library.sheets()[3].id
    form = it.new()
    fill(form, sheet)
    expected = form.typed()
    form.keep_half_typed()
    form.close_overlay()
    assert b"zaal 1" not in Path(joke.vault.database).read_bytes()
    again = it.new()
    assert again.is_back.isVisible()
    back = again.typed()
    for name in information_sessions.PLANNED:
        assert getattr(back, name) == getattr(expected, name)
    assert again.all.repeat.days.left_out() == {date(2026, 12, 15)}
    assert again.all.repeat.until.value() == date(2026, 12, 29)
    it.push(again.accept_button)
    assert it.days() == ["08-12 09.15", "22-12 09.15", "29-12 09.15"]
    assert joke.call(drafts.look, "sessions/new") is None


def test_esc_keeps_and_cancel_throws_away(it, joke):
    planned = one(joke)
    form = it.open(planned)
    form.all.where.place.setText("zaal 2")
    it.press(Qt.Key.Key_Escape)
    again = it.open(planned)
    assert again.all.where.place.text() == "zaal 2"
    assert "zaal 2" in it.words(again)
    it.push(again.cancel_button)
    assert it.open(planned).all.where.place.text() == ""
    assert joke.call(drafts.look, f"sessions/{planned.id}") is None
