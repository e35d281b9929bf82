"""What a confidant goes on with after a session: small steps, "not now" is an answer (R-083)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from hgkm_desktop.rules.sessions import StepState

MOST_STEPS = 12


@dataclass(frozen=True, repr=False)
class Step:
    """One small next step, and how it stands."""

    what: str
    by: date | None = None
    state: StepState = StepState.TO_DO


@dataclass(frozen=True, repr=False)
class PrivateFollowUp:
    """Somebody who stayed behind: an alias, what she told, and the steps. Sealed as a whole."""

    alias: str
    said: str = ""
    steps: tuple[Step, ...] = ()
    session_id: UUID | None = None

    def next_step(self) -> Step | None:
        """Return the first step that is to be done, the one with the nearest day before others."""
        waiting = [step for step in self.steps if step.state is StepState.TO_DO]
        return min(waiting, key=_soonest, default=None)

    def is_due(self, day: date) -> bool:
        """Say whether its next step is to be done by a day."""
        step = self.next_step()
        return step is not None and step.by is not None and step.by <= day


@dataclass(frozen=True, repr=False)
class Kept:
    """What is sealed: the follow-up, who wrote it last and when, and which version it is."""

    follow_up: PrivateFollowUp
    by: UUID
    at: datetime
    version: int


def pack(kept: Kept) -> bytes:
    """Return it as the bytes that are sealed."""
    return _ENCODER.encode(kept)


def unpack(plain: bytes) -> Kept:
    """Return it from unsealed bytes."""
    return _DECODER.decode(plain)


def _soonest(step: Step) -> date:
    return step.by or date.max


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Kept)
