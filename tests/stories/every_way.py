"""Looking for every way to her: in the code, in what services return, in what the window says."""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget

from hgkm_desktop import services
from hgkm_desktop.models.base import Record
from hgkm_desktop.rules.contact import SafeContact
from hgkm_desktop.ui.views.today.call_row import CallRow
from hgkm_desktop.ui.widgets.segment import Segment

SOURCE = Path(services.__file__).parents[1]
ASKS = "services/safe_contact.py"
ASKS_OF_A_SESSION = "services/session_reach.py"
"""The two that ask the rule: of a case, and of somebody on the list of a session."""
GATED = {"safe_contact.reach", "session_reach.reach"}
"""The one way to a number each; nothing else they hold gives it."""
SHOWS = "ui/views/cases/call_gate.py"
SHOWS_OF_A_SESSION = "ui/views/sessions/tell_person.py"
"""Show what `reach` gave, and only that."""
READS_ALOUD = "ui/views/sessions/tell_again.py"
"""Asks while the gate is shut: then there is no number in the answer."""
PACKS = "rules/entries.py"
"""Seals and unseals whole entries."""
PACKS_OF_A_SESSION = "services/reach_signed.py"
"""Signs and opens what was agreed for a session; only `session_reach` may come to it."""
MAY_ASK = {
    "safe_contact.reach": {SHOWS},
    "session_reach.reach": {SHOWS_OF_A_SESSION, READS_ALOUD},
    "reach_signed.opened": {ASKS_OF_A_SESSION},
}
"""Who may come to what gives a number; every other module goes round the gate."""
BELOW = ("rules/", "sheets/")
"""The rule itself; and the sheets, which know the registry's numbers and no rule."""
_ABOUT_HER = re.compile(r"agree|contact|reach|known|\btold\b|\bsafe", re.IGNORECASE)
_ON_A_LIST = re.compile(r"(^|\.)registration$")
"""Its `number` is a place on a list of names, nobody's telephone."""
_CALLING = re.compile(r"\bbel\b|bellen|toon nummer|verberg nummer|\bapp\b|\bsms\b", re.IGNORECASE)


def going_round(path: str, code: str) -> list[str]:
    """Return what in a module goes round the gate: a number read, the rule asked by itself, or a
    service that gives a number asked by whoever does not stand at the gate."""
    if path == ASKS or path.startswith(BELOW):
        return []
    tree = ast.parse(code)
    return [f"{path}: {found}" for node in ast.walk(tree) for found in _goes_round(path, node)]


def _goes_round(path: str, node: ast.AST) -> Iterator[str]:
    asks_rule = path == ASKS_OF_A_SESSION
    if isinstance(node, ast.ImportFrom):
        yield from _imported(node, asks_rule=asks_rule)
    called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
    if called.split(".")[-1] == "gate" and not asks_rule:
        yield f"calls {called}"
    if isinstance(node, ast.Attribute) and node.attr == "number" and _is_read(node):
        base = ast.unparse(node.value)
        may_read = (SHOWS, "found.agreed"), (SHOWS_OF_A_SESSION, "found.agreed")
        is_hers = _ABOUT_HER.search(base) and not _ON_A_LIST.search(base)
        if is_hers and (path, base) not in may_read:
            yield f"reads {base}.number"
    if isinstance(node, ast.Attribute):
        named = ".".join(ast.unparse(node).split(".")[-2:])
        if path not in MAY_ASK.get(named, {path}):
            yield f"asks {named}"


def _imported(node: ast.ImportFrom, *, asks_rule: bool) -> Iterator[str]:
    """A name that is taken out of its module can be asked under any other: that is never done."""
    module = (node.module or "").split(".")[-1]
    for alias in node.names:
        is_rule = module == "contact" and alias.name == "gate" and not asks_rule
        if is_rule or f"{module}.{alias.name}" in MAY_ASK:
            yield f"imports {alias.name}"
        if alias.asname and alias.name in {name.split(".")[0] for name in MAY_ASK}:
            yield f"imports {alias.name} as {alias.asname}"


