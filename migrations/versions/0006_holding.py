"""Texts held back until a second person has seen them.  0006 after 0005"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("text", sa.Column("suspicion", sa.String(), nullable=True))
    # Spelled out, since SQLite takes a check with a new column, and would else write the whole table anew
    op.execute(
        "ALTER TABLE text ADD COLUMN held BOOLEAN DEFAULT FALSE NOT NULL"
        " CONSTRAINT ck_text_held_is_not_accepted CHECK (NOT held OR status <> 'accepted')"
    )
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("text", "held", server_default=None)
    filtered = ["suspicion", "language", "area_id", "channel", "round_id"]  # read without the table
    for name, more, where in (("ix_text_suspicion", filtered, "suspicion IS NOT NULL"), ("ix_text_held", [], "held")):
        op.create_index(
            name,
            "text",
            ["status", "received_on", "id", *more],
            sqlite_where=sa.text(where),
            postgresql_where=sa.text(where),
        )
    op.create_table(
        "holding",
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("held_by", sa.Integer(), nullable=True),
        sa.Column("held_at", sa.DateTime(), nullable=True),
        sa.Column("first_by", sa.Integer(), nullable=True),
        sa.Column("first_at", sa.DateTime(), nullable=True),
        sa.Column("released_by", sa.Integer(), nullable=True),
        sa.Column("released_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "released_by IS NULL OR (first_by IS NOT NULL AND released_by <> first_by)",
            name=op.f("ck_holding_two_people"),
        ),
        sa.ForeignKeyConstraint(["text_id"], ["text.id"], name=op.f("fk_holding_text_id_text"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["held_by"], ["staff.id"], name=op.f("fk_holding_held_by_staff")),
        sa.ForeignKeyConstraint(["first_by"], ["staff.id"], name=op.f("fk_holding_first_by_staff")),
        sa.ForeignKeyConstraint(["released_by"], ["staff.id"], name=op.f("fk_holding_released_by_staff")),
        sa.PrimaryKeyConstraint("text_id", name=op.f("pk_holding")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("holding")
    op.drop_index("ix_text_held", table_name="text")
    op.drop_index("ix_text_suspicion", table_name="text")
    op.drop_column("text", "held")
    op.drop_column("text", "suspicion")
