"""Advice that was asked at Veilig Thuis: what, the answer, and what then. It belongs to nobody.

Veilig Thuis itself keeps no data of those involved when somebody asks advice (FACTS.md 3.4, B10);
neither do we: no name, no code, no link (R-263, R-296).
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec

_CASE_CODE = re.compile(r"\bBL[\W_]{0,3}\d(?:[\W_]?\d){3}", re.IGNORECASE)
"""Four digits are enough: half a code points to somebody as well."""


@dataclass(frozen=True, repr=False)
class Advice:
    """One call: the day, what was asked, what was answered, what happens next."""

    on: date
    asked: str
    answer: str = ""
    next_step: str = ""


class _Packed(msgspec.Struct):
    by: UUID
    advice: Advice


def pack(advice: Advice, by: UUID) -> bytes:
    """Return it as the bytes that are sealed."""
    return _ENCODER.encode(_Packed(by, advice))


def unpack(plain: bytes) -> tuple[UUID, Advice]:
    """Return who asked, and the advice, from unsealed bytes."""
    packed = _DECODER.decode(plain)
    return packed.by, packed.advice


def names_a_case(text: str) -> bool:
    """Say whether somebody's code stands in a text, however it is written."""
    return _CASE_CODE.search(unicodedata.normalize("NFKC", text)) is not None


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(_Packed)
