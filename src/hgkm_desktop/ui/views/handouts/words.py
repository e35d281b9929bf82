"""What this view says about sheets: themes, forms, who checked a text, what to do with paper."""

from datetime import date

from hgkm_desktop import texts
from hgkm_desktop.services.prints import Form
from hgkm_desktop.services.sheets import State
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.card import CARD
from hgkm_desktop.sheets.library import MASTER
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_without_weekday

SHEET_FORMS = (Form.A4, Form.A5, Form.PICTURES, Form.ALOUD)
CARD_FORMS = (Form.CARD, Form.PICTURE_CARD)
SEEN, UNSEEN = "seal-check", "circle-dashed"


def forms_of(sheet_id: str) -> tuple[Form, ...]:
    """Return what a sheet, or the card, can be printed as; the first is the usual one."""
    return CARD_FORMS if sheet_id == CARD else SHEET_FORMS


def form_name(form: Form) -> str:
    """Return the name of a form, as short as a button."""
    return {
        Form.A4: tr("Sheet A4"),
        Form.A5: tr("A5"),
        Form.PICTURES: tr("Pictures"),
        Form.ALOUD: tr("Read aloud"),
        Form.CARD: tr("Card"),
        Form.PICTURE_CARD: tr("Picture card"),
    }[form]


def themes() -> list[tuple[object, str]]:
    """Return the themes to choose from, everything first."""
    return [
        (None, tr("All")),
        ("safety", tr("Safety")),
        ("children", tr("Children")),
        ("rights", tr("Law")),
        ("money", tr("Money")),
        ("together", tr("Together")),
    ]


def title_of(sheet_id: str) -> str:
    """Return a sheet's name in the language of the screen, or else in Dutch."""
    return tr("Small card") if sheet_id == CARD else _spoken(sheet_id).title


def for_us(sheet_id: str) -> str:
    """Return what we should know about a sheet; it is never printed, and may be empty."""
    if sheet_id == CARD:
        return ""
    return _spoken(sheet_id).for_us or library.text(sheet_id, MASTER).for_us


def _spoken(sheet_id: str) -> library.SheetText:
    spoken = texts.current()
    return library.text(sheet_id, spoken if spoken in library.languages(sheet_id) else MASTER)


def languages_of(sheet_id: str) -> tuple[str, ...]:
    """Return the languages of a sheet, or of the card."""
    return tuple(library.LANGUAGES) if sheet_id == CARD else library.languages(sheet_id)


def how_many_languages(sheet_id: str) -> str:
    """Return "6 talen"."""
    count = len(languages_of(sheet_id))
    return tr("1 language") if count == 1 else tr("{count} languages").format(count=count)


def is_read_by_somebody(state: State) -> bool:
    """Say whether nobody has to look at this text any more: a reader did, or it is the master."""
    return state.review is not None or (state.language == MASTER and not state.is_own)


def review_of(state: State, today: date) -> str:
    """Return who checked a text, and when."""
    if state.review is None:
        return _unread(state)
    day = day_without_weekday(state.review.on, today)
    read = tr("Checked by {initials}, {day}").format(initials=state.review.initials, day=day)
    return tr("{read}. These are our own words.").format(read=read) if state.is_own else read


def _unread(state: State) -> str:
    if state.is_own:
        return tr("Our own words, not checked yet.")
    if state.language == MASTER:
        return tr("The text as it came with the program.")
    return tr("Not checked yet. The paper says so too.")
