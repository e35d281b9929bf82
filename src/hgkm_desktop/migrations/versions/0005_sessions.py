"""Information sessions, their series, lists and papers, what follows, and the school holidays."""

from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables for information sessions."""
    op.create_table(
        "session_series",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("begins", sa.Time(), nullable=False),
        sa.Column("left_out", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_series")),
    )
    _session()
    _list()
    _registration()
    _follow_up()
    _planning()
    op.add_column(
        "organisation", sa.Column("names_days", sa.Integer(), nullable=False, server_default="30")
    )


def _session() -> None:
    op.create_table(
        "information_session",
        *_planned(),
        *_counted(),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["session_series.id"],
            name=op.f("fk_information_session_series_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_information_session")),
    )
    op.create_index(
        op.f("ix_information_session_series_id"), "information_session", ["series_id"], unique=False
    )
    op.create_index(
        "ix_information_session_when", "information_session", ["starts_at", "id"], unique=False
    )


def _planned() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("series_id", sa.Uuid(), nullable=True),
        sa.Column("planned_for", sa.DateTime(), nullable=True),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("languages", sa.String(), nullable=False),
        sa.Column("interpreter", sa.String(), nullable=True),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("building_block", sa.String(), nullable=True),
    ]


def _counted() -> list[sa.Column[Any]]:
    return [
        sa.Column("speaker_partner", sa.Uuid(), nullable=True),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("co_organisers", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("child_places", sa.Integer(), nullable=True),
        sa.Column("materials", sa.String(), nullable=False),
        sa.Column("sheets", sa.String(), nullable=False),
        sa.Column("is_off", sa.Boolean(), nullable=False),
        sa.Column("off_why", sa.String(), nullable=False),
        sa.Column("head_count", sa.Integer(), nullable=True),
        sa.Column("hands", sa.Integer(), nullable=True),
        sa.Column("hands_of", sa.Integer(), nullable=True),
        sa.Column("what_worked", sa.String(), nullable=False),
        sa.Column("printed_for", sa.String(), nullable=False),
        sa.Column("names_gone", sa.Boolean(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
    ]


def _list() -> None:
    op.create_table(
        "session_handout",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["information_session.id"],
            name=op.f("fk_session_handout_session_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("session_id", "sheet", "language", name=op.f("pk_session_handout")),
    )


def _registration() -> None:
    op.create_table(
        "registration",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("is_here", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("reading", sa.String(), nullable=True),
        sa.Column("children", sa.Integer(), nullable=False),
        sa.Column("child_ages", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration")),
        sa.UniqueConstraint("session_id", "number", name=op.f("uq_registration_session_id_number")),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["information_session.id"],
            name=op.f("fk_registration_session_id"),
            ondelete="RESTRICT",
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_registration_counts",
        "registration",
        ["session_id", "place", "is_here", "children"],
        unique=False,
    )


def _follow_up() -> None:
    op.create_table(
        "session_follow_up",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_follow_up")),
    )


def _planning() -> None:
    op.create_table(
        "school_holiday",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_holiday")),
    )
    op.create_index(
        op.f("ix_school_holiday_first_day"), "school_holiday", ["first_day"], unique=False
    )
    rules = op.create_table(
        "planning_rule",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("holiday", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planning_rule")),
    )
    summer = {"weeks": 6, "holiday": "summer", "topic": "fgm", "is_on": True}
    op.bulk_insert(rules, [{"id": uuid4(), "version": 1, **summer}])
