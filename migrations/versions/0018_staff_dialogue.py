"""Rounds that ask colleagues behind a phrase, and tables of occasions that have left.  0018 after 0017"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


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


def downgrade() -> None:
    # without the column every round asks residents: one of staff must not become one that anybody can answer
    op.execute("UPDATE round SET state = 'ended' WHERE audience = 'staff'")
    op.drop_index(op.f("ix_staff_dialogue_belongs_to_id"), table_name="staff_dialogue")
    op.drop_table("staff_dialogue")
    op.drop_column("round", "audience")
