"""Versions of the codebook, spans and notes of codings, double coding.  0007 after 0006"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
OLD_KEY = ["text_id", "coder_id", "code", "stance", "start"]
KEY = [*OLD_KEY, "end"]


def upgrade() -> None:
    _add_codebook()
    _add_samples()
    _add_settlements()
    op.execute('UPDATE coding SET "end" = 0 WHERE "end" IS NULL')  # from now on 0, 0 is the whole text
    with op.batch_alter_table("coding", table_kwargs={"sqlite_with_rowid": False}) as batch_op:
        batch_op.add_column(sa.Column("note", sa.String(), nullable=False, server_default=""))
        batch_op.drop_constraint(op.f("pk_coding"), type_="primary")
        batch_op.alter_column("end", existing_type=sa.Integer(), nullable=False)
        batch_op.create_primary_key(op.f("pk_coding"), KEY)
    with op.batch_alter_table("coding", table_kwargs={"sqlite_with_rowid": False}) as batch_op:
        batch_op.alter_column("note", server_default=None)


def downgrade() -> None:
    # of several spans that begin together the old key can hold one
    op.execute(
        "DELETE FROM coding WHERE EXISTS (SELECT 1 FROM coding AS other WHERE other.text_id = coding.text_id "
        "AND other.coder_id = coding.coder_id AND other.code = coding.code AND other.stance = coding.stance "
        'AND other.start = coding.start AND other."end" > coding."end")'
    )
    with op.batch_alter_table("coding") as batch_op:
        batch_op.drop_constraint(op.f("pk_coding"), type_="primary")
        batch_op.create_primary_key(op.f("pk_coding"), OLD_KEY)
        batch_op.drop_column("note")
    with op.batch_alter_table("coding") as batch_op:
        batch_op.alter_column("end", existing_type=sa.Integer(), nullable=True)
    op.execute('UPDATE coding SET "end" = NULL WHERE "end" = 0')
    for table in ("settled_coding", "settlement", "second_reading", "coding_sample"):
        op.drop_table(table)
    op.drop_table("codebook_draft")
    op.drop_table("codebook_version")


def _add_codebook() -> None:
    op.create_table(
        "codebook_version",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", document, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("published_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("changes", document, nullable=False),
        sa.ForeignKeyConstraint(["published_by"], ["staff.id"], name=op.f("fk_codebook_version_published_by_staff")),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_codebook_version")),
    )
    op.create_table(
        "codebook_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", document, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["changed_by"], ["staff.id"], name=op.f("fk_codebook_draft_changed_by_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_codebook_draft")),
        sa.UniqueConstraint("version", name=op.f("uq_codebook_draft_version")),
    )


def _add_samples() -> None:
    op.create_table(
        "coding_sample",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("coder_id", sa.Integer(), nullable=False),
        sa.Column("after", sa.Uuid(), nullable=False),
        sa.Column("drawn_at", sa.DateTime(), nullable=False),
        sa.Column("drawn_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["coder_id"], ["staff.id"], name=op.f("fk_coding_sample_coder_id_staff")),
        sa.ForeignKeyConstraint(["drawn_by"], ["staff.id"], name=op.f("fk_coding_sample_drawn_by_staff")),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_coding_sample_round_id_round"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coding_sample")),
    )
    op.create_table(
        "second_reading",
        sa.Column("sample_id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["sample_id"], ["coding_sample.id"], name=op.f("fk_second_reading_sample_id_coding_sample"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["text_id"], ["text.id"], name=op.f("fk_second_reading_text_id_text"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("sample_id", "text_id", name=op.f("pk_second_reading")),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index(op.f("ix_second_reading_text_id"), "second_reading", ["text_id"], unique=False)


def _add_settlements() -> None:
    op.create_table(
        "settlement",
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_settlement_staff_id_staff")),
        sa.ForeignKeyConstraint(["text_id"], ["text.id"], name=op.f("fk_settlement_text_id_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("text_id", name=op.f("pk_settlement")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "settled_coding",
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("codebook_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["text_id"], ["settlement.text_id"], name=op.f("fk_settled_coding_text_id_settlement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("text_id", "code", "stance", name=op.f("pk_settled_coding")),
        sqlite_with_rowid=False,
    )
