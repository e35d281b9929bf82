"""Beside the timeline: what runs now, what she said yes to, what was promised, what not to say."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.all_clocks import clocks_of
from hgkm_desktop.rules.bodies import Consent, Promise
from hgkm_desktop.rules.clocks import Clock, Stage
from hgkm_desktop.rules.day_words import months
from hgkm_desktop.rules.lists import YES, ConsentForm, NoteKind, Purpose
from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.rules.words import word
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import (
    day_as_spoken,
    day_in_full,
    day_of,
    day_without_weekday,
    time_of,
)
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.case_tab import emptied
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import RichLine, bold, explain, muted
from hgkm_desktop.ui.widgets.strips import Strip
from hgkm_desktop.ui.widgets.timeline import BlockBar

WIDTH, MOST_BLOCKS, MOST_PROMISES = 292, 31, 4
CONSENT = "consent"
"""The tab with everything she said yes or no to."""


class Side(QWidget):
    """Made anew whenever the case is shown; only what holds now."""

    tab_asked = Signal(str)
    review_asked = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))

    def show_case(self, page: CasePage) -> None:
        """Show what holds now for a case."""
        emptied(self._column)
        card, found, now = Card(clip=True), page.standing, self.ctx.now()
        for running in clocks_of(found, now):
            if running.is_of_the_law:
                card.add_row(_clock(running.clock, now, veiled=self.ctx.veiled))
        card.add_row(self._consents(page))
        for promise in found.open_promises()[:MOST_PROMISES]:
            card.add_row(_promise(promise, now, veiled=self.ctx.veiled))
        if found.is_review_due(day_of(now)):
            card.add_row(self._review(found))
        self._column.addWidget(card)
        if found.situation.not_to_discuss and not self.ctx.veiled:
            self._column.addWidget(_not_to_discuss(found.situation.not_to_discuss))
        self._column.addStretch(1)

    def _consents(self, page: CasePage) -> QWidget:
        holder = QWidget()
        column = _column(holder, 6)
        look = make_button(tr("Look"), "quiet", small=True)
        look.setAccessibleName(tr("Look at what she said yes to"))
        look.clicked.connect(self._on_look_clicked)
        head = QHBoxLayout()
        head.addWidget(bold(tr("Her yes or no")), 1)
        head.addWidget(look)
        column.addLayout(head)
        now = self.ctx.now()
        for consent in page.standing.consents.values():
            if consent.form is not ConsentForm.ASKED:
                column.addLayout(_consent(consent, now, veiled=self.ctx.veiled))
        return holder

    def _review(self, found: Standing) -> QWidget:
        """One calm line; there is no count, and nothing that asks to stop (R-119)."""
        holder = QWidget()
        column = _column(holder, 6)
        column.addWidget(explain(_last_time(found, day_of(self.ctx.now())), wrap=True))
        write = make_button(word(NoteKind.REVIEW), "quiet", "note-pencil", small=True)
        write.clicked.connect(self.review_asked)
        column.addWidget(write, 0, Qt.AlignmentFlag.AlignLeading)
        return holder

    def _on_look_clicked(self) -> None:
        self.tab_asked.emit(CONSENT)


def _clock(clock: Clock, now: datetime, *, veiled: bool) -> QWidget:
    holder = QWidget()
    column = _column(holder, 6)
    stage = clock.stage(now)
    tone = {Stage.RUNNING: "nt", Stage.ENDING: "am", Stage.ENDED: "rd"}[stage]
    says = tr("day {day} of {days}").format(day=clock.day(now), days=clock.days)
    head = QHBoxLayout()
    head.addWidget(bold(word(clock.kind), wrap=True), 1)
    head.addWidget(Badge(says if stage is not Stage.ENDED else word(stage), tone))
    column.addLayout(head)
    if clock.days <= MOST_BLOCKS:
        column.addWidget(BlockBar(clock.days, clock.day(now), "am", word(clock.kind)))
    ends = day_in_full(day_of(clock.ends), day_of(now))
    told = tr("Ends {day}, {time}.").format(day=ends, time=time_of(clock.ends))
    then = [] if veiled else [clock.then, _who(clock)]
    column.addWidget(explain(as_typed(" ".join(filter(None, [told, *then]))), wrap=True))
    return holder


def _who(clock: Clock) -> str:
    return tr("Then {who} is with her.").format(who=clock.who) if clock.who else ""


def _consent(consent: Consent, now: datetime, *, veiled: bool) -> QHBoxLayout:
    says_yes = consent.form in YES
    has_ended = consent.until is not None and consent.until < day_of(now)
    icon, tone = ("check-circle", "oks") if says_yes and not has_ended else ("x-circle", "rds")
    line = QHBoxLayout()
    line.setSpacing(px(8))
    line.addWidget(IconLabel(icon, tone, 18, "fill", circle=20), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(explain(as_typed(_about(consent, veiled)), wrap=True), 1)
    line.addWidget(muted(_until(consent, now)), 0, Qt.AlignmentFlag.AlignTop)
    return line


def _about(consent: Consent, veiled: bool) -> str:
    if consent.purpose is Purpose.SHARE_WITH_PARTNER and not veiled:
        return consent.receiver
    return word(consent.purpose)


def _until(consent: Consent, now: datetime) -> str:
    if consent.form is ConsentForm.WITHDRAWN:
        return tr("taken back")
    if consent.form is ConsentForm.REFUSED:
        return tr("no")
    if consent.until is None:
        return tr("yes")
    day = day_without_weekday(consent.until, day_of(now))
    if consent.until < day_of(now):
        return tr("ended {day}").format(day=day)
    return tr("until {day}").format(day=day)


def _promise(promise: Promise, now: datetime, *, veiled: bool) -> QWidget:
    holder, today = QWidget(), day_of(now)
    column = _column(holder, 4)
    column.addWidget(bold(tr("A promise")))
    said = "" if veiled else f"{promise.who}: {promise.what}" if promise.who else promise.what
    if said:
        column.addWidget(explain(as_typed(said), wrap=True))
    if promise.by is not None:
        tone = "rd" if promise.by < today else "am" if (promise.by - today).days <= 1 else "nt"
        badge = Badge(day_as_spoken(promise.by, today), tone)
        column.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeading)
    return holder


def _last_time(found: Standing, today: date) -> str:
    on = found.reviewed_on() or today
    month = months()[on.month - 1]
    when = month if on.year == today.year else f"{month} {on.year}"
    told = tr("You began in {month}.")
    if found.was_reviewed():
        told = tr("The last time was in {month}.")
    return f"{tr('Look back together.')} {told.format(month=when)}"


def _not_to_discuss(text: str) -> QWidget:
    strip = Strip("nt")
    row = QHBoxLayout(strip)
    row.setContentsMargins(px(14), px(11), px(14), px(12))
    row.setSpacing(px(11))
    mark = IconLabel("speaker-simple-slash", "nt", 20, "fill", circle=21)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    title = tr("Do not talk about this where he is:")
    row.addWidget(RichLine(title, as_typed(text)), 1)
    return strip


def _column(holder: QWidget, spacing: int) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(spacing))
    return column
