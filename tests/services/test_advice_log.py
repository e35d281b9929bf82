"""Advice asked at Veilig Thuis: sealed for confidants, tied to nobody (R-263, R-296)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from desk import MONDAY
from hostile import HOSTILE

from hgkm_desktop.errors import Forbidden, Invalid, Tampered
from hgkm_desktop.models import AdviceCall
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.rules.advice import Advice
from hgkm_desktop.services import advice_log, audit_log, members, rings
from hgkm_desktop.services.advice_log import LONGEST
from hgkm_desktop.vault import sealing, store

TODAY = date(2026, 11, 23)
ADVICE = Advice(TODAY, "Wat als hij haar telefoon leest?", "Bel via ons toestel.", "Volgende week")
TEXTS = ("asked", "answer", "next_step")


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


def ask(db, now=MONDAY, **given):
    return db.call(advice_log.ask, replace(ADVICE, **given), now=now)


def raw(desk, sql, values=()):
    connection = store.connect(desk.vault.database, desk.keys["Joke"].bundle.database)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def test_what_one_confidant_asked_another_reads(leyla, sign_in):
    call_id = ask(leyla)
    (line,) = sign_in("Imane").call(advice_log.page)
    assert (line.id, line.made_at, line.made_by) == (call_id, MONDAY, leyla.actor.member_id)
    assert line.advice == ADVICE


def test_who_still_waits_for_the_key_writes_and_cannot_read(sign_in, desk):
    ids = {name: key.tile.member_id for name, key in desk.keys.items()}
    sign_in("Bea").call(members.change, ids["Joke"], "Joke", [Role.STAFF, Role.CONFIDANT], 2)
    joke = sign_in("Joke")
    ask(joke, asked="van Joke")
    with pytest.raises(Forbidden, match="verzegeld voor iemand anders"):
        joke.call(advice_log.page)
    leyla = sign_in("Leyla")
    assert [line.advice.asked for line in leyla.call(advice_log.page)] == ["van Joke"]
    leyla.call(rings.give, ids["Joke"])
    assert len(joke.call(advice_log.page)) == 1


def test_the_newest_day_stands_first_and_of_one_day_the_last_that_was_noted(leyla):
    ask(leyla, asked="een")
    ask(leyla, now=MONDAY + timedelta(minutes=1), asked="lang geleden", on=date(2026, 3, 2))
    ask(leyla, now=MONDAY + timedelta(minutes=2), asked="twee")
    assert [line.advice.asked for line in leyla.call(advice_log.page)] == [
        "twee",
        "een",
        "lang geleden",
    ]


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma", "Bea"])
def test_nobody_else_reads_or_writes_it(name, leyla, sign_in):
    ask(leyla)
    db = sign_in(name)
    with pytest.raises(Forbidden):
        db.call(advice_log.page)
    with pytest.raises(Forbidden):
        ask(db)


def test_the_file_holds_no_word_of_it_and_no_link_to_anybody(leyla, desk):
    ask(leyla, asked="zevenblad", answer="kattenstaart", next_step="sleutelbloem")
    leyla.close()
    columns = [row[1] for row in raw(desk, "PRAGMA table_info(advice_call)")]
    assert sorted(columns) == ["id", "made_at", "sealed"]
    (sealed,) = [row[0] for row in raw(desk, "SELECT sealed FROM advice_call")]
    for word in (b"zevenblad", b"kattenstaart", b"sleutelbloem"):
        assert word not in sealed


def test_a_repr_shows_no_word_of_it(leyla):
    ask(leyla)
    (line,) = leyla.call(advice_log.page)
    assert "telefoon" not in repr(line) + repr(line.advice) + repr([line])


@pytest.mark.parametrize("place", TEXTS)
@pytest.mark.parametrize(
    "code",
    ["BL-041204", "bl 041204", "BL041204", "bl–0412", "BL - 041 204", "(BL_0412)", "ＢＬ-041204"],
)
def test_a_code_of_somebody_is_refused_wherever_it_stands(place, code, leyla):
    with pytest.raises(Invalid) as refused:
        ask(leyla, **{place: f"Over {code}: wat nu?"})
    assert refused.value.problems == {
        place: "Hier staat een code. Haal die weg: dit hoort bij niemand."
    }
    assert leyla.call(advice_log.page) == []


@pytest.mark.parametrize("text", ["BLIJF", "bl", "tabl-0412", "BL-12", "in 2026"])
def test_what_only_looks_like_a_code_may_stand(text, leyla):
    ask(leyla, asked=text)


@pytest.mark.parametrize("place", TEXTS)
def test_what_is_never_kept_is_refused_at_its_field(place, leyla):
    with pytest.raises(Invalid) as refused:
        ask(leyla, **{place: "Haar BSN is 123456782"})
    assert list(refused.value.problems) == [place]


@pytest.mark.parametrize("place", TEXTS)
def test_a_text_that_is_too_long_is_refused(place, leyla):
    with pytest.raises(Invalid):
        ask(leyla, **{place: "a" * (LONGEST + 1)})
    ask(leyla, **{place: "a" * LONGEST})


@pytest.mark.parametrize("asked", ["", "  \n", "\u200b\u202e"])
def test_without_a_question_there_is_nothing_to_keep(asked, leyla):
    with pytest.raises(Invalid) as refused:
        ask(leyla, asked=asked)
    assert refused.value.problems == {"asked": "Schrijf op wat je vroeg."}


def test_a_day_to_come_is_refused_and_today_counts_in_amsterdam(leyla):
    with pytest.raises(Invalid) as refused:
        ask(leyla, on=TODAY + timedelta(days=1))
    assert refused.value.problems == {"on": "Deze dag komt nog."}
    just_after_midnight = MONDAY.replace(hour=23, minute=30)
    ask(leyla, now=just_after_midnight, on=TODAY + timedelta(days=1))


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_whatever_is_typed_is_kept_clean_or_refused(text, leyla):
    try:
        ask(leyla, asked="x", answer=text, next_step=text)
    except Invalid:
        return
    (line,) = leyla.call(advice_log.page)
    assert "\x00" not in line.advice.answer


def test_the_log_tells_that_it_was_written_and_read_and_of_nobody(leyla, sign_in):
    call_id = ask(leyla)
    leyla.call(advice_log.page)
    entries = [e for e in sign_in("Bea").call(audit_log.page) if e.kind == "advice_call"]
    assert [(e.act, e.record_id) for e in entries] == [(Act.READ, None), (Act.CREATE, call_id)]


def test_a_new_key_seals_it_again_and_the_old_one_opens_nothing(leyla, sign_in, desk):
    ask(leyla)
    old = leyla.call(sealing.current, sealing.CONFIDANTS)
    assert leyla.call(rings.renew) == 1
    new = leyla.call(sealing.current, sealing.CONFIDANTS)
    (sealed,) = [row[0] for row in raw(desk, "SELECT sealed FROM advice_call")]
    assert sealing.ring_of(sealed) == new.ring_id != old.ring_id
    (line,) = sign_in("Imane").call(advice_log.page)
    assert line.advice == ADVICE


def test_many_are_sealed_again_in_one_go(leyla):
    for number in range(20):
        ask(leyla, asked=f"vraag {number}")
    assert leyla.call(rings.renew) == 20
    assert len(leyla.call(advice_log.page)) == 20


def test_what_another_ring_sealed_is_left_as_it_is_by_a_renewal(leyla, desk):
    """Whoever holds the file can put anything there: it must not keep a leaver's key alive."""
    ask(leyla), ask(leyla)
    foreign = b"\x01\x01" + bytes(16) + bytes(300)
    planted = "UPDATE advice_call SET sealed = ? WHERE id = (SELECT min(id) FROM advice_call)"
    raw(desk, planted, [foreign])
    assert leyla.call(rings.renew) == 1
    kept = [bytes(row[0]) for row in raw(desk, "SELECT sealed FROM advice_call ORDER BY id")]
    assert kept[0] == foreign


def test_a_sealed_text_moved_to_another_row_is_noticed(leyla, desk):
    one, other = ask(leyla, asked="een"), ask(leyla, asked="twee")
    raw(
        desk,
        "UPDATE advice_call SET sealed = (SELECT sealed FROM advice_call WHERE id = ?) "
        "WHERE id = ?",
        [one.hex, other.hex],
    )
    with pytest.raises(Tampered):
        leyla.call(advice_log.page)


def test_whoever_shows_it_hears_of_a_new_one(leyla):
    heard = []
    leyla.on_change(heard.append)
    ask(leyla)
    assert heard == [frozenset({AdviceCall})]
    leyla.call(advice_log.page)
    assert len(heard) == 1
