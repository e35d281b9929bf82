"""How a case is called: a code of chance and perhaps an alias, sealed for her confidants."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop.models import Case
from hgkm_desktop.services.fields import problem_with, problem_with_name
from hgkm_desktop.vault import case_ring
from hgkm_desktop.vault.case_ring import CaseKey

NAMED = "case_record", "sealed"
CODES = 1_000_000
"""So many that two hardly ever meet: nobody can compare codes that she may not read."""


@dataclass(frozen=True, repr=False)
class CaseName:
    """A code of chance, and perhaps an alias; neither comes from a name, number or birth date."""

    case_id: UUID
    code: str
    alias: str

    @property
    def shown(self) -> str:
        """The alias, or the code when she has none."""
        return self.alias or self.code


def keep(session: Session, key: CaseKey, alias: str, now: datetime) -> None:
    """Keep a new case under a fresh code."""
    case_id = key.ring.case_id
    plain = {"code": f"BL-{secrets.randbelow(CODES):06d}", "alias": alias}
    session.add(Case(id=case_id, made_at=now, sealed=_sealed(key, plain)))
    session.flush()


def name_with(session: Session, key: CaseKey) -> CaseName:
    """Return how an open case is called."""
    return unsealed(key, session.get_one(Case, key.ring.case_id).sealed)


def unsealed(key: CaseKey, sealed: bytes) -> CaseName:
    """Return the name behind the sealed bytes of an open case."""
    case_id = key.ring.case_id
    plain = json.loads(case_ring.unseal(key, sealed, *NAMED, case_id))
    return CaseName(case_id, plain["code"], plain["alias"])


def change(session: Session, key: CaseKey, alias: str) -> None:
    """Give her another alias; the code stays."""
    record = session.get_one(Case, key.ring.case_id)
    record.sealed = _sealed(key, {"code": name_with(session, key).code, "alias": alias})


def seal_again(session: Session, old: CaseKey, new: CaseKey) -> None:
    """Seal code and alias with the new key of the ring."""
    record = session.get_one(Case, old.ring.case_id)
    plain = case_ring.unseal(old, record.sealed, *NAMED, record.id)
    record.sealed = case_ring.seal(new, plain, *NAMED, record.id)


def problem_with_alias(alias: str) -> str | None:
    """Return why an alias cannot be used; none at all is fine."""
    return (problem_with_name(alias) or problem_with(alias)) if alias else None


def _sealed(key: CaseKey, plain: dict[str, str]) -> bytes:
    return case_ring.seal(key, json.dumps(plain).encode(), *NAMED, key.ring.case_id)
