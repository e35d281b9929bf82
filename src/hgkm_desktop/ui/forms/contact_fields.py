"""The fields of an agreement: the way, the number, her times, the words, and until when."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.rules.contact import GOOD_FOR, Channel, SafeContact
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import safe_contact
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms.choices import Choices
from hgkm_desktop.ui.forms.suggested import Suggested
from hgkm_desktop.ui.forms.windows_editor import WindowsEditor
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.date_time import DateField
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import line_edit

SHORT, LONG = 4 * safe_contact.SHORT, 4 * safe_contact.LONG


class ContactFields(QWidget):
    """What is agreed; a number that is known is never filled in, an empty field keeps it."""

    changed = Signal()

    def __init__(self, agreed: SafeContact, today: date) -> None:
        super().__init__()
        ways = [(way, word(way)) for way in Channel]
        self.channels = ChipRow(ways, name=tr("How may we reach her?"))
        self.channels.setFocusProxy(self.channels.chips[0])
        self.number = line_edit(left_to_right=True)
        self.windows = WindowsEditor(agreed.windows)
        self.name_we_use = Suggested(_names(), SHORT)
        self.another = Suggested([tr("Sorry, wrong number.")], LONG)
        self.voicemail = Suggested(_voicemails(), LONG)
        self.line_drops = Suggested(_drops(), LONG)
        self.who, self.code_word = line_edit(), line_edit()
        self.hide_number = CheckBox(tr("Call with our number hidden"))
        self.how_long = Choices(_how_long(), tr("Until when does this hold?"))
        self.until = DateField(today + GOOD_FOR)
        for line in (self.number, self.who, self.code_word):
            line.setMaxLength(SHORT)
        self.fields = self._fields(is_known=bool(agreed.channels))
        self._lay_out()
        self._fill(agreed)
        self.channels.changed.connect(self.changed)
        self.windows.changed.connect(self.changed)
        self.how_long.changed.connect(self._on_how_long)
        self._on_how_long()

    def value(self) -> SafeContact:
        """Return what stands in the fields."""
        ways = (way for way in self.channels.values() if isinstance(way, Channel))
        return SafeContact(
            channels=frozenset(ways),
            number=self.number.text(),
            windows=self.windows.values(),
            name_we_use=self.name_we_use.text(),
            voicemail=self.voicemail.text(),
            if_another_answers=self.another.text(),
            if_line_drops=self.line_drops.text(),
            code_word=self.code_word.text(),
            hide_number=self.hide_number.isChecked(),
            who_may_answer=self.who.text(),
            until=self.until.value() if self.how_long.value() else None,
        )

    def _fields(self, *, is_known: bool) -> dict[str, Field]:
        empty = tr("May stay empty")
        keeps = tr("Empty: the number stays as it is.") if is_known else ""
        aloud = tr("For example: “This is Els of the sewing class.”")
        return {
            "channels": Field(tr("How may we reach her?"), self.channels),
            "number": Field(tr("On which number?"), self.number, keeps),
            "windows": Field(tr("On which days, at what time?"), self.windows),
            "name_we_use": Field(tr("Which name do we use?"), self.name_we_use, aloud),
            "if_another_answers": Field(tr("If somebody else answers, we say:"), self.another),
            "voicemail": Field(tr("Voicemail: which words? Empty: none."), self.voicemail),
            "if_line_drops": Field(tr("If the line drops:"), self.line_drops),
            "who_may_answer": Field(tr("Who else may answer?"), self.who, empty),
            "code_word": Field(tr("Code word"), self.code_word, empty),
            "how_long": Field(tr("Until when does this hold?"), self.how_long),
            "until": Field(tr("Up to and including"), self.until),
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        for key, field in self.fields.items():
            column.addWidget(field)
            if key == "number":
                column.addWidget(self.hide_number)

    def _fill(self, agreed: SafeContact) -> None:
        self.channels.set_values(agreed.channels)
        self.name_we_use.set_text(agreed.name_we_use)
        self.another.set_text(agreed.if_another_answers)
        self.voicemail.set_text(agreed.voicemail)
        self.line_drops.set_text(agreed.if_line_drops)
        self.who.setText(agreed.who_may_answer)
        self.code_word.setText(agreed.code_word)
        self.hide_number.setChecked(agreed.hide_number)
        self.how_long.set_value(agreed.until is not None)
        if agreed.until is not None:
            self.until.set_value(agreed.until)

    def _on_how_long(self) -> None:
        self.fields["until"].setVisible(bool(self.how_long.value()))
        self.changed.emit()


def _how_long() -> list[tuple[object, str]]:
    days = GOOD_FOR // timedelta(days=1)
    return [
        (False, tr("{count} days, then we ask her again").format(count=days)),
        (True, tr("Up to a day she names")),
    ]


def _names() -> list[str]:
    return [tr("Els of the sewing class"), tr("Els of the school")]


def _voicemails() -> list[str]:
    return [tr("This is Els, about your question."), tr("This is Els. I try again later.")]


def _drops() -> list[str]:
    return [tr("She calls us back."), tr("We wait. She comes to us.")]
