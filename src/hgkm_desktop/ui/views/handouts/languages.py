"""Which language: one pill each, with a mark that says whether a reader checked the text."""

from collections.abc import Sequence
from datetime import date

from hgkm_desktop.services.sheets import State
from hgkm_desktop.sheets.library import LANGUAGES
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.handouts import words
from hgkm_desktop.ui.views.handouts.pills import Pill, Pills


class Languages(Pills):
    """The languages of a sheet by their own names."""

    def __init__(self) -> None:
        pills = [Pill(code, name, words.UNSEEN) for code, name in LANGUAGES.items()]
        super().__init__(tr("Language"), pills)

    def offer(self, states: Sequence[State], chosen: str, today: date) -> None:
        """Show these languages and which one it is; nobody is told."""
        known = {state.language: state for state in states}
        for pill in self.pills:
            state = known.get(str(pill.value))
            pill.setVisible(state is not None)
            if state is not None:
                is_read = words.is_read_by_somebody(state)
                mark, hue = (words.SEEN, "oks") if is_read else (words.UNSEEN, "mut")
                pill.show_mark(mark, hue, words.review_of(state, today))
        self.select(chosen)
