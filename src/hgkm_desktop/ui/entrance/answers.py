"""What the first start was told so far; it lives until the log is founded, and is never written."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hgkm_desktop.vault.founding import FirstStart

COLORS = 6
NAME = 60
"""No name is longer than this; the fields take no more (services/fields.py)."""


@dataclass(repr=False)
class Answers:
    """Everything typed in the wizard. It goes along when the window is built anew."""

    organisation: str = ""
    window_title: str = "Buurtlogboek"
    name: str = ""
    color: int = 1
    second_name: str = ""
    passphrase: str = ""
    repeated: str = ""
    second_passphrase: str = ""
    code: str = ""
    typed_code: str = ""
    printed_at: datetime | None = None
    saved_at: datetime | None = None
    is_put_away: bool = False
    without_key_ring: bool = False

    @property
    def second_color(self) -> int:
        """A colour for the second coordinator that is not the first one's."""
        return self.color % COLORS + 1

    def first_start(self) -> "FirstStart":
        """Return what the vault needs to found the log."""
        from hgkm_desktop.vault.founding import FirstStart, Person

        people = [Person(self.name, self.color, self.passphrase)]
        if self.second_name:
            people.append(Person(self.second_name, self.second_color, self.second_passphrase))
        return FirstStart(
            self.organisation, self.window_title, tuple(people), self.code, self.without_key_ring
        )

    def forget_secrets(self) -> None:
        """Let go of what must not outlive the founding."""
        self.passphrase = self.repeated = self.second_passphrase = ""
        self.code = self.typed_code = ""
