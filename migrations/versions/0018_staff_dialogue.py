"""Rounds that ask colleagues behind a phrase, and tables that left by themselves.  0018 after 0017"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("round", sa.Column("audience", sa.String(), server_default="residents", nullable=False))
    op.create_table(
        "staff_dialogue",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("belongs_to_id", sa.Integer(), nullable=False),
        sa.Column("phrase_hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_staff_dialogue_round_id_round"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["belongs_to_id"], ["round.id"], name=op.f("fk_staff_dialogue_belongs_to_id_round")),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_staff_dialogue")),
    )
    op.create_index(op.f("ix_staff_dialogue_belongs_to_id"), "staff_dialogue", ["belongs_to_id"], unique=False)
    op.create_table(
        "left_tables",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=False),
        sa.Column("rounding", sa.Integer(), nullable=False),
        sa.Column("tables", document, nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_left_tables_round_id_round"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_left_tables")),
    )
    op.create_index(op.f("ix_left_tables_round_id"), "left_tables", ["round_id"], unique=False)
    op.add_column("draft", sa.Column("left_before", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    # without the column every round asks residents: one of staff must not become one that anybody can answer
    op.execute("UPDATE round SET state = 'ended' WHERE audience = 'staff'")
    op.drop_column("draft", "left_before")
    op.drop_index(op.f("ix_left_tables_round_id"), table_name="left_tables")
    op.drop_table("left_tables")
    op.drop_index(op.f("ix_staff_dialogue_belongs_to_id"), table_name="staff_dialogue")
    op.drop_table("staff_dialogue")
    op.drop_column("round", "audience")
