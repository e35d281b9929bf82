import re
from uuid import uuid4

import pytest
from a_week import furnish
from desk import MONDAY
from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from hgkm_desktop import texts
from hgkm_desktop.errors import CannotOpen
from hgkm_desktop.models.codes import SignalLevel
from hgkm_desktop.services import members
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import style
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.entrance.around import Around
from hgkm_desktop.ui.entrance.cannot_open import CannotOpenPage
from hgkm_desktop.ui.entrance.first_start import FirstStart
from hgkm_desktop.ui.entrance.key_ring_look import KeyRing
from hgkm_desktop.ui.entrance.lock_screen import LockScreen
from hgkm_desktop.ui.entrance.sign_in import SignInPage
from hgkm_desktop.ui.main_window import MainWindow
from hgkm_desktop.vault.keyring import State
from hgkm_desktop.vault.slots import Tile

CONTROL = Qt.KeyboardModifier.ControlModifier
PAGES_OF_A_VOLUNTEER = ["today", "walk_ins", "sessions", "partners", "handouts"]
HOLE = re.compile(r"\{\w*\}")
SMALL_WORDS = {
    "nl": re.compile(
        r"\b(the|and|you|your|she|with|from|this|that|are|have|has|were|not)\b", re.IGNORECASE
    ),
    "en": re.compile(
        r"\b(het|een|niet|voor|naar|zijn|geen|van|heeft|wordt|je|wie|uur)\b", re.IGNORECASE
    ),
}
"""By language, what only the other one says: also finds a text that never went through tr()."""
BESIDE_HER = ("today", "cases", "appointments", "partners")


@pytest.fixture
def shown(qtbot, qapp):
    """Show a page in an active window, and put it away afterwards."""
    style.apply(qapp)
    kept = []

    def show(page, width=1440, height=868):
        kept.append(page)
        page.resize(width, height)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield show
    for page in kept:
        if isinstance(page, MainWindow):
            page.ctx.background.wait()
        page.close()
        page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def open_for(sign_in, shown):
    def open_window(name, language="nl"):
        texts.use(language)
        db = sign_in(name)
        member = db.call(members.names)[db.actor.member_id]
        ctx = Context(db, member, Settings(language=language), lambda: MONDAY)
        return shown(MainWindow(ctx))

    return open_window


@pytest.fixture
def at_the_door(open_for):
    def open_window(name, language="nl"):
        window = open_for(name, language)
        window.go_to("walk_ins")
        return window

    return open_window


def test_everybody_finds_the_pages_of_her_roles(open_for):
    pages = {name: [v.identifier for v in open_for(name).views] for name in ("Hanan", "Bea")}
    assert pages == {"Hanan": PAGES_OF_A_VOLUNTEER, "Bea": ["admin"]}


def test_the_first_page_is_open_and_named(open_for):
    window = open_for("Hanan")
    assert window.current is window.views[0]
    assert window.header.heading.text() == "Vandaag"
    assert window.header.beside.text() == "maandag 23 november"


def test_without_any_page_there_is_nothing_to_open(open_for, monkeypatch):
    monkeypatch.setattr("hgkm_desktop.ui.main_window.VIEWS", ())
    window = open_for("Hanan")
    assert window.current is None
    window.header.searched.emit("brief")
    window._on_new_asked()
    assert window.drafts() == {}


def test_a_page_that_is_not_hers_does_not_open(open_for):
    window = open_for("Hanan")
    window.open("admin")
    assert window.current.identifier == "today"


def test_keys_go_to_each_page_and_control_n_starts_a_new_entry(open_for, qtbot, monkeypatch):
    window = open_for("Salma")
    by_key = {
        "today": Qt.Key.Key_1,
        "walk_ins": Qt.Key.Key_2,
        "cases": Qt.Key.Key_3,
        "appointments": Qt.Key.Key_4,
        "sessions": Qt.Key.Key_5,
        "partners": Qt.Key.Key_6,
        "handouts": Qt.Key.Key_7,
        "admin": Qt.Key.Key_9,
    }
    for view in window.views:
        window.header.search.setText("brief")
        qtbot.keyClick(window, by_key[view.identifier], CONTROL)
        assert window.current is view
        assert window.header.search.text() == ""
        asked = []
        monkeypatch.setattr(view, "start_new", lambda asked=asked: asked.append(True))
        qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
        assert asked == [True]


def test_the_rail_opens_pages_too(open_for):
    window = open_for("Salma")
    for view in reversed(window.views):
        window.rail.chosen.emit(view.identifier)
        assert window.current is view


def test_a_search_goes_to_the_page_that_is_open(at_the_door, qtbot, monkeypatch):
    window = at_the_door("Hanan")
    asked = []
    monkeypatch.setattr(window.current, "find", asked.append)
    qtbot.keyClicks(window.header.search, "br")
    assert asked == ["b", "br"]


def test_the_buttons_of_the_header_reach_everything(at_the_door, qtbot):
    window = at_the_door("Hanan")
    window.header.veil.click()
    assert window.ctx.veiled
    with qtbot.waitSignal(window.ctx.lock_requested):
        window.header.lock.click()
    with qtbot.waitSignal(window.user_clicked):
        window.rail.user_clicked.emit()


