"""Erasing somebody in two steps, and the paper afterwards (R-277)."""

import io

import pypdf
import pytest
from holding_desk import over_a_window
from PySide6.QtCore import Qt
from standing_beside import open_linde

from hgkm_desktop.errors import Forbidden, UserError
from hgkm_desktop.models import AuditLine
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import cases, erasing
from hgkm_desktop.ui.entrance.press import Press
from hgkm_desktop.ui.views.cases.erase_dialog import EraseDialog, open_erase
from hgkm_desktop.ui.views.cases.erased_dialog import ErasedDialog


@pytest.fixture
def over(desk, sign_in, qtbot, qapp):
    leyla = sign_in("Leyla")
    with over_a_window(leyla, open_linde(desk, leyla), qtbot, qapp) as made:
        yield made


@pytest.fixture
def asked(over):
    """The second step."""
    over.open(open_erase)
    over.yes()
    assert isinstance(over.overlay, EraseDialog)
    return over


def is_there(over):
    return over.case_id in over.ctx.call(cases.names)


def test_the_first_step_says_what_happens_and_does_nothing(over):
    dialog = over.open(open_erase)
    for words in ("Niemand kan het terughalen", "hoogstens 90 dagen", "Tellingen zonder naam"):
        assert any(words in each for each in (over.words(),))
    over.no()
    assert over.overlay is not dialog
    assert is_there(over)


def test_only_her_own_code_erases_and_the_keyboard_starts_at_no(asked):
    dialog = asked.overlay
    assert asked.focus is dialog.cancel_button
    for wrong in ("", "Linde", "BL-000000", "x" * 99):
        dialog.code.setText(wrong)
        asked.yes()
        assert dialog.field.problem() == "Dit is niet haar code. Kijk nog een keer."
    assert is_there(asked)


def test_her_code_typed_over_erases_everything_of_her(asked):
    asked.overlay.code.setText(f" {asked.page.name.code.lower()} ")
    asked.yes()
    assert isinstance(asked.overlay, ErasedDialog)
    assert not is_there(asked)
    with pytest.raises(Forbidden):
        asked.ctx.call(cases.page, asked.case_id)


def test_trouble_is_said_and_nothing_is_gone(asked, monkeypatch):
    def full(*_given, **_more):
        raise UserError("De schijf is vol.", "Maak ruimte.")

    dialog = asked.overlay
    dialog.code.setText(asked.page.name.code)
    monkeypatch.setattr(erasing, "erase", full)
    asked.yes()
    assert dialog.field.problem() == "De schijf is vol. Maak ruimte."
    assert asked.overlay is dialog


class Sent:
    """A printer and a file that only remember."""

    def __init__(self, error=None):
        self.papers, self.error = [], error

    def __call__(self, _parent, pdf, on_done):
        if self.error:
            raise self.error
        self.papers.append(pdf)
        on_done()


def erased(over, sent):
    certificate = over.ctx.call(erasing.erase, over.case_id, now=over.ctx.now())
    ErasedDialog(over.ctx, certificate, Press(sent, sent)).open(over.window)
    return over.overlay


def acts(over):
    lines = over.ctx.call(lambda session: session.query(AuditLine).all())
    return [(line.act, line.kind) for line in lines if line.kind == "certificate"]


def test_the_proof_is_printed_from_memory_and_the_dialog_stays_until_done(over):
    name, sent = over.page.name, Sent()
    dialog = erased(over, sent)
    over.yes()
    over.settle()
    (paper,) = sent.papers
    text = " ".join(pypdf.PdfReader(io.BytesIO(paper)).pages[0].extract_text().split())
    assert "Bewijs van wissen" in text
    assert name.alias not in text
    assert name.code not in text
    assert over.overlay is dialog
    assert dialog.said.accessibleName().startswith("Het bewijs is er.")
    assert acts(over) == [(Act.PRINT, "certificate")]
    over.no()
    assert over.overlay is None


def test_the_proof_can_be_saved_where_she_chooses(over):
    sent = Sent()
    erased(over, sent)
    over.push("Bewaar als bestand")
    over.settle()
    assert len(sent.papers) == 1
    assert acts(over) == [(Act.EXPORT, "certificate")]


def test_a_printer_that_does_not_answer_can_be_tried_again(over):
    sent = Sent(UserError("Er is geen printer.", "Sluit een printer aan."))
    dialog = erased(over, sent)
    over.yes()
    over.settle()
    assert dialog.said.accessibleName() == "Er is geen printer. Sluit een printer aan."
    assert acts(over) == []
    sent.error = None
    over.press(Qt.Key.Key_Return)
    over.settle()
    assert len(sent.papers) == 1


def test_a_paper_that_cannot_be_made_says_so(over, monkeypatch, qtbot):
    from hgkm_desktop.handouts import erasure_certificate as handout

    def no_font(*_given):
        raise UserError("Het blad lukt niet.", "Installeer opnieuw.")

    dialog = erased(over, Sent())
    monkeypatch.setattr(handout, "erasure_certificate", no_font)
    over.yes()
    over.settle()
    assert dialog.said.accessibleName() == "Het blad lukt niet. Installeer opnieuw."
    monkeypatch.setattr(handout, "erasure_certificate", lambda *_given: 1 // 0)
    with qtbot.captureExceptions() as caught:
        over.yes()
        over.settle()
    assert caught[0][0] is ZeroDivisionError
