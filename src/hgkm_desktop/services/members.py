"""The team: who works with the log, what each may do, and how somebody joins, forgets or leaves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.services import access, passphrase
from hgkm_desktop.services.fields import one_line, problem_with_name
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit, recovery, team
from hgkm_desktop.vault.actor import actor_of
from hgkm_desktop.vault.envelope import NotAuthentic
from hgkm_desktop.vault.keys import open_slot, seal_slot


@dataclass(frozen=True, repr=False)
class NewMember:
    """Somebody with a fresh passphrase, to be shown or printed once and then forgotten."""

    member: Member
    passphrase: str


def everyone(session: Session) -> Sequence[Member]:
    """Return the whole team, those who left last."""
    access.require(session, access.TEAM_READERS)
    return session.scalars(select(Member).order_by(Member.left_at.is_not(None), Member.name)).all()


def names(session: Session) -> dict[UUID, Member]:
    """Return the team by id, for the small circles in lists."""
    access.require(session, access.EVERYONE)
    return {member.id: member for member in session.scalars(select(Member))}


def signed_in(session: Session) -> Member:
    """Note that a member signed in; return her record."""
    actor = actor_of(session)
    member = session.get_one(Member, actor.member_id)
    now = session.info["now"]()
    if member.last_seen_at is not None and _day(member.last_seen_at) < _day(now):
        member.seen_before_at = member.last_seen_at
    member.last_seen_at = now
    audit.mention(session, Act.SIGN_IN, "member", member.id)
    return member


def _day(moment: datetime) -> date:
    return clock.local(moment).date()


def add(
    session: Session, name: str, roles: Iterable[Role], color: int, *, now: datetime
) -> NewMember:
    """Add a member with a generated passphrase; raise Invalid for a bad or taken name."""
    actor = access.require(session, access.TEAM)
    name, chosen = _checked(session, name, roles)
    words = passphrase.generate()
    admission = team.admit(actor, words)
    member = Member(
        id=admission.member_id,
        name=name,
        color=color,
        created_at=now,
        slot=admission.slot,
        must_renew=True,
    )
    certificate = team.certificate_for(admission, chosen, actor.directory.serial + 1)
    team.issue(session, member, certificate)
    _share(session, member.id, now)
    team.write_slots(session)
    return NewMember(member, words)


def change(session: Session, member_id: UUID, name: str, roles: Iterable[Role], color: int) -> None:
    """Change a member's name, colour and roles; keys she no longer may hold are taken at once.

    Raise Invalid when nobody would be left to look after the team.
    """
    actor = access.require(session, access.TEAM)
    name, chosen = _checked(session, name, roles, but=member_id)
    member = _still_here(session, member_id)
    before = actor.directory.member(member_id)
    if Role.ADMINISTRATOR in before.roles and Role.ADMINISTRATOR not in chosen:
        _keep_an_administrator(session, member_id)
    member.name, member.color = name, color
    if chosen != before.roles:
        team.issue(session, member, team.with_roles(before, chosen))
        _end_roles(session, member_id, before.roles - chosen)
        _share(session, member_id, session.info["now"]())
    session.flush()
    team.write_slots(session)


def reset_passphrase(session: Session, member_id: UUID, *, now: datetime) -> NewMember:
    """Give a member fresh keys and a fresh passphrase; the old ones end at once.

    What was sealed for her alone (drafts) is gone; a confidant gives her the ring again.
    """
    actor = access.require(session, access.TEAM)
    member = _still_here(session, member_id)
    if member_id == actor.member_id:
        raise Invalid({"member": tr("Change your own passphrase yourself.")})
    words = passphrase.generate()
    admission = team.admit(actor, words, member_id)
    before = actor.directory.member(member_id)
    team.end_access(session, member_id)
    recovery.end_halves_of(session, member_id)
    member.slot, member.must_renew = admission.slot, True
    keys = admission.bundle.x_public, admission.bundle.ed_public
    team.issue(session, member, before.with_keys(*keys))
    _share(session, member_id, now)
    audit.mention(session, Act.REVOKE, "member", member_id)
    team.write_slots(session, forget=True)
    return NewMember(member, words)


def change_own_passphrase(session: Session, old: str, new: str) -> None:
    """Seal the member's own keys under a new passphrase; raise Invalid for a wrong or weak one."""
    actor = actor_of(session)
    member = session.get_one(Member, actor.member_id)
    try:
        open_slot(old, actor.device_secret, actor.member_id, member.slot)
    except NotAuthentic as error:
        raise Invalid({"old": tr("That is not right. Try again.")}) from error
    if not passphrase.strength(new, personal=(member.name,)).enough:
        raise Invalid({"new": tr("This passphrase is too easy. Add a word.")})
    member.slot = seal_slot(new, actor.device_secret, actor.member_id, actor.bundle)
    member.must_renew = False
    audit.mention(session, Act.CHANGE, "passphrase", member.id)
    session.flush()
    team.write_slots(session, forget=True)


def leave(session: Session, member_id: UUID, *, now: datetime) -> None:
    """End a member's access at once: slot, grants and certificate; what she wrote stays."""
    actor = access.require(session, access.TEAM)
    _keep_an_administrator(session, member_id)
    member = session.get_one(Member, member_id)
    before = actor.directory.member(member_id)
    member.left_at, member.slot = now, b""
    team.issue(session, member, team.gone(before))
    team.end_access(session, member_id)
    recovery.end_halves_of(session, member_id)
    audit.mention(session, Act.REVOKE, "member", member_id)
    team.write_slots(session, forget=True)


def _checked(
    session: Session, name: str, roles: Iterable[Role], but: UUID | None = None
) -> tuple[str, frozenset[Role]]:
    name, chosen = one_line(name), frozenset(roles)
    problems: dict[str, str] = {}
    if wrong := problem_with_name(name):
        problems["name"] = wrong
    same = select(Member).where(Member.name == name, Member.left_at.is_(None), Member.id != but)
    if session.scalars(same).first() is not None:
        problems["name"] = tr("This name is taken. Add a letter.")
    if not chosen:
        problems["roles"] = tr("Choose at least one task.")
    if problems:
        raise Invalid(problems)
    return name, chosen


def _still_here(session: Session, member_id: UUID) -> Member:
    member = session.get_one(Member, member_id)
    if actor_of(session).directory.member(member_id).left:
        raise Invalid({"member": tr("She left. Add her again as somebody new.")})
    return member


def _keep_an_administrator(session: Session, but: UUID) -> None:
    others = actor_of(session).directory.with_role(Role.ADMINISTRATOR)
    if all(certificate.member_id == but for certificate in others):
        raise Invalid({"roles": tr("Somebody has to look after the team. Choose her first.")})


def _share(session: Session, member_id: UUID, now: datetime) -> None:
    certificate = actor_of(session).directory.member(member_id)
    team.share_root(session, certificate, now=now)
    if certificate.may_open(Role.CONFIDANT):
        team.start_confidants(session, certificate, now=now)


def _end_roles(session: Session, member_id: UUID, lost: frozenset[Role]) -> None:
    if lost & {Role.ADMINISTRATOR, Role.CONFIDANT}:
        team.end_grants(session, member_id, lost)
    if Role.COORDINATOR in lost:
        recovery.end_halves_of(session, member_id)
