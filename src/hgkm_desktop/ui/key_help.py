"""The help page (F1): every key that answers here, in one look."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.keys import Key
from hgkm_desktop.ui.reading_overlay import ReadingOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.key_cap import KeyCap
from hgkm_desktop.ui.widgets.labels import explain, group_heading, muted

_ONE, _TWO = 520, 900

Group = tuple[str, Sequence[Key]]


def general() -> list[Key]:
    """Return the keys that answer on every page, besides those the window adds."""
    return [
        Key(("Ctrl F",), tr("Search this page")),
        Key(("F12",), tr("Lock at once")),
        Key(("Shift", "Shift", "Shift"), tr("Lock at once")),
        Key(("Alt",), tr("Hold it: the keys stand on the buttons")),
        Key(("F1",), tr("Open and close this list")),
        Key(("Tab",), tr("To the next field")),
        Key(("Shift Tab",), tr("To the field before")),
        Key((tr("Arrows"),), tr("Choose in a list or a group")),
        Key(("Enter",), tr("Press the button you are on")),
        Key(("Ctrl Enter",), tr("Save the form that is open")),
        Key(("Esc",), tr("Close what is open")),
    ]


class KeyHelp(ReadingOverlay):
    """Lists the keys in groups."""

    def __init__(self, groups: Sequence[Group]) -> None:
        groups = [group for group in groups if group[1]]
        width = _TWO if len(groups) > 1 else _ONE
        super().__init__(tr("Keys"), _side_by_side(groups), cancel=tr("Back"), width=width)
        self.setAccessibleDescription(_in_words(groups))


def _side_by_side(groups: Sequence[Group]) -> QWidget:
    body = QWidget()
    row = QHBoxLayout(body)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(28))
    for title, keys in groups:
        row.addLayout(_column(title, keys), 1)
    return body


def _column(title: str, keys: Sequence[Key]) -> QVBoxLayout:
    column, grid = QVBoxLayout(), QGridLayout()
    column.setSpacing(px(10))
    column.addWidget(group_heading(title))
    grid.setHorizontalSpacing(px(14))
    grid.setVerticalSpacing(px(6))
    grid.setColumnStretch(1, 1)
    for line, key in enumerate(keys):
        grid.addLayout(_caps(key), line, 0)
        grid.addWidget(explain(key.does, wrap=True), line, 1)
    column.addLayout(grid)
    if any(len(name) == 1 for key in keys for name in key.keys):
        column.addWidget(muted(tr("Letters and numbers answer outside text fields."), wrap=True))
    column.addStretch(1)
    return column


def _caps(key: Key) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(4))
    for name in key.keys:
        row.addWidget(KeyCap(name))
    row.addStretch(1)
    return row


def _in_words(groups: Sequence[Group]) -> str:
    lines = [f"{' '.join(key.keys)}: {key.does}" for _title, keys in groups for key in keys]
    return "\n".join(lines)
