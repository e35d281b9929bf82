"""The last step of a new sheet: what ends with the old one, and how the halves go along."""

from collections.abc import Mapping

from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.step import Step
from hgkm_desktop.ui.halves_form import HalvesForm
from hgkm_desktop.ui.halves_work import Halves
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.segmented import Segmented
from hgkm_desktop.ui.widgets.strips import Banner, Fact

PAPER, TWO, NEITHER = "paper", "two", "neither"


class TakeoverStep(Step):
    """Asks for the old sheet, or for coordinators who are here, or for neither."""

    def __init__(self, halves: Halves, *, veiled: bool) -> None:
        super().__init__(
            tr("Take the new sheet into use"),
            tr("From then on the old code opens nothing here."),
        )
        self._halves = halves
        self.way = Segmented(_ways(halves), tr("What is at hand?"))
        self.form = HalvesForm(tr("Code on the old sheet"), halves.coordinators, veiled=veiled)
        self.news = Banner("", "bl")
        self._place()
        self.way.changed.connect(self._on_way_changed)
        self.form.changed.connect(self.changed)
        self.way.set_value(_ways(halves)[0][0])
        self._show_way()

    def arrive(self) -> None:
        """Start at the choice."""
        self.way.setFocus()

    def is_complete(self) -> bool:
        """Say whether what this way needs was typed."""
        if self.way.value() == NEITHER:
            return True
        if self.way.value() == PAPER and not self.form.has_code():
            return False
        return len(self.form.helpers().passphrases) >= self._needed()

    def check(self) -> bool:
        """Go on when everything is typed."""
        return self.is_complete()

    def helpers(self) -> Helpers:
        """Return what was typed for the chosen way."""
        return self.form.helpers()

    def complain(self, problems: Mapping[str, str]) -> bool:
        """Say at the fields what is wrong; return whether all of it found its field."""
        return self.form.complain(problems)

    def wipe(self) -> None:
        """Leave no secret in the fields."""
        self.form.wipe()

    def _place(self) -> None:
        choice = Field(self.way.accessibleName(), self.way)
        for part in (choice, self.news):
            self.column.addWidget(part)
            self.column.addSpacing(px(16))
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        choice.setVisible(len(self.way.segments) > 1)
        self.explain(*_facts())

    def _able(self) -> set[object]:
        way = self.way.value()
        found = self._halves.beside_paper() if way == PAPER else self._halves.beside_others()
        return set(found) if way != NEITHER else set()

    def _needed(self) -> int:
        able = {each.id for each in self._halves.coordinators if each.id in self._able()}
        count = 1 if self.way.value() == PAPER else 2
        mine = self._halves.me in self._able()
        return min(len(able), count - mine) if self.way.value() != NEITHER else 0

    def _show_way(self) -> None:
        way, needed = self.way.value(), self._needed()
        able = [each.id for each in self._halves.coordinators if each.id in self._able()]
        self.form.ask(code=way == PAPER, of=able if needed else [])
        if way == NEITHER:
            self.news.say(_without(self._halves), "am")
        else:
            self.news.say(" ".join(_asked(way == PAPER, needed)), "bl")

    def _on_way_changed(self) -> None:
        self._show_way()
        self.changed.emit()


def _ways(halves: Halves) -> list[tuple[object, str]]:
    ways: list[tuple[object, str]] = []
    if halves.beside_paper():
        ways.append((PAPER, tr("The old sheet")))
    if len(halves.beside_others()) > 1:
        ways.append((TWO, tr("Two coordinators")))
    return [*ways, (NEITHER, tr("None of this"))]


def _without(halves: Halves) -> str:
    if len(halves.beside_others()) > 1:
        return tr("Then two coordinators give the new halves later.")
    return tr("Then only confidants open the real questions. This stays so.")


def _asked(paper: bool, needed: int) -> list[str]:
    said = [tr("Type the code of the old sheet over.")] if paper else []
    if needed == 1:
        other = tr("A coordinator types her passphrase too.")
        said.append(other if paper else tr("Another coordinator types her passphrase."))
    elif needed:
        said.append(tr("Two coordinators type their passphrases, one after the other."))
    return [*said, tr("Then the halves of the recovery key go along.")]


def _facts() -> tuple[Fact, ...]:
    return (
        Fact(
            "usb",
            tr("Older copies"),
            tr("They open with the old sheet only. Keep it as long as those copies."),
        ),
        Fact(
            "hard-drives",
            tr("A fresh copy"),
            tr("Make one right after this. It belongs to the new sheet."),
        ),
        Fact(
            "key",
            tr("Two halves"),
            tr("Two halves open what is sealed. One opens nothing."),
        ),
    )
