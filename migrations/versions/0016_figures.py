"""Weights of sampled responses, who has answered as counted by night, and answers in columns.  0016 after 0015"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("response", sa.Column("weight", sa.Double(), nullable=True))
    op.create_index(
        "ix_response_set_aside",
        "response",
        ["round_id"],
        sqlite_where=sa.text("set_aside"),
        postgresql_where=sa.text("set_aside"),
    )
    op.create_table(
        "coverage_count",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("content", document, nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_coverage_count_round_id_round"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_coverage_count")),
    )
    op.create_table(
        "answer_copy",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("responses", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_answer_copy_round_id_round"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_answer_copy")),
    )
    op.create_table(
        "answer_column",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("values", document, nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("codes", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["answer_copy.round_id"],
            name=op.f("fk_answer_column_round_id_answer_copy"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("round_id", "name", name=op.f("pk_answer_column")),
    )


def downgrade() -> None:
    op.drop_table("answer_column")
    op.drop_table("answer_copy")
    op.drop_table("coverage_count")
    op.drop_index("ix_response_set_aside", table_name="response")
    op.drop_column("response", "weight")
