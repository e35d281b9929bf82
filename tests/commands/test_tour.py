from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qWarning
from PySide6.QtGui import QImage

from hgkm_desktop.commands import several, stage, tour
from hgkm_desktop.errors import UserError

LOOK = "1366-licht-nl"
PAGES = (
    *("01a-eerste-start", "01b-coordinator", "01c-wachtzin", "01d-herstelblad"),
    *("01e-zonder-sleutelbos", "02a-aanmelden", "02b-vergrendeld", "02c-ontgrendelen"),
    *("04-inloop", "04b-meer-invullen", "04c-tellen", "04d-namen-verborgen"),
    *("04f-inloop-200-procent", "04g-verbeteren", "13-nieuwe-persoon"),
    *("11a-informatiebladen", "11a-veilig-om-mee-te-nemen", "11d-kaartje", "11e-voorlezen"),
    *(f"11b-taal-{language}" for language in ("en", "ar", "tr", "so", "ti")),
    *("11f-meer-in-een-keer", "11g-aanpassen", "11h-tekst-aanpassen", "11i-nummers"),
    "11j-klopt-dit-nummer-nog",
    *("03-vandaag", "03d-vandaag-vrijwilliger", "03e-vandaag-coordinator"),
    *("03f-vandaag-200-procent", "03g-vandaag-namen-verborgen", "08-week"),
    *("08a-voorbereiden", "08b-na-afloop"),
    *("08c-nieuwe-afspraak", "08d-maand", "08e-meer", "08f-week-van-anderen"),
    *("09-voorlichting", "09b-aan-de-deur", "09c-aan-de-deur-getypt", "09d-nieuwe-bijeenkomst"),
    *("09e-verander", "09f-schoolvakanties", "09g-poster", "09h-lijst-uit-bestand"),
    *("09i-na-afloop", "09j-per-jaar", "09k-gesprekken-erna"),
    *("10-partners", "10b-wie-is-bereikbaar", "10c-nieuwe-partner"),
    *("03b-bellen", "03b-bellen-met-nummer", "03b-nu-niet", "05-begeleiding", "05b-overzicht"),
    *("05a-nieuwe-begeleiding", "06a-tijdlijn", "06b-veiligheid", "06b-als-tabel"),
    *("06c-toestemming", "06d-huishouden", "06e-klokken", "07-notitie", "14-zoeken"),
    *("06g-afspraak-over-bellen", "06h-klopt-dit-nog", "06i-draag-over", "06j-stoppen"),
    *("06k-meer", "17-stappenplan", "17b-gevraagd-advies", "17c-hulp-bij-nood"),
    *("13-beheer-choices", "13-beheer-copies", "13-beheer-log", "13-beheer-overview"),
    *("13-beheer-team", "15a-inloop-leeg", "15b-gaat-niet-open", "16-bouwstenen"),
)


SHEETS = {
    "herstelblad": "Herstelblad",
    "wachtzinbriefje": "Jouw wachtzin",
    "voorbereiding": "Voorbereiding",
    "mijn-afspraak-nl": "Mijn afspraak",
    "mijn-afspraak-ar": "bij de bieb",
    "belkaart": "Buurtteam Osdorp",
    "presentielijst": "Zonnebloem",
    "poster-open-nl": "Voor vrouwen",
    "poster-open-ar": "zaal 1",
    "poster-so": "12.30–14.00",
    "bewijs": "Bewijs van deelname",
}
"""Every paper of the tour, and what is read on it."""


def colours(image: QImage) -> int:
    """Count the colours of a picture, looking at every seventh pixel each way."""
    across, down = range(0, image.width(), 7), range(0, image.height(), 7)
    return len({image.pixel(x, y) for x in across for y in down})


def test_one_look_of_the_tour_shows_every_page_and_every_sheet(qapp, typed, tmp_path):
    out = tmp_path / "tour"
    told = typed("tour", "--only", LOOK, "--out", out)
    assert (told.code, told.err) == (0, "")
    assert told.out == f"{len(PAGES)} beelden en {len(SHEETS)} bladen in {out}\n"
    assert {file.name for file in out.glob("*.png")} == {f"{page}-{LOOK}.png" for page in PAGES}
    for file in out.glob("*.png"):
        image = QImage(str(file))
        wide, high = (1440, 1420) if file.name.startswith("16") else (1366, 696)
        if "200-procent" in file.name:
            wide, high = 2 * wide, 2 * high
        assert (image.width(), image.height()) == (wide, high), file.name
        assert colours(image) > 20, file.name
    assert {file.stem for file in out.glob("*.pdf")} == set(SHEETS)
    for name, words in SHEETS.items():
        assert words in read(out / f"{name}.pdf"), name


def read(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_every_size_theme_and_direction_is_in_the_tour():
    names = {look.name for look in tour.LOOKS}
    both = {"licht-nl", "donker-nl", "licht-ar"}
    assert names >= {f"{width}-{rest}" for width in (1366, 1440) for rest in both}


def test_a_look_that_does_not_exist_is_told(typed, tmp_path):
    told = typed("tour", "--only", "pink", "--out", tmp_path / "tour")
    assert told.code == 1
    assert "1366-licht-nl" in told.err
    assert not (tmp_path / "tour").exists()


@pytest.fixture
def heard():
    """What reaches the handler that was there before."""
    texts = []
    before = qInstallMessageHandler(lambda _kind, _context, text: texts.append(text))
    yield texts
    qInstallMessageHandler(before)


def test_only_one_message_of_qt_is_left_out(heard):
    with stage.fewer_words():
        qWarning(stage.NOT_WORTH_SAYING)
        qWarning("something else")
    qWarning(stage.NOT_WORTH_SAYING)
    assert heard == ["something else", stage.NOT_WORTH_SAYING]


def test_without_a_handler_what_qt_says_is_printed(capsys):
    before = qInstallMessageHandler(None)
    try:
        with stage.fewer_words():
            qWarning("something else")
            qWarning(stage.NOT_WORTH_SAYING)
    finally:
        qInstallMessageHandler(before)
    assert capsys.readouterr().err == "something else\n"
    assert QtMsgType.QtWarningMsg


def test_the_tour_does_not_wait_for_ever(monkeypatch, qapp):
    monkeypatch.setattr(stage, "PATIENCE", 0.05)
    empty = stage.Stage(None, tour.LOOKS[0], Path())
    with pytest.raises(AssertionError, match="in vain"):
        empty.wait(lambda: False)


def test_several_looks_are_walked_side_by_side_and_one_that_fails_is_told(monkeypatch, tmp_path):
    ends = iter([0, 3, 0])
    begun = []

    class Walk:
        def __init__(self, command, stdout):
            begun.append(command[command.index("--only") + 1])

        def wait(self):
            return next(ends)

    monkeypatch.setattr(several.subprocess, "Popen", Walk)
    with pytest.raises(UserError):
        several.walk(["a", "b", "c"], tmp_path)
    assert begun == ["a", "b", "c"]
