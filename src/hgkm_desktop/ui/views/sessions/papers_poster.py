"""The poster at the door: neutral, or open about what it is; in the language of who comes by."""

from collections.abc import Callable
from functools import partial

from hgkm_desktop import texts
from hgkm_desktop.errors import Invalid
from hgkm_desktop.handouts.poster import LANGUAGES, Poster, poster
from hgkm_desktop.handouts.poster_words import poster_words
from hgkm_desktop.models import InformationSession
from hgkm_desktop.models.codes import Act, Language
from hgkm_desktop.rules import session_words
from hgkm_desktop.services import information_sessions, organisation
from hgkm_desktop.services.fields import one_line
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.sessions.papers_form import Make, PaperForm, Send, said_of
from hgkm_desktop.ui.widgets.fields import ComboField, Field, line_edit
from hgkm_desktop.ui.widgets.segmented import Segmented
from hgkm_desktop.ui.widgets.strips import Banner

DUTCH, LONGEST = "nl", 120
_SPOKEN = {
    Language.DUTCH: "nl",
    Language.ENGLISH: "en",
    Language.ARABIC: "ar",
    Language.ARABIC_MOROCCAN: "ar",
    Language.TURKISH: "tr",
    Language.FRENCH: "fr",
    Language.SPANISH: "es",
    Language.SOMALI: "so",
    Language.TIGRINYA: "ti",
}


class PosterForm(PaperForm):
    """A title is typed once per language; who goes to another language and back finds it again."""

    def __init__(
        self,
        ctx: Context,
        session: InformationSession,
        send: Send = printing.print_pdf,
        save: Send = printing.save_pdf,
    ) -> None:
        super().__init__(ctx, tr("Poster"), send=send, save=save)
        self._session = session
        self._house = ctx.call(organisation.get).name
        self._titles: dict[str, str] = {}
        self.kind = Segmented([(False, tr("Neutral")), (True, tr("Open"))])
        self.kind.set_value(False)
        self.language = ComboField(list(LANGUAGES.items()))
        self.language.set_value(_usual_language(session))
        self.title = line_edit()
        self.title.setMaxLength(LONGEST)
        self.told, self.unread = Banner("", "bl"), Banner("", "am")
        self.place(Field(tr("What may stand on it?"), self.kind), "kind")
        self.place(self.told)
        self.place(Field(tr("Which language?"), self.language), "language")
        self.place(self.unread)
        about = tr("What is it about, in this language?")
        self._title = self.place(Field(about, self.title), "title")
        self.kind.changed.connect(self._on_changed)
        self.language.changed.connect(self._on_language_chosen)
        self.title.textEdited.connect(self._on_title_typed)
        self._on_language_chosen()

    def make(self) -> Make:
        """Return what draws the poster with what is filled in now."""
        one, is_open = self._session, bool(self.kind.value())
        data = Poster(
            one.starts_at,
            one.ends_at,
            one.place,
            self._house,
            title=one_line(self.title.text()) if is_open else "",
            for_whom=one.audience.value if is_open else "",
            child_care=is_open and bool(one.child_places),
            is_open=is_open,
        )
        return partial(poster, data, self._chosen())

    def check_all(self) -> None:
        """Read the session once more, and raise Invalid while an open poster says nothing."""
        self._session = self.ctx.call(information_sessions.get, self._session.id)
        if self.kind.value() and not one_line(self.title.text()):
            raise Invalid({"title": tr("Say in this language what it is about.")})

    def on_out(self, act: Act) -> Callable[[], object]:
        """Return what notes for which hour and place it was made: a file is printed elsewhere."""
        return partial(_on_out, self.ctx, self._session, act)

    def _chosen(self) -> str:
        return str(self.language.value())

    def _on_language_chosen(self) -> None:
        language = self._chosen()
        self.title.setText(self._titles.get(language, usual_title(self._session, language)))
        self.unread.say(tr("Let somebody who speaks it read it first."), "am")
        self.unread.setVisible(not poster_words(language).is_read)
        self._on_changed()

    def _on_title_typed(self, text: str) -> None:
        self._titles[self._chosen()] = text
        self.redraw()

    def _on_changed(self) -> None:
        is_open = bool(self.kind.value())
        if is_open:
            self.told.say(tr("Whoever passes reads what it is about and for whom."), "am")
        else:
            self.told.say(tr("It says welcome, when and where. Not what it is about."), "bl")
        self._title.setVisible(is_open)
        self.complain({})
        self.redraw()


def usual_title(session: InformationSession, language: str) -> str:
    """Return what a session is called in a language, nothing where nobody typed it yet.

    Titles are typed in Dutch; a topic of the list has words in the language of the window.
    """
    if session.title:
        return session.title if language == DUTCH else ""
    return session_words.word(session.topic) if language == texts.current() else ""


def _usual_language(session: InformationSession) -> str:
    known = (_SPOKEN.get(language) for language in session.languages)
    return next((code for code in known if code), DUTCH)


def _on_out(ctx: Context, session: InformationSession, act: Act) -> None:
    ctx.call(information_sessions.printed, session.id)
    ctx.notify(said_of(act))