def _is_read(node: ast.Attribute) -> bool:
    # `self.contact.number.text()` is a field on the screen, not the number.
    return isinstance(node.ctx, ast.Load) and not ast.unparse(node.value).startswith("self.")


@contextmanager
def readers_of_the_number() -> Iterator[set[str]]:
    """Collect which of our modules read the number of an agreement while something runs."""
    found: set[str] = set()

    class Watched:
        def __get__(self, agreed: object, kind: type | None = None) -> str:
            if agreed is None:
                return ""
            caller = Path(sys._getframe(1).f_code.co_filename)
            if caller.is_relative_to(SOURCE):
                found.add(caller.relative_to(SOURCE).as_posix())
            return agreed.__dict__["number"]

        def __set__(self, agreed: object, value: str) -> None:
            agreed.__dict__["number"] = value

    before = SafeContact.number
    SafeContact.number = Watched()
    try:
        yield found
    finally:
        SafeContact.number = before


def services_to_call(pool: Mapping[str, object]) -> Iterator[tuple[str, object, dict]]:
    """Return every public service that can be called with what is in the pool."""
    for module in pkgutil.iter_modules(services.__path__):
        found = importlib.import_module(f"{services.__name__}.{module.name}")
        for name, service in inspect.getmembers(found, inspect.isfunction):
            given = _given(service, pool)
            is_ours = service.__module__ == found.__name__ and not name.startswith("_")
            if is_ours and given is not None:
                yield f"{module.name}.{name}", service, given


def _given(service, pool: Mapping[str, object]) -> dict | None:
    parts = list(inspect.signature(service).parameters.values())
    if not parts or parts[0].name != "session":
        return None
    needed = [each.name for each in parts[1:] if each.default is inspect.Parameter.empty]
    return {name: pool[name] for name in needed} if set(needed) <= set(pool) else None


def strings_in(value: object, seen: set[int] | None = None) -> Iterator[str]:
    """Return every string anywhere inside what a service returned."""
    seen = set() if seen is None else seen
    if isinstance(value, str):
        yield str(value)
    if isinstance(value, bytes):
        yield value.decode("latin-1")
    if isinstance(value, str | bytes) or id(value) in seen:
        return
    seen.add(id(value))
    for part in _parts(value):
        yield from strings_in(part, seen)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return value
    if dataclasses.is_dataclass(value) or isinstance(value, Record):
        return list(vars(value).values())
    return ()


def words_in(widget: QWidget) -> str:
    """Return everything a widget says, shows in tables, or is called."""
    found: list[str] = []
    for each in [widget, *widget.findChildren(QWidget)]:
        found += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        if isinstance(each, QLabel | QAbstractButton):
            found.append(each.text())
        for reader in ("toPlainText", "currentText", "placeholderText", "displayText"):
            if hasattr(each, reader):
                found.append(getattr(each, reader)())
        if isinstance(each, QAbstractItemView):
            found += _cells(each)
    return "\n".join(found)


def _cells(view: QAbstractItemView) -> list[str]:
    model, roles = view.model(), (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    if model is None:
        return []
    places = [(row, col) for row in range(model.rowCount()) for col in range(model.columnCount())]
    return [str(model.index(*place).data(role) or "") for place in places for role in roles]


def calls_that_can_be_pressed(widget: QWidget) -> list[str]:
    """Return what can be pressed here and says that it leads to her."""
    found = [widget, *widget.findChildren(QAbstractButton)]
    seen = [each for each in found if isinstance(each, QAbstractButton) and each.isVisible()]
    buttons = [each for each in seen if not isinstance(each, Segment)]  # a choice, not an act
    names = [_says_it_does(each) for each in buttons if each.isEnabled()]
    return [name for name in names if _CALLING.search(name)]


def _says_it_does(button: QAbstractButton) -> str:
    """Return what pressing does; the name of a row of Vandaag is what the gate says."""
    if isinstance(button, CallRow):
        return button.accessibleDescription()
    return f"{button.text()} {button.accessibleName()}"


def digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
