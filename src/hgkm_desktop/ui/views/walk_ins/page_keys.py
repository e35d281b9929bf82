"""The keys of this page in words, for the help page (F1)."""

from collections.abc import Set

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.keys import Key
from hgkm_desktop.ui.views.walk_ins.entry_fields import EntryFields
from hgkm_desktop.ui.widgets.key_hints import show_key

_VISITS, _SIGNALS = ("N", "B"), ("G", "V", "D", "A")


def page_keys(hidden: Set[str]) -> list[Key]:
    """Return what answers on the page; fields this organisation does not use have no keys."""
    letters = {
        "visit": Key(_VISITS, tr("New or known")),
        "signal": Key(_SIGNALS, tr("Signal: none, vague, clear, acute")),
    }
    return [
        Key(("1–9",), tr("Choose a topic, or count one")),
        Key(("0",), tr("Other topic")),
        *(key for name, key in letters.items() if name not in hidden),
        Key(("Enter",), tr("Save the visit, or open it in the list")),
        Key(("Alt M",), tr("Fill in more")),
        Key(("Alt T",), tr("Count without persons")),
        Key(("F6",), tr("To the next part of the page")),
        Key(("Esc",), tr("Close what is open, then clear")),
    ]


def show_letters(fields: EntryFields) -> None:
    """Let the letters stand on visit and signal while Alt is held."""
    for group, letters in ((fields.visit, _VISITS), (fields.signal, _SIGNALS)):
        for segment, letter in zip(group.segments, letters, strict=False):
            show_key(segment, letter)
