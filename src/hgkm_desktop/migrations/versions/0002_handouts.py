"""What an organisation adds to the information sheets."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables for numbers, own texts, readers, choices and prints."""
    _make_own_sheet()
    _make_print_line()
    _make_public_number()
    _make_sheet_choice()
    _make_sheet_review()


def _make_own_sheet() -> None:
    op.create_table(
        "own_sheet",
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("sheet", "language", name=op.f("pk_own_sheet")),
    )


def _make_print_line() -> None:
    op.create_table(
        "print_line",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_line")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_print_line_day", "print_line", ["day"], unique=False)


def _make_public_number() -> None:
    op.create_table(
        "public_number",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("checked_by", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_public_number")),
    )


def _make_sheet_choice() -> None:
    op.create_table(
        "sheet_choice",
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("letterhead", sa.Boolean(), nullable=False),
        sa.Column("qr", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("sheet", name=op.f("pk_sheet_choice")),
    )


def _make_sheet_review() -> None:
    op.create_table(
        "sheet_review",
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("initials", sa.String(), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("sheet", "language", name=op.f("pk_sheet_review")),
    )
