"""The certificate: first whether it is safe, then a name that is kept nowhere."""

from datetime import timedelta

import pytest
from files_desk import read_back
from PySide6.QtTest import QTest
from sqlalchemy import select

from hgkm_desktop.models import Draft
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.sessions import NameKind
from hgkm_desktop.ui.views.sessions import papers_certificate
from hgkm_desktop.ui.views.sessions.papers import CertificateForm


@pytest.fixture
def session(seat):
    return seat.plan(title="Je rechten bij scheiden", child_places=4)


def typed(line, text):
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def certificate_of(seat, session, registration=None):
    form = CertificateForm(seat.ctx, session, registration, seat.send, seat.save)
    form.open(seat.window)
    seat.settle()
    return form


def test_a_certificate_asks_first_whether_it_is_safe(seat, session):
    form = certificate_of(seat, session)
    assert "Is het veilig om mee naar huis te nemen?" in seat.words(form)
    assert not form.accept_button.isEnabled()
    for part in (form.name, form.language, form.about, form.preview, form.save_button):
        assert not part.isVisible()
    form.accept()
    assert seat.overlay is form
    assert seat.papers == []
    seat.choose(form.safe, False)
    assert "Print dan niets." in seat.words(form)
    assert not form.accept_button.isEnabled()
    seat.choose(form.safe, True)
    assert form.accept_button.isEnabled()
    assert form.preview.isVisible()


def test_a_certificate_says_who_and_when_and_only_if_she_wants_what_it_was_about(seat, session):
    form = certificate_of(seat, session)
    seat.choose(form.safe, True)
    typed(form.name, "Samira el Idrissi")
    seat.settle()
    assert "Samira el Idrissi" in form.preview.accessibleDescription()
    assert not form.title.isVisible()
    seat.push(form.save_button)
    said = read_back(seat.files[0][0])
    assert "scheiden" not in said
    assert "1,5 uur" in said
    seat.push(form.about)
    assert form.title.isVisible()
    seat.push(form.accept_button)
    said = read_back(seat.papers[0])
    assert "Samira el Idrissi" in said
    assert "Je rechten bij scheiden" in said
    assert [act for act, kind in seat.acts() if kind == "information_session"][-2:] == [
        Act.EXPORT,
        Act.PRINT,
    ]


def test_the_name_on_a_certificate_is_kept_nowhere(seat, session):
    one = seat.put_on(session, "Samira")
    form = certificate_of(seat, session, one)
    assert form.name.text() == "Samira"
    seat.choose(form.safe, True)
    typed(form.name, "Zevenblad")
    seat.lock()
    assert seat.names(session) == ["Samira"]
    assert seat.ctx.call(kept_drafts) == []
    assert certificate_of(seat, session, one).name.text() == "Samira"


def kept_drafts(session):
    return session.scalars(select(Draft)).all()


@pytest.mark.parametrize("kind", [NameKind.ALIAS, NameKind.NUMBER])
def test_an_alias_stands_on_no_certificate_by_itself(seat, session, kind):
    one = seat.put_on(session, "Zonnebloem", kind=kind)
    assert certificate_of(seat, session, one).name.text() == ""


def test_a_hidden_name_is_not_filled_in(seat, session):
    one = seat.put_on(session, "Samira")
    seat.ctx.veil(True)
    assert certificate_of(seat, session, one).name.text() == ""


def test_a_certificate_without_a_name_has_a_line_to_write_on(seat, session):
    form = certificate_of(seat, session)
    seat.choose(form.safe, True)
    seat.push(form.accept_button)
    assert "Bewijs van deelname" in read_back(seat.papers[0])


def test_a_certificate_in_english_asks_for_an_english_title(seat, session):
    form = certificate_of(seat, session)
    seat.choose(form.safe, True)
    seat.choose(form.language, "en")
    seat.push(form.about)
    assert form.title.text() == ""
    seat.push(form.accept_button)
    assert form.fields["title"].problem() == "Zeg in deze taal waar het over gaat."
    typed(form.title, "Your rights")
    seat.choose(form.language, "nl")
    seat.choose(form.language, "en")
    assert form.title.text() == "Your rights"
    seat.push(form.accept_button)
    said = read_back(seat.papers[0])
    assert "1.5 hours" in said
    assert "Your rights" in said


def test_what_we_never_keep_is_not_printed_either(seat, session):
    form = certificate_of(seat, session)
    seat.choose(form.safe, True)
    typed(form.name, "Samira 111222333")
    seat.push(form.accept_button)
    assert seat.papers == []
    assert form.fields["name"].problem()


@pytest.mark.parametrize(
    ("minutes", "language", "said"),
    [(60, "nl", "1 uur"), (60, "en", "1 hour"), (120, "nl", "2 uur"), (75, "nl", "1,25 uur")],
)
def test_how_long_it_took_is_said_in_words(seat, session, minutes, language, said):
    session.ends_at = session.starts_at + timedelta(minutes=minutes)
    assert papers_certificate._hours(session, language) == said
