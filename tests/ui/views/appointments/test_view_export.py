"""My appointments in a file for another calendar: what it tells is said first."""

from datetime import timedelta

from week_desk import TUESDAY, at, linde, plan, week_desk

from hgkm_desktop.ui.views.appointments.export import Export

ENTRY = "Mijn afspraken in een andere agenda"


def entries(it):
    return [text for text, _icon, _act in it.view.deeds.entries()]


def test_only_confidants_take_theirs_along(sign_in, qtbot, qapp):
    for name, may in (("Leyla", True), ("Joke", False), ("Salma", False)):
        with week_desk(sign_in(name), qtbot, qapp) as it:
            assert (ENTRY in entries(it)) is may


def test_without_appointments_there_is_nothing_to_save(sign_in, qtbot, qapp):
    with week_desk(sign_in("Leyla"), qtbot, qapp) as it:
        it.view.deeds.export.begin()
        assert it.overlay is None
        assert it.said[-1].text == "Je hebt geen afspraken om mee te nemen."


def test_what_is_inside_is_said_and_nothing_else_is_inside(desk, sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    plan(db, at(TUESDAY, 10), linde(desk, db))
    plan(db, at(TUESDAY + timedelta(days=40), 10), alias="Els")
    saved = []

    def save(_parent, content, name, kind, *, on_done):
        saved.append((content, name, kind))
        on_done()

    with week_desk(db, qtbot, qapp) as it:
        export = Export(it.ctx, it.page, save)
        export.begin()
        said = it.words(it.overlay)
        assert "De tijden, het woord “afspraak”" in said
        assert "Het bestand heeft geen slot." in said
        assert saved == []
        it.push(it.overlay.accept_button)
        assert it.said[-1].text == "Je agendabestand is bewaard."
    [(content, name, kind)] = saved
    text = content.decode()
    assert (name, kind) == ("afspraken.ics", "Agenda")
    assert text.count("BEGIN:VEVENT") == 2
    for word in ("Linde", "Els", "Veilig", "Leyla"):
        assert word not in text


def test_cancelling_makes_no_file(sign_in, qtbot, qapp):
    db = sign_in("Leyla")
    plan(db, at(TUESDAY, 10), alias="Els")
    saved = []
    with week_desk(db, qtbot, qapp) as it:
        Export(it.ctx, it.page, lambda *_a, **_k: saved.append(1)).begin()
        it.push(it.overlay.cancel_button)
    assert saved == []
