"""Everything of one answer of hers, below each other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.bodies import Consent
from hgkm_desktop.rules.lists import YES, ConsentForm, LifeDomain, Purpose
from hgkm_desktop.rules.words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_without_weekday
from hgkm_desktop.ui.forms.may_know import MayKnow
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.consent_rows import ConsentRow, to_whom
from hgkm_desktop.ui.views.cases.her_answer import language_word
from hgkm_desktop.ui.widgets.date_time import DateField
from hgkm_desktop.ui.widgets.labels import body, form_label, muted, panel_title, small
from hgkm_desktop.ui.widgets.strips import Banner


class ConsentSheet(QWidget):
    """Ticks and the last day can be moved; whoever shows it asks her before they are kept."""

    changed = Signal()

    def __init__(self, row: ConsentRow) -> None:
        super().__init__()
        self.may_know, self.until = MayKnow(_asked(row.answer)), DateField(row.today)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(5))
        self._row = row
        self._heads(row.answer)
        self._known(row.answer)
        if row.answer.why:
            self._add(form_label(tr("Why?")), body(row.answer.why, wrap=True))
        self._until(row)
        self._said(row.answer)
        self._column.addStretch(1)
        self.may_know.changed.connect(self.changed)
        self.until.dateChanged.connect(self._on_day_changed)

    @property
    def parts(self) -> tuple[LifeDomain, ...]:
        """What is ticked."""
        return self.may_know.value()

    def is_changed(self) -> bool:
        """Say whether something stands here that she did not say."""
        answer = self._row.answer
        if answer.form not in YES:
            return False
        moved = answer.until is not None and self.until.value() != answer.until
        return set(self.parts) != set(answer.may_know) or moved

    def _heads(self, answer: Consent) -> None:
        asked = _asked_by(answer)
        said = " · ".join(part for part in (answer.person, asked) if part)
        self._add(panel_title(to_whom(self._row), wrap=True), muted(said, wrap=True))
        if answer.form is ConsentForm.WITHDRAWN and answer.receiver:
            told = tr("Tell {receiver}.").format(receiver=answer.receiver)
            self._add(Banner(told, "am", tr("She took it back.")))

    def _known(self, answer: Consent) -> None:
        if answer.purpose is Purpose.SHARE_WITH_PARTNER:
            self._add(form_label(_asked(answer)), self.may_know)
            self.may_know.set_value(answer.may_know if answer.form in YES else ())
            self.may_know.setEnabled(answer.form in YES)

    def _until(self, row: ConsentRow) -> None:
        if row.answer.form not in YES:
            return
        self._add(form_label(tr("Until when?")))
        if row.answer.until is None:
            self._add(body(tr("As long as she wants")))
            return
        self.until.setAccessibleName(tr("Until when?"))
        self.until.set_value(row.answer.until)
        left = (row.answer.until - row.today).days
        line = QHBoxLayout()
        line.setSpacing(px(10))
        line.addWidget(self.until)
        line.addWidget(muted(_days_left(left), wrap=True), 1)
        self._column.addLayout(line)

    def _said(self, answer: Consent) -> None:
        read = tr("Read aloud in {language}.").format(language=language_word(answer.language))
        words = tr("She said: “{words}”").format(words=answer.her_words)
        strong, text = (read if answer.language else "", words if answer.her_words else "")
        if strong or text:
            self._column.addSpacing(px(4))
            self._add(Banner(text, "bl", strong, "chat-teardrop-text"))
        version = tr("Text {version}").format(version=answer.text_version)
        parts = [word(answer.form), version if answer.text_version else ""]
        self._add(small(" · ".join(part for part in parts if part), wrap=True))

    def _add(self, *parts: QWidget) -> None:
        for part in parts:
            self._column.addWidget(part)

    def _on_day_changed(self) -> None:
        self.changed.emit()


def _asked(answer: Consent) -> str:
    who = answer.person or answer.receiver
    return tr("What may {name} know?").format(name=who)


def _asked_by(answer: Consent) -> str:
    day = day_without_weekday(answer.on)
    if not answer.heard_by:
        return tr("asked on {day}").format(day=day)
    return tr("asked by {name} on {day}").format(name=answer.heard_by, day=day)


def _days_left(left: int) -> str:
    if left < 0:
        return tr("This day has passed.")
    return tr("{count} days left").format(count=left) if left != 1 else tr("1 day left")
