"""The paper code as somebody types it: grouped by itself, and checked against the sheet."""

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from hgkm_desktop.errors import Invalid
from hgkm_desktop.texts import tr

CHARACTERS = 28
GROUP = 4
LONGEST = 400


def characters(typed: str) -> str:
    """Return what counts of a typed code: letters and digits, in capitals, no more than a code."""
    upper = unicodedata.normalize("NFKC", typed[:LONGEST]).upper()
    return "".join(c for c in upper if c.isascii() and c.isalnum())[:CHARACTERS]


def grouped(typed: str) -> str:
    """Return a half-typed code in groups of four."""
    text = characters(typed)
    return "-".join(text[at : at + GROUP] for at in range(0, len(text), GROUP))


def problem_with(typed: str, printed: str) -> str | None:
    """Return what is wrong with a code typed over from the sheet, None when it is right."""
    from hgkm_desktop.vault import recovery_code

    try:
        if recovery_code.read(typed) == recovery_code.read(printed):
            return None
    except Invalid as error:
        if len(characters(typed)) < CHARACTERS:
            return error.problems["code"]
    wrong = [n for n, pair in enumerate(_pairs(typed, printed), 1) if pair[0] != pair[1]]
    if len(wrong) > 3:
        return tr("This is the code of another sheet. Take the newest sheet.")
    return tr("Group {number} is not right. Look at the sheet.").format(number=wrong[0])


def _pairs(typed: str, printed: str) -> list[tuple[str, str]]:
    as_read = str.maketrans("OIL", "011")
    one, two = (grouped(text).translate(as_read).split("-") for text in (typed, printed))
    return list(zip(one, two, strict=True))


class CodeField(QLineEdit):
    """A field for the paper code: capitals and groups come by themselves, always left to right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("grade", "big")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMaxLength(LONGEST)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData
        )
        self.setPlaceholderText("0000-0000-0000-0000-0000-0000-0000")
        self.textChanged.connect(self._on_text_changed)

    def is_full(self) -> bool:
        """Say whether as many characters were typed as a code has."""
        return len(characters(self.text())) == CHARACTERS

    def _on_text_changed(self, text: str) -> None:
        tidy = grouped(text)
        if tidy != text:
            before = len(characters(text[: self.cursorPosition()]))
            self.setText(tidy)
            self.setCursorPosition(before + max(0, before - 1) // GROUP)
