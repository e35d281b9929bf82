"""The middle of the panel: what was said at a visit, the real question, how it read before."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models import Member, RealQuestion, WalkIn
from hgkm_desktop.models.codes import Role
from hgkm_desktop.models.labels import label
from hgkm_desktop.services import rings, walk_ins
from hgkm_desktop.services.walk_ins import Correction
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_as_spoken, day_of, time_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.walk_ins import entry_values, words
from hgkm_desktop.ui.views.walk_ins.margins import set_margins
from hgkm_desktop.ui.views.walk_ins.words import Said
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.labels import body, form_label, hairline, muted


class Story(QWidget):
    """Made anew for each visit; what was unsealed in it disappears with it."""

    def __init__(self, ctx: Context, walk_in: WalkIn, names: Mapping[UUID, Member]) -> None:
        super().__init__()
        self.ctx, self._walk_in, self._names = ctx, walk_in, names
        self._today = day_of(ctx.now())
        self.read: Button | None = None
        self.page = QVBoxLayout(self)
        set_margins(self.page, 0, 0, 4, 0)
        self.page.setSpacing(px(2))
        self._tell_the_story()
        self._offer_the_real_question()
        for said in words.details(walk_in, self._today):
            self._say(said)
        self._tell_how_it_read_before(ctx.call(walk_ins.history, walk_in.id))
        self.page.addStretch(1)

    def _tell_the_story(self) -> None:
        if self._walk_in.desk_question:
            told = self._walk_in.desk_question
            if self.ctx.veiled:
                told = tr("Names and texts are hidden.")
            self._say(Said(tr("What was going on"), told))

    def _offer_the_real_question(self) -> None:
        if self._walk_in.sealed is None or not self.ctx.may(Role.CONFIDANT) or self.ctx.veiled:
            return
        if not self.ctx.call(rings.is_held):
            sentence = tr("You do not have the key yet. Ask another confidant.")
            self.page.addWidget(muted(sentence, wrap=True))
            self.page.addSpacing(px(8))
            return
        read = make_button(tr("Read the real question"), icon="lock-simple", small=True)
        read.clicked.connect(self._on_read_asked)
        self.read = read
        self._unsealed = QVBoxLayout()
        self._unsealed.setSpacing(px(2))
        self._unsealed.addWidget(read, 0, Qt.AlignmentFlag.AlignLeading)
        self.page.addLayout(self._unsealed)
        self.page.addSpacing(px(10))

    def _on_read_asked(self) -> None:
        question = self.ctx.call(walk_ins.read_real_question, self._walk_in.id)
        if self.read is not None:
            self.read.hide()
        for said in _unsealed(question or RealQuestion()):
            self._unsealed.addWidget(form_label(said.name))
            self._unsealed.addWidget(body(words.breakable(said.text), wrap=True))
            self._unsealed.addSpacing(px(8))

    def _tell_how_it_read_before(self, history: Sequence[Correction]) -> None:
        if not history:
            return
        self.page.addSpacing(px(4))
        self.page.addWidget(hairline())
        self.page.addSpacing(px(8))
        self.page.addWidget(form_label(tr("This stood here before")))
        after = entry_values.of_record(self._walk_in)
        for correction in history:
            who = words.name_of(correction.made_by, self._names, self.ctx.veiled)
            day = day_as_spoken(day_of(correction.made_at), self._today)
            when = f"{day} {time_of(correction.made_at)}"
            self.page.addWidget(
                muted(tr("Changed by {name}, {when}").format(name=who, when=when), wrap=True)
            )
            for said in words.differences(correction.before, after):
                self._say_in_one_line(said)
            after = correction.before
            self.page.addSpacing(px(6))

    def _say(self, said: Said) -> None:
        self.page.addWidget(form_label(said.name))
        self.page.addWidget(body(words.breakable(said.text), wrap=True))
        self.page.addSpacing(px(8))

    def _say_in_one_line(self, said: Said) -> None:
        hidden = self.ctx.veiled and said.name == tr("What was going on")
        text = words.HIDDEN if hidden else said.text
        self.page.addWidget(body(words.breakable(f"{said.name}: {text}"), wrap=True))


def _unsealed(question: RealQuestion) -> list[Said]:
    said = [
        Said(tr("Her own words"), question.own_words),
        Said(tr("The real question"), question.question),
        Said(tr("Kind"), ", ".join(label(kind) for kind in question.harm)),
    ]
    return [each for each in said if each.text]
