"""Lists in and out, and the call list on paper."""

from pathlib import Path

import pytest
from city import SCHOOL, TEAM
from PySide6.QtWidgets import QApplication, QFileDialog

from hgkm_desktop.errors import UserError
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import partner_files
from hgkm_desktop.ui import files as any_files
from hgkm_desktop.ui.views.partners import files
from hgkm_desktop.ui.views.partners.preview import MOST, ImportPreview


@pytest.fixture
def page(city, open_page):
    return open_page("Joke")


def acts(db):
    from sqlalchemy import select

    from hgkm_desktop.models import AuditLine

    def read(session):
        return [(line.act, line.kind) for line in session.scalars(select(AuditLine))]

    return db.call(read)


def give(page, content, ending=".csv"):
    """Choose a file, as the dialog would."""
    page.view.deeds.outgoing._ask = lambda _parent, read: read(content, ending)
    page.push(page.page.bar.more)
    page.entry("Lees een lijst in")


def table_with(page, *more):
    content = page.ctx.call(partner_files.to_csv).decode("utf-8-sig")
    heads, _, rest = content.partition("\n")
    first = rest.split("\n")[0]
    return "\n".join([heads, *(make(first) for make in more)]).encode()


def another(name):
    """Return what makes a line of somebody else out of a line."""

    def make(line):
        apart = ";" if ";" in line else ","
        return apart.join([name, *line.split(apart)[1:]])

    return make


def test_a_list_is_looked_at_before_it_goes_in(page):
    give(page, table_with(page, another("Raad is Daad"), another("")))
    assert isinstance(page.overlay, ImportPreview)
    said = page.words(page.overlay)
    assert "Organisaties die erin kunnen: 1." in said
    assert "Regels die niet kunnen: 1." in said
    assert "Regel 3" in said
    assert "Raad is Daad" in said
    assert page.overlay.accept_button.text() == "Neem 1 over"
    assert "Raad is Daad" not in page.names
    page.push(page.overlay.accept_button)
    assert page.overlay is None
    assert "Raad is Daad" in page.names
    assert page.said[-1].text == "Organisaties overgenomen: 1."


def test_nothing_good_leaves_no_button_to_take_it_in(page):
    give(page, table_with(page, another("")))
    assert not page.overlay.accept_button.isVisible()
    assert "Verbeter deze regels" in page.words(page.overlay)


def test_a_long_list_is_told_in_part(page):
    names = [another(f"Organisatie {number}") for number in range(MOST + 3)]
    give(page, table_with(page, *names))
    assert "En nog 3." in page.words(page.overlay)
    assert page.overlay.accept_button.text() == f"Neem {MOST + 3} over"


@pytest.mark.parametrize("ending", [".csv", ".vcf"])
def test_a_file_that_is_no_list_changes_nothing(page, ending):
    give(page, b"\x00\xff\xfe niets", ending)
    assert not isinstance(page.overlay, ImportPreview) or not page.overlay.accept_button.isVisible()
    assert len(page.names) == 4


def test_what_came_in_between_is_said_and_nothing_goes_in(page, city):
    give(page, table_with(page, another("Raad is Daad")))
    city.partner("Raad is Daad")
    page.push(page.overlay.accept_button)
    assert isinstance(page.overlay, ImportPreview)
    assert page.overlay.problem.isVisible()


def test_the_list_goes_out_as_a_table_and_as_cards_and_it_is_noted(page):
    page.push(page.page.bar.more)
    page.entry("Bewaar als tabel (CSV)")
    page.push(page.page.bar.more)
    page.entry("Bewaar als adreskaartjes (vCard)")
    (table, rows), (cards, people) = page.files
    assert (table, cards) == ("lijst.csv", "lijst.vcf")
    assert TEAM.encode() in rows
    assert people.count(b"BEGIN:VCARD") >= 4
    assert page.said[-1].text == "Het bestand is bewaard."
    assert [act for act, _ in acts(page.ctx.db)].count(Act.EXPORT) == 2


def test_one_partner_goes_out_as_a_card(page):
    page.choose(SCHOOL)
    page.push(page.side.more)
    page.entry("Bewaar als adreskaartje (vCard)")
    (_, content) = page.files[0]
    assert SCHOOL.encode() in content
    assert TEAM.encode() not in content


def test_the_call_list_is_printed_by_everybody_and_it_is_noted(city, open_page):
    page = open_page("Hanan")
    page.push(page.page.bar.print)
    assert page.papers[0].startswith(b"%PDF")
    assert page.said[-1].text == "Het is naar de printer."
    assert (Act.PRINT, "partner") in acts(page.ctx.db)
    page.ctx.veil(True)
    page.view.deeds.outgoing.print_card()
    assert len(page.papers) == 1


def test_a_printer_that_is_not_there_is_said(page):
    def gone(_parent, _pdf, *, on_done):
        raise UserError("Er is geen printer.", "Sluit een printer aan.")

    page.view.deeds.outgoing._send = gone
    page.push(page.page.bar.print)
    assert page.said[-1].text == "Er is geen printer."


def test_paper_that_cannot_be_made_is_said(page, monkeypatch):
    def refuse(_ctx):
        raise UserError("Dat lukt niet.", "Probeer opnieuw.")

    monkeypatch.setattr("hgkm_desktop.ui.views.partners.outgoing.call_lines", refuse)
    page.push(page.page.bar.print)
    assert page.said[-1].text == "Dat lukt niet."


def test_a_file_is_asked_for_in_our_words_and_read(page, tmp_path: Path):
    read = []
    files.ask_for_list(page.window, lambda *given: read.append(given))
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog))
    assert dialog.labelText(QFileDialog.DialogLabel.Accept) == "Lees in"
    chosen = tmp_path / "Lijst.VCF"
    chosen.write_bytes(b"abc")
    dialog.fileSelected.emit(str(chosen))
    assert read == [(b"abc", ".vcf")]
    dialog.close()
    page.settle()


def test_a_file_that_is_gone_or_too_large_is_said(tmp_path, monkeypatch):
    with pytest.raises(UserError):
        any_files.content_of(tmp_path / "weg.csv", 10)
    monkeypatch.setattr(files, "LARGEST", 3)
    (tmp_path / "groot.csv").write_bytes(b"abcdefgh")
    content = any_files.content_of(tmp_path / "groot.csv", 3)
    assert content == b"abcd"
    with pytest.raises(UserError):
        files.when_it_fits(print, content, ".csv")
