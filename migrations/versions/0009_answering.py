"""Owners, answers to residents, internal notes and translations.  0009 after 0008"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

WITHOUT_ROWID = {"sqlite_with_rowid": False}
document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
CONTACT = ("email", "phone", "web", "note")


def upgrade() -> None:
    op.add_column("text", sa.Column("written_in", sa.String(), nullable=True))
    _add_contacts()
    _add_copies()
    _add_answers()
    _add_notes()
    _add_translations()


def _add_contacts() -> None:
    for name in CONTACT:
        op.add_column("owner", sa.Column(name, sa.String(), nullable=False, server_default=""))
    for name in ("organisation", "active"):
        op.add_column("owner", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.true()))
    if op.get_bind().dialect.name == "postgresql":
        for name in (*CONTACT, "organisation", "active"):
            op.alter_column("owner", name, server_default=None)


def _add_copies() -> None:
    op.create_table(
        "sent_copy",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("exact", sa.Boolean(), nullable=False),
        sa.Column("text_ids", document, nullable=False),
        _belongs("sent_copy", "report_id", "report"),
        _leads("sent_copy", "owner_id", "owner"),
        _leads("sent_copy", "staff_id", "staff"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent_copy")),
        **WITHOUT_ROWID,
    )
    op.create_index(op.f("ix_sent_copy_report_id"), "sent_copy", ["report_id"], unique=False)


def _add_answers() -> None:
    op.create_table(
        "standard_answer",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("words", document, nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_standard_answer")),
    )
    op.create_table(
        "given_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("corrects", sa.Uuid(), nullable=True),
        sa.Column("words", document, nullable=False),
        sa.Column("own", sa.String(), nullable=False),
        sa.Column("own_language", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        _belongs("given_answer", "report_id", "report"),
        _belongs("given_answer", "corrects", "given_answer"),
        _leads("given_answer", "staff_id", "staff"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_given_answer")),
        sa.UniqueConstraint("corrects", name=op.f("uq_given_answer_corrects")),
        **WITHOUT_ROWID,
    )
    op.create_index(op.f("ix_given_answer_report_id"), "given_answer", ["report_id"], unique=False)
    op.create_table(
        "report_done",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        _belongs("report_done", "report_id", "report"),
        _leads("report_done", "staff_id", "staff"),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_report_done")),
        **WITHOUT_ROWID,
    )


def _add_notes() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=True),
        sa.Column("report_id", sa.Uuid(), nullable=True),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("(text_id IS NULL) <> (report_id IS NULL)", name=op.f("ck_note_about_one_thing")),
        _belongs("note", "text_id", "text"),
        _belongs("note", "report_id", "report"),
        _leads("note", "staff_id", "staff"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        **WITHOUT_ROWID,
    )
    op.create_index(op.f("ix_note_text_id"), "note", ["text_id"], unique=False)
    op.create_index(op.f("ix_note_report_id"), "note", ["report_id"], unique=False)


def _add_translations() -> None:
    op.create_table(
        "translation",
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("machine", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("source_checksum", sa.String(), nullable=False),
        _belongs("translation", "text_id", "text"),
        _leads("translation", "staff_id", "staff"),
        sa.PrimaryKeyConstraint("text_id", "language", name=op.f("pk_translation")),
        **WITHOUT_ROWID,
    )


def _belongs(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """A key that goes with what it leads to."""
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"), ondelete="CASCADE")


def _leads(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))


def downgrade() -> None:
    for table in ("translation", "note", "report_done", "given_answer", "standard_answer", "sent_copy"):
        op.drop_table(table)
    for name in (*CONTACT, "organisation", "active"):
        op.drop_column("owner", name)
    op.drop_column("text", "written_in")