def test_what_is_half_typed_is_known_by_page(at_the_door):
    window = at_the_door("Hanan")
    assert window.drafts() == {}
    window.current.page.strip.fields.desk_question.setText("zevenblad")
    assert list(window.drafts()) == ["walk_ins"]


@pytest.mark.parametrize(("width", "edge"), [(1440, 28), (1366, 22)])
def test_a_small_screen_gets_narrower_edges(at_the_door, width, edge):
    window = at_the_door("Hanan")
    window.resize(width, 700)
    assert window._page.contentsMargins().left() == edge


def said(widget: QWidget) -> set[str]:
    """Return every text a page shows or reads aloud, except what somebody typed."""
    found = [_of(each) for each in [widget, *widget.findChildren(QWidget)]]
    return {text.strip() for texts_of_one in found for text in texts_of_one if text.strip()}


def _of(widget: QWidget) -> list[str]:
    told = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    if isinstance(widget, QLabel | QAbstractButton):
        told.append(widget.text().replace("&", ""))
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        told.append(widget.placeholderText())
    if isinstance(widget, QComboBox):
        told += [widget.itemText(number) for number in range(widget.count())]
    if isinstance(widget, QTableView) and widget.model() is not None:
        told += _heads(widget.model())
    return told


def _heads(model: QAbstractItemModel) -> list[str]:
    across = Qt.Orientation.Horizontal
    return [str(model.headerData(n, across) or "") for n in range(model.columnCount())]


def matcher(phrases: set[str]) -> re.Pattern[str]:
    """Return what recognises any of these texts, also with something filled in."""
    forms = []
    for phrase in phrases:
        parts = [re.escape(part) for part in HOLE.split(phrase)]
        if len("".join(HOLE.split(phrase)).strip(" .:·,–-")) >= 4:
            forms.append(".+?".join(parts))
    return re.compile("|".join(forms) or "(?!)", re.DOTALL)


def wrong_words(language: str) -> re.Pattern[str]:
    """Return what must not be seen in a language: what the other one says differently."""
    known = texts.catalogue("nl")
    different = {english: dutch for english, dutch in known.items() if english != dutch}
    dutch, english = set(different.values()), set(different)
    # The same word may mean two things: "Open" is English, and Dutch for something else.
    return (
        matcher(dutch - set(known)) if language == "en" else matcher(english - set(known.values()))
    )


def pages(language, open_for, shown, tmp_path, qtbot):
    """Yield every page of sign-in and of the window in a language, with something on it."""
    texts.use(language)
    people = [Tile(uuid4(), f"N{number}", 2) for number in range(9)]
    sign_in = SignInPage(lambda: MONDAY)
    sign_in.show_tiles(people)
    sign_in.wait(8)
    yield "sign-in", shown(sign_in)
    locked = LockScreen(lambda: MONDAY, people[0].member_id, draft_kept=True)
    locked.show_tiles(people)
    yield "lock", shown(locked)
    around = Around(key_ring=KeyRing(state=lambda: State.MISSING.value))
    first = FirstStart(tmp_path / "new", lambda _start: None, lambda: MONDAY, around=around)
    yield "first start", shown(first)
    trouble = CannotOpen(texts.tr("The log is not in its place."), "", "DB-01")
    yield "cannot open", shown(CannotOpenPage(trouble, tmp_path, around=around))
    window = open_for("Joke", language)
    window.current.start_new()
    qtbot.wait(50)
    yield "walk-ins", window
    window.current.page.list.table.select(0)
    qtbot.wait(50)
    yield "one walk-in", window
    for who in ("Salma", "Leyla"):
        window = open_for(who, language)
        for view in BESIDE_HER:
            window.go_to(view)
            qtbot.waitUntil(lambda here=window: not here.ctx.background._jobs, timeout=10_000)
            yield f"{view} of {who}", window
    window = open_for("Bea", language)
    tabs = window.current.tabs
    for name in tabs.names:
        tabs.open(name)
        qtbot.waitUntil(lambda: not window.ctx.background._jobs, timeout=10_000)
        yield name, window


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_speaks_one_language(
    language, open_for, shown, make, tmp_path, qtbot, desk, sign_in
):
    make.walk_in(signal=SignalLevel.ACUTE)
    furnish(desk, sign_in("Leyla"))
    wrong = wrong_words(language)
    odd, seen = {}, 0
    for name, page in pages(language, open_for, shown, tmp_path, qtbot):
        heard = said(page)
        seen += len(heard)
        heard -= set(texts.LANGUAGES.values())  # each language is called by its own name
        small = SMALL_WORDS[language]
        if found := sorted(t for t in heard if wrong.fullmatch(t) or small.search(t)):
            odd[name] = found
    assert odd == {}
    assert seen > 300


def test_a_word_of_the_other_language_would_be_noticed(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    QLabel("Verberg namen", page)
    QLineEdit(page).setPlaceholderText("Hide names")
    QLabel("Opgeslagen om 9.05.", page)
    heard = said(page)
    assert [text for text in heard if wrong_words("nl").fullmatch(text)] == ["Hide names"]
    assert "Verberg namen" in [text for text in heard if wrong_words("en").fullmatch(text)]
