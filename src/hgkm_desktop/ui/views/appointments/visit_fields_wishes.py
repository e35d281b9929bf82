"""What she wants to talk about and ask, who must not hear what, and her paper (R-053, R-141)."""

from dataclasses import replace

from hgkm_desktop.rules import words as case_words
from hgkm_desktop.rules.appointment import MOST_QUESTIONS, Details, NotWith, Visit
from hgkm_desktop.rules.going_along import PlaceWord, TimeStyle
from hgkm_desktop.rules.lists import LifeDomain
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.group import Group, chosen
from hgkm_desktop.ui.views.appointments.visit_fields import options
from hgkm_desktop.ui.views.appointments.visit_fields_lines import Lines
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.fields import ComboField
from hgkm_desktop.ui.widgets.segmented import Segmented

LONGEST, MOST_LINES = 400, 5


class Topics(Group):
    """What it is about, and her own questions in her own words."""

    def __init__(self) -> None:
        super().__init__()
        asked = tr("What does she want to talk about?")
        domains: list[tuple[object, str]] = [(each, case_words.word(each)) for each in LifeDomain]
        self.domains, self.purpose = ChipRow(domains, name=asked), FewLines(2)
        question = tr("A question")
        more = tr("Another question")
        self.questions = Lines([question], more, most=MOST_QUESTIONS, longest=LONGEST)
        self.add(self.field("domains", asked, self.domains))
        hint = tr("One sentence. May stay empty.")
        self.add(self.field("purpose", tr("What is it for?"), self.purpose, hint))
        self.add(self.field("questions", tr("What does she want to ask?"), self.questions))
        self.column.addStretch(1)

    def show_visit(self, visit: Visit) -> None:
        """Show what is known."""
        told = visit.details
        self.domains.set_values(told.domains)
        self.purpose.setPlainText(told.purpose)
        self.questions.set_values([(question,) for question in told.questions])

    def put(self, told: Details) -> Details:
        """Return the details with what stands here."""
        found = (chosen(each, LifeDomain) for each in self.domains.values())
        return replace(
            told,
            domains=tuple(each for each in found if each is not None),
            purpose=self.purpose.toPlainText(),
            questions=tuple(line[0] for line in self.questions.values()),
        )


class Wishes(Group):
    """What must not be said where somebody is, and what may stand on her paper."""

    def __init__(self) -> None:
        super().__init__()
        names = tr("Where who is?"), tr("What not?")
        more = tr("Another line")
        self.not_with = Lines(names, more, most=MOST_LINES, longest=LONGEST)
        asked = tr("How does the time stand on her paper?")
        self.time_style = Segmented(options(TimeStyle), asked, small=True)
        self.place_word = ComboField(options(PlaceWord))
        self.place = CheckBox(tr("The place may stand on her paper"))
        hint = tr("Never on her paper, never with the partner.")
        self.add(self.field("not_with", tr("Not to be talked about"), self.not_with, hint))
        self.add(self.field("time_style", asked, self.time_style, tr("She chooses.")))
        self.add(self.place)
        word = tr("The only word for a place in a calendar.")
        self.add(self.field("place_word", tr("Word for the calendar"), self.place_word, word))
        self.column.addStretch(1)
        self.more = {"place_on_paper": self.place}

    def show_visit(self, visit: Visit) -> None:
        """Show what is known."""
        told = visit.details
        self.not_with.set_values([(line.who, line.what) for line in told.not_with])
        self.time_style.set_value(told.time_style)
        self.place.setChecked(told.place_on_paper)
        self.place_word.set_value(told.place_word)

    def put(self, told: Details) -> Details:
        """Return the details with what stands here."""
        return replace(
            told,
            not_with=tuple(NotWith(who, what) for who, what in self.not_with.values()),
            time_style=chosen(self.time_style.value(), TimeStyle) or TimeStyle.LEFT_OUT,
            place_on_paper=self.place.isChecked(),
            place_word=chosen(self.place_word.value(), PlaceWord) or PlaceWord.NONE,
        )
