"""The poster: neutral or open, in the language of who comes by, drawn beside the form."""

import pytest
from files_desk import files_desk, read_back
from PySide6.QtTest import QTest

from hgkm_desktop import texts
from hgkm_desktop.errors import UserError
from hgkm_desktop.models.codes import Language
from hgkm_desktop.services import information_sessions
from hgkm_desktop.ui.views.sessions.papers import CertificateForm, PosterForm


@pytest.fixture
def seat(db, qtbot, qapp):
    with files_desk(db, qtbot, qapp) as made:
        yield made


@pytest.fixture
def session(seat):
    return seat.plan(title="Je rechten bij scheiden", child_places=4)


def refuse(_parent, _pdf, *, on_done):
    raise UserError("Er is geen printer.", "Sluit een printer aan.")


def typed(line, text):
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def poster_of(seat, session):
    form = PosterForm(seat.ctx, session, seat.send, seat.save)
    form.open(seat.window)
    seat.settle()
    return form


def test_a_poster_is_neutral_unless_somebody_chooses_otherwise(seat, session):
    form = poster_of(seat, session)
    assert seat.focus is form.kind.segments[0]
    assert not form.title.isVisible()
    assert "scheiden" not in form.preview.accessibleDescription()
    assert "zaal 1" in form.preview.accessibleDescription()
    seat.push(form.accept_button)
    assert seat.overlay is None
    said = read_back(seat.papers[0])
    assert "Welkom" in said
    for word in ("scheiden", "vrouwen", "opvang"):
        assert word not in said


def test_an_open_poster_says_what_it_is_about_for_whom_and_that_there_is_child_care(seat, session):
    form = poster_of(seat, session)
    seat.choose(form.kind, True)
    assert "Wie langsloopt, leest waarover en voor wie het is." in seat.words(form)
    assert "scheiden" in form.preview.accessibleDescription()
    seat.push(form.accept_button)
    said = read_back(seat.papers[0])
    for word in ("Je rechten bij", "Voor vrouwen", "opvang"):
        assert word in said
    assert seat.said[-1].text == "Het is naar de printer."


def test_in_another_language_the_title_is_typed_in_that_language(seat, session):
    form = poster_of(seat, session)
    seat.choose(form.kind, True)
    seat.pick(form.language, "tr")
    form.language.activated.emit(form.language.currentIndex())
    assert form.title.text() == ""
    assert "Laat iemand die de taal spreekt het eerst lezen." in seat.words(form)
    seat.push(form.accept_button)
    assert seat.papers == []
    assert form.fields["title"].problem() == "Zeg in deze taal waar het over gaat."
    typed(form.title, "Haklarin")
    seat.settle()
    assert "Haklarin" in form.preview.accessibleDescription()
    pick_language(seat, form, "nl")
    assert form.title.text() == "Je rechten bij scheiden"
    assert "Laat iemand" not in seat.words(form)
    pick_language(seat, form, "tr")
    assert form.title.text() == "Haklarin"
    seat.push(form.accept_button)
    assert "Haklarin" in read_back(seat.papers[0])


def pick_language(seat, form, code):
    seat.pick(form.language, code)
    form.language.activated.emit(form.language.currentIndex())
    seat.settle()


@pytest.mark.parametrize(
    ("title", "spoken", "screen", "language", "shown"),
    [
        ("", Language.DUTCH, "nl", "nl", "Je rechten"),
        ("", Language.ENGLISH, "nl", "en", ""),
        ("", Language.ENGLISH, "en", "en", "Your rights"),
        ("Huur", Language.ARABIC_MOROCCAN, "nl", "ar", ""),
        ("Huur", Language.TWI, "nl", "nl", "Huur"),
    ],
)
def test_a_title_is_filled_in_only_in_a_language_it_is_known_in(
    seat, title, spoken, screen, language, shown
):
    texts.use(screen)
    form = poster_of(seat, seat.plan(title=title, languages=(spoken,)))
    assert form.language.value() == language
    assert form.title.text() == shown


def test_a_poster_is_made_of_how_it_stands_now(seat, session):
    form = poster_of(seat, session)
    moved = seat.ctx.call(information_sessions.get, session.id)
    moved.place = "kelder"
    seat.ctx.call(information_sessions.save, moved, now=seat.ctx.now())
    seat.push(form.accept_button)
    assert "kelder" in read_back(seat.papers[0])
    known = seat.ctx.call(information_sessions.get, session.id)
    assert not information_sessions.is_paper_old(known)
    assert known.printed_for


def test_a_poster_is_saved_as_a_file_with_a_neutral_name(seat, session):
    form = poster_of(seat, session)
    seat.push(form.save_button)
    assert seat.overlay is form
    ((content,),) = seat.files
    assert "Welkom" in read_back(content)
    assert seat.said[-1].text == "Het blad is bewaard."
    assert seat.ctx.call(information_sessions.get, session.id).printed_for


def test_without_a_printer_the_poster_stays_open_and_says_so(seat, session):
    form = PosterForm(seat.ctx, session, refuse)
    form.open(seat.window)
    seat.settle()
    seat.push(form.accept_button)
    assert seat.overlay is form
    assert form.problem() == "Er is geen printer. Sluit een printer aan."


def test_what_was_drawn_for_an_older_choice_is_not_shown(seat, session):
    form = poster_of(seat, session)
    form._draw()
    form.kind.set_value(True)
    form._on_changed()
    form._draw()
    seat.settle()
    assert "scheiden" in form.preview.accessibleDescription()


def test_a_poster_that_cannot_be_drawn_says_so_and_a_fault_of_ours_is_not_hidden(seat, session):
    form = poster_of(seat, session)
    with pytest.raises(ZeroDivisionError):
        form._on_failed(ZeroDivisionError())
    form._on_failed(UserError("Dat lukt niet.", "Probeer opnieuw."))
    assert form.problem() == "Dat lukt niet. Probeer opnieuw."
    assert form.preview.accessibleDescription() == ""


@pytest.mark.parametrize("kind", [PosterForm, CertificateForm])
def test_on_a_small_screen_only_the_paper_scrolls(seat, session, kind):
    seat.window.resize(1366, 696)
    QTest.qWait(0)
    form = kind(seat.ctx, session, send=seat.send, save=seat.save)
    form.open(seat.window)
    if isinstance(form, CertificateForm):
        seat.choose(form.safe, True)
    seat.settle()
    button = form.save_button
    assert button.visibleRegion().boundingRect().height() == button.height()
    assert form.preview.height() > 400


def test_on_a_large_screen_the_paper_is_larger(seat, session):
    seat.window.resize(1440, 868)
    QTest.qWait(0)
    assert poster_of(seat, session).preview.height() >= 500
