"""The recovery sheet and the halves of the recovery key: made anew, and who holds one.

A new sheet takes effect here and nowhere earlier: until then the old one opens this log.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid, WrongPassphrase
from hgkm_desktop.models import Member, RecoveryShare
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.services import access, organisation
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import actor as actors
from hgkm_desktop.vault import audit, recovery, recovery_code, slots, team
from hgkm_desktop.vault.actor import Actor
from hgkm_desktop.vault.envelope import NotAuthentic
from hgkm_desktop.vault.keys import open_slot

TEST_AFTER = timedelta(days=182)
"""The sheet is tried twice a year (SECURITY.md, Two locks)."""


@dataclass(frozen=True)
class Holder:
    """A coordinator, and what her halves go with: the paper, another coordinator."""

    member: Member
    beside_paper: bool
    beside_others: bool


@dataclass(frozen=True, repr=False)
class Helpers:
    """What brings the recovery key together: the code on paper, passphrases of coordinators."""

    code: str = ""
    passphrases: Mapping[UUID, str] = field(default_factory=dict[UUID, str])


NOBODY = Helpers()


def should_test(tested_at: datetime | None, now: datetime) -> bool:
    """Say whether the paper sheet was last tested, or made, too long ago."""
    return tested_at is None or now - tested_at > TEST_AFTER


def holders(session: Session) -> Sequence[Holder]:
    """Return the coordinators, each with the halves she holds."""
    actor = access.require(session, access.TEAM_READERS)
    ids = [certificate.member_id for certificate in actor.directory.with_role(Role.COORDINATOR)]
    shares = session.execute(select(RecoveryShare.holder_id, RecoveryShare.partner)).all()
    held = {(holder_id, partner) for holder_id, partner in shares}
    people = session.scalars(select(Member).where(Member.id.in_(ids)).order_by(Member.name))
    return [
        Holder(
            member,
            (member.id, recovery.PAPER) in held,
            any(_is_pair(held, member.id, other) for other in ids),
        )
        for member in people
    ]


def new_sheet(session: Session, code: str, helpers: Helpers = NOBODY, *, now: datetime) -> bool:
    """Put a new code in the place of the old one, which opens nothing here from then on.

    Return whether the coordinators got halves that go with it: without enough helpers the key
    cannot be brought together, and only what they hold with each other is left. Raise Invalid
    for a wrong code ("code") or passphrase (the member's id).
    """
    actor = access.require(session, access.TEAM)
    secret, root = recovery_code.read(code), team.root_key(session)
    key = _key(session, actor, helpers)
    opens = slots.Recovery(actor.bundle.database, actor.device_secret, root)
    slot = slots.seal_recovery(secret, actor.vault_id, opens)
    recovery.keep_sheet(session, root, slot)
    if key is None:
        recovery.end_paper_halves(session)
    else:
        recovery.issue_halves(session, key, secret, _coordinators(actor))
    known = organisation.get(session)
    known.recovery_number, known.recovery_tested_at = known.recovery_number + 1, now
    audit.mention(session, Act.REVOKE, "organisation")
    team.write_slots(session, forget=True, sheet=slot)
    return key is not None


def give_halves(session: Session, helpers: Helpers) -> None:
    """Give every coordinator of today fresh halves; the old ones are half of nothing any more.

    The newest paper is needed, with a coordinator who holds its other half or with two of them.
    Raise Invalid for a wrong code ("code") or passphrase (the member's id), or too few ("halves").
    """
    actor = access.require(session, access.TEAM)
    code = recovery_code.read(helpers.code)
    key = _key(session, actor, helpers)
    if key is None:
        raise Invalid({"halves": tr("These halves do not make the key. Ask one more coordinator.")})
    recovery.issue_halves(session, key, code, _coordinators(actor))
    audit.mention(session, Act.GRANT, "recovery_share")


def key_with_helpers(session: Session, helpers: Helpers) -> bytes:
    """Return the recovery key that a coordinator and a second person, or the paper, bring together.

    Raise Invalid for a wrong code ("code") or passphrase (the member's id), or too few ("halves").
    """
    actor = access.require(session, access.COORDINATORS)
    key = _key(session, actor, helpers)
    if key is None:
        raise Invalid({"halves": tr("These halves do not make the key. Ask one more coordinator.")})
    return key


def _is_pair(held: Collection[tuple[UUID, str]], a: UUID, b: UUID) -> bool:
    return (a, str(b)) in held and (b, str(a)) in held


def _coordinators(actor: Actor) -> list[tuple[UUID, bytes]]:
    return [(c.member_id, c.x) for c in actor.directory.with_role(Role.COORDINATOR)]


def _key(session: Session, actor: Actor, helpers: Helpers) -> bytes | None:
    code = recovery_code.read(helpers.code) if helpers.code.strip() else None
    if code is not None and not recovery.is_newest_code(session, actor, code):
        raise Invalid({"code": tr("This is the code of another sheet. Take the newest sheet.")})
    others = _signed_in(session, actor, helpers.passphrases)
    for other in others:
        audit.mention(session, Act.RECOVER, "recovery_share", other.member_id)
    mine = [actor] if actor.may(Role.COORDINATOR) else []
    return recovery.key_from(session, mine + others, code)


def _signed_in(session: Session, actor: Actor, passphrases: Mapping[UUID, str]) -> list[Actor]:
    problems: dict[str, str] = {}
    others: list[Actor] = []
    for member_id, passphrase in passphrases.items():
        try:
            others.append(_as_coordinator(session, actor, member_id, passphrase))
        except (NotAuthentic, WrongPassphrase):
            problems[str(member_id)] = tr("That is not right. Try again.")
    if problems:
        raise Invalid(problems)
    return others


def _as_coordinator(session: Session, actor: Actor, member_id: UUID, passphrase: str) -> Actor:
    """Return a coordinator with her keys, for this one deed; raise NotAuthentic otherwise."""
    if not actor.directory.member(member_id).may_open(Role.COORDINATOR):
        raise NotAuthentic
    member = session.get_one(Member, member_id)
    bundle = open_slot(passphrase, actor.device_secret, member_id, member.slot)
    other = Actor(member_id, member.name, bundle, actor.device_secret, actor.directory)
    actors.admit(other)
    return other
